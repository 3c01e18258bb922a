/**
 * Where the words of a quotation stand among the blocks of a post.
 *
 * Nothing here changes anything, and nothing needs WordPress: what serializes a block and what reads
 * its rich text is handed in.
 */
( function ( root ) {
	'use strict';

	/**
	 * The stretch of the content that each block takes, inner blocks behind their parents.
	 *
	 * @param {string}   content   The content of the post.
	 * @param {Object[]} blocks    Its blocks, as a tree.
	 * @param {Function} serialize Makes of a block what stands for it in the content.
	 * @return {Object[]} `block`, `start` and `end`, in UTF-16 units.
	 */
	function stretches( content, blocks, serialize ) {
		const found = [];
		function walk( list, from, to ) {
			let cursor = from;
			list.forEach( function ( block ) {
				const text = serialize( block );
				const start = text ? content.indexOf( text, cursor ) : -1;
				if ( start < 0 || start + text.length > to ) {
					return;
				}
				cursor = start + text.length;
				found.push( { block, start, end: cursor } );
				walk( block.innerBlocks || [], start, cursor );
			} );
		}
		walk( blocks, 0, content.length );
		return found;
	}

	/**
	 * The innermost block at an offset.
	 *
	 * @param {Object[]} all    What `stretches` gives.
	 * @param {number}   offset Offset into the content.
	 * @return {?Object} Its stretch.
	 */
	function innermost( all, offset ) {
		return all.reduce( function ( best, stretch ) {
			const holds = stretch.start <= offset && offset < stretch.end;
			const isInner =
				! best || stretch.end - stretch.start <= best.end - best.start;
			return holds && isInner ? stretch : best;
		}, null );
	}

	/**
	 * Where words stand in a text, white space of any kind and length counting as one space.
	 *
	 * @param {string} text  The text.
	 * @param {string} words The words.
	 * @return {Object[]} `start` and `end` of every occurrence.
	 */
	function occurrences( text, words ) {
		const parts = words.split( /\s+/ ).filter( Boolean );
		if ( ! parts.length ) {
			return [];
		}
		const escaped = parts.map( function ( part ) {
			return part.replace( /[.*+?^${}()|[\]\\]/g, '\\$&' );
		} );
		const pattern = new RegExp( escaped.join( '\\s+' ), 'g' );
		return Array.from( text.matchAll( pattern ), function ( match ) {
			return { start: match.index, end: match.index + match[ 0 ].length };
		} );
	}

	/**
	 * Words in a block.
	 *
	 * @param {Object}   block The block.
	 * @param {string}   words The words.
	 * @param {number}   about How many characters are before them, roughly.
	 * @param {Function} texts Gives the rich texts of a block: `attribute` and `text` of each.
	 * @return {?Object} `clientId`, `attribute`, `start` and `end`.
	 */
	function inBlock( block, words, about, texts ) {
		let best = null;
		texts( block ).forEach( function ( rich ) {
			occurrences( rich.text, words ).forEach( function ( place ) {
				const far = Math.abs( place.start - about );
				if ( ! best || far < best.far ) {
					best = {
						far,
						clientId: block.clientId,
						attribute: rich.attribute,
						start: place.start,
						end: place.end,
					};
				}
			} );
		} );
		return best;
	}

	/**
	 * Words anywhere in the blocks.
	 *
	 * @param {Object[]} blocks Blocks, as a tree.
	 * @param {string}   words  The words.
	 * @param {Function} texts  As above.
	 * @return {?Object} The first place.
	 */
	function anywhere( blocks, words, texts ) {
		for ( const block of blocks ) {
			const place =
				inBlock( block, words, 0, texts ) ||
				anywhere( block.innerBlocks || [], words, texts );
			if ( place ) {
				return place;
			}
		}
		return null;
	}

	/**
	 * Where a part of a quotation stands now.
	 *
	 * @param {Object}   part            `start` and `end` into the content that was sent; `shown`.
	 * @param {Object}   sent            `content` and `blocks` at that time.
	 * @param {Object[]} blocks          The blocks now.
	 * @param {Object}   tools           What WordPress does.
	 * @param {Function} tools.serialize As above.
	 * @param {Function} tools.texts     As above.
	 * @param {Function} tools.getBlock  The block of an id, as it is now, or null.
	 * @return {?Object} `clientId`, and where the words can be selected `attribute`, `start`, `end`.
	 */
	function find( part, sent, blocks, tools ) {
		const all = stretches( sent.content, sent.blocks, tools.serialize );
		const then = innermost( all, part.start );
		const now = then && tools.getBlock( then.block.clientId );
		if ( ! now ) {
			return anywhere( blocks, part.shown, tools.texts );
		}
		const before = sent.content.slice( then.start, part.start );
		const about = before.replace( /<[^>]*>/g, '' ).trimStart().length;
		const place =
			inBlock( now, part.shown, about, tools.texts ) ||
			anywhere( blocks, part.shown, tools.texts );
		if ( place ) {
			return place;
		}
		// A block without rich text, such as HTML: it can be shown, if it is as it was.
		const isSame =
			tools.serialize( now ) === sent.content.slice( then.start, then.end );
		return isSame ? { clientId: now.clientId } : null;
	}

	root.onrecordPlaces = { stretches, innermost, occurrences, find };
} )( typeof window === 'undefined' ? globalThis : window );
