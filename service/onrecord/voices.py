"""Whose words each statement is, once its sources are resolved."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from typing import NamedTuple

from onrecord.types import Resolution, Speaker, Statement, TextSpan

_FARTHEST = 12
"""Steps from a statement to the one whose source it shares."""

Known = Mapping[TextSpan, tuple[Speaker, float]]
"""Speaker and raw score by source."""


@dataclass(frozen=True, slots=True)
class Voice:
    """Whom a statement belongs to.

    Attributes:
        source: the mention that names the speaker in the statement itself.
        speaker: who that is.
        score: raw, of that.
        heard: the source that the speaker was found by: its own, or that of the statement which it
            follows or says before.
        echoed: whether the words are told whose by the same words further down.
    """

    source: TextSpan | None
    speaker: Speaker | None
    score: float | None
    heard: TextSpan | None = None
    echoed: bool = False


class Found(NamedTuple):
    """Who a source is, by which rule, and who else it might be."""

    speaker: Speaker
    rule: str
    rivals: tuple[str, ...]


def voices(statements: Sequence[Statement], resolution: Resolution) -> tuple[Voice, ...]:
    """Whom each statement belongs to: its own source, or that of the statement it follows."""
    known = by_source(resolution)
    return tuple(_voice(statements, statement, known) for statement in statements)


def _voice(statements: Sequence[Statement], statement: Statement, known: Known) -> Voice:
    own = resolved(known, statement.source)
    if statement.echoes is not None:
        below = resolved(known, spoken(statements, statements[statement.echoes]).source)
        if below.speaker is not None:
            return Voice(own.source, below.speaker, below.score, below.source, echoed=True)
    if own.speaker is not None:
        return own
    followed = resolved(known, spoken(statements, statement).source)
    return Voice(None, followed.speaker, followed.score, followed.source)


def spoken(statements: Sequence[Statement], statement: Statement) -> Statement:
    """The statement itself, or the one before whose source it shares."""
    for _ in range(_FARTHEST):
        if statement.source is not None or statement.follows is None:
            break
        statement = statements[statement.follows]
    return statement


def by_source(resolution: Resolution) -> Known:
    """Who each source is, and how sure that is."""
    return {span: (resolution.speakers[n], score) for span, n, score in resolution.by_source}


def resolved(known: Known, source: TextSpan | None) -> Voice:
    """Whom a source names."""
    if source is None or source not in known:
        return Voice(source, None, None, source)
    return Voice(source, *known[source], source)


def found_by_source(resolution: Resolution) -> Mapping[TextSpan, Found]:
    """How each source was resolved; of one in apposition to a name it is the name that was."""
    named = dict(resolution.names)
    others = resolution.rivals or ((),) * len(resolution.rules)
    found = zip(resolution.by_source, resolution.rules, others, strict=True)
    return {
        span: Found(
            resolution.speakers[n], f"apposition, {rule}" if span in named else rule, rivals
        )
        for (span, n, _), rule, rivals in found
    }
