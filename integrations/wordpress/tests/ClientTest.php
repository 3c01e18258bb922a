<?php
/**
 * One request to the service.
 *
 * @package OnRecord
 */

use PHPUnit\Framework\TestCase;

/**
 * What is sent, and what is made of every way to fail.
 */
class ClientTest extends TestCase {

	/**
	 * A site that is set up.
	 */
	protected function setUp(): void {
		OnRecord_World::$option   = array( 'url' => 'http://127.0.0.1:8000', 'key' => 'secret-key', 'timeout' => 7 );
		OnRecord_World::$response = array( 'code' => 200, 'body' => '{"quotes": []}' );
		OnRecord_World::$request  = array();
	}

	/**
	 * The text goes as HTML, counted as JavaScript counts; the key goes to one address alone.
	 */
	public function test_request() {
		OnRecord_Client::ask( '<p>Hello</p>', array( 'title' => ' A <b>title</b> ' . str_repeat( 'ü', 2000 ), 'byline' => '', 'language' => 'en-GB' ) );
		list( $url, $arguments ) = OnRecord_World::$request;
		$sent                    = json_decode( $arguments['body'], true );
		$this->assertSame( 'http://127.0.0.1:8000/quotes', $url );
		$this->assertSame( '<p>Hello</p>', $sent['text'] );
		$this->assertSame( 'text/html', $sent['content_type'] );
		$this->assertSame( 'utf16', $sent['offset_unit'] );
		$this->assertSame( 'en-GB', $sent['language'] );
		$this->assertSame( 1000, mb_strlen( $sent['title'] ) );
		$this->assertArrayNotHasKey( 'byline', $sent );
		$this->assertSame( 'Bearer secret-key', $arguments['headers']['Authorization'] );
		$this->assertSame( 0, $arguments['redirection'] );
		$this->assertSame( 7, $arguments['timeout'] );
	}

	/**
	 * Without a key none is sent; without an address nothing is.
	 */
	public function test_not_set_up() {
		OnRecord_World::$option['key'] = '';
		OnRecord_Client::ask( 'x', array() );
		$this->assertArrayNotHasKey( 'Authorization', OnRecord_World::$request[1]['headers'] );
		OnRecord_World::$option  = false;
		OnRecord_World::$request = array();
		$this->assertSame( 'onrecord_not_set_up', OnRecord_Client::ask( 'x', array() )->get_error_code() );
		$this->assertSame( array(), OnRecord_World::$request );
	}

	/**
	 * Text that is not UTF-8 is not sent.
	 */
	public function test_unsendable() {
		$this->assertSame( 'onrecord_unsendable', OnRecord_Client::ask( "\xFF", array() )->get_error_code() );
	}

	/**
	 * Ways to fail: what comes, the error that is made, and whether another try can help.
	 *
	 * @return array
	 */
	public function failures() {
		$timeout = 'cURL error 28: Operation timed out after 7001 milliseconds';
		$refused = 'cURL error 7: Failed to connect to 127.0.0.1 port 8000';
		$faulty  = '{"errors": [{"pointer": "/text", "detail": "is <b>too long</b>."}]}';
		return array(
			array( new WP_Error( 'http_request_failed', $timeout ), 'timeout', 'within 7 seconds', true ),
			array( new WP_Error( 'http_request_failed', $refused ), 'unreachable', 'cannot be reached', true ),
			array( array( 'code' => 200, 'body' => '<html>' ), 'senseless', 'cannot be read', true ),
			array( array( 'code' => 302, 'body' => '' ), 'senseless', 'cannot be read', true ),
			array( array( 'code' => 404, 'body' => '' ), 'senseless', 'cannot be read', true ),
			array( array( 'code' => 401, 'body' => '{}' ), 'unauthorized', 'key', false ),
			array( array( 'code' => 413, 'body' => '{}' ), 'too_large', 'too long', false ),
			array( array( 'code' => 422, 'body' => $faulty ), 'invalid', 'text is too long.', false ),
			array( array( 'code' => 422, 'body' => '{"errors": 7}' ), 'invalid', 'cannot use this text.', false ),
			array( array( 'code' => 422, 'body' => '"errors"' ), 'invalid', 'cannot use this text.', false ),
			array( array( 'code' => 429, 'body' => '', 'headers' => array( 'retry-after' => '1' ) ), 'too_many', 'in 1 second.', true ),
			array( array( 'code' => 429, 'body' => '', 'headers' => array( 'retry-after' => 'soon' ) ), 'too_many', 'in a while', true ),
			array( array( 'code' => 503, 'body' => '' ), 'not_ready', 'not ready', true ),
			array( array( 'code' => 500, 'body' => 'Trace: secret' ), 'fault', 'fault of its own', true ),
		);
	}

	/**
	 * Each has words of its own, and none of them tells the key or the address.
	 *
	 * @dataProvider failures
	 * @param mixed  $response What comes.
	 * @param string $code     The error.
	 * @param string $words    What an editor is told.
	 * @param bool   $again    Whether another try can help.
	 */
	public function test_failure( $response, $code, $words, $again ) {
		OnRecord_World::$response = $response;
		$error                    = OnRecord_Client::ask( '<p>x</p>', array() );
		$this->assertSame( 'onrecord_' . $code, $error->get_error_code() );
		$this->assertStringContainsString( $words, $error->get_error_message() );
		$this->assertStringNotContainsString( 'secret', $error->get_error_message() );
		$this->assertStringNotContainsString( '127.0.0.1', $error->get_error_message() );
		$this->assertSame( $again, $error->get_error_data()['again'] > 0 );
		$this->assertContains( $error->get_error_data()['status'], array( 422, 429, 503 ) );
	}
}
