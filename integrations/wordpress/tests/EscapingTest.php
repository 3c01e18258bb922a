<?php
/**
 * What the sniffs of WordPress itself would watch, and Debian does not bring.
 *
 * @package OnRecord
 */

use PHPUnit\Framework\TestCase;

/**
 * Reads the plugin's own code.
 */
class EscapingTest extends TestCase {

	const SAFE = array( 'esc_html', 'esc_html__', 'esc_attr', 'esc_url', 'disabled', 'checked' );

	/**
	 * The files of the plugin.
	 *
	 * @return array
	 */
	public function files() {
		$root  = dirname( __DIR__ ) . '/onrecord';
		$files = array();
		foreach ( array_merge( glob( "$root/*.php" ), glob( "$root/includes/*.php" ) ) as $file ) {
			$files[ basename( $file ) ] = array( $file );
		}
		return $files;
	}

	/**
	 * Whatever is printed is a literal, or goes through a function that escapes.
	 *
	 * @dataProvider files
	 * @param string $file The file.
	 */
	public function test_everything_printed_is_escaped( $file ) {
		$open  = 0;
		$depth = 0;
		$safe  = 0;
		foreach ( $this->tokens( $file ) as $token ) {
			list( $kind, $text ) = $token;
			if ( ! $open && ( T_ECHO === $kind || T_PRINT === $kind || 'printf' === $text ) ) {
				$open  = T_STRING === $kind ? 1 : 2;
				$depth = 0;
			} elseif ( $open && in_array( $text, self::SAFE, true ) ) {
				$safe = $safe ? $safe : $depth + 1;
			} elseif ( $open && '(' === $text ) {
				++$depth;
			} elseif ( $open && ')' === $text ) {
				--$depth;
				$safe = $depth < $safe ? 0 : $safe;
			} elseif ( $open && ';' === $text ) {
				$open = 0;
			} elseif ( $open && ! $safe ) {
				$this->assertNotContains( $kind, array( T_VARIABLE, T_STRING ), "$text is printed as it is in $file, line {$token[2]}" );
			}
		}
		$this->assertSame( 0, $open );
	}

	/**
	 * No file does anything when it is called by its address.
	 *
	 * @dataProvider files
	 * @param string $file The file.
	 */
	public function test_no_file_runs_alone( $file ) {
		$this->assertMatchesRegularExpression( '/^defined\( \'(ABSPATH|WP_UNINSTALL_PLUGIN)\' \) \|\| exit;$/m', file_get_contents( $file ) );
	}

	/**
	 * Requests are read by WordPress alone, which checks them: no file looks at them itself.
	 *
	 * @dataProvider files
	 * @param string $file The file.
	 */
	public function test_no_superglobals( $file ) {
		$this->assertDoesNotMatchRegularExpression( '/\$_(GET|POST|REQUEST|COOKIE|SERVER|FILES)\b/', file_get_contents( $file ) );
	}

	/**
	 * The tokens of a file that are not white space or comments.
	 *
	 * @param string $file The file.
	 * @return array Kind, text and line of each.
	 */
	private function tokens( $file ) {
		$tokens = array();
		$line   = 0;
		foreach ( token_get_all( file_get_contents( $file ) ) as $token ) {
			$token = is_array( $token ) ? $token : array( 0, $token, $line );
			$line  = $token[2];
			if ( ! in_array( $token[0], array( T_WHITESPACE, T_COMMENT, T_DOC_COMMENT ), true ) ) {
				$tokens[] = $token;
			}
		}
		return $tokens;
	}
}
