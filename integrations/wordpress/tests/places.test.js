/** Where words stand among blocks: node --test integrations/wordpress/tests */
'use strict';

const assert = require( 'node:assert/strict' );
const test = require( 'node:test' );
require( '../onrecord/assets/places.js' );

const places = globalThis.onrecordPlaces;

function paragraph( clientId, text ) {
	return { clientId, name: 'paragraph', text, innerBlocks: [] };
}

function serialize( block ) {
	const inner = block.innerBlocks.map( serialize ).join( '\n' );
	return `<!-- wp:${ block.name } --><p>${ block.text }${ inner }</p><!-- /wp:${ block.name } -->`;
}

function workbench( blocks, now = blocks ) {
	const content = blocks.map( serialize ).join( '\n\n' );
	const flat = ( list ) => list.flatMap( ( b ) => [ b, ...flat( b.innerBlocks ) ] );
	const tools = {
		serialize,
		texts: ( block ) =>
			block.name === 'html' ? [] : [ { attribute: 'content', text: block.text.replace( /<[^>]*>/g, '' ) } ],
		getBlock: ( id ) => flat( now ).find( ( block ) => block.clientId === id ) || null,
	};
	return ( words, from = 0 ) => {
		const start = content.indexOf( words, from );
		const part = { start, end: start + words.length, shown: words.replace( /<[^>]*>/g, '' ) };
		return places.find( part, { content, blocks }, now, tools );
	};
}

test( 'the block of an offset is found, behind an emoji as well', () => {
	const find = workbench( [ paragraph( 'a', 'Ship 🚢.' ), paragraph( 'b', 'She said: so be it.' ) ] );
	const { clientId, attribute, start, end } = find( 'so be it' );
	assert.deepEqual( [ clientId, attribute, start, end ], [ 'b', 'content', 10, 18 ] );
} );

test( 'of two equal paragraphs it is the right one', () => {
	const find = workbench( [ paragraph( 'a', 'No, he said.' ), paragraph( 'b', 'No, he said.' ) ] );
	assert.equal( find( 'No,' ).clientId, 'a' );
	assert.equal( find( 'No,', 40 ).clientId, 'b' );
} );

test( 'of words that stand twice in a paragraph it is the nearer place', () => {
	const text = 'No, he said. Much later he came back, sat down and said it again: No, no.';
	const find = workbench( [ paragraph( 'a', text ) ] );
	assert.equal( find( 'No,' ).start, 0 );
	assert.equal( find( 'No,', 60 ).start, text.lastIndexOf( 'No,' ) );
} );

test( 'it is the inner block, not the one around it', () => {
	const group = { clientId: 'g', name: 'group', text: '', innerBlocks: [ paragraph( 'a', 'One.' ), paragraph( 'b', 'Two.' ) ] };
	assert.equal( workbench( [ group ] )( 'Two.' ).clientId, 'b' );
} );

test( 'tags between the words, and white space of other kinds, do not matter', () => {
	const find = workbench( [ paragraph( 'a', 'He said so <b>be</b> it.' ) ] );
	assert.equal( find( 'so <b>be</b> it' ).start, 8 );
	assert.deepEqual( places.occurrences( 'so\u00a0be\n it', 'so be it' ), [ { start: 0, end: 9 } ] );
} );

test( 'marks of regular expressions are letters like others', () => {
	assert.deepEqual( places.occurrences( 'Why (not)? *', '(not)? *' ), [ { start: 4, end: 12 } ] );
} );

test( 'words that were moved are found where they are now', () => {
	const then = [ paragraph( 'a', 'So be it.' ), paragraph( 'b', 'Other.' ) ];
	const find = workbench( then, [ paragraph( 'a', 'Else.' ), paragraph( 'c', 'Here: So be it.' ) ] );
	assert.deepEqual( [ find( 'So be it' ).clientId, find( 'So be it' ).start ], [ 'c', 6 ] );
} );

test( 'words that are gone are not found', () => {
	const find = workbench( [ paragraph( 'a', 'So be it.' ) ], [ paragraph( 'a', 'Else.' ) ] );
	assert.equal( find( 'So be it' ), null );
} );

test( 'a block without rich text is shown whole, while it is as it was', () => {
	const block = { clientId: 'h', name: 'html', text: 'So be it.', innerBlocks: [] };
	assert.deepEqual( workbench( [ block ] )( 'So be it' ), { clientId: 'h' } );
	assert.equal( workbench( [ block ], [ { ...block, text: 'So be it!' } ] )( 'So be it' ), null );
} );
