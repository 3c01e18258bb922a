<?php
/**
 * What the editor in the browser asks this server.
 *
 * @package OnRecord
 */

defined( 'ABSPATH' ) || exit;

/**
 * POST onrecord/v1/quotations: the quotations of a text that is being written. WordPress checks the
 * nonce of the request; the user must be allowed to edit the post.
 */
class OnRecord_Rest {

	const SPACE = 'onrecord/v1';

	/**
	 * Hooks into WordPress.
	 */
	public static function register() {
		add_action( 'rest_api_init', array( __CLASS__, 'add_route' ) );
	}

	/**
	 * Adds the route.
	 */
	public static function add_route() {
		register_rest_route(
			self::SPACE,
			'/quotations',
			array(
				'methods'             => 'POST',
				'callback'            => array( __CLASS__, 'answer' ),
				'permission_callback' => array( __CLASS__, 'is_allowed' ),
				'args'                => array(
					'post'    => array(
						'type'              => 'integer',
						'required'          => true,
						'minimum'           => 1,
						'sanitize_callback' => 'absint',
					),
					'content' => array(
						'type'     => 'string',
						'required' => true,
					),
					'title'   => array(
						'type'    => 'string',
						'default' => '',
					),
				),
			)
		);
	}

	/**
	 * Whether the user may edit the post.
	 *
	 * @param WP_REST_Request $request The request.
	 * @return bool
	 */
	public static function is_allowed( $request ) {
		return current_user_can( 'edit_post', absint( $request['post'] ) );
	}

	/**
	 * Answers.
	 *
	 * @param WP_REST_Request $request The request.
	 * @return WP_REST_Response|WP_Error
	 */
	public static function answer( $request ) {
		$post    = get_post( absint( $request['post'] ) );
		$context = OnRecord_Quotations::context( $post );
		if ( '' !== $request['title'] ) {
			$context['title'] = $request['title'];
		}
		$answer = OnRecord_Client::ask( $request['content'], $context );
		if ( is_wp_error( $answer ) ) {
			return $answer;
		}
		OnRecord_Quotations::remember( $request['content'], $answer['quotations'] );
		return rest_ensure_response( array( 'quotations' => $answer['quotations'] ) );
	}
}
