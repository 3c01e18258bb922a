"""What one article's members say: an article and the options of its answer, or what is wrong."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from dataclasses import dataclass
from typing import Any

from onrecord.document.article import flaw
from onrecord.document.html import Reading
from onrecord.options import Options
from onrecord.problems import Fault, Problem, invalid, pointer, shown
from onrecord.rendering import LONGEST_ID, article_id
from onrecord.types import Article

TEXTS = ("title", "byline", "published_at", "language")
"""Members that may stand beside `id` and `text`; others are left alone."""


@dataclass(frozen=True, slots=True)
class Asked:
    """One article to be answered.

    Attributes:
        article: what is to be read; of HTML, the text that it shows.
        identity: the caller's id for it.
        options: how the answer is to be given.
        source: what came, which an id is made of where the caller gives none.
        reading: of the HTML, where it came as such.
    """

    article: Article
    identity: str | None
    options: Options
    source: str
    reading: Reading | None = None

    @property
    def name(self) -> str:
        """The caller's id of the article, or one made of what came."""
        return self.identity or article_id(self.source)


@dataclass(frozen=True, slots=True)
class Unreadable:
    """What should have been the members of an article and cannot be read.

    Attributes:
        problem: what is wrong with it.
        name: its id, where that is known all the same.
    """

    problem: Problem
    name: str | int | None = None


Read = Callable[[object], Asked | Problem]
"""Reads the members of one article."""


def reader(options: Options) -> Read:
    """Reads members as files have them: those that it does not know are left alone.

    Args:
        options: how every answer is to be given.
    """

    def read(members: object) -> Asked | Problem:
        if not isinstance(members, dict):
            return invalid([Fault("", "the line is no JSON object")])
        faults = list(_faults(members))
        if faults:
            return invalid(faults)
        given = {name: members[name] for name in TEXTS if members.get(name) is not None}
        text = members["text"]
        return Asked(Article(text, **given), members.get("id"), options, text)

    return read


def identity(members: object) -> str | int | None:
    """The id by which an answer, or a refusal, can be found again: the caller's as far as it can
    be repeated, or one made of the text."""
    if isinstance(members, Unreadable):
        return members.name
    if not isinstance(members, dict):
        return None
    given, text = members.get("id"), members.get("text")
    if isinstance(given, str):
        return shown(given, LONGEST_ID)
    if isinstance(given, int) and not isinstance(given, bool):
        return given
    return article_id(text) if given is None and isinstance(text, str) else None


def _faults(members: dict[str, Any]) -> Iterator[Fault]:
    given = members.get("id")
    if given is not None and not isinstance(given, str):
        yield Fault(pointer("id"), "is no string")
    elif given is not None and not 1 <= len(given) <= LONGEST_ID:
        yield Fault(pointer("id"), f"is not 1 to {LONGEST_ID} characters long")
    elif given is not None and (found := flaw(given)):
        yield Fault(pointer("id"), found)
    if "text" not in members:
        yield Fault(pointer("text"), "is missing")
    elif not isinstance(members["text"], str):
        yield Fault(pointer("text"), "is no string")
    for name in TEXTS:
        if not isinstance(members.get(name), str | None):
            yield Fault(pointer(name), "is no string")
