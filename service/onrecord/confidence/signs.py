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
from typing import NamedTuple

from onrecord.confidence.estimate import Case
from onrecord.confidence.tagger import Second
from onrecord.confidence.text import Print
from onrecord.document.tree import Document
from onrecord.lexicon import cues
from onrecord.types import (
    Construction,
    QuotationType,
    QuotedString,
    Report,
    Resolution,
    Speaker,
    SpeakerKind,
    Statement,
    TaggedRelation,
    TextSpan,
)

REACH = 600
"""Characters before a pronoun in which others are near enough to be meant."""

_MOST_PERSONS = 3
_MOST_MENTIONS = 24
_MOST_STEPS = 12
_PRONOUNS = {
    "it": "it",
    **dict.fromkeys(("i", "we", "me", "us"), "the first person"),
    **dict.fromkeys(("they", "who", "which", "that"), "they or who"),
}
_WITHOUT_VERB = frozenset({Construction.ACCORDING_TO, Construction.NOMINAL})
_SENTENCE_ENDS = ".?!”’\"'"
_INDEFINITE = frozenset({"a", "an", "some", "one", "another", "several", "many", "few", "most"})


class _Known(NamedTuple):
    """Who a source is, how sure the rule is that says so, and how many others it weighed."""

    speaker: Speaker
    score: float
    rivals: int


@dataclass(frozen=True)
class Circumstances:
    """One article as the calibration sees it.

    Attributes:
        document: the article.
        tagged: relations of the trained tagger.
        statements: what was found.
        resolution: who the sources are.
        strings: what stands in quotation marks.
        reports: what the statements have their tags from.
    """

    document: Document
    tagged: Sequence[TaggedRelation]
    statements: Sequence[Statement]
    resolution: Resolution
    strings: Sequence[QuotedString]
    reports: Sequence[Report]

    def case(self, number: int) -> Case:
        """A statement with its signs; a sign that is not named is 0."""
        statement = self.statements[number]
        own, steps = self._with_source(statement)
        signs = dict.fromkeys(self._plain(statement, own, steps), 1.0)
        signs.update(dict.fromkeys(self._of_words(statement), 1.0))
        signs.update(self._print.of_article)
        signs.update(self._second.signs(statement, own))
        known = self._known.get(own.source) if own.source else None
        return Case(statement, known.score if known else None, signs)

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
        if not _is_free(statement) and self._is_apart(statement, own.source):
            yield "source in another paragraph"
        known = self._known.get(own.source)
        if known is not None:
            if known.rivals:
                yield f"rivals: {known.rivals}"
            yield from self._of_speaker(known.speaker, own.source)

    def _is_apart(self, statement: Statement, source: TextSpan) -> bool:
        here = self.document.paragraph_at(statement.parts[0].start)
        return here != self.document.paragraph_at(source.start)

    def _of_words(self, statement: Statement) -> Iterator[str]:
        """Of its words and of its tag."""
        if self._print.has_stray_marks(statement.parts[0]):
            yield "a mark without partner in the paragraph"
        if len(statement.parts) > 1:
            yield "several parts"
        if statement.type is QuotationType.DIRECT and self._starts_small(statement):
            yield "starts in lower case"
        if statement.report is not None:
            yield from self._of_report(self.reports[statement.report])

    def _starts_small(self, statement: Statement) -> bool:
        return self.document.text[statement.parts[0].start].islower()

    def _of_report(self, report: Report) -> Iterator[str]:
        if report.lemma and report.construction not in _WITHOUT_VERB:
            if not cues.load().classes(report.lemma):
                yield "cue: no verb of speech"
            elif report.lemma != "say":
                yield "cue: another verb than say"
        if report.tagged is None:
            yield "found by the grammar alone"

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
            return _PRONOUNS.get(tokens[0].lower, "a pronoun")
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

    @cached_property
    def _known(self) -> Mapping[TextSpan, _Known]:
        who = self.resolution
        rivals = who.rivals or ((),) * len(who.by_source)
        return {
            span: _Known(who.speakers[number], score, len(others))
            for (span, number, score), others in zip(who.by_source, rivals, strict=True)
        }

    @cached_property
    def _print(self) -> Print:
        return Print(self.document, self.strings)

    @cached_property
    def _second(self) -> Second:
        return Second(self.tagged)

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


def _is_free(statement: Statement) -> bool:
    """Whether it goes on without a tag: it is no surer for standing farther from its source."""
    untagged = statement.report is None and statement.follows is None
    return untagged and statement.type is QuotationType.INDIRECT


def _last_name(speaker: Speaker) -> str:
    return speaker.name.split()[-1] if speaker.name.strip() else ""
