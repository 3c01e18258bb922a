<?php
/**
 * What can be set, and how a value becomes a usable one.
 *
 * @package OnRecord
 */

defined( 'ABSPATH' ) || exit;

/**
 * The settings of the site. ONRECORD_URL and ONRECORD_KEY in wp-config.php go before the stored ones.
 */
class OnRecord_Settings {

	const OPTION = 'onrecord_settings';

	const LONGEST_TIMEOUT = 60;

	/**
	 * The settings of a fresh installation.
	 *
	 * @return array
	 */
	public static function defaults() {
		return array(
			'url'              => '',
			'key'              => '',
			'timeout'          => 15,
			'least_confidence' => 0.7,
			'structured_data'  => true,
		);
	}

	/**
	 * The settings in force.
	 *
	 * @return array
	 */
	public static function get() {
		$settings = self::stored();
		if ( defined( 'ONRECORD_URL' ) ) {
			$settings['url'] = untrailingslashit( (string) ONRECORD_URL );
		}
		if ( defined( 'ONRECORD_KEY' ) ) {
			$settings['key'] = (string) ONRECORD_KEY;
		}
		return $settings;
	}

	/**
	 * The settings as they are stored, with defaults for those that are not.
	 *
	 * @return array
	 */
	public static function stored() {
		$stored = get_option( self::OPTION );
		return array_merge( self::defaults(), is_array( $stored ) ? $stored : array() );
	}

	/**
	 * Stores the defaults, so that the key is not loaded with every page of the site.
	 */
	public static function add_option() {
		add_option( self::OPTION, self::defaults(), '', 'no' );
	}

	/**
	 * Who may change the settings: in a network the super administrators alone, as the address may
	 * be one inside the network of the servers.
	 *
	 * @return string
	 */
	public static function capability() {
		return is_multisite() ? 'manage_network_options' : 'manage_options';
	}

	/**
	 * Makes usable settings of what a form sends. What cannot be used is told, and stays as it was.
	 *
	 * @param mixed $given What was sent.
	 * @return array
	 */
	public static function sanitize( $given ) {
		$given    = is_array( $given ) ? $given : array();
		$settings = self::stored();

		$settings['url']              = self::url( $given, $settings['url'] );
		$settings['key']              = self::key( $given, $settings['key'] );
		$settings['timeout']          = self::timeout( $given, $settings['timeout'] );
		$settings['least_confidence'] = self::confidence( $given, $settings['least_confidence'] );
		$settings['structured_data']  = ! empty( $given['structured_data'] );
		return $settings;
	}

	/**
	 * The address: http or https, with nothing behind the path.
	 *
	 * @param array  $given  What was sent.
	 * @param string $before What was set before.
	 * @return string
	 */
	private static function url( $given, $before ) {
		if ( ! isset( $given['url'] ) || ! is_string( $given['url'] ) ) {
			return $before;
		}
		$url = trim( $given['url'] );
		if ( '' === $url ) {
			return '';
		}
		$clean = esc_url_raw( $url, array( 'http', 'https' ) );
		$parts = wp_parse_url( $clean );
		$wrong = array( 'user', 'pass', 'query', 'fragment' );
		if ( '' === $clean || empty( $parts['host'] ) || array_intersect( $wrong, array_keys( $parts ) ) ) {
			self::complain( 'url', __( 'The address was not changed: http://HOST:PORT or https://HOST is wanted.', 'onrecord' ) );
			return $before;
		}
		return untrailingslashit( $clean );
	}

	/**
	 * The key: an empty field leaves it as it is, since the page never shows it.
	 *
	 * @param array  $given  What was sent.
	 * @param string $before What was set before.
	 * @return string
	 */
	private static function key( $given, $before ) {
		if ( ! empty( $given['forget_key'] ) ) {
			return '';
		}
		$key = isset( $given['key'] ) && is_string( $given['key'] ) ? trim( $given['key'] ) : '';
		if ( '' === $key ) {
			return $before;
		}
		if ( 1 !== preg_match( '/^[\x21-\x7E]{1,512}$/D', $key ) ) {
			self::complain( 'key', __( 'The key was not changed: it can only have printable ASCII characters, and no spaces.', 'onrecord' ) );
			return $before;
		}
		return $key;
	}

	/**
	 * Seconds for which an answer is waited.
	 *
	 * @param array $given  What was sent.
	 * @param int   $before What was set before.
	 * @return int
	 */
	private static function timeout( $given, $before ) {
		if ( ! isset( $given['timeout'] ) || ! is_numeric( $given['timeout'] ) ) {
			return $before;
		}
		return max( 1, min( self::LONGEST_TIMEOUT, (int) $given['timeout'] ) );
	}

	/**
	 * Confidence below which a quotation is warned of and not published as structured data.
	 *
	 * @param array $given  What was sent.
	 * @param float $before What was set before.
	 * @return float
	 */
	private static function confidence( $given, $before ) {
		if ( ! isset( $given['least_confidence'] ) || ! is_numeric( $given['least_confidence'] ) ) {
			return $before;
		}
		return max( 0.0, min( 1.0, (float) $given['least_confidence'] ) );
	}

	/**
	 * Tells whoever saves what could not be used.
	 *
	 * @param string $code    Which setting.
	 * @param string $message What is wrong with it.
	 */
	private static function complain( $code, $message ) {
		if ( function_exists( 'add_settings_error' ) ) {
			add_settings_error( self::OPTION, 'onrecord_' . $code, $message );
		}
	}
}
