"""What schema.org and the Web Annotation vocabulary say of the terms that we use, and a check of
linked data by that, without the network.

Both contexts are reduced to our terms and written down here by hand, after
https://schema.org/docs/jsonldcontext.jsonld and https://www.w3.org/ns/anno.jsonld: the IRI and the
coercion of each term are theirs. `PROPERTIES` has the domain and range of each property, after the
definitions at https://schema.org and https://www.w3.org/TR/annotation-vocab/.
"""

from __future__ import annotations

from typing import Any

from pyld import jsonld

SCHEMA, OA, OWN = "https://schema.org/", "http://www.w3.org/ns/oa#", "urn:onrecord:vocabulary#"
_NUMBER = "http://www.w3.org/2001/XMLSchema#nonNegativeInteger"

SCHEMA_CONTEXT = {
    "@vocab": SCHEMA,
    "type": "@type",
    "id": "@id",
    "quotationType": f"{OWN}quotationType",
    "confidence": f"{OWN}confidence",
}
"""That of schema.org makes a term of the vocabulary of every name; ours beside it."""

ANNOTATION_CONTEXT = {
    "oa": OA,
    "id": {"@id": "@id", "@type": "@id"},
    "type": {"@id": "@type", "@type": "@id"},
    "Annotation": "oa:Annotation",
    "SpecificResource": "oa:SpecificResource",
    "TextQuoteSelector": "oa:TextQuoteSelector",
    "TextPositionSelector": "oa:TextPositionSelector",
    "identifying": "oa:identifying",
    "body": {"@type": "@id", "@id": "oa:hasBody"},
    "target": {"@type": "@id", "@id": "oa:hasTarget"},
    "source": {"@type": "@id", "@id": "oa:hasSource"},
    "selector": {"@type": "@id", "@id": "oa:hasSelector"},
    "motivation": {"@type": "@vocab", "@id": "oa:motivatedBy"},
    "exact": "oa:exact",
    "prefix": "oa:prefix",
    "suffix": "oa:suffix",
    "start": {"@type": _NUMBER, "@id": "oa:start"},
    "end": {"@type": _NUMBER, "@id": "oa:end"},
}

_WORKS = {f"{SCHEMA}{name}" for name in ("Quotation", "NewsArticle", "CreativeWork")}
_SPEAKING = {f"{SCHEMA}Person", f"{SCHEMA}Organization"}
_SELECTORS = {f"{OA}TextQuoteSelector", f"{OA}TextPositionSelector"}
_QUOTATION, _PERSON = {f"{SCHEMA}Quotation"}, {f"{SCHEMA}Person"}
_ANNOTATION, _RESOURCE = {f"{OA}Annotation"}, {f"{OA}SpecificResource"}
_QUOTE, _POSITION = {f"{OA}TextQuoteSelector"}, {f"{OA}TextPositionSelector"}
_THINGS = _WORKS | _SPEAKING | {f"{SCHEMA}Thing"}
ANY: set[str] = set()

PROPERTIES: dict[str, tuple[set[str], set[str]]] = {
    f"{SCHEMA}name": (_THINGS, ANY),
    f"{SCHEMA}jobTitle": (_PERSON, ANY),
    f"{SCHEMA}text": (_WORKS, ANY),
    f"{SCHEMA}inLanguage": (_WORKS, ANY),
    f"{SCHEMA}isPartOf": (_WORKS, _WORKS),
    f"{SCHEMA}citation": (_WORKS, _WORKS),
    f"{SCHEMA}creditText": (_WORKS, ANY),
    f"{SCHEMA}spokenByCharacter": (_QUOTATION, _SPEAKING),
    f"{OWN}quotationType": (_QUOTATION, ANY),
    f"{OWN}confidence": (_QUOTATION, ANY),
    f"{OA}hasBody": (_ANNOTATION, _WORKS),
    f"{OA}hasTarget": (_ANNOTATION, _RESOURCE),
    f"{OA}motivatedBy": (_ANNOTATION, ANY),
    f"{OA}hasSource": (_RESOURCE, _WORKS),
    f"{OA}hasSelector": (_RESOURCE, _SELECTORS),
    f"{OA}exact": (_QUOTE, ANY),
    f"{OA}prefix": (_QUOTE, ANY),
    f"{OA}suffix": (_QUOTE, ANY),
    f"{OA}start": (_POSITION, ANY),
    f"{OA}end": (_POSITION, ANY),
}
"""By property: the types that may have it, and the types of what it points at; any for literals."""


def _refuse(url: str, _: Any = None) -> Any:
    raise AssertionError(f"{url} was to be fetched")


def expand(document: Any) -> list[Any]:
    """The expansion of a document, for which nothing is fetched."""
    expanded: list[Any] = jsonld.expand(document, {"documentLoader": _refuse})
    return expanded


def check(document: Any) -> list[Any]:
    """Fail where linked data is not what the two vocabularies say; its expansion.

    Each node must expand to the same by our context and by theirs; nothing may be dropped on the
    way; each property must stand where its domain and point where its range allows.
    """
    nodes = expand(document)
    for node, raw in zip(nodes, document["@graph"], strict=True):
        is_placed = raw["type"] == "Annotation"
        context = ANNOTATION_CONTEXT if is_placed else SCHEMA_CONTEXT
        assert expand({"@context": context, **raw}) == [node], raw
        assert _members(raw) == _members(node), raw
    types = {node["@id"]: set(node["@type"]) for node in nodes}
    for node in nodes:
        _check_node(node, types)
    return nodes


def _members(node: Any) -> int:
    """How many members there are, `@value` and what points by `@id` alone left out."""
    if isinstance(node, list):
        return sum(map(_members, node))
    if not isinstance(node, dict) or (node.keys() <= {"@value", "@type"} and "@value" in node):
        return 0
    if node.keys() in ({"@id"}, {"id"}):
        return 0
    return len(node) + sum(map(_members, node.values()))


def _check_node(node: Any, types: dict[str, set[str]]) -> None:
    own = set(node["@type"])
    for name, values in node.items():
        if name.startswith("@"):
            continue
        domain, allowed = PROPERTIES[name]
        assert own <= domain, f"{own} has {name}"
        for value in values:
            if allowed:
                pointed = set(value.get("@type", ())) or types[value["@id"]]
                assert pointed <= allowed, f"{name} of {pointed}"
                if "@type" in value:
                    _check_node(value, types)
            else:
                assert "@value" in value or name == f"{OA}motivatedBy", name
