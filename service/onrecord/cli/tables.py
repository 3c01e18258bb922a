"""Answers as a person reads them."""

from __future__ import annotations

import textwrap
from collections.abc import Iterator
from typing import TextIO

from onrecord.rendering import Json

WIDTH = 96


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
