"""The last step before the reader: statements, chains and speakers put together."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping, Sequence
from functools import cached_property

from onrecord.attribution import Chain, Link, Scene
from onrecord.confidence import (
    Calibration,
    Circumstances,
    chain_values,
    estimate,
    estimate_chain,
)
from onrecord.document import words
from onrecord.explanation import Explainer
from onrecord.lexicon import cues
from onrecord.types import (
    Attribution,
    Explanation,
    Extraction,
    Hop,
    Quotation,
    QuotationType,
    Relation,
    RelationKind,
    Resolution,
    SpeakerKind,
    Statement,
    TextSpan,
)
from onrecord.voices import Known, Voice, by_source, resolved, spoken, voices

_KNOWN = 0.5
"""Share of a statement's words in relations of the tagger from which it is one of them."""

_BEHIND = frozenset({"of", "in", "at", "on", "for", "from", "by", "with", "to", "who"})
"""What goes on with a phrase behind its noun."""

_LEAST = 0.15
"""Confidence under which a relation of the tagger is left out: on PolNeAR dev, nearly all below it
are wrong. Without it, attributions lose 0.8 points and exact cues gain 0.1."""

_ADDED = 0.5
"""Confidence from which a statement that the tagger has not found is a relation as well: more
likely one than not. With all of them, attributions lose 0.4 points on PolNeAR dev."""


class Composer:
    """Puts one answer together."""

    def __init__(
        self,
        scene: Scene,
        statements: Sequence[Statement],
        chains: Sequence[Chain],
        resolution: Resolution,
        calibration: Calibration,
        explainer: Explainer | None = None,
    ) -> None:
        """Take what the stages made.

        Args:
            explainer: tells why each quotation is so; None where that was not asked for.
        """
        self._scene = scene
        self._statements = statements
        self._resolution = resolution
        self._voices = voices(statements, resolution)
        self._named = dict(resolution.names)
        self._hops = hops_by_statement(statements, chains, resolution)
        self._chains = {number: f"t{n}" for n, number in enumerate(self._hops, 1)}
        seen = Circumstances(
            scene.document, scene.tagged, statements, resolution, scene.strings, scene.reports
        )
        self._calibration = calibration
        self._explainer = explainer
        self._cases = tuple(map(seen.case, range(len(statements))))
        self._confidences = tuple(estimate(calibration, case) for case in self._cases)

    def extraction(self, language: str, model: str, unread: int = 0) -> Extraction:
        """The whole answer.

        Args:
            language: of the article, as the caller gives it.
            model: names the models in use.
            unread: paragraphs whose quotation marks were left alone.
        """
        document = self._scene.document
        return Extraction(
            text=document.text,
            language=language,
            quotes=tuple(self._quotations()),
            attributions=tuple(map(self._attribution, self._hops)),
            speakers=self._resolution.speakers,
            relations=tuple(self._relations()),
            words=words.count(document.text),
            model=model,
            unread=unread,
        )

    def _quotations(self) -> Iterator[Quotation]:
        """One for each statement that is not to make an attribution alone."""
        kept = [n for n, statement in enumerate(self._statements) if not statement.apart]
        for place, number in enumerate(kept, 1):
            yield self._quotation(number, f"q{place}")

    def _quotation(self, number: int, name: str) -> Quotation:
        statement, voice = self._statements[number], self._voices[number]
        sure = self._confidences[number]
        return Quotation(
            id=name,
            type=statement.type,
            parts=statement.parts,
            speaker=voice.speaker,
            source=None if statement.context else self._shown(statement.source),
            cue=None if statement.context else statement.cue,
            addressee=None if statement.context else statement.addressee,
            medium=None if statement.context else statement.medium,
            time=None if statement.context else statement.time,
            negated=statement.negated,
            attribution=self._chains.get(number),
            confidence=round(sure.joint, 4),
            confidences=(("quotation", sure.quotation), ("speaker", sure.speaker)),
            evidence=statement.evidence,
            explanation=self._explanation(number),
        )

    def _shown(self, source: TextSpan | None) -> TextSpan | None:
        """The mention of who speaks: the name where one stands beside a role."""
        return source and self._named.get(source, source)

    def _explanation(self, number: int) -> Explanation | None:
        if self._explainer is None:
            return None
        return self._explainer.explanation(number, self._cases[number], self._chain_values(number))

    def _chain_values(self, number: int) -> Mapping[str, float]:
        """What tells whether the attribution of a statement is right; nothing without one."""
        if number not in self._hops:
            return {}
        return chain_values(self._confidences[number], chain_signs(self._hops[number]))

    def _attribution(self, number: int) -> Attribution:
        content, hops = self._statements[number].parts, self._hops[number]
        sure = estimate_chain(self._calibration, self._confidences[number], chain_signs(hops))
        return Attribution(self._chains[number], content, hops, sure)

    def _relations(self) -> Iterator[Relation]:
        """Those of the tagger, and of speech those of the statements that it has not found."""
        tagged = [t for t in self._scene.tagged if t.content and t.confidence >= _LEAST]
        made = [
            Relation(t.source, t.cue, t.content, t.kind, round(t.confidence, 4)) for t in tagged
        ]
        known = _Covered(piece for t in tagged for piece in t.content)
        for number, statement in enumerate(self._statements):
            content = self._with_marks(statement)
            sure = self._confidences[number].quotation
            if statement.apart:
                continue
            if sure >= _ADDED and known.share(content) < _KNOWN:
                source = spoken(self._statements, statement).source
                made.append(Relation(source, statement.cue, content, RelationKind.SPEECH, sure))
        yield from sorted(made, key=lambda r: r.content[0].start)

    def _with_marks(self, statement: Statement) -> tuple[TextSpan, ...]:
        if statement.type is not QuotationType.DIRECT:
            return statement.parts
        return tuple(self._outer.get(part, part) for part in statement.parts)

    @cached_property
    def _outer(self) -> Mapping[TextSpan, TextSpan]:
        """A string of one part -> the same, marks included."""
        return {s.parts[0]: s.outer for s in self._scene.strings if len(s.parts) == 1}


class _Covered:
    """Stretches of the text, to ask how much of others they cover."""

    def __init__(self, spans: Iterable[TextSpan]) -> None:
        self._at: set[int] = set()
        for span in spans:
            self._at.update(range(span.start, span.end))

    def share(self, spans: Sequence[TextSpan]) -> float:
        """Share of the characters that are covered."""
        inside = sum(len(self._at.intersection(range(s.start, s.end))) for s in spans)
        return inside / sum(map(len, spans))


def hops_by_statement(
    statements: Sequence[Statement], chains: Sequence[Chain], resolution: Resolution
) -> dict[int, tuple[Hop, ...]]:
    """The hops of every statement that has a chain, by its position."""
    known, heard = by_source(resolution), voices(statements, resolution)
    made = ((chain.statement, _hops(chain, known, heard)) for chain in chains)
    return {statement: hops for statement, hops in made if hops}


def _hops(chain: Chain, known: Known, heard: Sequence[Voice]) -> tuple[Hop, ...]:
    """The hops, of neighbours by one speaker the later one: nobody passes words to himself."""
    hops: list[Hop] = []
    for link in chain.links:
        hop = _hop(link, known, heard)
        if hops and hop.speaker is not None and hops[-1].speaker == hop.speaker:
            hops.pop()
        hops.append(hop)
    if len(hops) > 1 or chain.sourced or _is_document(hops[0]) or _holds_words(hops[0]):
        return tuple(hops)
    return ()


def _is_document(hop: Hop) -> bool:
    return hop.speaker is not None and hop.speaker.kind is SpeakerKind.DOCUMENT


def _holds_words(hop: Hop) -> bool:
    """*It says so*, of *the club's website* or *the tabloid*: a paper without a name."""
    speaker, lexicon = hop.speaker, cues.load()
    if speaker is None or speaker.named or speaker.kind is SpeakerKind.GROUP:
        return False
    noun = speaker.name.lower().split()
    return _BEHIND.isdisjoint(noun) and noun[-1] in lexicon.press | lexicon.document


def _hop(link: Link, known: Known, heard: Sequence[Voice]) -> Hop:
    voice = resolved(known, link.source)
    if link.source is None and link.statement is not None:
        voice = heard[link.statement]
    return Hop(link.source, voice.speaker, link.cue, link.relation)


def chain_signs(hops: Sequence[Hop]) -> Mapping[str, float]:
    """What tells of the form of a chain whether it is right."""
    return {
        "several hops": float(len(hops) > 1),
        "a hop without a speaker": float(any(hop.speaker is None for hop in hops)),
    }


def sources(statements: Sequence[Statement], chains: Sequence[Chain]) -> tuple[TextSpan, ...]:
    """All sources that need a speaker, in order of position, each once."""
    spans = {s.source for s in statements} | {link.source for c in chains for link in c.links}
    return tuple(sorted(span for span in spans if span is not None))


def uttered(statements: Sequence[Statement]) -> dict[TextSpan, TextSpan]:
    """Each part of each statement in quotation marks -> the source of the statement."""
    heard = (
        (quoted, spoken(statements, statement).source)
        for statement in statements
        for quoted in statement.quoted
    )
    return {quoted: source for quoted, source in heard if source is not None}
