"""To whom words were put where the cue does not say: *Speaking to reporters, Ruiz said …*."""

from __future__ import annotations

from collections.abc import Iterator

from onrecord.document.tree import Token
from onrecord.tagging.carriers import ADDRESSES
from onrecord.tagging.media import beside
from onrecord.tagging.outlets import Outlets
from onrecord.tagging.roles import REACHES, TALES, object_of
from onrecord.tagging.scope import Scope

_SPEAKS = frozenset({"speak", "talk"})
_SWORN = frozenset({"testify"})
_JOINED = frozenset({"advcl", "xcomp"})


def listener(scope: Scope, verb: Token, source: Token | None, outlets: Outlets) -> Token | None:
    """Head of the one who hears the words of a cue, None where the text does not tell.

    Args:
        scope: the article.
        verb: the cue, which itself names nobody.
        source: head of its source.
        outlets: those of the article: what one tells an outlet has it for a medium.
    """
    for noun in (*_before(scope, verb), *_spoken_to(scope, verb, source)):
        if scope.same(noun, verb) and noun.tag[0] != "W" and not outlets.hears(noun):
            return noun
    return None


def _before(scope: Scope, verb: Token) -> Iterator[Token]:
    """*testified | before the committee that …*, *wrote | to the council saying …*."""
    document = scope.document
    if verb.lemma in _SWORN:
        for child in document.children(verb):
            noun = object_of(scope, child) if child.lower in {"before", "to"} else None
            if noun is not None and child.index > verb.index:
                yield noun
    above = document.head(verb)
    if verb.dep in _JOINED and above.lemma in REACHES and above.index < verb.index:
        yield from _told_by(scope, above, verb)


def _spoken_to(scope: Scope, verb: Token, source: Token | None) -> Iterator[Token]:
    """*Speaking to reporters, Ruiz said*; *Addressing a rally, he promised …*."""
    for clause in beside(scope, verb, source):
        if clause.tag == "VBG" and (clause.lemma in _SPEAKS or clause.lemma in ADDRESSES):
            yield from _told_by(scope, clause, None)


def _told_by(scope: Scope, clause: Token, end: Token | None) -> Iterator[Token]:
    """Whom a verb of reaching or addressing somebody has, before another verb if one is given."""
    for child in scope.document.children(clause):
        if child.index < clause.index or (end is not None and child.index > end.index):
            continue
        led = child.lower in {"to", "with"} and child.dep in {"prep", "dative"}
        if led and (noun := object_of(scope, child)) is not None:
            yield noun
        elif child.dep == "dobj" and clause.lemma in ADDRESSES and child.lemma not in TALES:
            yield child
