<?php
/**
 * What goes out about people.
 *
 * @package OnRecord
 */

use PHPUnit\Framework\TestCase;

/**
 * Which quotations go out, and how.
 */
class StructuredDataTest extends TestCase {

	/**
	 * A quotation that goes out, with changes.
	 *
	 * @param array $changes Members to change.
	 * @param array $speaker Members of the speaker to change.
	 * @return array
	 */
	private static function quotation( $changes = array(), $speaker = array() ) {
		$quotation = array(
			'id'         => 'q1',
			'type'       => 'direct',
			'text'       => 'Come in, sit down.',
			'parts'      => array( array( 'start' => 4, 'end' => 12, 'shown' => 'Come in,' ), array( 'start' => 30, 'end' => 39, 'shown' => 'sit down,' ) ),
			'speaker'    => array_merge( array( 'id' => 's1', 'name' => 'Ada Quill', 'kind' => 'person', 'named' => true, 'title' => 'Mayor' ), $speaker ),
			'negated'    => false,
			'confidence' => 0.9,
		);
		return array_merge( $quotation, $changes );
	}

	/**
	 * Only what is certain, direct, not denied, and of a name.
	 */
	public function test_choice() {
		$good = self::quotation();
		$bad  = array(
			self::quotation( array( 'confidence' => 0.69 ) ),
			self::quotation( array( 'type' => 'indirect' ) ),
			self::quotation( array( 'type' => 'mixed' ) ),
			self::quotation( array( 'negated' => true ) ),
			self::quotation( array( 'speaker' => null ) ),
			self::quotation( array(), array( 'named' => false ) ),
			self::quotation( array(), array( 'kind' => 'document' ) ),
			self::quotation( array(), array( 'kind' => 'unknown' ) ),
			self::quotation( array( 'text' => 'Go away,' ) ),
		);
		$this->assertSame( array( $good ), OnRecord_Structured_Data::choose( array_merge( $bad, array( $good ) ), 0.7, array( 'Go away,' ) ) );
	}

	/**
	 * A document names the speaker, and what the quotation is part of.
	 */
	public function test_document() {
		$article  = array( '@type' => 'NewsArticle', '@id' => 'https://quay.example/a', 'url' => 'https://quay.example/a', 'headline' => 'A', 'inLanguage' => 'en' );
		$harbour  = self::quotation( array(), array( 'kind' => 'organization', 'name' => 'Harbour Board' ) );
		$document = OnRecord_Structured_Data::document( array( self::quotation(), $harbour ), $article );
		$this->assertSame( 'Come in, […] sit down', $document['@graph'][0]['text'] );
		$this->assertSame( array( '@type' => 'Person', 'name' => 'Ada Quill', 'jobTitle' => 'Mayor' ), $document['@graph'][0]['spokenByCharacter'] );
		$this->assertSame( array( '@type' => 'Organization', 'name' => 'Harbour Board' ), $document['@graph'][1]['spokenByCharacter'] );
		$this->assertSame( array( '@id' => 'https://quay.example/a' ), $document['@graph'][0]['isPartOf'] );
		$this->assertSame( $article, $document['@graph'][2] );
		$this->assertSame( array(), OnRecord_Structured_Data::document( array(), $article ) );
	}
}
