<?php
/**
 * What of a post is sent.
 *
 * @package OnRecord
 */

defined( 'ABSPATH' ) || exit;

/**
 * The text of a post as the service is to read it, with every place where it was.
 */
class OnRecord_Text {

	/**
	 * Blanks pull quotes: they repeat what the text says. Everything else stays in its place,
	 * counted in UTF-16 units, as JavaScript counts.
	 *
	 * @param string $html The content of a post, with its block comments.
	 * @return string
	 */
	public static function without_pull_quotes( $html ) {
		$opening = '<!-- wp:pullquote ';
		$closing = '<!-- /wp:pullquote -->';
		$made    = '';
		$done    = 0;
		$start   = strpos( $html, $opening );
		while ( false !== $start ) {
			$end = strpos( $html, $closing, $start );
			if ( false === $end ) {
				break;
			}
			$end  += strlen( $closing );
			$made .= substr( $html, $done, $start - $done );
			$made .= str_repeat( ' ', self::units( substr( $html, $start, $end - $start ) ) );
			$done  = $end;
			$start = strpos( $html, $opening, $done );
		}
		return $made . substr( $html, $done );
	}

	/**
	 * How many UTF-16 units a text has: one for each character, one more for each beyond U+FFFF.
	 *
	 * @param string $text UTF-8.
	 * @return int
	 */
	private static function units( $text ) {
		$continuations = preg_match_all( '/[\x80-\xBF]/', $text );
		$beyond        = preg_match_all( '/[\xF0-\xF4]/', $text );
		return strlen( $text ) - (int) $continuations + (int) $beyond;
	}

	/**
	 * By what an answer is known to belong to a content.
	 *
	 * @param string $html The content of a post.
	 * @return string
	 */
	public static function fingerprint( $html ) {
		return substr( hash( 'sha256', $html ), 0, 40 );
	}
}
