"""Changes to training articles that teach the model not to lean on what another text may lack."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import replace

import numpy as np

from onrecord.tagging.learned.vocabulary import MASK, UNKNOWN
from onrecord.tagging.learned.words import Case, Quoted, Words
from training.tagger.examples import Labelled

DROPPED = 0.03
"""Share of words that are hidden."""

RENAMED = 0.5
"""Share of articles in which names are exchanged."""

UNQUOTED, SINGLE, LOWERED, SHOUTED = 0.04, 0.06, 0.03, 0.02
"""Shares of articles: without the state of quotation, single marks, lower and upper case."""

INVENTED, EXCHANGED = 0.45, 0.3
"""Shares of the names there that become an invented one, and another one of the same kind."""

_SYLLABLE = (
    ("b", "br", "c", "ch", "d", "dr", "f", "g", "gr", "h", "j", "k", "l", "m", "n", "p", "pr", "r",
     "s", "sh", "st", "t", "th", "tr", "v", "w", "y", "z", ""),
    ("a", "e", "i", "o", "u", "ai", "ea", "ee", "o", "ou", "y"),
    ("", "", "", "l", "ll", "m", "n", "nd", "r", "rn", "s", "ss", "t", "ck", "x"),
)  # fmt: skip
"""Beginnings, middles and ends of syllables."""

_MOSTLY = 0.9
_NAMES = (Case.TITLE, Case.MIXED)


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


def kinds(articles: Iterable[Labelled], pool: Sequence[str]) -> Mapping[str, int]:
    """What a word of the pool mostly names: number of the label in `names.LABELS`."""
    known, counts = frozenset(pool), dict[str, Counter[int]]()
    for article in articles:
        for form, tag in zip(article.words.forms, article.names.tolist(), strict=True):
            if tag and form in known:
                counts.setdefault(form, Counter())[(tag - 1) // 2] += 1
    return {form: count.most_common(1)[0][0] for form, count in sorted(counts.items())}


class Augmenter:
    """Makes another version of an article's words; the numbers of words and labels stay.

    What names one campaign for a year is soon learned by heart; another article has other names,
    and its places, persons and bodies must be told apart by what stands around them. So a name
    becomes one of its kind or one that nobody has ever heard.
    """

    def __init__(self, pool: Sequence[str], kinds_: Mapping[str, int]) -> None:
        self._kinds = kinds_
        self._alike: dict[int, list[str]] = {}
        for form in pool:
            if form in kinds_:
                self._alike.setdefault(kinds_[form], []).append(form)

    @classmethod
    def of(cls, articles: Sequence[Labelled]) -> Augmenter:
        """With the names of these articles."""
        pool = names(article.words for article in articles)
        return cls(pool, kinds(articles, pool))

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
            if case in _NAMES and form in self._kinds and form not in new:
                new[form] = self._other(form, random)
        return [new.get(f, f) if c in _NAMES else f for f, c in zip(forms, cases, strict=True)]

    def _other(self, form: str, random: np.random.Generator) -> str:
        """Another name in place of one, or the same."""
        choice = random.random()
        if choice > INVENTED + EXCHANGED:
            return form
        if choice < INVENTED:
            return invented(random)
        alike = self._alike[self._kinds[form]]
        return alike[int(random.integers(len(alike)))]


def invented(random: np.random.Generator) -> str:
    """A word of one to three syllables that could be a name."""
    made = ""
    for _ in range(int(random.integers(1, 4))):
        made += "".join(part[int(random.integers(len(part)))] for part in _SYLLABLE)
    return made if len(made) > 2 else made + "an"
