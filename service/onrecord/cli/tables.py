"""Answers as a person or a spreadsheet reads them."""

from __future__ import annotations

import csv
import textwrap
from collections.abc import Iterator
from typing import Any, TextIO

from onrecord.rendering import Json

WIDTH = 96

COLUMNS = (
    "article",
    "id",
    "type",
    "start",
    "end",
    "text",
    "speaker",
    "kind",
    "named",
    "title",
    "mention",
    "cue",
    "addressee",
    "medium",
    "negated",
    "attribution",
    "confidence",
)
"""Of the CSV form, one quotation a row; `start` of its first part, `end` of its last."""


def write_csv(answer: Json, out: TextIO) -> None:
    """The quotations of an answer as CSV (RFC 4180), with a header."""
    table = csv.DictWriter(out, COLUMNS)
    table.writeheader()
    for quote in answer.get("quotes", []):
        table.writerow(_row(answer["id"], quote))


def write_text(answer: Json, out: TextIO) -> None:
    """The quotations and attributions of an answer as text."""
    for quote in answer.get("quotes", []):
        head = f"{quote['id']:>4}  {quote['type']:<8}  {quote['confidence']:>4.0%}"
        out.write(f"{head}  {speaker(quote['speaker'])}\n{paragraph(quote['text'])}\n")
    for attribution in answer.get("attributions", []):
        content = " ".join(span["text"] for span in attribution["content"])
        head = f"{attribution['id']:>4}  {'source':<8}  {attribution['confidence']:>4.0%}"
        chain = " <- ".join(_hops(attribution["chain"]))
        out.write(f"{head}  {chain}\n{paragraph(content)}\n")


def speaker(known: Json | None) -> str:
    """Name and title of a speaker, or a dash."""
    if known is None:
        return "-"
    return f"{known['name']} ({known['title']})" if known["title"] else str(known["name"])


def paragraph(text: str) -> str:
    """A text filled to the width of the page and set off."""
    indent = " " * 6
    return textwrap.fill(
        " ".join(text.split()), WIDTH, initial_indent=indent, subsequent_indent=indent
    )


def _hops(chain: list[Json]) -> Iterator[str]:
    for hop in chain:
        yield f"{speaker(hop['speaker'])} [{hop['relation'].replace('_', ' ')}]"


def _row(identity: str, quote: Json) -> dict[str, Any]:
    who = quote["speaker"] or {}
    return {
        "article": identity,
        **{name: quote[name] for name in ("id", "type", "text", "negated", "confidence")},
        "start": quote["parts"][0]["start"],
        "end": quote["parts"][-1]["end"],
        "speaker": who.get("name"),
        **{name: who.get(name) for name in ("kind", "named", "title")},
        "mention": _text(quote["speaker_mention"]),
        **{name: _text(quote[name]) for name in ("cue", "addressee", "medium")},
        "attribution": quote["attribution"],
    }


def _text(span: Json | None) -> str | None:
    return None if span is None else str(span["text"])
