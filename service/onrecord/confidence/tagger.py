"""Signs of the trained tagger: whether it has found the same by its own way."""

from __future__ import annotations

from bisect import bisect_left
from collections import Counter
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from functools import cached_property

from onrecord.types import Statement, TaggedRelation

SAME = 0.5
"""Share of the words that a relation of the tagger must hold to be of them."""

_MOST_PIECES = 8


@dataclass(frozen=True)
class Second:
    """The tagger as a second opinion.

    Attributes:
        tagged: its relations.
    """

    tagged: Sequence[TaggedRelation]

    def signs(self, statement: Statement, own: Statement) -> Iterator[tuple[str, float]]:
        """Whether it has found the statement, with the same words and the same source.

        Args:
            own: the statement that names the source, the same one or one before.
        """
        found = self._relation(statement)
        if found is None:
            yield "tagger: nothing here", 1.0
            return
        yield "tagger: how sure", found.confidence
        yield "tagger: same words", _overlap(statement, found)
        if found.source is None:
            yield "tagger: no source", 1.0
        elif own.source is not None and found.source.overlaps(own.source):
            yield "tagger: same source", 1.0
        else:
            yield "tagger: another source", 1.0
        if statement.cue is not None and found.cue is not None:
            same = found.cue.overlaps(statement.cue)
            yield ("tagger: same cue" if same else "tagger: another cue"), 1.0

    def _relation(self, statement: Statement) -> TaggedRelation | None:
        """The relation that holds most of the words."""
        shared: Counter[int] = Counter()
        for part in statement.parts:
            last = bisect_left(self._pieces, (part.end, part.end, 0))
            for start, end, number in self._pieces[max(0, last - _MOST_PIECES) : last]:
                shared[number] += max(0, min(end, part.end) - max(start, part.start))
        if not shared:
            return None
        number, most = max(shared.items(), key=lambda item: (item[1], -item[0]))
        return self.tagged[number] if most >= SAME * sum(map(len, statement.parts)) else None

    @cached_property
    def _pieces(self) -> Sequence[tuple[int, int, int]]:
        """The pieces of what it found: start, end, and of which relation."""
        return sorted((p.start, p.end, n) for n, t in enumerate(self.tagged) for p in t.content)


def _overlap(statement: Statement, found: TaggedRelation) -> float:
    """Share of the characters of either that both have (Jaccard)."""
    shared = sum(
        max(0, min(one.end, other.end) - max(one.start, other.start))
        for one in statement.parts
        for other in found.content
    )
    whole = sum(map(len, statement.parts)) + sum(map(len, found.content)) - shared
    return shared / whole if whole else 0.0
