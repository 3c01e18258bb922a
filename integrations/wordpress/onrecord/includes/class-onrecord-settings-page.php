<?php
/**
 * The page under Settings.
 *
 * @package OnRecord
 */

defined( 'ABSPATH' ) || exit;

/**
 * Shows the settings, and tries the connection.
 */
class OnRecord_Settings_Page {

	const SLUG = 'onrecord';

	const TRY_ACTION = 'onrecord_try';

	/**
	 * Hooks into WordPress.
	 */
	public static function register() {
		add_action( 'admin_menu', array( __CLASS__, 'add_page' ) );
		add_action( 'admin_init', array( __CLASS__, 'add_fields' ) );
		add_action( 'admin_post_' . self::TRY_ACTION, array( __CLASS__, 'try_connection' ) );
		add_filter( 'option_page_capability_' . self::SLUG, array( 'OnRecord_Settings', 'capability' ) );
		add_filter( 'plugin_action_links_' . plugin_basename( ONRECORD_PLUGIN_FILE ), array( __CLASS__, 'link' ) );
	}

	/**
	 * The address of the page.
	 *
	 * @return string
	 */
	public static function address() {
		return admin_url( 'options-general.php?page=' . self::SLUG );
	}

	/**
	 * A link to the page in the list of plugins.
	 *
	 * @param array $links The links that are there.
	 * @return array
	 */
	public static function link( $links ) {
		if ( current_user_can( OnRecord_Settings::capability() ) ) {
			array_unshift(
				$links,
				sprintf( '<a href="%s">%s</a>', esc_url( self::address() ), esc_html__( 'Settings', 'onrecord' ) )
			);
		}
		return $links;
	}

	/**
	 * Adds the page to the menu.
	 */
	public static function add_page() {
		add_options_page(
			__( 'onrecord', 'onrecord' ),
			__( 'onrecord', 'onrecord' ),
			OnRecord_Settings::capability(),
			self::SLUG,
			array( __CLASS__, 'show' )
		);
	}

	/**
	 * Tells WordPress of the option and its fields.
	 */
	public static function add_fields() {
		register_setting(
			self::SLUG,
			OnRecord_Settings::OPTION,
			array(
				'type'              => 'object',
				'sanitize_callback' => array( 'OnRecord_Settings', 'sanitize' ),
				'default'           => OnRecord_Settings::defaults(),
				'show_in_rest'      => false,
			)
		);
		$sections = array(
			'onrecord_service' => __( 'The service', 'onrecord' ),
			'onrecord_use'     => __( 'What is done with its answers', 'onrecord' ),
		);
		foreach ( $sections as $id => $title ) {
			add_settings_section( $id, $title, '__return_null', self::SLUG );
		}
		$fields = array(
			'url'              => array( __( 'Address', 'onrecord' ), 'onrecord_service' ),
			'key'              => array( __( 'Key', 'onrecord' ), 'onrecord_service' ),
			'timeout'          => array( __( 'Longest wait, in seconds', 'onrecord' ), 'onrecord_service' ),
			'least_confidence' => array( __( 'Least confidence', 'onrecord' ), 'onrecord_use' ),
			'structured_data'  => array( __( 'Structured data', 'onrecord' ), 'onrecord_use' ),
		);
		foreach ( $fields as $name => $field ) {
			add_settings_field(
				'onrecord_' . $name,
				$field[0],
				array( __CLASS__, 'show_' . $name ),
				self::SLUG,
				$field[1],
				array( 'label_for' => 'onrecord_' . $name )
			);
		}
	}

	/**
	 * The name of a field in the form.
	 *
	 * @param string $name Which setting.
	 * @return string
	 */
	private static function name( $name ) {
		return OnRecord_Settings::OPTION . '[' . $name . ']';
	}

	/**
	 * The field of the address.
	 */
	public static function show_url() {
		$fixed = defined( 'ONRECORD_URL' );
		printf(
			'<input type="url" class="regular-text code" id="onrecord_url" name="%s" value="%s" placeholder="http://127.0.0.1:8000" aria-describedby="onrecord_url_help"%s>',
			esc_attr( self::name( 'url' ) ),
			esc_attr( OnRecord_Settings::get()['url'] ),
			disabled( $fixed, true, false )
		);
		self::help(
			'url',
			$fixed
				? __( 'Set by ONRECORD_URL in wp-config.php.', 'onrecord' )
				: __( 'Where the service listens. This server asks it; browsers never do. Drafts are sent there when an editor asks for their quotations, and posts when they are published.', 'onrecord' )
		);
	}

	/**
	 * The field of the key. It is never shown again.
	 */
	public static function show_key() {
		$fixed = defined( 'ONRECORD_KEY' );
		$known = '' !== OnRecord_Settings::get()['key'];
		printf(
			'<input type="password" class="regular-text code" id="onrecord_key" name="%s" value="" autocomplete="new-password" placeholder="%s" aria-describedby="onrecord_key_help"%s>',
			esc_attr( self::name( 'key' ) ),
			esc_attr( $known ? __( 'a key is set', 'onrecord' ) : '' ),
			disabled( $fixed, true, false )
		);
		if ( $known && ! $fixed ) {
			printf(
				' <label><input type="checkbox" name="%s" value="1"> %s</label>',
				esc_attr( self::name( 'forget_key' ) ),
				esc_html__( 'Forget it', 'onrecord' )
			);
		}
		self::help(
			'key',
			$fixed
				? __( 'Set by ONRECORD_KEY in wp-config.php.', 'onrecord' )
				: __( 'Where the service asks for one. An empty field leaves the key as it is. ONRECORD_KEY in wp-config.php keeps it out of the database.', 'onrecord' )
		);
	}

	/**
	 * The field of the time-out.
	 */
	public static function show_timeout() {
		printf(
			'<input type="number" class="small-text" id="onrecord_timeout" name="%s" value="%s" min="1" max="%s" step="1">',
			esc_attr( self::name( 'timeout' ) ),
			esc_attr( OnRecord_Settings::get()['timeout'] ),
			esc_attr( OnRecord_Settings::LONGEST_TIMEOUT )
		);
	}

	/**
	 * The field of the least confidence.
	 */
	public static function show_least_confidence() {
		printf(
			'<input type="number" class="small-text" id="onrecord_least_confidence" name="%s" value="%s" min="0" max="1" step="0.01" aria-describedby="onrecord_least_confidence_help">',
			esc_attr( self::name( 'least_confidence' ) ),
			esc_attr( OnRecord_Settings::get()['least_confidence'] )
		);
		self::help( 'least_confidence', __( 'From 0 to 1. Quotations below it are warned of before publishing, and are never published as structured data. Of those with 0.7, about seven in ten are right.', 'onrecord' ) );
	}

	/**
	 * The field of the structured data.
	 */
	public static function show_structured_data() {
		printf(
			'<label><input type="checkbox" id="onrecord_structured_data" name="%s" value="1"%s> %s</label>',
			esc_attr( self::name( 'structured_data' ) ),
			checked( (bool) OnRecord_Settings::get()['structured_data'], true, false ),
			esc_html__( 'Write direct quotations of named speakers into published pages as schema.org Quotation', 'onrecord' )
		);
	}

	/**
	 * Some words under a field.
	 *
	 * @param string $name  Which setting.
	 * @param string $words What to say.
	 */
	private static function help( $name, $words ) {
		printf( '<p class="description" id="%s">%s</p>', esc_attr( 'onrecord_' . $name . '_help' ), esc_html( $words ) );
	}

	/**
	 * The page.
	 */
	public static function show() {
		if ( ! current_user_can( OnRecord_Settings::capability() ) ) {
			return;
		}
		echo '<div class="wrap"><h1>' . esc_html( get_admin_page_title() ) . '</h1>';
		self::show_result();
		echo '<form action="' . esc_url( admin_url( 'options.php' ) ) . '" method="post">';
		settings_fields( self::SLUG );
		do_settings_sections( self::SLUG );
		submit_button();
		echo '</form><form action="' . esc_url( admin_url( 'admin-post.php' ) ) . '" method="post">';
		echo '<input type="hidden" name="action" value="' . esc_attr( self::TRY_ACTION ) . '">';
		wp_nonce_field( self::TRY_ACTION );
		submit_button( __( 'Try the connection', 'onrecord' ), 'secondary', 'onrecord_try', false );
		echo ' <span class="description">' . esc_html__( 'Sends one made-up sentence, with the settings as they are saved.', 'onrecord' ) . '</span>';
		echo '</form></div>';
	}

	/**
	 * What came of the last try, shown once to who made it.
	 */
	private static function show_result() {
		$result = get_transient( self::result_name() );
		if ( ! is_array( $result ) || ! isset( $result['good'], $result['words'] ) ) {
			return;
		}
		delete_transient( self::result_name() );
		printf(
			'<div class="notice notice-%s"><p>%s</p></div>',
			esc_attr( $result['good'] ? 'success' : 'error' ),
			esc_html( $result['words'] )
		);
	}

	/**
	 * Where the result of a try waits for the user who made it.
	 *
	 * @return string
	 */
	private static function result_name() {
		return 'onrecord_try_' . get_current_user_id();
	}

	/**
	 * Asks the service for the quotations of one sentence, and goes back to the page.
	 */
	public static function try_connection() {
		if ( ! current_user_can( OnRecord_Settings::capability() ) ) {
			wp_die( esc_html__( 'You are not allowed to do that.', 'onrecord' ), '', array( 'response' => 403 ) );
		}
		check_admin_referer( self::TRY_ACTION );
		$answer = OnRecord_Client::ask( '<p>“The ferry is late,” said Ada Quill.</p>', array( 'language' => 'en' ) );
		$good   = ! is_wp_error( $answer );
		/* translators: %d: number of milliseconds. */
		$words = $good ? sprintf( __( 'The service answered as it should, in %d ms.', 'onrecord' ), $answer['milliseconds'] ) : $answer->get_error_message();
		set_transient( self::result_name(), array( 'good' => $good, 'words' => $words ), MINUTE_IN_SECONDS );
		wp_safe_redirect( self::address() );
		exit;
	}
}
