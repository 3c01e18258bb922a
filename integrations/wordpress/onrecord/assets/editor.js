/**
 * The sidebar of the block editor, and the check before publishing.
 *
 * The text is read, and changed by one thing alone: a click on "Insert pull quote".
 * No build step: what WordPress brings is in `wp`.
 */
( function ( wp, places, knowledge ) {
	'use strict';

	const { createElement: el, Fragment, useEffect, useState } = wp.element;
	const { __, _n, sprintf } = wp.i18n;
	const { select, dispatch, useSelect, useDispatch } = wp.data;
	const {
		Button,
		CheckboxControl,
		ExternalLink,
		Notice,
		PanelBody,
		Spinner,
	} = wp.components;
	// From WordPress 6.6 on they are in wp.editor.
	const ui =
		wp.editor && wp.editor.PluginSidebar ? wp.editor : wp.editPost;

	const STORE = 'onrecord/quotations';
	const LEFT_OUT = 'onrecord_left_out';
	const IDLE = { state: 'idle', asked: 0, error: '', quotations: [], sent: null };

	/* What is known of the text. */

	function reduce( state = IDLE, action ) {
		switch ( action.type ) {
			case 'ASK':
				return { ...state, state: 'asking', asked: state.asked + 1, error: '' };
			case 'KNOW':
				return action.asked === state.asked
					? { ...state, state: 'known', quotations: action.quotations, sent: action.sent }
					: state;
			case 'FAIL':
				return action.asked === state.asked
					? { ...state, state: 'failed', error: action.error }
					: state;
		}
		return state;
	}

	function ask() {
		return async function ( { dispatch: local, select: own } ) {
			const editor = select( 'core/editor' );
			const sent = {
				content: editor.getEditedPostContent(),
				blocks: select( 'core/block-editor' ).getBlocks(),
			};
			local( { type: 'ASK' } );
			const asked = own.get().asked;
			try {
				const quotations = sent.content.trim()
					? await request( editor, sent.content )
					: [];
				local( { type: 'KNOW', asked, quotations, sent } );
				wp.a11y.speak( found( quotations ), 'polite' );
			} catch ( failure ) {
				const error = reason( failure );
				local( { type: 'FAIL', asked, error } );
				wp.a11y.speak( error, 'assertive' );
			}
		};
	}

	/** Asks this server, which asks the service. Gives up a while after this server should have. */
	async function request( editor, content ) {
		const control = new AbortController();
		const limit = ( knowledge.timeout + 15 ) * 1000;
		const timer = setTimeout( () => control.abort(), limit );
		try {
			const answer = await wp.apiFetch( {
				path: '/onrecord/v1/quotations',
				method: 'POST',
				signal: control.signal,
				data: {
					post: editor.getCurrentPostId(),
					title: editor.getEditedPostAttribute( 'title' ) || '',
					content,
				},
			} );
			if ( ! answer || ! Array.isArray( answer.quotations ) ) {
				throw new Error();
			}
			return answer.quotations;
		} finally {
			clearTimeout( timer );
		}
	}

	function reason( failure ) {
		if ( failure && failure.name === 'AbortError' ) {
			return __( 'This site did not answer in time.', 'onrecord' );
		}
		return (
			( failure && failure.message ) ||
			__( 'This site gave an answer that cannot be read.', 'onrecord' )
		);
	}

	wp.data.register(
		wp.data.createReduxStore( STORE, {
			reducer: reduce,
			actions: { ask },
			selectors: { get: ( state ) => state },
		} )
	);

	/* What is to be said of quotations. */

	const isUnsure = ( quotation ) =>
		quotation.speaker && quotation.confidence < knowledge.leastConfidence;

	function warningsOf( quotation ) {
		if ( ! quotation.speaker ) {
			return [ __( 'No speaker', 'onrecord' ) ];
		}
		return isUnsure( quotation ) ? [ __( 'Not certain', 'onrecord' ) ] : [];
	}

	const isWarned = ( quotation ) => warningsOf( quotation ).length > 0;

	/** Whether it goes out as structured data, if no editor says otherwise: as in PHP. */
	function isPublishable( quotation ) {
		const { speaker, type, negated } = quotation;
		return (
			knowledge.structuredData &&
			type === 'direct' &&
			! negated &&
			! isWarned( quotation ) &&
			speaker.named &&
			[ 'person', 'organization', 'group' ].includes( speaker.kind )
		);
	}

	function found( quotations ) {
		return quotations.length
			? sprintf(
					/* translators: %d: number of quotations. */
					_n( '%d quotation found.', '%d quotations found.', quotations.length, 'onrecord' ),
					quotations.length
			  )
			: __( 'No quotations found.', 'onrecord' );
	}

	function warned( quotations ) {
		const without = quotations.filter( ( q ) => ! q.speaker ).length;
		const unsure = quotations.filter( isUnsure ).length;
		const words = [];
		if ( without ) {
			words.push(
				sprintf(
					/* translators: %d: number of quotations. */
					_n( '%d quotation has no speaker.', '%d quotations have no speaker.', without, 'onrecord' ),
					without
				)
			);
		}
		if ( unsure ) {
			words.push(
				sprintf(
					/* translators: 1: number of quotations, 2: percentage. */
					_n(
						'Of %1$d quotation, onrecord is less than %2$d%% certain.',
						'Of %1$d quotations, onrecord is less than %2$d%% certain.',
						unsure,
						'onrecord'
					),
					unsure,
					Math.round( 100 * knowledge.leastConfidence )
				)
			);
		}
		return words.join( ' ' );
	}

	function typeName( type ) {
		return {
			direct: __( 'direct', 'onrecord' ),
			mixed: __( 'partly in quotation marks', 'onrecord' ),
			indirect: __( 'reported', 'onrecord' ),
		}[ type ];
	}

	function percent( quotation ) {
		/* translators: %d: percentage. */
		return sprintf( __( '%d%% certain', 'onrecord' ), Math.round( 100 * quotation.confidence ) );
	}

	function speakerName( speaker ) {
		return speaker ? speaker.name : __( 'No speaker', 'onrecord' );
	}

	/** Quotations by speaker, those without one first, then by where a speaker first speaks. */
	function bySpeaker( quotations ) {
		const groups = new Map( [ [ '', { speaker: null, quotations: [] } ] ] );
		quotations.forEach( ( quotation ) => {
			const { speaker } = quotation;
			const key = speaker ? speaker.id : '';
			if ( ! groups.has( key ) ) {
				groups.set( key, { speaker, quotations: [] } );
			}
			groups.get( key ).quotations.push( quotation );
		} );
		return [ ...groups.entries() ].filter( ( [ , group ] ) => group.quotations.length );
	}

	function beginning( quotation ) {
		const words = quotation.text.split( /\s+/ );
		return words.slice( 0, 6 ).join( ' ' ) + ( words.length > 6 ? ' …' : '' );
	}

	/* What is done with a click. */

	const tools = {
		serialize: ( block ) => wp.blocks.serialize( [ block ] ),
		getBlock: ( id ) => select( 'core/block-editor' ).getBlock( id ),
		texts( block ) {
			const type = wp.blocks.getBlockType( block.name );
			const attributes = Object.entries( ( type && type.attributes ) || {} );
			return attributes
				.filter(
					( [ name, is ] ) =>
						[ 'html', 'rich-text', 'children' ].includes( is.source ) &&
						block.attributes[ name ] &&
						! is.multiline
				)
				.map( ( [ attribute ] ) => ( {
					attribute,
					text: wp.richText.create( { html: String( block.attributes[ attribute ] ) } ).text,
				} ) );
		},
	};

	function placeOf( quotation, sent ) {
		const blocks = select( 'core/block-editor' ).getBlocks();
		return places.find( quotation.parts[ 0 ], sent, blocks, tools );
	}

	/** Selects the words in the text and brings them into view. */
	function show( quotation, sent ) {
		const place = placeOf( quotation, sent );
		if ( ! place ) {
			gone();
			return;
		}
		const editor = dispatch( 'core/block-editor' );
		editor.selectBlock( place.clientId );
		const frame = document.querySelector( 'iframe[name="editor-canvas"]' );
		const page = ( frame && frame.contentDocument ) || document;
		const element = page.getElementById( 'block-' + place.clientId );
		if ( element ) {
			element.scrollIntoView( { block: 'center' } );
			element.focus();
		}
		if ( place.attribute ) {
			editor.selectionChange( place.clientId, place.attribute, place.start, place.end );
		}
	}

	function gone() {
		dispatch( 'core/notices' ).createWarningNotice(
			__( 'These words are no longer in the text. Look for quotations again.', 'onrecord' ),
			{ type: 'snackbar', id: 'onrecord-gone' }
		);
	}

	/** Puts a pull quote behind the block in which the words stand. */
	function insert( quotation, sent ) {
		const editor = select( 'core/block-editor' );
		const place = placeOf( quotation, sent );
		if ( ! place ) {
			gone();
			return;
		}
		let at = place.clientId;
		let parent = editor.getBlockRootClientId( at );
		while ( parent && ! editor.canInsertBlockType( 'core/pullquote', parent ) ) {
			at = parent;
			parent = editor.getBlockRootClientId( at );
		}
		if ( ! editor.canInsertBlockType( 'core/pullquote', parent || undefined ) ) {
			dispatch( 'core/notices' ).createWarningNotice(
				__( 'A pull quote cannot be put here.', 'onrecord' ),
				{ type: 'snackbar', id: 'onrecord-no-room' }
			);
			return;
		}
		dispatch( 'core/block-editor' ).insertBlock(
			pullQuote( quotation ),
			editor.getBlockIndex( at ) + 1,
			parent || undefined
		);
	}

	/** Whether its words may stand under the name of the speaker as they are. */
	function isWordForWord( quotation ) {
		return 'direct' === quotation.type && ! quotation.negated;
	}

	function pullQuote( quotation ) {
		const { speaker } = quotation;
		const escape = wp.escapeHtml.escapeHTML;
		const credit = speaker
			? [ speaker.name, speaker.title ].filter( Boolean ).join( ', ' )
			: '';
		// What stands between two parts is the article's, and a comma at the end belongs to the
		// sentence around the words, not to them.
		const said = quotation.parts.map( ( part ) => part.shown ).join( ' […] ' );
		const words = escape( said.replace( /[,\s]+$/, '' ) );
		const type = wp.blocks.getBlockType( 'core/pullquote' );
		const isMultiline = type && type.attributes.value.multiline;
		return wp.blocks.createBlock( 'core/pullquote', {
			value: isMultiline ? `<p>${ words }</p>` : words,
			citation: escape( credit ),
		} );
	}

	/* What is seen. */

	/** Whether the text is another than the one that was sent; looked at when typing pauses. */
	function useIsStale( sent ) {
		const blocks = useSelect( ( from ) => from( 'core/block-editor' ).getBlocks(), [] );
		const [ isStale, setStale ] = useState( false );
		useEffect( () => {
			if ( ! sent || blocks === sent.blocks ) {
				setStale( false );
				return undefined;
			}
			const timer = setTimeout( () => {
				const content = select( 'core/editor' ).getEditedPostContent();
				setStale( content !== sent.content );
			}, 500 );
			return () => clearTimeout( timer );
		}, [ blocks, sent ] );
		return isStale;
	}

	function useLeftOut() {
		const meta = useSelect(
			( from ) => from( 'core/editor' ).getEditedPostAttribute( 'meta' ),
			[]
		);
		const { editPost } = useDispatch( 'core/editor' );
		const list = meta && Array.isArray( meta[ LEFT_OUT ] ) ? meta[ LEFT_OUT ] : null;
		function set( text, isOut ) {
			const others = list.filter( ( other ) => other !== text );
			editPost( { meta: { [ LEFT_OUT ]: isOut ? [ ...others, text ] : others } } );
		}
		return { list, set };
	}

	function Quotation( { quotation, sent, isShort, onShow } ) {
		const leftOut = useLeftOut();
		const warnings = warningsOf( quotation );
		const about = [ typeName( quotation.type ), percent( quotation ) ];
		if ( isShort && quotation.speaker ) {
			about.unshift( quotation.speaker.name );
		}
		if ( quotation.negated ) {
			about.push( __( 'said not to have been said', 'onrecord' ) );
		}
		return el(
			'li',
			{ className: 'onrecord-quotation' + ( warnings.length ? ' is-warned' : '' ) },
			el( 'p', { className: 'onrecord-quotation__words' }, quotation.text ),
			el(
				'p',
				{ className: 'onrecord-quotation__about' },
				warnings.length > 0 &&
					el( 'span', { className: 'onrecord-quotation__warning' }, warnings.join( ' · ' ) + ' · ' ),
				about.join( ' · ' )
			),
			el(
				'div',
				{ className: 'onrecord-quotation__actions' },
				el(
					Button,
					{
						variant: 'secondary',
						isSmall: true,
						onClick: () => {
							if ( onShow ) {
								onShow();
							}
							show( quotation, sent );
						},
						/* translators: %s: beginning of a quotation. */
						'aria-label': sprintf( __( 'Show in text: %s', 'onrecord' ), beginning( quotation ) ),
					},
					__( 'Show in text', 'onrecord' )
				),
				! isShort &&
					isWordForWord( quotation ) &&
					el(
						Button,
						{
							variant: 'tertiary',
							isSmall: true,
							onClick: () => insert( quotation, sent ),
							/* translators: %s: beginning of a quotation. */
							'aria-label': sprintf( __( 'Insert pull quote: %s', 'onrecord' ), beginning( quotation ) ),
						},
						__( 'Insert pull quote', 'onrecord' )
					)
			),
			! isShort &&
				leftOut.list &&
				isPublishable( quotation ) &&
				el( CheckboxControl, {
					label: __( 'Publish as structured data', 'onrecord' ),
					checked: ! leftOut.list.includes( quotation.text ),
					onChange: ( isIn ) => leftOut.set( quotation.text, ! isIn ),
				} )
		);
	}

	function Failure( { error, onAgain, note } ) {
		return el(
			Notice,
			{ status: 'error', isDismissible: false, className: 'onrecord-failure' },
			el( 'p', null, error ),
			el( 'p', null, note ),
			el( Button, { variant: 'secondary', onClick: onAgain }, __( 'Try again', 'onrecord' ) )
		);
	}

	function Busy( { words } ) {
		return el( 'p', { className: 'onrecord-busy', role: 'status' }, el( Spinner ), words );
	}

	function Sidebar() {
		const { state, error, quotations, sent } = useSelect( ( from ) => from( STORE ).get(), [] );
		const { ask: look } = useDispatch( STORE );
		const isStale = useIsStale( sent );
		const isBusy = state === 'asking';
		const toSee = quotations.filter( isWarned );
		if ( ! knowledge.isSetUp ) {
			return el( PanelBody, null, el( NotSetUp ) );
		}
		return el(
			'div',
			{ className: 'onrecord-sidebar' },
			el(
				PanelBody,
				null,
				! sent &&
					el(
						'p',
						{ className: 'onrecord-sidebar__top' },
						__( 'See who says what in this text. Nothing in it is changed.', 'onrecord' )
					),
				el(
					Button,
					{ variant: 'primary', isBusy, disabled: isBusy, onClick: look },
					sent ? __( 'Look again', 'onrecord' ) : __( 'Find quotations', 'onrecord' )
				)
			),
			el(
				PanelBody,
				null,
				isBusy && el( Busy, { words: __( 'Reading the text …', 'onrecord' ) } ),
				state === 'failed' &&
					el( Failure, {
						error,
						onAgain: look,
						note: __( 'Your text is as you left it.', 'onrecord' ),
					} ),
				sent &&
					isStale &&
					el(
						Notice,
						{ status: 'info', isDismissible: false },
						__( 'The text has changed since these quotations were found.', 'onrecord' )
					),
				sent && el( 'p', { className: 'onrecord-note onrecord-found' }, found( quotations ) ),
				toSee.length > 0 &&
					el( Notice, { status: 'warning', isDismissible: false }, warned( quotations ) )
			),
			bySpeaker( quotations ).map( ( [ key, group ] ) =>
				el(
					PanelBody,
					{
						key,
						className: 'onrecord-speaker',
						title: sprintf(
							/* translators: 1: name of a speaker, 2: number of quotations. */
							__( '%1$s (%2$d)', 'onrecord' ),
							speakerName( group.speaker ),
							group.quotations.length
						),
					},
					group.speaker &&
						group.speaker.title &&
						el( 'p', { className: 'onrecord-note' }, group.speaker.title ),
					el(
						'ul',
						{ className: 'onrecord-list' },
						group.quotations.map( ( quotation ) =>
							el( Quotation, { key: quotation.id, quotation, sent } )
						)
					)
				)
			)
		);
	}

	function NotSetUp() {
		return el(
			Fragment,
			null,
			el( 'p', null, __( 'The onrecord service is not set up yet.', 'onrecord' ) ),
			knowledge.settingsUrl
				? el( ExternalLink, { href: knowledge.settingsUrl }, __( 'Set it up', 'onrecord' ) )
				: el( 'p', null, __( 'An administrator can do that.', 'onrecord' ) )
		);
	}

	/** The check before publishing: it warns, and never stands in the way. */
	function Check() {
		const { state, error, quotations, sent } = useSelect( ( from ) => from( STORE ).get(), [] );
		const { ask: look } = useDispatch( STORE );
		const toSee = quotations.filter( isWarned );
		useEffect( () => {
			const content = select( 'core/editor' ).getEditedPostContent();
			if ( ! sent || sent.content !== content ) {
				look();
			}
		}, [] );
		if ( state === 'asking' || state === 'idle' ) {
			return el( Busy, { words: __( 'Looking at the quotations …', 'onrecord' ) } );
		}
		if ( state === 'failed' ) {
			return el( Failure, {
				error,
				onAgain: look,
				note: __( 'The quotations were not checked. You can publish all the same.', 'onrecord' ),
			} );
		}
		if ( ! toSee.length ) {
			const words = quotations.length
				? __( 'Every quotation has a speaker, and onrecord is certain enough of each.', 'onrecord' )
				: found( quotations );
			return el( Notice, { status: 'success', isDismissible: false }, words );
		}
		return el(
			Fragment,
			null,
			el( Notice, { status: 'warning', isDismissible: false }, warned( quotations ) ),
			el(
				'ul',
				{ className: 'onrecord-list' },
				toSee.map( ( quotation ) =>
					el( Quotation, { key: quotation.id, quotation, sent, isShort: true, onShow: leaveCheck } )
				)
			)
		);
	}

	function leaveCheck() {
		[ 'core/editor', 'core/edit-post' ].some( ( name ) => {
			const actions = dispatch( name );
			if ( actions && actions.closePublishSidebar ) {
				actions.closePublishSidebar();
			}
			return actions && actions.closePublishSidebar;
		} );
	}

	const TITLE = __( 'Quotations', 'onrecord' );

	wp.plugins.registerPlugin( 'onrecord', {
		icon: 'format-quote',
		render: () =>
			el(
				Fragment,
				null,
				el( ui.PluginSidebarMoreMenuItem, { target: 'quotations' }, TITLE ),
				el( ui.PluginSidebar, { name: 'quotations', title: TITLE }, el( Sidebar ) ),
				knowledge.isSetUp &&
					el(
						ui.PluginPrePublishPanel,
						{ title: TITLE, initialOpen: true, className: 'onrecord-check' },
						el( Check )
					)
			),
	} );
} )( window.wp, window.onrecordPlaces, window.onrecordEditor );
