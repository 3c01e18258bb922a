"""Requests: what stands in a body and a query -> an Article and the Options of the answer."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import replace
from typing import Any

from marshmallow import EXCLUDE, Schema, ValidationError
from werkzeug.datastructures import MultiDict

from onrecord.document.article import LONGEST_TITLE, check, date_flaw, language_flaw
from onrecord.document.html import read
from onrecord.document.offsets import OffsetUnit
from onrecord.options import OffsetsIn, Options, Section
from onrecord.problems import MOST_FAULTS, Fault, invalid, pointer
from onrecord.rendering import LONGEST_ID
from onrecord.stream import Asked
from onrecord.types import Article, QuotationType
from onrecord.web.errors import ProblemError
from onrecord.web.fields import (
    Choice,
    Choices,
    Fraction,
    QueryChoices,
    QueryFraction,
    Text,
    nearest,
)

HTML = "text/html"

CONTENT_TYPES = ("text/plain", HTML)
"""What an article may be written in."""

_ARTICLE = ("text", "title", "byline", "published_at", "language")
_OPTIONS = ("include", "types", "min_confidence", "offset_unit", "offsets_in")


class _OptionsSchema(Schema):
    """What may stand in a query and in a body alike."""

    class Meta:
        unknown = EXCLUDE

    id = Text(least=1, most=LONGEST_ID)
    language = Text(further=language_flaw)
    offset_unit = Choice(tuple(OffsetUnit))
    offsets_in = Choice(tuple(OffsetsIn))


class QuerySchema(_OptionsSchema):
    """What may stand in the query: everything but the text."""

    title = Text(most=LONGEST_TITLE)
    byline = Text(most=LONGEST_TITLE)
    published_at = Text(further=date_flaw)
    include = QueryChoices(Section)
    types = QueryChoices(QuotationType)
    min_confidence = QueryFraction()


class BodySchema(_OptionsSchema):
    """What may stand in a JSON body."""

    text = Text(required=True, least=1)
    content_type = Choice(CONTENT_TYPES)
    title = Text(most=LONGEST_TITLE, allow_none=True)
    byline = Text(most=LONGEST_TITLE, allow_none=True)
    published_at = Text(further=date_flaw, allow_none=True)
    include = Choices(Section)
    types = Choices(QuotationType)
    min_confidence = Fraction()


_QUERY, _BODY = QuerySchema(), BodySchema()


def load_json(body: object, query: MultiDict[str, str], limit: int | None = None) -> Asked:
    """The request in a JSON body; what the query says besides counts where the body is silent.

    Args:
        limit: most characters of an article, markup included.

    Raises:
        ProblemError: where a field is unknown, missing, or has a value that cannot be used.
    """
    if not isinstance(body, dict):
        raise ProblemError(invalid([Fault("", "the body is no JSON object")]))
    return _asked({**_from_query(query), **_load(_BODY, body)}, limit)


def load_text(
    text: str,
    query: MultiDict[str, str],
    content_type: str = "text/plain",
    limit: int | None = None,
) -> Asked:
    """The request whose body is the text itself, with its options in the query.

    Args:
        content_type: one of `CONTENT_TYPES`.
        limit: most characters of an article, markup included.

    Raises:
        ProblemError: where a field is unknown or has a value that cannot be used.
    """
    return _asked({**_from_query(query), "text": text, "content_type": content_type}, limit)


def load_options(query: MultiDict[str, str]) -> None:
    """Look at a query alone, which holds for articles to come.

    Raises:
        ProblemError: where a field of it is unknown or has a value that cannot be used.
    """
    _asked({**_from_query(query), "text": "a"}, None)


def _asked(values: Mapping[str, Any], limit: int | None) -> Asked:
    article = Article(**{name: values[name] for name in _ARTICLE if name in values})
    options = Options(**{name: values[name] for name in _OPTIONS if name in values})
    reading = None
    check(article, limit)
    if values.get("content_type") == HTML:
        reading = read(article.text)
        article = replace(article, text=reading.text)
        check(article, None)
    return Asked(article, values.get("id"), options, values["text"], reading)


def _from_query(query: MultiDict[str, str]) -> dict[str, Any]:
    twice = [name for name, values in query.lists() if len(values) > 1]
    if twice:
        faults = [Fault(pointer(name), "is given more than once") for name in twice]
        raise ProblemError(invalid(faults))
    return _load(_QUERY, query.to_dict())


def _load(schema: Schema, data: Mapping[str, Any]) -> dict[str, Any]:
    faults = unknown = list(_unknown(schema, data))
    try:
        values: dict[str, Any] = schema.load(data)
    except ValidationError as error:
        messages: dict[str, Any] = error.messages_dict
        faults = [*_faults(messages), *unknown]
    if faults:
        raise ProblemError(invalid(faults))
    return values


def _faults(messages: Mapping[Any, Any], *path: str | int) -> Iterator[Fault]:
    for name, below in messages.items():
        if isinstance(below, Mapping):
            yield from _faults(below, *path, name)
        else:
            yield from (Fault(pointer(*path, name), detail) for detail in below)


def _unknown(schema: Schema, data: Mapping[str, Any]) -> Iterator[Fault]:
    """The fields that the schema does not know; the known one is looked for where it is told."""
    known = list(schema.fields)
    detail = f"is unknown; known: {', '.join(known)}"
    names = (name for name in data if name not in schema.fields)
    for number, name in enumerate(names):
        told = number < MOST_FAULTS
        yield Fault(pointer(name), nearest(detail, name, known) if told else detail)
