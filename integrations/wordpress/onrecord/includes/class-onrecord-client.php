<?php
/**
 * Asks the service.
 *
 * @package OnRecord
 */

defined( 'ABSPATH' ) || exit;

/**
 * One request to the service, from this server: the key never gets to a browser.
 */
class OnRecord_Client {

	const LARGEST_ANSWER = 8388608;

	const LONGEST_LINE = 1000;

	/**
	 * The quotations of a text.
	 *
	 * @param string $html    The content of a post.
	 * @param array  $context Title, byline and language, where they are known.
	 * @return array|WP_Error `quotations`, and `milliseconds` that it took.
	 */
	public static function ask( $html, $context ) {
		$settings = OnRecord_Settings::get();
		if ( '' === $settings['url'] ) {
			return OnRecord_Failures::not_set_up();
		}
		$body = wp_json_encode( self::request( $html, $context ) );
		if ( false === $body ) {
			return OnRecord_Failures::unsendable();
		}
		$started  = microtime( true );
		$response = wp_remote_post( $settings['url'] . '/quotes', self::arguments( $settings, $body ) );
		$took     = (int) round( 1000 * ( microtime( true ) - $started ) );
		if ( is_wp_error( $response ) ) {
			return OnRecord_Failures::no_answer( $response, $settings['timeout'] );
		}
		$status = (int) wp_remote_retrieve_response_code( $response );
		$got    = (string) wp_remote_retrieve_body( $response );
		if ( 200 !== $status ) {
			$retry_after = wp_remote_retrieve_header( $response, 'retry-after' );
			return OnRecord_Failures::refusal( $status, $got, is_string( $retry_after ) ? $retry_after : '' );
		}
		$quotations = OnRecord_Answer::read( $got );
		if ( null === $quotations ) {
			return OnRecord_Failures::senseless();
		}
		return array(
			'quotations'   => $quotations,
			'milliseconds' => $took,
		);
	}

	/**
	 * What the service is asked.
	 *
	 * @param string $html    The content of a post.
	 * @param array  $context Title, byline and language.
	 * @return array
	 */
	private static function request( $html, $context ) {
		$request = array(
			'text'         => OnRecord_Text::without_pull_quotes( $html ),
			'content_type' => 'text/html',
			'include'      => array( 'quotes' ),
			'offset_unit'  => 'utf16',
		);
		foreach ( array( 'title', 'byline', 'language' ) as $name ) {
			$value = isset( $context[ $name ] ) ? trim( wp_strip_all_tags( (string) $context[ $name ], true ) ) : '';
			if ( '' !== $value ) {
				$request[ $name ] = mb_substr( $value, 0, self::LONGEST_LINE );
			}
		}
		return $request;
	}

	/**
	 * How it is sent. Redirections are not followed: the key is for one address alone.
	 *
	 * @param array  $settings The settings in force.
	 * @param string $body     JSON.
	 * @return array
	 */
	private static function arguments( $settings, $body ) {
		$headers = array(
			'Content-Type' => 'application/json',
			'Accept'       => 'application/json',
		);
		if ( '' !== $settings['key'] ) {
			$headers['Authorization'] = 'Bearer ' . $settings['key'];
		}
		return array(
			'timeout'             => $settings['timeout'],
			'redirection'         => 0,
			'headers'             => $headers,
			'body'                => $body,
			'data_format'         => 'body',
			'user-agent'          => 'onrecord-wordpress/' . ONRECORD_PLUGIN_VERSION,
			'limit_response_size' => self::LARGEST_ANSWER,
		);
	}
}
