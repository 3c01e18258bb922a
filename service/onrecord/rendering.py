"""Extraction -> the answer as plain JSON values; one shape for the service and the command line."""

from __future__ import annotations

import hashlib
from collections.abc import Callable, Iterable, Sequence
from typing import Any

from onrecord.document import words
from onrecord.document.html import Reading
from onrecord.document.offsets import Ruler
from onrecord.options import OffsetsIn, Options, Section
from onrecord.types import (
    Attribution,
    Explanation,
    Extraction,
    Feature,
    Hop,
    Quotation,
    Relation,
    Speaker,
    TextSpan,
    Weighed,
)
from onrecord.version import __version__

Json = dict[str, Any]


LONGEST_ID = 200
"""Most characters of an id that a caller gives an article."""


def article_id(text: str) -> str:
    """The id of an article that came without one: the same text always has the same."""
    return hashlib.blake2b(text.encode("utf-8", "surrogatepass"), digest_size=8).hexdigest()


def render(
    extraction: Extraction,
    options: Options,
    identity: str,
    elapsed: float,
    reading: Reading | None = None,
) -> Json:
    """The answer to one article, as `openapi.yaml` describes it.

    Args:
        extraction: what was found.
        options: which of it is wanted, and in which unit.
        identity: the id of the article, the caller's or `article_id`.
        elapsed: seconds that it took.
        reading: of the HTML that the article came as, where it did.
    """
    html: Json = {} if reading is None else {"offsets_in": options.offsets_in.value}
    shown = html == {"offsets_in": OffsetsIn.TEXT}
    return {
        "id": identity,
        "language": extraction.language,
        **({"text": extraction.text} if shown else {}),
        **_Answer(extraction, options, None if shown else reading, reading).sections(),
        "meta": {
            "version": __version__,
            "model": extraction.model,
            "words": extraction.words,
            "elapsed_ms": round(elapsed * 1000, 1),
            "offset_unit": options.offset_unit.value,
            **html,
            **_warnings(extraction),
        },
    }


NOT_ENGLISH = "urn:onrecord:warning:not-english"
"""Names the warning that a text does not look like one in English."""


UNREAD_MARKS = "urn:onrecord:warning:unread-marks"
"""Names the warning that some paragraphs have more quotation marks than are read."""


def _warnings(extraction: Extraction) -> Json:
    """What is to be known of an answer before it is believed; nothing where there is nothing."""
    told = []
    if not words.seems_english(extraction.text):
        told.append((NOT_ENGLISH, "the text does not look like English, and only English is read"))
    if extraction.unread:
        where = "a paragraph" if extraction.unread == 1 else f"{extraction.unread} paragraphs"
        detail = f"the quotation marks of {where} were left alone: there are too many of them"
        told.append((UNREAD_MARKS, detail))
    return {"warnings": [{"type": kind, "detail": detail} for kind, detail in told]} if told else {}


class _Answer:
    """The sections of one answer; with a reading, its spans point into the source of the HTML."""

    def __init__(
        self,
        extraction: Extraction,
        options: Options,
        reading: Reading | None,
        html: Reading | None,
    ) -> None:
        least = options.min_confidence
        self._html = html
        self._text = extraction.text
        self._reading = reading
        measured = extraction.text if reading is None else reading.source
        self._ruler = Ruler(measured, options.offset_unit)
        self._include = options.include
        self._quotes = [
            q for q in extraction.quotes if q.type in options.types and q.confidence >= least
        ]
        self._attributions = [a for a in extraction.attributions if a.confidence >= least]
        self._relations = [r for r in extraction.relations if r.confidence >= least]
        self._speakers = _heard(extraction.speakers, self._quotes, self._attributions)
        self._chains = frozenset(a.id for a in self._attributions)
        self._said = _said(self._quotes)

    def sections(self) -> Json:
        """Every section asked for, in the order of `Section`."""
        makers: dict[Section, Callable[[], list[Json]]] = {
            Section.QUOTES: lambda: [self._quote(q) for q in self._quotes],
            Section.ATTRIBUTIONS: lambda: [self._attribution(a) for a in self._attributions],
            Section.SPEAKERS: lambda: [self._speaker(s) for s in self._speakers],
            Section.RELATIONS: lambda: [self._relation(r) for r in self._relations],
            Section.EXPLANATIONS: lambda: [self._explained(q) for q in self._quotes],
        }
        return {name.value: make() for name, make in makers.items() if name in self._include}

    def _span(self, span: TextSpan) -> Json:
        shown = span.of(self._text)
        if self._reading is None:
            return {**self._place(span), "text": shown}
        there = self._reading.at(span)
        return {**self._place(there), "text": there.of(self._reading.source), "shown": shown}

    def _place(self, span: TextSpan) -> Json:
        return {"start": self._ruler.at(span.start), "end": self._ruler.at(span.end)}

    def _maybe(self, span: TextSpan | None) -> Json | None:
        return None if span is None else self._span(span)

    def _spans(self, spans: Iterable[TextSpan]) -> list[Json]:
        return [self._span(span) for span in spans]

    def _quote(self, quote: Quotation) -> Json:
        return {
            "id": quote.id,
            "type": quote.type.value,
            "text": " ".join(part.of(self._text) for part in quote.parts),
            "parts": self._spans(quote.parts),
            "speaker": _named(quote.speaker),
            "speaker_mention": self._maybe(quote.source),
            "cue": self._maybe(quote.cue),
            "addressee": self._maybe(quote.addressee),
            "medium": self._maybe(quote.medium),
            "time": self._maybe(quote.time),
            "negated": quote.negated,
            "attribution": quote.attribution if quote.attribution in self._chains else None,
            "confidence": quote.confidence,
            "confidences": dict(quote.confidences),
            **self._cited(quote),
        }

    def _cited(self, quote: Quotation) -> Json:
        """The address of the source, where the HTML names one for all of the quotation."""
        if self._html is None:
            return {}
        addresses = {self._html.cite(part) for part in quote.parts}
        address = addresses.pop() if len(addresses) == 1 else None
        return {} if address is None else {"cite": address}

    def _attribution(self, attribution: Attribution) -> Json:
        return {
            "id": attribution.id,
            "content": self._spans(attribution.content),
            "chain": [self._hop(hop) for hop in attribution.chain],
            "confidence": attribution.confidence,
        }

    def _hop(self, hop: Hop) -> Json:
        return {
            "source": self._maybe(hop.source),
            "speaker": _named(hop.speaker),
            "cue": self._maybe(hop.cue),
            "relation": hop.relation.value,
        }

    def _speaker(self, speaker: Speaker) -> Json:
        return {
            **_description(speaker),
            "mentions": self._spans(speaker.mentions),
            "quotes": self._said.get(speaker.id, []),
        }

    def _explained(self, quote: Quotation) -> Json:
        why = quote.explanation
        if why is None:
            return {"quote": quote.id, "features": _features(quote.evidence)}
        weighed = [self._weighed(one) for one in why.weighed]
        return {"quote": quote.id, **_reasons(why), "candidates": weighed}

    def _weighed(self, weighed: Weighed) -> Json:
        return {
            "way": weighed.way.value,
            "source": self._maybe(weighed.source),
            "cue": self._maybe(weighed.cue),
            "follows": weighed.follows,
            "chosen": weighed.chosen,
            "probability": weighed.probability,
            "features": _features(weighed.features),
        }

    def _relation(self, relation: Relation) -> Json:
        return {
            "source": self._maybe(relation.source),
            "cue": self._maybe(relation.cue),
            "content": self._spans(relation.content),
            "kind": relation.kind.value,
            "confidence": relation.confidence,
        }


def _reasons(explanation: Explanation) -> Json:
    return {
        "decided_by": "model" if explanation.rule is None else "rule",
        "rule": explanation.rule,
        "summary": list(explanation.summary),
        "deciding": _features(explanation.deciding),
        "features": _features(explanation.features),
        "speech": _features(explanation.speech),
        "resolution": explanation.resolution,
        "rivals": list(explanation.rivals),
        "confidence": {"quotation": [], "speaker": [], "chain": []}
        | {name: _features(found) for name, found in explanation.confidences},
    }


def _features(features: Iterable[Feature]) -> list[Json]:
    return [
        {"name": f.name, "value": round(f.value, 4), "contribution": round(f.contribution, 4)}
        for f in features
    ]


def _heard(
    speakers: Sequence[Speaker], quotes: Iterable[Quotation], attributions: Iterable[Attribution]
) -> list[Speaker]:
    """The speakers whom a quotation or an attribution of the answer names."""
    heard = {q.speaker.id for q in quotes if q.speaker}
    heard |= {hop.speaker.id for a in attributions for hop in a.chain if hop.speaker}
    return [speaker for speaker in speakers if speaker.id in heard]


def _said(quotes: Iterable[Quotation]) -> dict[str, list[str]]:
    said: dict[str, list[str]] = {}
    for quote in quotes:
        if quote.speaker is not None:
            said.setdefault(quote.speaker.id, []).append(quote.id)
    return said


def _named(speaker: Speaker | None) -> Json | None:
    return None if speaker is None else _description(speaker)


def _description(speaker: Speaker) -> Json:
    return {
        "id": speaker.id,
        "name": speaker.name,
        "kind": speaker.kind.value,
        "named": speaker.named,
        "title": speaker.title,
    }
