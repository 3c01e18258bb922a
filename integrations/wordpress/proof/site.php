<?php
/**
 * What the proof does without a browser: php site.php FOLDER install | state | cron
 *
 * @package OnRecord
 */

// phpcs:disable WordPress
if ( 'install' === $argv[2] ) {
	define( 'WP_INSTALLING', true );
}

/**
 * No mail leaves.
 *
 * @return bool
 */
function wp_mail() {
	return true;
}

$_SERVER['HTTP_HOST']   = '127.0.0.1';
$_SERVER['REQUEST_URI'] = '/';
if ( 'cron' === $argv[2] ) {
	define( 'DOING_CRON', true );
}
require $argv[1] . '/wp-load.php';

if ( 'install' === $argv[2] ) {
	require ABSPATH . 'wp-admin/includes/upgrade.php';
	wp_install( 'The Quay Herald', 'editor', 'editor@quay.example', true, '', getenv( 'PROOF_PASSWORD' ) );
	wp_insert_user( array( 'user_login' => 'writer', 'user_pass' => getenv( 'PROOF_PASSWORD' ), 'role' => 'contributor' ) );
	update_option( 'timezone_string', 'UTC' );
} elseif ( 'cron' === $argv[2] ) {
	// Everything of the plugin that is scheduled, due or not.
	foreach ( _get_cron_array() as $time => $hooks ) {
		foreach ( isset( $hooks['onrecord_read_post'] ) ? $hooks['onrecord_read_post'] : array() as $event ) {
			wp_unschedule_event( $time, 'onrecord_read_post', $event['args'] );
			do_action_ref_array( 'onrecord_read_post', $event['args'] );
		}
	}
} else {
	global $wpdb;
	$scheduled = 0;
	foreach ( (array) _get_cron_array() as $hooks ) {
		$scheduled += isset( $hooks['onrecord_read_post'] ) ? count( $hooks['onrecord_read_post'] ) : 0;
	}
	echo json_encode(
		array(
			'version'   => $GLOBALS['wp_version'],
			'options'   => (int) $wpdb->get_var( "SELECT COUNT(*) FROM {$wpdb->options} WHERE option_name LIKE '%onrecord%' AND option_name NOT LIKE '%update_plugins%'" ),
			'meta'      => (int) $wpdb->get_var( "SELECT COUNT(*) FROM {$wpdb->postmeta} WHERE meta_key LIKE '%onrecord%'" ),
			'scheduled' => $scheduled,
		)
	);
}
