"""Answers as a spreadsheet reads them: CSV (RFC 4180), one quotation a row."""

from __future__ import annotations

import csv
from typing import Any, TextIO

from onrecord.rendering import Json

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
    "time",
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
        row = _row(answer["id"], quote)
        table.writerow({name: _safe(value) for name, value in row.items()})


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
        **{name: _text(quote[name]) for name in ("cue", "addressee", "medium", "time")},
        "attribution": quote["attribution"],
    }


FORMULA = ("=", "+", "-", "@", "＝", "＋", "－", "＠", "\t", "\r", "\n", "\ufeff", "\u200b")
"""What a cell may not begin with, since spreadsheets would take it for a formula (OWASP)."""


def _safe(value: object) -> object:
    """A text with an apostrophe before it where a spreadsheet would compute it."""
    return f"'{value}" if isinstance(value, str) and value.startswith(FORMULA) else value


def _text(span: Json | None) -> str | None:
    """The words of a span; of HTML, as a reader sees them."""
    return None if span is None else str(span.get("shown", span["text"]))
