<?php
/**
 * What can go wrong between this server and the service, in words for an editor.
 *
 * @package OnRecord
 */

defined( 'ABSPATH' ) || exit;

/**
 * Makes errors of refusals. None of them holds the key, the address or the text.
 *
 * The data of an error has `status`, which the browser gets, and `again`: the seconds after which
 * another try can help, or 0 where it cannot. 502 and 504 are not used: some hosts put pages of
 * their own in their place.
 */
class OnRecord_Failures {

	const SOON = 60;

	/**
	 * The site has no address of a service.
	 *
	 * @return WP_Error
	 */
	public static function not_set_up() {
		return self::make( 'not_set_up', __( 'The onrecord service is not set up yet. An administrator can do that under Settings → onrecord.', 'onrecord' ), 503, 0 );
	}

	/**
	 * The text cannot be sent as JSON.
	 *
	 * @return WP_Error
	 */
	public static function unsendable() {
		return self::make( 'unsendable', __( 'The text has characters that cannot be sent.', 'onrecord' ), 422, 0 );
	}

	/**
	 * No answer came.
	 *
	 * @param WP_Error $error   What WordPress says.
	 * @param int      $timeout Seconds that were waited at most.
	 * @return WP_Error
	 */
	public static function no_answer( $error, $timeout ) {
		if ( 1 === preg_match( '/cURL error 28\b|timed? ?out/i', $error->get_error_message() ) ) {
			/* translators: %d: number of seconds. */
			$words = sprintf( _n( 'The onrecord service did not answer within %d second.', 'The onrecord service did not answer within %d seconds.', $timeout, 'onrecord' ), $timeout );
			return self::make( 'timeout', $words, 503, self::SOON );
		}
		return self::make( 'unreachable', __( 'The onrecord service cannot be reached.', 'onrecord' ), 503, self::SOON );
	}

	/**
	 * An answer came that makes no sense.
	 *
	 * @return WP_Error
	 */
	public static function senseless() {
		return self::make( 'senseless', __( 'The onrecord service gave an answer that cannot be read. Is the address that of an onrecord service?', 'onrecord' ), 503, self::SOON );
	}

	/**
	 * The service refused.
	 *
	 * @param int    $status      Status of its answer.
	 * @param string $body        Its answer, a problem document if all is well.
	 * @param string $retry_after Its header of that name.
	 * @return WP_Error
	 */
	public static function refusal( $status, $body, $retry_after ) {
		if ( 401 === $status || 403 === $status ) {
			return self::make( 'unauthorized', __( 'The onrecord service does not take the key of this site. An administrator can change it under Settings → onrecord.', 'onrecord' ), 503, 0 );
		}
		if ( 413 === $status ) {
			return self::make( 'too_large', __( 'The text is too long for the onrecord service.', 'onrecord' ), 422, 0 );
		}
		if ( 422 === $status ) {
			return self::make( 'invalid', self::cause( $body ), 422, 0 );
		}
		if ( 429 === $status || 503 === $status ) {
			return self::busy( $status, $retry_after );
		}
		if ( $status >= 500 ) {
			return self::make( 'fault', __( 'The onrecord service had a fault of its own.', 'onrecord' ), 503, self::SOON );
		}
		return self::senseless();
	}

	/**
	 * The service has too much to do, or is not ready.
	 *
	 * @param int    $status      Status of its answer.
	 * @param string $retry_after Seconds that it asks for, if it does.
	 * @return WP_Error
	 */
	private static function busy( $status, $retry_after ) {
		$seconds = ctype_digit( $retry_after ) ? max( 1, min( DAY_IN_SECONDS, (int) $retry_after ) ) : 0;
		if ( 429 === $status ) {
			$words = __( 'Too many texts were sent to the onrecord service.', 'onrecord' );
		} else {
			$words = __( 'The onrecord service is not ready.', 'onrecord' );
		}
		if ( $seconds ) {
			/* translators: %d: number of seconds. */
			$words .= ' ' . sprintf( _n( 'Try again in %d second.', 'Try again in %d seconds.', $seconds, 'onrecord' ), $seconds );
		} else {
			$words .= ' ' . __( 'Try again in a while.', 'onrecord' );
		}
		return self::make( 429 === $status ? 'too_many' : 'not_ready', $words, $status, $seconds ? $seconds : self::SOON );
	}

	/**
	 * Why the service cannot use the text: the first fault that it names.
	 *
	 * @param string $body A problem document.
	 * @return string
	 */
	private static function cause( $body ) {
		$problem = json_decode( $body, true, 16 );
		$first   = isset( $problem['errors'][0] ) ? $problem['errors'][0] : null;
		if ( ! is_array( $first ) || ! isset( $first['pointer'], $first['detail'] ) || ! is_string( $first['pointer'] ) || ! is_string( $first['detail'] ) ) {
			return __( 'The onrecord service cannot use this text.', 'onrecord' );
		}
		return sprintf(
			/* translators: 1: name of a field, such as text or language, 2: what is wrong with it, in English. */
			__( 'The onrecord service cannot use this text: %1$s %2$s.', 'onrecord' ),
			sanitize_text_field( ltrim( $first['pointer'], '/' ) ),
			rtrim( mb_substr( sanitize_text_field( $first['detail'] ), 0, 200 ), '.' )
		);
	}

	/**
	 * An error.
	 *
	 * @param string $code    Which.
	 * @param string $message In words.
	 * @param int    $status  For the browser.
	 * @param int    $again   Seconds until another try can help; 0 for never.
	 * @return WP_Error
	 */
	private static function make( $code, $message, $status, $again ) {
		return new WP_Error(
			'onrecord_' . $code,
			$message,
			array(
				'status' => $status,
				'again'  => $again,
			)
		);
	}
}
