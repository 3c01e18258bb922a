"""Strings that mention words and say nothing, by what stands beside: a gloss, a name, a choice."""

from __future__ import annotations

import re

from onrecord.attribution.cuts import GLOSSED
from onrecord.attribution.scene import TURN, Scene
from onrecord.attribution.surroundings import Around
from onrecord.document.tree import PROPER
from onrecord.lexicon import cues
from onrecord.lexicon.naming import load as naming
from onrecord.types import QuotedString

_GLOSSES = re.compile(rf"[\"”’'»][,;]?\s{{1,4}}[(–—]?\s{{0,4}}{GLOSSED},?\s{{1,4}}\Z")
_LEAD = 30
"""Characters before a mark that hold what brings a gloss."""
_GAP = 3
"""Characters from a colon to the mark behind it."""
_NAMES = frozenset({"name", "nickname", "term", "label"})
_FOR = frozenset({"for", "to"})
_HAS = frozenset({"have", "give", "be", "find"})


_KNOWN = re.compile(
    r"[\"”’'»]?,?\s{1,4}as\s{1,4}(?:(?:it|they)|(?:the|this|that|these|such)\s[^,;:.\"“”‘’]{1,60})\s{1,4}"
    r"(?:is|are|was|were)\s{1,4}(?:\w{2,12}\s{1,4})?(?:known|called|termed)\b"
)
_MEANING = re.compile(r"[\"”’'»]?,?\s{1,4}meaning\s{1,4}(?:that|the|it|they|no|there)\b")
_UNUSED = re.compile(
    r"(?:\b(?:refus|declin)\w{1,3}\s{1,4}to\s{1,4}(?:use|utter|say)|\b(?:not|n[’']t|never)\s{1,4}use[sd]?|"
    r"\bavoid(?:s|ed|ing)?)\s{1,4}the\s{1,4}(?:word|words|phrase|term|expression|label)\s{1,4}\Z"
)
_LONGEST_LEAD = 60
_IS = frozenset({"be", "remain"})
_AT = frozenset({"at", "in", "near"})
_LONGEST_TERM = 5
_LONGEST_GLOSS = 4
"""Words of what a name of another tongue means."""


def is_bare_word(scene: Scene, string: QuotedString, beside: Around) -> bool:
    """Whether what leads to a string shows that it mentions words.

    A gloss (*“rill”, literally “a small brook”*), a name that somebody has for something (*have a
    name for it: “the Mangle”*), an answer picked from a list (*4 percent chose “too dear”*), a
    single word that somebody in marks speaks of (*“They wanted ‘shall’,” she said*), a term (*may
    be “called in”, as the practice is known*), or words that somebody will not use.
    """
    return (
        _is_gloss(scene, string)
        or _is_term(scene, string, beside)
        or _is_meaning_of_name(scene, string, beside)
        or _is_name_for(scene, string, beside)
        or _is_picked(beside)
        or _is_spoken_of(scene, string, beside)
    )


def _is_gloss(scene: Scene, string: QuotedString) -> bool:
    start = string.outer.start
    return _GLOSSES.search(scene.document.text[max(0, start - _LEAD) : start]) is not None


def _is_term(scene: Scene, string: QuotedString, beside: Around) -> bool:
    """*“called in”, as it is known*; *is “amber”, meaning that …*; *avoids the word “crisis”*."""
    text, (start, end) = scene.document.text, (string.outer.start, string.outer.end)
    left = beside.left
    known = beside.count <= _LONGEST_TERM and _KNOWN.match(text, end)
    if known or _UNUSED.search(text[max(0, start - _LONGEST_LEAD) : start]):
        return True
    states = left is not None and left.lemma in _IS and not beside.pause_before
    verbs = (token.lemma for token in beside.before if token.pos == "VERB")
    states = states and all(map(_says_nothing, verbs))
    return states and _MEANING.match(text, end) is not None


def _is_meaning_of_name(scene: Scene, string: QuotedString, beside: Around) -> bool:
    """*It starts at Baile Mór, ‘the big town’.*: a noun phrase behind the name of a place.

    The sentence ends with it.
    """
    left, document = beside.left, scene.document
    name = next((t for t in reversed(beside.before) if t.pos not in PROPER), left)
    said = scene.between(string.outer.start, string.outer.end)
    if left is None or left.pos not in PROPER or name is None or not said:
        return False
    place = name.lower in _AT and document.text[left.end : string.outer.start].strip() == ","
    noun = said[0].tag == "DT" and len(said) <= _LONGEST_GLOSS and said[-1].pos in {"NOUN", "PROPN"}
    noun = noun and string.parts[0].of(document.text).islower()
    closes = document.text[string.outer.end : string.outer.end + 1] in {".", ")", ""}
    return place and noun and closes


def _is_name_for(scene: Scene, string: QuotedString, beside: Around) -> bool:
    lead = scene.document.text[max(0, string.outer.start - _GAP) : string.outer.start]
    if not lead.rstrip().endswith((":", ",")):
        return False
    for number, token in enumerate(beside.before[:-1]):
        led = number > 0 and any(
            t.lemma in _HAS for t in beside.before[max(0, number - 3) : number]
        )
        if led and token.lemma.lower() in _NAMES and beside.before[number + 1].lower in _FOR:
            return True
    return False


def _is_picked(beside: Around) -> bool:
    left = beside.left
    if left is None or beside.pause_before or left.pos != "VERB":
        return False
    return left.lemma in naming().picking


def _is_spoken_of(scene: Scene, string: QuotedString, beside: Around) -> bool:
    left = beside.left
    inner = string.parent is not None and scene.strings[string.parent].style != TURN
    if not inner or left is None or beside.pause_before or beside.count != 1:
        return False
    said = string.parts[0].of(scene.document.text)
    plain = said.islower() and said[-1] not in "?!"
    return plain and left.pos == "VERB" and _says_nothing(left.lemma)


def _says_nothing(lemma: str) -> bool:
    lexicon = cues.load()
    return lemma not in lexicon.tag and not lexicon.classes(lemma) & cues.SPOKEN
