"""Answers as linked data: schema.org quotations, placed by W3C Web Annotation selectors.

The context stands in the document, so that nothing has to be fetched to read it. Its terms are
those of schema.org and of the Web Annotation vocabulary; what neither of them has (the type of a
quotation, its calibrated confidence) is in a vocabulary of our own.
"""

from __future__ import annotations

from collections.abc import Iterator
from urllib.parse import quote as quoted

from onrecord.rendering import Json

AROUND = 32
"""Characters before and after its words by which a quotation is found again in an edited text."""

OWN = "urn:onrecord:vocabulary#"

_SCHEMA = (
    "CreativeWork NewsArticle Organization Person Quotation Thing citation creditText inLanguage "
    "isPartOf jobTitle name spokenByCharacter text"
)
_ANNOTATION = (
    "Annotation SpecificResource TextPositionSelector TextQuoteSelector exact prefix suffix"
)
_NUMBER = "http://www.w3.org/2001/XMLSchema#nonNegativeInteger"

CONTEXT: Json = {
    "schema": "https://schema.org/",
    "oa": "http://www.w3.org/ns/oa#",
    "onrecord": OWN,
    "id": "@id",
    "type": "@type",
    **{name: f"schema:{name}" for name in _SCHEMA.split()},
    **{name: f"oa:{name}" for name in _ANNOTATION.split()},
    "body": {"@id": "oa:hasBody", "@type": "@id"},
    "target": {"@id": "oa:hasTarget", "@type": "@id"},
    "source": {"@id": "oa:hasSource", "@type": "@id"},
    "selector": {"@id": "oa:hasSelector", "@type": "@id"},
    "motivation": {"@id": "oa:motivatedBy", "@type": "@vocab"},
    "identifying": "oa:identifying",
    "start": {"@id": "oa:start", "@type": _NUMBER},
    "end": {"@id": "oa:end", "@type": _NUMBER},
    "quotationType": "onrecord:quotationType",
    "confidence": "onrecord:confidence",
}

_TYPES = {
    "person": ("Person", "spokenByCharacter"),
    "organization": ("Organization", "spokenByCharacter"),
    "group": ("Organization", "spokenByCharacter"),
    "document": ("CreativeWork", "citation"),
}
"""Type and property by kind of speaker; schema.org lets persons and organizations speak."""


def document(answer: Json, text: str) -> Json:
    """The quotations of an answer as a JSON-LD 1.1 document.

    Args:
        answer: as `rendering.render` makes it, with `quotes` and with offsets that are code points
            into `text`, as the Web Annotation model counts.
        text: the text of the article.
    """
    article = f"urn:onrecord:article:{quoted(answer['id'], safe='')}"
    quotes = answer.get("quotes", [])
    speakers = {q["speaker"]["id"]: q["speaker"] for q in quotes if q["speaker"]}
    nodes: list[Json] = [
        {"id": article, "type": "NewsArticle", "inLanguage": answer["language"]},
        *(_speaker(article, speaker) for speaker in speakers.values()),
    ]
    for quote in quotes:
        nodes += [_quotation(article, quote), _annotation(article, quote, text)]
    return {"@context": CONTEXT, "@graph": nodes}


def _speaker(article: str, speaker: Json) -> Json:
    node = {
        "id": f"{article}#{speaker['id']}",
        "type": _TYPES.get(speaker["kind"], ("Thing", ""))[0],
        "name": speaker["name"],
    }
    if speaker["title"] and node["type"] == "Person":
        node["jobTitle"] = speaker["title"]
    return node


def _quotation(article: str, quote: Json) -> Json:
    return {
        "id": f"{article}#{quote['id']}",
        "type": "Quotation",
        "text": quote["text"],
        "isPartOf": {"id": article},
        **_credit(article, quote["speaker"]),
        "quotationType": quote["type"],
        "confidence": quote["confidence"],
    }


def _credit(article: str, speaker: Json | None) -> Json:
    if speaker is None:
        return {}
    known = _TYPES.get(speaker["kind"])
    if known is None:
        return {"creditText": speaker["name"]}
    return {known[1]: {"id": f"{article}#{speaker['id']}"}}


def _annotation(article: str, quote: Json, text: str) -> Json:
    """Where the quotation stands: for each of its parts, the words and the place."""
    return {
        "id": f"{article}#{quote['id']}-place",
        "type": "Annotation",
        "motivation": "identifying",
        "body": f"{article}#{quote['id']}",
        "target": [
            {
                "type": "SpecificResource",
                "source": article,
                "selector": list(_selectors(part, text)),
            }
            for part in quote["parts"]
        ],
    }


def _selectors(part: Json, text: str) -> Iterator[Json]:
    start, end = part["start"], part["end"]
    yield {
        "type": "TextQuoteSelector",
        "prefix": text[max(0, start - AROUND) : start],
        "exact": part["text"],
        "suffix": text[end : end + AROUND],
    }
    yield {"type": "TextPositionSelector", "start": start, "end": end}
