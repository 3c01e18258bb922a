<?php
/**
 * Reads what the service answers, and believes nothing of it unseen.
 *
 * @package OnRecord
 */

defined( 'ABSPATH' ) || exit;

/**
 * The quotations of an answer, with the members that the plugin uses and no others.
 */
class OnRecord_Answer {

	const TYPES = array( 'direct', 'mixed', 'indirect' );

	const KINDS = array( 'person', 'organization', 'document', 'group', 'unknown' );

	const MOST = 2000;

	/**
	 * Reads the body of an answer.
	 *
	 * @param string $body JSON.
	 * @return array|null The quotations; null where this is no answer of the service.
	 */
	public static function read( $body ) {
		$answer = json_decode( $body, true, 64 );
		if ( ! is_array( $answer ) || ! isset( $answer['quotes'] ) || ! is_array( $answer['quotes'] ) ) {
			return null;
		}
		$quotations = array();
		foreach ( array_slice( $answer['quotes'], 0, self::MOST ) as $quote ) {
			$quotation = self::quotation( $quote );
			if ( null === $quotation ) {
				return null;
			}
			$quotations[] = $quotation;
		}
		return $quotations;
	}

	/**
	 * One quotation.
	 *
	 * @param mixed $quote As it came.
	 * @return array|null Null where something is not as it should be.
	 */
	private static function quotation( $quote ) {
		if ( ! is_array( $quote ) || ! self::is_words( $quote, 'id' ) || ! self::is_words( $quote, 'text' ) ) {
			return null;
		}
		$confidence = isset( $quote['confidence'] ) ? $quote['confidence'] : null;
		if ( ! ( is_int( $confidence ) || is_float( $confidence ) ) || $confidence < 0 || $confidence > 1 ) {
			return null;
		}
		$parts   = self::parts( $quote );
		$speaker = self::speaker( $quote );
		if ( ! $parts || false === $speaker || ! isset( $quote['type'] ) || ! in_array( $quote['type'], self::TYPES, true ) ) {
			return null;
		}
		return array(
			'id'         => $quote['id'],
			'type'       => $quote['type'],
			'text'       => $quote['text'],
			'parts'      => $parts,
			'speaker'    => $speaker,
			'negated'    => ! empty( $quote['negated'] ),
			'confidence' => (float) $confidence,
		);
	}

	/**
	 * Where the words stand.
	 *
	 * @param array $quote As it came.
	 * @return array Empty where something is not as it should be.
	 */
	private static function parts( $quote ) {
		$parts = array();
		foreach ( isset( $quote['parts'] ) && is_array( $quote['parts'] ) ? $quote['parts'] : array() as $part ) {
			if ( ! is_array( $part ) || ! isset( $part['start'], $part['end'] ) || ! is_int( $part['start'] ) || ! is_int( $part['end'] ) ) {
				return array();
			}
			$words = self::is_words( $part, 'shown' ) ? $part['shown'] : ( self::is_words( $part, 'text' ) ? $part['text'] : '' );
			if ( '' === $words || $part['start'] < 0 || $part['end'] <= $part['start'] ) {
				return array();
			}
			$parts[] = array(
				'start' => $part['start'],
				'end'   => $part['end'],
				'shown' => $words,
			);
		}
		return $parts;
	}

	/**
	 * Who said it.
	 *
	 * @param array $quote As it came.
	 * @return array|null|false Null where nobody is known; false where it is not as it should be.
	 */
	private static function speaker( $quote ) {
		if ( ! isset( $quote['speaker'] ) ) {
			return null;
		}
		$speaker = $quote['speaker'];
		if ( ! is_array( $speaker ) || ! self::is_words( $speaker, 'id' ) || ! self::is_words( $speaker, 'name' ) ) {
			return false;
		}
		$known = isset( $speaker['kind'] ) && in_array( $speaker['kind'], self::KINDS, true );
		return array(
			'id'    => $speaker['id'],
			'name'  => $speaker['name'],
			'kind'  => $known ? $speaker['kind'] : 'unknown',
			'named' => ! empty( $speaker['named'] ),
			'title' => self::is_words( $speaker, 'title' ) ? $speaker['title'] : null,
		);
	}

	/**
	 * Whether a member is a text that has something in it.
	 *
	 * @param array  $from Where it should be.
	 * @param string $name Its name.
	 * @return bool
	 */
	private static function is_words( $from, $name ) {
		return isset( $from[ $name ] ) && is_string( $from[ $name ] ) && '' !== trim( $from[ $name ] );
	}
}
