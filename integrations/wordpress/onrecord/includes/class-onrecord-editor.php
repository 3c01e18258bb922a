<?php
/**
 * Brings the sidebar into the block editor.
 *
 * @package OnRecord
 */

defined( 'ABSPATH' ) || exit;

/**
 * The script of the editor, and what it has to know.
 */
class OnRecord_Editor {

	const HANDLE = 'onrecord-editor';

	const LEFT_OUT = 'onrecord_left_out';

	/**
	 * Hooks into WordPress.
	 */
	public static function register() {
		add_action( 'init', array( __CLASS__, 'add_meta' ) );
		add_action( 'enqueue_block_editor_assets', array( __CLASS__, 'add_script' ) );
	}

	/**
	 * The quotations of a post that an editor keeps out of the structured data, by their words.
	 */
	public static function add_meta() {
		load_plugin_textdomain( 'onrecord', false, dirname( plugin_basename( ONRECORD_PLUGIN_FILE ) ) . '/languages' );
		register_post_meta(
			'',
			self::LEFT_OUT,
			array(
				'type'          => 'array',
				'single'        => true,
				'default'       => array(),
				'auth_callback' => array( __CLASS__, 'may_edit' ),
				'show_in_rest'  => array(
					'schema' => array(
						'type'     => 'array',
						'maxItems' => 500,
						'items'    => array(
							'type'      => 'string',
							'maxLength' => 20000,
						),
					),
				),
			)
		);
	}

	/**
	 * Who may change it: who may edit the post.
	 *
	 * @param bool   $allowed Whether it is allowed so far.
	 * @param string $key     The key of the meta.
	 * @param int    $post    The id of the post.
	 * @return bool
	 */
	public static function may_edit( $allowed, $key, $post ) {
		return current_user_can( 'edit_post', $post );
	}

	/**
	 * Loads the script in the editor of posts; not in that of the site or of widgets.
	 */
	public static function add_script() {
		$screen = get_current_screen();
		if ( ! $screen || 'post' !== $screen->base ) {
			return;
		}
		$assets = plugins_url( 'assets/', ONRECORD_PLUGIN_FILE );
		$needed = array( 'wp-a11y', 'wp-api-fetch', 'wp-block-editor', 'wp-blocks', 'wp-components', 'wp-data', 'wp-edit-post', 'wp-editor', 'wp-element', 'wp-escape-html', 'wp-i18n', 'wp-plugins', 'wp-rich-text' );
		foreach ( array( 'onrecord-places' => 'places.js', self::HANDLE => 'editor.js' ) as $handle => $file ) {
			wp_enqueue_script( $handle, $assets . $file, $needed, ONRECORD_PLUGIN_VERSION, true );
			$needed[] = $handle;
		}
		wp_enqueue_style( self::HANDLE, $assets . 'editor.css', array( 'wp-components' ), ONRECORD_PLUGIN_VERSION );
		wp_set_script_translations( self::HANDLE, 'onrecord', plugin_dir_path( ONRECORD_PLUGIN_FILE ) . 'languages' );
		wp_add_inline_script( self::HANDLE, 'window.onrecordEditor = ' . wp_json_encode( self::knowledge(), JSON_HEX_TAG | JSON_HEX_AMP ) . ';', 'before' );
	}

	/**
	 * What the script has to know. Not the key, nor the address.
	 *
	 * @return array
	 */
	private static function knowledge() {
		$settings = OnRecord_Settings::get();
		$may_set  = current_user_can( OnRecord_Settings::capability() );
		return array(
			'leastConfidence' => (float) $settings['least_confidence'],
			'structuredData'  => (bool) $settings['structured_data'],
			'timeout'         => (int) $settings['timeout'],
			'isSetUp'         => '' !== $settings['url'],
			'settingsUrl'     => $may_set ? esc_url_raw( OnRecord_Settings_Page::address() ) : '',
		);
	}
}
