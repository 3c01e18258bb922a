"""Words around a string that say that it names or mentions something, and is not said."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from itertools import pairwise

from onrecord.attribution.bare_words import is_bare_word
from onrecord.attribution.nicknames import is_nickname
from onrecord.attribution.scene import Scene
from onrecord.attribution.surroundings import Around
from onrecord.document.tree import FINITE, VERBAL, Token
from onrecord.lexicon import people
from onrecord.lexicon.naming import NamingLexicon
from onrecord.lexicon.naming import load as naming
from onrecord.types import QuotedString

_EXPLAINED = re.compile(
    r"[,;]?\s{0,4}(?:[–—-]\s{0,4})?(?:(?:which|that) means?|meaning|means?|meant|or|i\.e\.|"
    r"literally|that is|in other words|roughly|refers? to|is defined|stands for|excludes?|"
    r"includes?)\b"
)
_EXPLAINED_LATER = re.compile(
    r"[,;]?\s[^.;:!?\"“”‘»«\n]{1,50}[,)–—]\s(?:means?|refers? to|stands for)\b"
)
"""*“Rill”, for those who ask, means a small stream*."""

_TO_SOME = re.compile(r",?\s(?:to (?:his|her|its|their|most|many|some|those)|for short)\b")
_GLOSS = re.compile(
    r"[,;]?\s{0,4}[,(–—]?\s{0,4}((?:an?|the)\s[^.,;:!?()–—\"“”«»\n]{2,60})[.,;:)–—]"
)
_IN_BRACKETS = re.compile(r"[,.]?\s?\([^\W\d_][\w’'-]{0,40}(?:\s[^\W\d_][\w’'-]{0,40}){0,3}\s?\)")
"""*A “bandh” (shutdown)*."""
_EXCHANGED = r"(?:for|instead of|in place of|rather than|or(?:\sas)?)"
_FOR_ANOTHER = re.compile(rf"\s{_EXCHANGED}\s[\"“‘'«]")
_BEHIND_ANOTHER = re.compile(rf"[\"”’'»]\s{_EXCHANGED}\s\Z")
"""*a clerk who wrote “woman” for “warren”*."""
_FEW = 4
_SPEAK_OF = frozenset({
    ("speak", "of"), ("talk", "of"), ("talk", "about"), ("speak", "about"), ("use", "use"),
})  # fmt: skip
_PRESENT = frozenset({"VBZ", "VBP"})
_HABIT = _PRESENT | {"VB"}
_NAMED = frozenset({"it", "them", "him", "her", "this", "that", "these", "us", "me"})
_NEAR, _FAR, _BEHIND = 4, 9, 4
_LEAD = 24
"""Characters before a mark that hold an adjective like *self-described*."""


def naming_signs(scene: Scene, string: QuotedString, beside: Around) -> Iterator[str]:
    """Signs of naming and of mere mention, in a few words each."""
    lexicon = naming()
    before = beside.before
    yield from _nouns(beside, lexicon)
    if _lead(scene, string).endswith(tuple(lexicon.so_called)):
        yield "so-called"
    verb = _naming_verb(scene, before, lexicon)
    if verb is not None:
        yield f"named by {_voice(scene, verb)}"
        yield f"named: {verb.lemma}{' as' if before[-1].lower == 'as' else ''}"
        yield from _untold(scene, verb)
    verb = _naming_verb_behind(beside, lexicon)
    if verb is not None:
        yield f"named behind by {_voice(scene, verb)}"
    if before and before[-1].lemma in lexicon.marking:
        yield "behind a verb of marking"
    yield from _judged(scene, before, lexicon)
    yield from _as_words(scene, string, beside, lexicon)
    yield from _explained(scene, string, lexicon)
    names = before and before[-1].pos == "PROPN" and beside.right is not None
    if names and beside.right is not None and beside.right.pos == "PROPN":
        yield "between names"


def _judged(scene: Scene, before: Sequence[Token], lexicon: NamingLexicon) -> Iterator[str]:
    """*Quill found the evening “drowsy”*, *lower Zell speaks of “theft”*: somebody's view."""
    verbs = (t for t in reversed(before[-_FAR:]) if t.pos == "VERB")
    verb = next(verbs, None)
    if verb is None:
        return
    subject = scene.document.subject(verb)
    speaks = subject is not None and (
        subject.pos in {"PROPN", "PRON"} or people.is_utterer(subject.lemma)
    )
    who = "somebody" if speaks else "nobody known"
    if verb.lemma in lexicon.judging:
        yield f"judged by {who}"
    if (verb.lemma, before[-1].lower) in _SPEAK_OF:
        yield f"spoken of by {who}"


def _as_words(
    scene: Scene, string: QuotedString, beside: Around, lexicon: NamingLexicon
) -> Iterator[str]:
    """Signs that the string stands for words: translated, exchanged, an example, or chosen."""
    text, outer, before = scene.document.text, string.outer, beside.before
    if any(token.lemma in lexicon.meaning for token in before[-_NEAR:]):
        yield "behind a verb of meaning"
    if _FOR_ANOTHER.match(text, outer.end):
        yield "for another string"
    if _BEHIND_ANOTHER.search(text, max(0, outer.start - _LEAD), outer.start):
        yield "instead of another string"
    if [t.lower for t in before[-2:]] == ["such", "as"]:
        yield "an example"
    if any(token.lemma in lexicon.choosing for token in beside.after[:_FAR]):
        nouns = {token.lemma.lower() for token in beside.after[:_FAR]}
        if nouns & lexicon.words:
            yield "a word that somebody chose"


def _explained(scene: Scene, string: QuotedString, lexicon: NamingLexicon) -> Iterator[str]:
    """Signs behind the string that tell what it means or who says so."""
    if any(p.match(scene.document.text, string.outer.end) for p in (_EXPLAINED, _EXPLAINED_LATER)):
        yield "explained behind"
    if _to_some(scene, string):
        yield "so to somebody"
    if _is_glossed(scene, string):
        yield "a phrase beside it behind"
    if _is_called_a_word(scene, string, lexicon):
        yield "a word for words beside it behind"
    if _IN_BRACKETS.match(scene.document.text, string.outer.end):
        yield "a word in brackets behind"


def _to_some(scene: Scene, string: QuotedString) -> bool:
    """*“Smiler” to her friends*, *“the Lodge” for short*."""
    return _TO_SOME.match(scene.document.text, string.outer.end) is not None


def _is_glossed(scene: Scene, string: QuotedString) -> bool:
    """*“la Sorda”, the deaf one, …*: a phrase without a verb between pauses."""
    gloss = _GLOSS.match(scene.document.text, string.outer.end)
    if gloss is None:
        return False
    return not any(t.tag in FINITE for t in scene.between(gloss.start(1), gloss.end(1)))


def _is_called_a_word(scene: Scene, string: QuotedString, lexicon: NamingLexicon) -> bool:
    """*“tallying”, a word borrowed from …*, *“obsolete” — an engineer’s term for …*."""
    gloss = _GLOSS.match(scene.document.text, string.outer.end)
    words = scene.between(gloss.start(1), gloss.end(1))[:_FEW] if gloss else ()
    return any(token.lemma.lower() in lexicon.words for token in words)


def _is_meaning(before: Sequence[Token], lexicon: NamingLexicon) -> bool:
    """*a word of theirs that means “quiet place”*, *a term that translates as “no”*."""
    verb = before[-2] if before[-1].lower in {"as", "to"} and len(before) > 1 else before[-1]
    if verb.lemma not in lexicon.meaning or verb.tag not in _PRESENT:
        return False
    return any(token.lemma.lower() in lexicon.words for token in before)


def mention(scene: Scene, string: QuotedString, beside: Around) -> str | None:
    """*The word “rill”*, *a so-called “reform”*: a mention by grammar, whatever else stands near.

    So are a nickname amid a name or behind *nicknamed*, a title behind *titled*, and what
    `is_bare_word`.

    Returns:
        What shows it, in a few words, or None.
    """
    left = beside.left
    if is_nickname(scene, string, beside) or is_bare_word(scene, string, beside):
        return "mentioned as a word"
    if beside.pause_before or left is None:
        return None
    if _lead(scene, string).endswith("so-called"):
        return "mentioned, so-called"
    if _is_meaning(beside.before, naming()) or _is_titled(left) or _is_dubbed(scene, beside):
        return "mentioned as a word"
    if any(token.lemma == "nickname" and token.pos == "VERB" for token in beside.before[-_NEAR:]):
        return "mentioned as a word"
    singular = left.tag == "NN" and left.lemma.lower() in naming().mentioned
    whose = any(t.tag in {"PRP$", "POS"} for t in beside.before[-3:-1])
    return "mentioned as a word" if singular and not whose else None


def _is_titled(left: Token) -> bool:
    """*An essay titled “Salt”*: no other participle has a title alone behind it."""
    return left.tag in {"VBN", "VBD"} and left.lemma in naming().titling


def _is_dubbed(scene: Scene, beside: Around) -> bool:
    """*The bill, dubbed the “tea tax” by critics*: nobody, or many, in the passive of a naming.

    One who is named uttered it (*dubbed “a disgrace” by Ruiz*).
    """
    words = [token for token in beside.before[-2:] if token.pos != "DET"]
    verb = words[-1] if words else None
    if verb is None or verb.lemma not in naming().dubbing or verb.tag not in {"VBN", "VBD"}:
        return False
    if scene.document.subject(verb) is not None:
        return False
    if beside.right is None or beside.right.lower != "by":
        return verb.tag == "VBN"
    by = next((t for t in beside.after[1:] if t.pos in {"NOUN", "PROPN", "PRON"}), None)
    return by is not None and by.tag == "NNS"


def _lead(scene: Scene, string: QuotedString) -> str:
    """What stands right before the marks, in lower case."""
    start = string.outer.start
    return scene.document.text[max(0, start - _LEAD) : start].lower().rstrip(" '\"“‘")


def _nouns(beside: Around, lexicon: NamingLexicon) -> Iterator[str]:
    """Nouns for words and for works, right before the string, before a pause, or behind it."""
    nouns = [t.lemma.lower() for t in beside.before]
    kinds = (("words", lexicon.words), ("sayings", lexicon.sayings), ("a work", lexicon.works))
    for kind, known in kinds:
        if nouns and nouns[-1] in known:
            yield f"{'a pause and ' if beside.pause_before else ''}a word for {kind} before"
        elif any(noun in known for noun in nouns[-_NEAR:]):
            yield f"a word for {kind} near"
        if beside.right is not None and beside.right.lemma.lower() in known:
            yield f"a word for {kind} behind"
    copula = bool(nouns) and nouns[-1] == "be"
    if copula and any(noun in lexicon.words for noun in nouns):
        whose = any(t.tag in {"PRP$", "POS"} for t in beside.before)
        spoken = whose and any(noun in lexicon.spoken for noun in nouns)
        yield f"{'somebody’s' if spoken else 'a'} word for words is"


def _naming_verb(scene: Scene, before: Sequence[Token], lexicon: NamingLexicon) -> Token | None:
    """The nearest verb that names, a few words before or farther where "as" leads to the string."""
    if not before:
        return None
    verbs = (t for t in reversed(before[-_FAR:]) if t.pos in VERBAL and t.tag != "MD")
    found = next(verbs, None)
    if found is None or _calls_for(before, found):
        return None
    if found.lemma in lexicon.naming or _is_habit_of_many(scene, before, found):
        return found
    return found if before[-1].lower == "as" and found.lemma in lexicon.naming_as else None


def _calls_for(before: Sequence[Token], verb: Token) -> bool:
    """*called for a “bandh”*: asked, and named nothing."""
    behind = next((t for t in before if t.index > verb.index), None)
    return verb.lemma == "call" and behind is not None and behind.lower in {"for", "on", "off"}


def _is_habit_of_many(scene: Scene, before: Sequence[Token], verb: Token) -> bool:
    """*Critics talk about “tying hands”*, *researchers speak of “drift”*."""
    return (verb.lemma, before[-1].lower) in _SPEAK_OF and _voice(scene, verb) == "many, as a habit"


def _naming_verb_behind(beside: Around, lexicon: NamingLexicon) -> Token | None:
    """The verb of *“…”, they call it*."""
    after = beside.after[:_BEHIND]
    for verb, named in pairwise(after):
        if verb.lemma in lexicon.naming and verb.pos == "VERB" and named.lower in _NAMED:
            return verb
    return None


def _voice(scene: Scene, verb: Token) -> str:
    """Whether somebody names it now or once, or nobody in particular does."""
    subject = scene.document.subject(verb)
    if verb.tag == "VBN" and subject is None:
        return "a participle"
    if verb.tag == "VBG":
        return "a gerund"
    children = scene.document.children(verb)
    finite = next((c for c in children if c.lemma == "have" and c.tag in _PRESENT), verb)
    if finite.tag not in _HABIT:
        return "somebody once"
    if _is_plural(subject, finite):
        return "many, as a habit"
    return "somebody, as a habit" if finite is verb else "somebody, so far"


def _is_plural(subject: Token | None, finite: Token) -> bool:
    """Whether several people do it, by the form of the noun or that of the verb."""
    if subject is None or subject.lower in {"i", "you"}:
        return False
    return subject.tag in {"NNS", "NNPS"} or subject.lower == "they" or finite.tag == "VBP"


def _untold(scene: Scene, verb: Token) -> Iterator[str]:
    """*It has been called “…”*, *some might call it “…”*: nobody is told who does."""
    children = list(scene.document.children(verb))
    if any(c.dep == "nsubjpass" for c in children) and not any(c.dep == "agent" for c in children):
        yield "named by nobody told"
    if any(c.tag == "MD" for c in children):
        yield "named perhaps"
