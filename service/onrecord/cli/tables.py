"""Answers as a person reads them."""

from __future__ import annotations

import re
import textwrap
from collections.abc import Iterator
from typing import TextIO

from onrecord.rendering import Json

WIDTH = 96
DENIED = "(denied or not said)"
"""Set beside a quotation of which the article says that it was not said, or denied."""

_UNPRINTABLE = re.compile(r"[\x00-\x09\x0b-\x1f\x7f-\x9f\u202a-\u202e\u2066-\u2069]")
"""Control characters, which terminals obey, and those that turn the direction of what follows."""


def write_text(answer: Json, out: TextIO) -> None:
    """The quotations and attributions of an answer as text."""
    for quote in answer.get("quotes", []):
        head = f"{quote['id']:>4}  {quote['type']:<8}  {quote['confidence']:>4.0%}"
        denied = f" {DENIED}" if quote["negated"] else ""
        told = f"{head}  {speaker(quote['speaker'])}{denied}\n{paragraph(quote['text'])}\n"
        out.write(printable(told))
    for attribution in answer.get("attributions", []):
        content = " ".join(span["text"] for span in attribution["content"])
        head = f"{attribution['id']:>4}  {'source':<8}  {attribution['confidence']:>4.0%}"
        chain = " <- ".join(_hops(attribution["chain"]))
        out.write(printable(f"{head}  {chain}\n{paragraph(content)}\n"))


def printable(text: str) -> str:
    """A text that an article may have a hand in, with nothing in it that a terminal would obey."""
    return _UNPRINTABLE.sub("\ufffd", text)


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
