<?php
/**
 * Takes everything away that the plugin has stored. Posts are left as they are.
 *
 * @package OnRecord
 */

defined( 'WP_UNINSTALL_PLUGIN' ) || exit;

/**
 * Takes away what was stored for the current site.
 */
function onrecord_uninstall_site() {
	global $wpdb;

	delete_option( 'onrecord_settings' );
	delete_post_meta_by_key( '_onrecord_quotations' );
	delete_post_meta_by_key( 'onrecord_left_out' );
	wp_unschedule_hook( 'onrecord_read_post' );
	$wpdb->query(
		$wpdb->prepare(
			"DELETE FROM {$wpdb->options} WHERE option_name LIKE %s OR option_name LIKE %s",
			$wpdb->esc_like( '_transient_onrecord_' ) . '%',
			$wpdb->esc_like( '_transient_timeout_onrecord_' ) . '%'
		)
	);
}

if ( is_multisite() ) {
	foreach ( get_sites( array( 'fields' => 'ids', 'number' => 0 ) ) as $onrecord_site ) {
		switch_to_blog( $onrecord_site );
		onrecord_uninstall_site();
		restore_current_blog();
	}
} else {
	onrecord_uninstall_site();
}
