"""Whether a cue reports words or a state of mind, by the class of its verb."""

from __future__ import annotations

from collections.abc import Iterable
from functools import lru_cache

from onrecord.lexicon.cues import CueClass, load
from onrecord.types import RelationKind

_IRREGULAR = {
    "thought": "think", "felt": "feel", "knew": "know", "known": "know", "saw": "see",
    "seen": "see", "understood": "understand", "meant": "mean", "sought": "seek",
    "forgot": "forget", "forgotten": "forget", "heard": "hear", "foresaw": "foresee",
    "foreseen": "foresee", "dreamt": "dream", "learnt": "learn", "told": "tell",
    "wrote": "write", "written": "write", "spoke": "speak", "spoken": "speak",
    "swore": "swear", "sworn": "swear", "made": "make", "gave": "give", "given": "give",
    "held": "hold", "found": "find", "showed": "show", "shown": "show", "read": "read",
}  # fmt: skip
"""Past forms that no rule gives."""

_VOWELS = frozenset("aeiou")


def kind_of(words: Iterable[str]) -> RelationKind:
    """Thought where the last reporting verb among the words is one of thinking alone."""
    kind = RelationKind.SPEECH
    for word in words:
        classes = _classes(word)
        if classes:
            thinks = classes == {CueClass.THINK}
            kind = RelationKind.THOUGHT if thinks else RelationKind.SPEECH
    return kind


@lru_cache(maxsize=10_000)
def _classes(word: str) -> frozenset[CueClass]:
    lexicon = load()
    for lemma in _lemmas(word):
        found = lexicon.classes(lemma)
        if found:
            return found
    return frozenset()


def _lemmas(word: str) -> Iterable[str]:
    """Dictionary forms that the word could be an inflection of, the likeliest first."""
    if word in _IRREGULAR:
        yield _IRREGULAR[word]
    yield word
    for ending in ("s", "es", "ed", "d", "ing"):
        stem = word.removesuffix(ending)
        if stem == word or len(stem) < 2:
            continue
        yield stem
        if ending == "ing":
            yield stem + "e"
        if ending in ("es", "ed") and stem.endswith("i"):
            yield stem[:-1] + "y"
        if len(stem) > 2 and stem[-1] == stem[-2] and stem[-1] not in _VOWELS:
            yield stem[:-1]
