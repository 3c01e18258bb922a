"""What tells how sure an answer is, beside the scores of the stages: signs that a person can see.

Each sign is a name and a value. They are few and general on purpose: their weights are fitted on
a few hundred annotated quotations (`training/calibration.py`).
"""

from __future__ import annotations

from bisect import bisect_left
from collections import Counter
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from functools import cached_property

from onrecord.confidence.estimate import Case
from onrecord.document.tree import Document
from onrecord.types import Resolution, Speaker, SpeakerKind, Statement, TaggedRelation, TextSpan

REACH = 600
"""Characters before a pronoun in which others are near enough to be meant."""

SAME = 0.5
"""Share of the words that a relation of the tagger must hold to be of them."""

_MOST_PERSONS = 3
_MOST_MENTIONS = 24
_MOST_PIECES = 8
_MOST_STEPS = 12
_SENTENCE_ENDS = ".?!”’\"'"
_INDEFINITE = frozenset({"a", "an", "some", "one", "another", "several", "many", "few", "most"})


@dataclass(frozen=True)
class Circumstances:
    """One article as the calibration sees it.

    Attributes:
        document: the article.
        tagged: relations of the trained tagger.
        statements: what was found.
        resolution: who the sources are.
    """

    document: Document
    tagged: Sequence[TaggedRelation]
    statements: Sequence[Statement]
    resolution: Resolution

    def case(self, number: int) -> Case:
        """A statement with its signs; a sign that is not named is 0."""
        statement = self.statements[number]
        own, steps = self._with_source(statement)
        signs = dict.fromkeys(self._plain(statement, own, steps), 1.0)
        signs.update(self._of_tagger(statement, own))
        known = self._known.get(own.source) if own.source else None
        return Case(statement, known[1] if known else None, signs)

    def _with_source(self, statement: Statement) -> tuple[Statement, int]:
        """The statement that names the source, and how many steps back it stands."""
        for step in range(_MOST_STEPS):
            if statement.source is not None or statement.follows is None:
                return statement, step
            statement = self.statements[statement.follows]
        return statement, _MOST_STEPS

    def _plain(self, statement: Statement, own: Statement, steps: int) -> Iterator[str]:
        if self._in_headline(statement):
            yield "in the headline"
        if own.source is None:
            yield "no source"
            return
        yield f"source: {self._form(own.source)}"
        if steps > 1:
            yield "source several quotations back"
        here, there = statement.parts[0].start, own.source.start
        if self.document.paragraph_at(here) != self.document.paragraph_at(there):
            yield "source in another paragraph"
        known = self._known.get(own.source)
        if known is not None:
            yield from self._of_speaker(known[0], own.source)

    def _of_speaker(self, speaker: Speaker, source: TextSpan) -> Iterator[str]:
        if not speaker.named:
            yield "speaker without a name"
        if speaker.kind is not SpeakerKind.PERSON:
            yield f"speaker: {speaker.kind.value}"
        if speaker.named and self._last_names[_last_name(speaker)] > 1:
            yield "others of the same last name"
        if self._form(source) == "a pronoun":
            yield f"persons near: {self._persons_near(source)}"

    def _form(self, source: TextSpan) -> str:
        tokens = self.document.tokens_in(source)
        if len(tokens) == 1 and tokens[0].pos == "PRON":
            return "a pronoun"
        if any(token.pos == "PROPN" for token in tokens):
            return "a name" if tokens[-1].pos == "PROPN" else "a name and more"
        first = tokens[0]
        if first.lower in _INDEFINITE or first.pos == "NUM":
            return "new to the reader"
        return "known to the reader" if first.pos in {"DET", "PRON"} else "without an article"

    def _in_headline(self, statement: Statement) -> bool:
        """Whether it stands in a first line that does not end as a sentence does."""
        paragraphs = self.document.paragraphs
        if len(paragraphs) < 2 or statement.parts[0].start >= paragraphs[0].end:
            return False
        return self.document.text[paragraphs[0].end - 1] not in _SENTENCE_ENDS

    def _persons_near(self, source: TextSpan) -> int:
        """How many persons are mentioned shortly before, up to three."""
        last = bisect_left(self._persons, (source.start, 0))
        near = self._persons[max(0, last - _MOST_MENTIONS) : last]
        return min(_MOST_PERSONS, len({n for at, n in near if source.start - at <= REACH}))

    def _of_tagger(self, statement: Statement, own: Statement) -> Iterator[tuple[str, float]]:
        found = self._relation(statement)
        if found is None:
            yield "tagger: nothing here", 1.0
            return
        yield "tagger: how sure", found.confidence
        if found.source is None:
            yield "tagger: no source", 1.0
        elif own.source is not None and found.source.overlaps(own.source):
            yield "tagger: same source", 1.0
        else:
            yield "tagger: another source", 1.0

    def _relation(self, statement: Statement) -> TaggedRelation | None:
        """The relation of the tagger that holds most of the words."""
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
    def _known(self) -> Mapping[TextSpan, tuple[Speaker, float]]:
        speakers = self.resolution.speakers
        return {span: (speakers[n], score) for span, n, score in self.resolution.by_source}

    @cached_property
    def _last_names(self) -> Counter[str]:
        return Counter(_last_name(s) for s in self.resolution.speakers if s.named)

    @cached_property
    def _persons(self) -> Sequence[tuple[int, int]]:
        """Start of every mention of a person, and which."""
        return sorted(
            (mention.start, number)
            for number, speaker in enumerate(self.resolution.speakers)
            if speaker.kind is SpeakerKind.PERSON
            for mention in speaker.mentions
        )

    @cached_property
    def _pieces(self) -> Sequence[tuple[int, int, int]]:
        """The pieces of what the tagger found: start, end, and of which relation."""
        return sorted((p.start, p.end, n) for n, t in enumerate(self.tagged) for p in t.content)


def _last_name(speaker: Speaker) -> str:
    return speaker.name.split()[-1] if speaker.name.strip() else ""
