"""Strings that mention words and say nothing, by what leads to them: a gloss, a name, a choice."""

from __future__ import annotations

import re

from onrecord.attribution.cuts import GLOSSED
from onrecord.attribution.scene import TURN, Scene
from onrecord.attribution.surroundings import Around
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


def is_bare_word(scene: Scene, string: QuotedString, beside: Around) -> bool:
    """Whether what leads to a string shows that it mentions words.

    A gloss (*“rill”, literally “a small brook”*), a name that somebody has for something (*have a
    name for it: “the Mangle”*), an answer picked from a list (*4 percent chose “too dear”*), or a
    single word that somebody in marks speaks of (*“They wanted ‘shall’,” she said*).
    """
    return (
        _is_gloss(scene, string)
        or _is_name_for(scene, string, beside)
        or _is_picked(beside)
        or _is_spoken_of(scene, string, beside)
    )


def _is_gloss(scene: Scene, string: QuotedString) -> bool:
    start = string.outer.start
    return _GLOSSES.search(scene.document.text[max(0, start - _LEAD) : start]) is not None


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
