"""Changes to training articles that teach the model not to lean on what another text may lack."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Sequence
from dataclasses import replace

import numpy as np

from onrecord.tagging.learned.vocabulary import MASK, UNKNOWN
from onrecord.tagging.learned.words import Case, Quoted, Words

DROPPED = 0.03
"""Share of words that are hidden."""

RENAMED, RENAMED_WITHIN = 0.4, 0.5
"""Share of articles in which names are exchanged, and share of the names exchanged there."""

UNQUOTED, SINGLE, LOWERED, SHOUTED = 0.04, 0.06, 0.03, 0.02
"""Shares of articles: without quotation state, with single marks, in lower, in upper case."""

_MOSTLY = 0.9


def names(articles: Iterable[Words]) -> tuple[str, ...]:
    """Words that are nearly always capitalised, each as often as it is found, up to 20 times."""
    titled: Counter[str] = Counter()
    all_: Counter[str] = Counter()
    for words in articles:
        for form, case in zip(words.forms, words.cases, strict=True):
            if case in (Case.TITLE, Case.LOWER, Case.MIXED) and len(form) > 2:
                all_[form] += 1
                titled[form] += case != Case.LOWER
    kept = sorted(f for f, count in titled.items() if count >= _MOSTLY * all_[f] and count > 1)
    return tuple(f for f in kept for _ in range(min(20, titled[f])))


class Augmenter:
    """Makes another version of an article's words; the numbers of words and labels stay."""

    def __init__(self, pool: Sequence[str]) -> None:
        self._pool = pool
        self._known = frozenset(pool)

    def change(self, words: Words, random: np.random.Generator) -> Words:
        """The words with some of them hidden, renamed, or written in another way."""
        forms = list(words.forms)
        if random.random() < RENAMED:
            forms = self._renamed(forms, words.cases, random)
        cases, quoted = list(words.cases), list(words.quoted)
        style = random.random()
        if style < UNQUOTED:
            quoted = [int(Quoted.OUTSIDE)] * len(quoted)
        elif style < UNQUOTED + SINGLE:
            forms = ["'" if form == '"' else form for form in forms]
        style = random.random()
        if style < LOWERED:
            cases = [int(Case.LOWER) if c < Case.DIGITS else c for c in cases]
        elif style < LOWERED + SHOUTED:
            cases = [int(Case.UPPER) if c < Case.DIGITS else c for c in cases]
        for i in np.flatnonzero(random.random(len(forms)) < DROPPED):
            forms[i] = MASK if random.random() < 0.5 else UNKNOWN
        return replace(words, forms=tuple(forms), cases=tuple(cases), quoted=tuple(quoted))

    def _renamed(
        self, forms: list[str], cases: Sequence[int], random: np.random.Generator
    ) -> list[str]:
        new: dict[str, str] = {}
        for form, case in zip(forms, cases, strict=True):
            if case in (Case.TITLE, Case.MIXED) and form in self._known and form not in new:
                other = random.random() < RENAMED_WITHIN
                new[form] = self._pool[int(random.integers(len(self._pool)))] if other else form
        plain = (Case.TITLE, Case.MIXED)
        return [new.get(f, f) if c in plain else f for f, c in zip(forms, cases, strict=True)]
