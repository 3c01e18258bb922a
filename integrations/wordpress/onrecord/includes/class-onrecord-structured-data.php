<?php
/**
 * Writes quotations into published pages, for machines.
 *
 * @package OnRecord
 */

defined( 'ABSPATH' ) || exit;

/**
 * Quotations as schema.org has them, in JSON-LD. It says of people that they said something, so
 * that only direct quotations of named speakers go out that are certain enough, that the text does
 * not deny, and that no editor has left out.
 */
class OnRecord_Structured_Data {

	/**
	 * Types of schema.org by kind of speaker: those that it lets speak.
	 */
	const TYPES = array(
		'person'       => 'Person',
		'organization' => 'Organization',
		'group'        => 'Organization',
	);

	/**
	 * Hooks into WordPress.
	 */
	public static function register() {
		add_action( 'wp_head', array( __CLASS__, 'show' ) );
	}

	/**
	 * Writes the quotations of the post that this page shows.
	 */
	public static function show() {
		$post = is_singular() ? get_queried_object() : null;
		if ( ! $post instanceof WP_Post || 'publish' !== $post->post_status || is_preview() || post_password_required( $post ) ) {
			return;
		}
		$settings = OnRecord_Settings::get();
		if ( ! $settings['structured_data'] ) {
			return;
		}
		$left_out = get_post_meta( $post->ID, OnRecord_Editor::LEFT_OUT, true );
		$chosen   = self::choose( OnRecord_Quotations::of( $post ), $settings['least_confidence'], is_array( $left_out ) ? $left_out : array() );
		/**
		 * Filters the structured data of a post; an empty array writes none.
		 *
		 * @param array   $document A JSON-LD document.
		 * @param WP_Post $post     The post.
		 */
		$document = apply_filters( 'onrecord_structured_data', self::document( $chosen, self::article( $post ) ), $post );
		if ( ! $document ) {
			return;
		}
		// No "<", ">" or "&" is left in it that could end the element.
		$json = wp_json_encode( $document, JSON_HEX_TAG | JSON_HEX_AMP | JSON_UNESCAPED_SLASHES | JSON_UNESCAPED_UNICODE );
		wp_print_inline_script_tag( $json, array( 'type' => 'application/ld+json', 'class' => 'onrecord-quotations' ) );
	}

	/**
	 * The quotations that go out.
	 *
	 * @param array $quotations All of a post.
	 * @param float $least      Least confidence.
	 * @param array $left_out   Words of those that an editor has left out.
	 * @return array
	 */
	public static function choose( $quotations, $least, $left_out ) {
		$chosen = array();
		foreach ( $quotations as $quotation ) {
			$speaker = $quotation['speaker'];
			$fit     = 'direct' === $quotation['type'] && ! $quotation['negated'] && $quotation['confidence'] >= $least;
			if ( $fit && $speaker && $speaker['named'] && isset( self::TYPES[ $speaker['kind'] ] ) && ! in_array( $quotation['text'], $left_out, true ) ) {
				$chosen[] = $quotation;
			}
		}
		return $chosen;
	}

	/**
	 * A JSON-LD document.
	 *
	 * @param array $quotations Those that go out.
	 * @param array $article    What they are part of.
	 * @return array Empty where there are none.
	 */
	public static function document( $quotations, $article ) {
		if ( ! $quotations ) {
			return array();
		}
		$graph = array();
		foreach ( $quotations as $quotation ) {
			$speaker = array(
				'@type' => self::TYPES[ $quotation['speaker']['kind'] ],
				'name'  => $quotation['speaker']['name'],
			);
			if ( null !== $quotation['speaker']['title'] && 'Person' === $speaker['@type'] ) {
				$speaker['jobTitle'] = $quotation['speaker']['title'];
			}
			$graph[] = array(
				'@type'             => 'Quotation',
				'@id'               => $article['url'] . '#onrecord-' . rawurlencode( $quotation['id'] ),
				'text'              => self::words( $quotation ),
				'inLanguage'        => $article['inLanguage'],
				'spokenByCharacter' => $speaker,
				'isPartOf'          => array( '@id' => $article['url'] ),
			);
		}
		$graph[] = $article;
		return array(
			'@context' => 'https://schema.org',
			'@graph'   => $graph,
		);
	}

	/**
	 * The words as they were said: what the article has between two parts is marked, and a comma at
	 * the end belongs to the sentence around them.
	 *
	 * @param array $quotation One that goes out.
	 * @return string
	 */
	private static function words( $quotation ) {
		return rtrim( implode( ' […] ', array_column( $quotation['parts'], 'shown' ) ), ", \t\n" );
	}

	/**
	 * What the quotations are part of.
	 *
	 * @param WP_Post $post The post.
	 * @return array
	 */
	private static function article( $post ) {
		$url = get_permalink( $post );
		return array(
			'@type'      => 'NewsArticle',
			'@id'        => $url,
			'url'        => $url,
			'headline'   => wp_strip_all_tags( get_the_title( $post ), true ),
			'inLanguage' => get_bloginfo( 'language' ),
		);
	}
}
