<?php
/**
 * What is believed of an answer.
 *
 * @package OnRecord
 */

use PHPUnit\Framework\TestCase;

/**
 * Reads answers, good and bad.
 */
class AnswerTest extends TestCase {

	/**
	 * A quotation as the service gives it, with changes.
	 *
	 * @param array $changes Members to change.
	 * @return string
	 */
	private static function body( $changes = array() ) {
		$quote = array(
			'id'         => 'q1',
			'type'       => 'direct',
			'text'       => 'Come in,',
			'parts'      => array( array( 'start' => 4, 'end' => 12, 'text' => '<b>Come</b> in,', 'shown' => 'Come in,' ) ),
			'speaker'    => array( 'id' => 's1', 'name' => 'Ada Quill', 'kind' => 'person', 'named' => true, 'title' => null, 'new' => 1 ),
			'negated'    => false,
			'confidence' => 1,
			'cue'        => null,
		);
		return json_encode( array( 'quotes' => array( array_merge( $quote, $changes ) ) ) );
	}

	/**
	 * The members that are used are kept; others are read over.
	 */
	public function test_good_answer() {
		$quotations = OnRecord_Answer::read( self::body() );
		$this->assertSame(
			array(
				array(
					'id'         => 'q1',
					'type'       => 'direct',
					'text'       => 'Come in,',
					'parts'      => array( array( 'start' => 4, 'end' => 12, 'shown' => 'Come in,' ) ),
					'speaker'    => array( 'id' => 's1', 'name' => 'Ada Quill', 'kind' => 'person', 'named' => true, 'title' => null ),
					'negated'    => false,
					'confidence' => 1.0,
				),
			),
			$quotations
		);
	}

	/**
	 * A speaker may be unknown, and of a kind that is not known here.
	 */
	public function test_speaker() {
		$this->assertNull( OnRecord_Answer::read( self::body( array( 'speaker' => null ) ) )[0]['speaker'] );
		$oracle = array( 'id' => 's1', 'name' => 'Delphi', 'kind' => 'oracle', 'named' => true );
		$this->assertSame( 'unknown', OnRecord_Answer::read( self::body( array( 'speaker' => $oracle ) ) )[0]['speaker']['kind'] );
	}

	/**
	 * Nothing found is an answer.
	 */
	public function test_no_quotations() {
		$this->assertSame( array(), OnRecord_Answer::read( '{"quotes": []}' ) );
	}

	/**
	 * What is no answer.
	 *
	 * @return array
	 */
	public function wrong() {
		$place = array( 'start' => 0, 'end' => 1, 'text' => 'x' );
		return array(
			'nothing'            => array( '' ),
			'no JSON'            => array( '{"quotes": [' ),
			'a page'             => array( '<h1>Welcome</h1>' ),
			'a list'             => array( '[]' ),
			'a number'           => array( '7' ),
			'no quotes'          => array( '{"id": "a"}' ),
			'quotes no list'     => array( '{"quotes": "q"}' ),
			'a quote no object'  => array( '{"quotes": ["q"]}' ),
			'no text'            => array( self::body( array( 'text' => null ) ) ),
			'text no text'       => array( self::body( array( 'text' => array( 'x' ) ) ) ),
			'a strange type'     => array( self::body( array( 'type' => 'loud' ) ) ),
			'confidence above 1' => array( self::body( array( 'confidence' => 97 ) ) ),
			'confidence in text' => array( self::body( array( 'confidence' => '0.9' ) ) ),
			'no parts'           => array( self::body( array( 'parts' => array() ) ) ),
			'parts no list'      => array( self::body( array( 'parts' => 'x' ) ) ),
			'a part before 0'    => array( self::body( array( 'parts' => array( array_merge( $place, array( 'start' => -1 ) ) ) ) ) ),
			'a part backwards'   => array( self::body( array( 'parts' => array( array_merge( $place, array( 'start' => 5 ) ) ) ) ) ),
			'a part of halves'   => array( self::body( array( 'parts' => array( array_merge( $place, array( 'end' => 1.5 ) ) ) ) ) ),
			'a nameless speaker' => array( self::body( array( 'speaker' => array( 'id' => 's1' ) ) ) ),
			'a speaker in text'  => array( self::body( array( 'speaker' => 'Ada' ) ) ),
		);
	}

	/**
	 * None of it is half believed.
	 *
	 * @dataProvider wrong
	 * @param string $body What came.
	 */
	public function test_wrong_answer( $body ) {
		$this->assertNull( OnRecord_Answer::read( $body ) );
	}
}
