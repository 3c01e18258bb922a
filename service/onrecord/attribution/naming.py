"""Words around a string that say that it names or mentions something, and is not said."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence

from onrecord.attribution.scene import Scene
from onrecord.attribution.surroundings import Around
from onrecord.document.tree import Token
from onrecord.lexicon.naming import NamingLexicon
from onrecord.lexicon.naming import load as naming
from onrecord.types import QuotedString

_EXPLAINED = re.compile(
    r"[,;]?\s*(?:[–—-]\s*)?(?:(?:which|that) means?|meaning|means?|meant|or|i\.e\.|literally|"
    r"refers? to|is defined|stands for|excludes?|includes?)\b"
)
_HABIT = frozenset({"VBZ", "VBP", "VB"})
_NEAR, _FAR = 4, 9


def naming_signs(scene: Scene, string: QuotedString, beside: Around) -> Iterator[str]:
    """Signs of naming and of mere mention, in a few words each."""
    lexicon = naming()
    before = beside.before
    yield from _nouns(beside, lexicon)
    lead = scene.document.text[max(0, string.outer.start - 24) : string.outer.start].lower()
    if any(lead.rstrip(" '\"“‘").endswith(word) for word in lexicon.so_called):
        yield "so-called"
    verb = _naming_verb(before, lexicon)
    if verb is not None:
        yield f"named by {_voice(scene, verb)}"
        yield f"named: {verb.lemma}{' as' if before[-1].lower == 'as' else ''}"
    if before and before[-1].lemma in lexicon.marking:
        yield "behind a verb of marking"
    if _EXPLAINED.match(scene.document.text, string.outer.end):
        yield "explained behind"
    names = before and before[-1].pos == "PROPN" and beside.right is not None
    if names and beside.right is not None and beside.right.pos == "PROPN":
        yield "between names"


def _nouns(beside: Around, lexicon: NamingLexicon) -> Iterator[str]:
    """Nouns for words and for works, right before the string, before a pause, or behind it."""
    nouns = [t.lemma.lower() for t in beside.before]
    for kind, known in (("words", lexicon.words), ("a work", lexicon.works)):
        if nouns and nouns[-1] in known:
            yield f"{'a pause and ' if beside.pause_before else ''}a word for {kind} before"
        elif any(noun in known for noun in nouns[-_NEAR:]):
            yield f"a word for {kind} near"
        if beside.right is not None and beside.right.lemma.lower() in known:
            yield f"a word for {kind} behind"
    copula = bool(nouns) and nouns[-1] == "be"
    if copula and any(noun in lexicon.words for noun in nouns):
        yield "a word for words is"


def _naming_verb(before: Sequence[Token], lexicon: NamingLexicon) -> Token | None:
    """The nearest verb that names, a few words before or farther where "as" leads to the string."""
    if not before:
        return None
    verbs = (t for t in reversed(before[-_FAR:]) if t.pos in {"VERB", "AUX"} and t.tag != "MD")
    found = next(verbs, None)
    return found if found is not None and found.lemma in lexicon.naming else None


def _voice(scene: Scene, verb: Token) -> str:
    """Whether somebody names it now or once, or nobody in particular does."""
    children = list(scene.document.children(verb))
    subject = next((c for c in children if c.dep == "nsubj"), None)
    if verb.tag == "VBN" and subject is None:
        return "a participle"
    if verb.tag == "VBG":
        return "a gerund"
    if verb.tag not in _HABIT:
        return "somebody once"
    plural = subject is not None and (subject.tag in {"NNS", "NNPS"} or subject.lower == "they")
    return "many, as a habit" if plural else "somebody, as a habit"
