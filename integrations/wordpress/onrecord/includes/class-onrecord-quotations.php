<?php
/**
 * Keeps the quotations of published posts.
 *
 * @package OnRecord
 */

defined( 'ABSPATH' ) || exit;

/**
 * When a post is published, its quotations are stored beside it: at once where the editor has just
 * asked for them, otherwise in the background, with further tries where the service does not answer.
 * Publishing never waits for the service.
 */
class OnRecord_Quotations {

	const META = '_onrecord_quotations';

	const EVENT = 'onrecord_read_post';

	/**
	 * Minutes until the next try, after the first failure, the second, and so on.
	 */
	const PAUSES = array( 1, 5, 15, 60, 240 );

	/**
	 * Hooks into WordPress.
	 */
	public static function register() {
		add_action( 'wp_after_insert_post', array( __CLASS__, 'post_was_saved' ), 10, 2 );
		add_action( self::EVENT, array( __CLASS__, 'read_post' ), 10, 2 );
	}

	/**
	 * What the service is told of a post besides its text.
	 *
	 * @param WP_Post $post The post.
	 * @return array
	 */
	public static function context( $post ) {
		$context = array(
			'title'    => $post->post_title,
			'byline'   => get_the_author_meta( 'display_name', (int) $post->post_author ),
			'language' => get_bloginfo( 'language' ),
		);
		/**
		 * Filters what the service is told of a post besides its text.
		 *
		 * @param array   $context Title, byline, and language as a BCP 47 tag.
		 * @param WP_Post $post    The post.
		 */
		return (array) apply_filters( 'onrecord_context', $context, $post );
	}

	/**
	 * Keeps an answer for a day, for when its text is published.
	 *
	 * @param string $html       The content that was asked about.
	 * @param array  $quotations Its quotations.
	 */
	public static function remember( $html, $quotations ) {
		set_transient( 'onrecord_' . OnRecord_Text::fingerprint( $html ), $quotations, DAY_IN_SECONDS );
	}

	/**
	 * A post was saved.
	 *
	 * @param int     $post_id Its id.
	 * @param WP_Post $post    The post.
	 */
	public static function post_was_saved( $post_id, $post ) {
		if ( ! self::is_due( $post ) ) {
			return;
		}
		$known = get_transient( 'onrecord_' . OnRecord_Text::fingerprint( $post->post_content ) );
		if ( is_array( $known ) ) {
			self::store( $post, $known );
			return;
		}
		self::schedule( $post_id, 0, 0 );
	}

	/**
	 * Asks the service for the quotations of a post, in the background.
	 *
	 * @param int $post_id Its id.
	 * @param int $tries   How often that failed before.
	 */
	public static function read_post( $post_id, $tries ) {
		$post = get_post( $post_id );
		if ( ! $post || ! self::is_due( $post ) ) {
			return;
		}
		$answer = OnRecord_Client::ask( $post->post_content, self::context( $post ) );
		if ( ! is_wp_error( $answer ) ) {
			self::store( $post, $answer['quotations'] );
			return;
		}
		$data = $answer->get_error_data();
		if ( $data['again'] && isset( self::PAUSES[ $tries ] ) ) {
			self::schedule( $post_id, $tries + 1, max( $data['again'], self::PAUSES[ $tries ] * MINUTE_IN_SECONDS ) );
		}
	}

	/**
	 * The quotations of a post, if they are those of its text as it is now.
	 *
	 * @param WP_Post $post The post.
	 * @return array
	 */
	public static function of( $post ) {
		$stored = get_post_meta( $post->ID, self::META, true );
		if ( ! is_array( $stored ) || ! isset( $stored['content'], $stored['quotations'] ) ) {
			return array();
		}
		return OnRecord_Text::fingerprint( $post->post_content ) === $stored['content'] ? $stored['quotations'] : array();
	}

	/**
	 * Forgets all reading that is still to be done.
	 */
	public static function unschedule() {
		wp_unschedule_hook( self::EVENT );
	}

	/**
	 * Whether the quotations of a post are wanted and not yet there.
	 *
	 * @param WP_Post $post The post.
	 * @return bool
	 */
	private static function is_due( $post ) {
		$settings = OnRecord_Settings::get();
		if ( ! $settings['structured_data'] || '' === $settings['url'] || 'publish' !== $post->post_status || '' === trim( $post->post_content ) ) {
			return false;
		}
		if ( ! is_post_type_viewable( $post->post_type ) || ! post_type_supports( $post->post_type, 'editor' ) ) {
			return false;
		}
		$stored = get_post_meta( $post->ID, self::META, true );
		$before = is_array( $stored ) && isset( $stored['content'] ) ? $stored['content'] : '';
		return OnRecord_Text::fingerprint( $post->post_content ) !== $before;
	}

	/**
	 * Stores the quotations of a post, and of which text they are.
	 *
	 * @param WP_Post $post       The post.
	 * @param array   $quotations Its quotations.
	 */
	private static function store( $post, $quotations ) {
		$value = array(
			'content'    => OnRecord_Text::fingerprint( $post->post_content ),
			'quotations' => $quotations,
		);
		update_post_meta( $post->ID, self::META, wp_slash( $value ) );
		// What keeps whole pages learns of it.
		clean_post_cache( $post->ID );
	}

	/**
	 * Has a post read later.
	 *
	 * @param int $post_id Its id.
	 * @param int $tries   How often that failed before.
	 * @param int $seconds How much later.
	 */
	private static function schedule( $post_id, $tries, $seconds ) {
		$arguments = array( (int) $post_id, (int) $tries );
		if ( ! wp_next_scheduled( self::EVENT, $arguments ) ) {
			wp_schedule_single_event( time() + $seconds, self::EVENT, $arguments );
		}
	}
}
