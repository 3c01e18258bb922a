<?php
/**
 * What becomes of what a form sends.
 *
 * @package OnRecord
 */

use PHPUnit\Framework\TestCase;

/**
 * Settings are usable, whatever was sent.
 */
class SettingsTest extends TestCase {

	/**
	 * A site that is set up.
	 */
	protected function setUp(): void {
		OnRecord_World::$option     = array( 'url' => 'https://old.example', 'key' => 'old' );
		OnRecord_World::$complaints = array();
	}

	/**
	 * What is right is taken.
	 */
	public function test_good() {
		$made = OnRecord_Settings::sanitize( array( 'url' => ' http://10.0.0.7:8000/quotes-api/ ', 'key' => 'new', 'timeout' => '20', 'least_confidence' => '0.85', 'structured_data' => '1' ) );
		$this->assertSame( array( 'url' => 'http://10.0.0.7:8000/quotes-api', 'key' => 'new', 'timeout' => 20, 'least_confidence' => 0.85, 'structured_data' => true ), $made );
		$this->assertSame( array(), OnRecord_World::$complaints );
	}

	/**
	 * Addresses that are none.
	 *
	 * @return array
	 */
	public function wrong_addresses() {
		return array( array( 'ftp://host' ), array( 'javascript:alert(1)' ), array( 'host:8000' ), array( 'http://' ), array( 'http://user:pass@host' ), array( 'http://host/?a=b' ), array( 'http://host/#a' ) );
	}

	/**
	 * They are told, and change nothing.
	 *
	 * @dataProvider wrong_addresses
	 * @param string $url The address.
	 */
	public function test_wrong_address( $url ) {
		$this->assertSame( 'https://old.example', OnRecord_Settings::sanitize( array( 'url' => $url ) )['url'] );
		$this->assertSame( array( 'onrecord_url' ), OnRecord_World::$complaints );
	}

	/**
	 * An empty key leaves the old one; it is forgotten on demand; one with a line break is refused.
	 */
	public function test_key() {
		$this->assertSame( 'old', OnRecord_Settings::sanitize( array( 'key' => '' ) )['key'] );
		$this->assertSame( '', OnRecord_Settings::sanitize( array( 'key' => '', 'forget_key' => '1' ) )['key'] );
		$this->assertSame( 'old', OnRecord_Settings::sanitize( array( 'key' => "a\r\nX-Evil: 1" ) )['key'] );
		$this->assertSame( array( 'onrecord_key' ), OnRecord_World::$complaints );
	}

	/**
	 * Numbers are kept in their bounds; what is none changes nothing.
	 */
	public function test_numbers() {
		$made = OnRecord_Settings::sanitize( array( 'timeout' => '9999', 'least_confidence' => '-3' ) );
		$this->assertSame( 60, $made['timeout'] );
		$this->assertSame( 0.0, $made['least_confidence'] );
		$made = OnRecord_Settings::sanitize( array( 'timeout' => 'x', 'least_confidence' => array() ) );
		$this->assertSame( 15, $made['timeout'] );
		$this->assertSame( 0.7, $made['least_confidence'] );
	}

	/**
	 * Something else than a form is borne.
	 */
	public function test_nonsense() {
		$this->assertSame( 'https://old.example', OnRecord_Settings::sanitize( 'x' )['url'] );
		OnRecord_World::$option = 'x';
		$this->assertSame( '', OnRecord_Settings::get()['url'] );
	}
}
