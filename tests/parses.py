"""Sentences with their parse, for tests that run without a parser.

`parses.txt` and `parses-*.txt` hold them in the notation of `tests/build.py`: a line `# text`, with
¶ between paragraphs, then one line a sentence. A test names a sentence by its text and reads as a
table.
"""

from __future__ import annotations

import re
from functools import cache
from pathlib import Path

from onrecord import tagging
from onrecord.document.tree import Document
from onrecord.tagging.scope import Scope, lay
from onrecord.types import QuotedString, Report, TextSpan
from tests.build import document

_FILES = sorted(Path(__file__).parent.glob("parses*.txt"))
_MARKS = re.compile(r"“([^“”]+)”|‘([^‘’]+)’(?!\w)")


def parsed(text: str) -> Document:
    """The parsed text; its paragraphs are parted by ¶."""
    built = document(*_notations()[text])
    assert built.text.replace("\n\n", " ¶ ") == text
    return built


def strings(built: Document) -> tuple[QuotedString, ...]:
    """What stands between curly marks; single marks inside double ones are a string inside."""
    made: list[QuotedString] = []
    for found in _MARKS.finditer(built.text):
        made.append(QuotedString((TextSpan(*found.span(1 if found[1] else 2)),), _span(found)))
        for inner in re.finditer(r"‘([^‘’]+)’", found[1] or ""):
            start = found.start(1)
            part = TextSpan(start + inner.start(1), start + inner.end(1))
            outer = TextSpan(start + inner.start(), start + inner.end())
            made.append(QuotedString((part,), outer, 1, len(made) - 1, style="single"))
    return tuple(made)


def _span(found: re.Match[str]) -> TextSpan:
    return TextSpan(*found.span())


def scoped(text: str) -> Scope:
    """The parsed text with its strings laid over it."""
    built = parsed(text)
    return lay(built, strings(built))


def tagged(text: str) -> tuple[Report, ...]:
    """All reports of a text."""
    built = parsed(text)
    return tagging.tag(built, strings(built))


def reports(text: str, cue: str | None) -> list[dict[str, object]]:
    """The reports with that cue, each as the words of its parts; what it lacks is left out."""
    built = parsed(text)
    found = [r for r in tagged(text) if _words(built, r.cue) == cue]
    return [_as_words(built, report) for report in found]


def report(text: str, cue: str | None) -> dict[str, object]:
    """The only report with that cue."""
    (found,) = reports(text, cue)
    return found


def _as_words(built: Document, made: Report) -> dict[str, object]:
    given: dict[str, object] = {
        "form": made.construction.value,
        "source": _words(built, made.source),
        "content": " … ".join(piece.of(built.text) for piece in made.content),
        "addressee": _words(built, made.addressee),
        "medium": _words(built, made.medium),
        "time": _words(built, made.time),
        "outlet": _words(built, made.outlet),
        "negated": made.negated,
        "hypothetical": made.hypothetical,
    }
    return {name: value for name, value in given.items() if value}


def _words(built: Document, span: TextSpan | None) -> str | None:
    return span.of(built.text) if span else None


@cache
def _notations() -> dict[str, tuple[str, ...]]:
    held = "".join(file.read_text(encoding="utf-8") for file in _FILES)
    blocks = re.split(r"^# ", held, flags=re.MULTILINE)[1:]
    made = {}
    for block in blocks:
        text, _, notation = block.partition("\n")
        made[text] = tuple(part.strip() for part in notation.split("\n¶\n"))
    return made
