"""Who only asks in an interview: *Q*, *INTERVIEWER*, or the outlet (*THE COURIER: Why?*).

Of an interview the answers alone are what somebody has said. At a hearing or a press conference
those who ask have names, and their words count too.
"""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Sequence
from dataclasses import dataclass

from onrecord.lexicon import cues, people
from onrecord.quotations.labelled import Turn

_ASKED = re.compile(r"\?[\"”’')\]]{0,2}\Z")
_NAMES = re.compile(r"[A-Z][\w’'-]*(?:[ \t]+[A-Z][\w’'-]*){0,5}")
"""Words with a capital, one behind the other."""
_SHORTEST, _LONGEST = 2, 4
"""Letters of an outlet's or a person's initials."""
_FEWEST = 2
_THIRD = 3
"""At least one turn in so many of one who only asks is a question; some are prompts."""


@dataclass(frozen=True, slots=True)
class Known:
    """The names in the introduction of a talk.

    Attributes:
        names: its words with a capital.
        initials: those of names of two, three and four words.
    """

    names: frozenset[str]
    initials: frozenset[str]

    @classmethod
    def before(cls, text: str, start: int) -> Known:
        """Those of the article up to where a talk starts."""
        runs = [found.split() for found in _NAMES.findall(text, 0, start)]
        pieces = (
            run[at : at + count]
            for run in runs
            for count in range(_SHORTEST, _LONGEST + 1)
            for at in range(len(run) - count + 1)
        )
        return cls(
            frozenset(word.removesuffix("’s").removesuffix("'s") for run in runs for word in run),
            frozenset("".join(word[0] for word in piece) for piece in pieces),
        )

    def has(self, label: str) -> bool:
        """Whether somebody is named by a label, by surname or by initials."""
        last = label.rsplit(maxsplit=1)[-1]
        if last in self.names or last.title() in self.names:
            return True
        return _is_short(label) and label in self.initials

    def is_person(self, label: str) -> bool:
        """*LEE* where the article speaks of Lee, *OB* of Odalys Brandt."""
        return label.title() in self.names or label in self.initials


def asker(text: str, turns: Sequence[Turn], known: Known) -> str | None:
    """The label of the one who opens a talk and only asks, where the others only answer."""
    label = turns[0].label
    own = [turn for turn in turns if turn.label == label]
    others = [turn for turn in turns if turn.label != label]
    asked = sum(_asks(text, turn) for turn in own)
    if own[0].asks and len(others) == len(own) == asked == 1:
        return label
    if min(len(own), len(others)) < _FEWEST or any_asks(text, others):
        return None
    # Whoever is called an interviewer may put everything as a statement.
    if _THIRD * asked < len(own) and not own[0].asks:
        return None
    return label if own[0].asks or _is_outlet(known, own, others) else None


def any_asks(text: str, turns: Sequence[Turn]) -> bool:
    """Whether some of the turns are mostly questions, by their label."""
    every = Counter(turn.label for turn in turns)
    asking = Counter(turn.label for turn in turns if _asks(text, turn))
    return any(2 * asking[label] > count for label, count in every.items())


def _is_outlet(known: Known, own: Sequence[Turn], others: Sequence[Turn]) -> bool:
    label = own[0].label
    words = [word.strip(".") for word in label.lower().split()]
    if people.load().is_title(words[0]):
        return False
    if cues.load().names_outlet(words[words[0] == "the" :]):
        return True
    if words[0] == "the" and (any(turn.abbreviated for turn in own) or _is_called(known, words)):
        return True
    if label.isupper() and not any(other.label.isupper() for other in others):
        return len(words) <= _FEWEST
    named = all(known.has(other.label) for other in others)
    return _is_short(label) and named and not known.is_person(label)


def _is_called(known: Known, words: Sequence[str]) -> bool:
    """*THE ORIEL*, where she *met The Oriel*: a name, and no office or bench (*THE CHAIR*)."""
    office = people.is_utterer(words[-1]) or words[-1] in cues.load().sitting
    return not office and len(words) > 1 and all(w.title() in known.names for w in words)


def _is_short(label: str) -> bool:
    return label.isalpha() and label.isupper() and _SHORTEST <= len(label) <= _LONGEST


def _asks(text: str, turn: Turn) -> bool:
    words = turn.words
    return words is not None and bool(
        _ASKED.search(text, max(words.start, words.end - 4), words.end)
    )
