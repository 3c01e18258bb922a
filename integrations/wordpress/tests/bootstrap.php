<?php
/**
 * As much of WordPress as the tests without one need.
 *
 * @package OnRecord
 */

define( 'ABSPATH', __DIR__ . '/' );
define( 'DAY_IN_SECONDS', 86400 );
define( 'ONRECORD_PLUGIN_VERSION', 'test' );
define( 'ONRECORD_PLUGIN_FILE', dirname( __DIR__ ) . '/onrecord/onrecord.php' );

/**
 * What the stand-ins below give and keep.
 */
class OnRecord_World {

	/**
	 * The stored settings.
	 *
	 * @var array
	 */
	public static $option = array();

	/**
	 * What the next request gets.
	 *
	 * @var mixed
	 */
	public static $response = array();

	/**
	 * The last request: its address and its arguments.
	 *
	 * @var array
	 */
	public static $request = array();

	/**
	 * Messages about settings that could not be used.
	 *
	 * @var array
	 */
	public static $complaints = array();
}

// phpcs:disable Generic.Files, Squiz.Commenting, Generic.Commenting
class WP_Error {
	private $code;
	private $message;
	private $data;

	public function __construct( $code, $message, $data = null ) {
		$this->code    = $code;
		$this->message = $message;
		$this->data    = $data;
	}

	public function get_error_code() {
		return $this->code;
	}

	public function get_error_message() {
		return $this->message;
	}

	public function get_error_data() {
		return $this->data;
	}
}

function is_wp_error( $thing ) {
	return $thing instanceof WP_Error;
}

function __( $text, $domain ) {
	return $text;
}

function _n( $one, $many, $number, $domain ) {
	return 1 === $number ? $one : $many;
}

function get_option( $name ) {
	return OnRecord_World::$option;
}

function is_multisite() {
	return false;
}

function untrailingslashit( $url ) {
	return rtrim( $url, '/' );
}

function esc_url_raw( $url, $protocols ) {
	return in_array( strtok( $url, ':' ), $protocols, true ) && ! preg_match( '/[\s<>"]/', $url ) ? $url : '';
}

function wp_parse_url( $url ) {
	return parse_url( $url );
}

function add_settings_error( $option, $code, $message ) {
	OnRecord_World::$complaints[] = $code;
}

function sanitize_text_field( $text ) {
	return trim( strip_tags( $text ) );
}

function wp_strip_all_tags( $text, $breaks ) {
	return strip_tags( $text );
}

function wp_json_encode( $value ) {
	return json_encode( $value );
}

function wp_remote_post( $url, $arguments ) {
	OnRecord_World::$request = array( $url, $arguments );
	return OnRecord_World::$response;
}

function wp_remote_retrieve_response_code( $response ) {
	return $response['code'];
}

function wp_remote_retrieve_body( $response ) {
	return $response['body'];
}

function wp_remote_retrieve_header( $response, $name ) {
	return isset( $response['headers'][ $name ] ) ? $response['headers'][ $name ] : '';
}
// phpcs:enable

foreach ( array( 'settings', 'text', 'answer', 'failures', 'client', 'structured-data' ) as $onrecord_part ) {
	require_once dirname( __DIR__ ) . "/onrecord/includes/class-onrecord-$onrecord_part.php";
}
