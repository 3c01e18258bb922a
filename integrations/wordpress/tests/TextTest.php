<?php
/**
 * What of a post is sent.
 *
 * @package OnRecord
 */

use PHPUnit\Framework\TestCase;

/**
 * Pull quotes are blanked, and nothing moves.
 */
class TextTest extends TestCase {

	/**
	 * A text without pull quotes is sent as it is.
	 */
	public function test_other_text_stays() {
		$html = "<!-- wp:paragraph -->\n<p>“Hello 🚢,” said Ada.</p>\n<!-- /wp:paragraph -->";
		$this->assertSame( $html, OnRecord_Text::without_pull_quotes( $html ) );
	}

	/**
	 * What stands behind a pull quote keeps its place, counted in UTF-16 units.
	 */
	public function test_places_stay() {
		$quote = '<!-- wp:pullquote {"align":"left"} --><figure><p>Ship 🚢 über é</p></figure><!-- /wp:pullquote -->';
		$made  = OnRecord_Text::without_pull_quotes( "a$quote b$quote c" );
		$this->assertSame( 'a b c', preg_replace( '/ +/', ' ', $made ) );
		$units = strlen( mb_convert_encoding( $quote, 'UTF-16LE', 'UTF-8' ) ) / 2;
		$this->assertSame( 1 + $units + 1, strpos( $made, 'b' ) );
	}

	/**
	 * One that does not end is left alone.
	 */
	public function test_broken_block() {
		$html = 'a<!-- wp:pullquote --><p>b</p>';
		$this->assertSame( $html, OnRecord_Text::without_pull_quotes( $html ) );
	}
}
