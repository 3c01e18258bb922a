<?php
/**
 * Plugin Name: onrecord
 * Description: Shows who said what in the post being written, warns of quotations without a speaker, and publishes quotations as schema.org structured data.
 * Version: 0.1.0
 * Requires at least: 6.1
 * Requires PHP: 7.4
 * License: MIT
 * Text Domain: onrecord
 * Domain Path: /languages
 *
 * @package OnRecord
 */

defined( 'ABSPATH' ) || exit;

define( 'ONRECORD_PLUGIN_VERSION', '0.1.0' );
define( 'ONRECORD_PLUGIN_FILE', __FILE__ );

require_once __DIR__ . '/includes/class-onrecord-settings.php';
require_once __DIR__ . '/includes/class-onrecord-settings-page.php';
require_once __DIR__ . '/includes/class-onrecord-text.php';
require_once __DIR__ . '/includes/class-onrecord-answer.php';
require_once __DIR__ . '/includes/class-onrecord-failures.php';
require_once __DIR__ . '/includes/class-onrecord-client.php';
require_once __DIR__ . '/includes/class-onrecord-rest.php';
require_once __DIR__ . '/includes/class-onrecord-editor.php';
require_once __DIR__ . '/includes/class-onrecord-quotations.php';
require_once __DIR__ . '/includes/class-onrecord-structured-data.php';

OnRecord_Settings_Page::register();
OnRecord_Rest::register();
OnRecord_Editor::register();
OnRecord_Quotations::register();
OnRecord_Structured_Data::register();

register_activation_hook( __FILE__, array( 'OnRecord_Settings', 'add_option' ) );
register_deactivation_hook( __FILE__, array( 'OnRecord_Quotations', 'unschedule' ) );
