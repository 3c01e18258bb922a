"""Whether quoted words go on with what stands before them: other ones, or a clause of their tag."""

from __future__ import annotations

from collections.abc import Sequence

from onrecord.attribution.decide import Decision
from onrecord.attribution.extent import has_finite, opens_low
from onrecord.attribution.scene import Scene, core
from onrecord.document.tree import FINITE
from onrecord.lexicon import people
from onrecord.lexicon.people import plain
from onrecord.types import Construction, QuotedString, Report, TextSpan

_ENDS = (".", "!", "?", "…")
_MOST_BETWEEN = 4
"""Strings that nobody says between two of one quotation."""


def is_parted(scene: Scene, left: int, right: int) -> bool:
    """*“No,” he said. He tapped his wrist. “Her watch is slow.”*: a sentence tells of a deed.

    What stands behind it is said anew; *“No,” he said. “Her watch is slow.”* is one quotation.
    """
    document = scene.document
    tokens = scene.between(left, right)
    if not tokens or not document.text[left:right].rstrip().endswith(_ENDS):
        return False
    start = document.tokens[document.sentence_of(tokens[-1]).first].start
    before = [token for token in tokens if token.start < start]
    if not before or not document.text[left:start].rstrip().endswith(_ENDS):
        return False
    return len(before) < len(tokens) - 1 and not _is_short(before[-1].text)


def _is_short(word: str) -> bool:
    """*Dr. Amara Orr*: behind a title or an initial no sentence ends, whatever the parse says."""
    return len(plain(word)) == 1 or people.load().is_title(word)


def runs_on(scene: Scene, before: QuotedString, string: QuotedString, report: Report) -> bool:
    """*“I have seen,” said Orr, in the voice of a clerk, “many drains.”*: one sentence, one tag.

    Not where the cue that the string has stands right before it: *“No,” she said, adding, “never”*.
    """
    text, left, right = scene.document.text, before.outer.end, string.outer.start
    gap = text[left:right].strip()
    last = before.parts[-1].of(text)
    if not (last.endswith(",") or gap.startswith(",")) or not gap.endswith(","):
        return False
    if not string.parts[0].of(text)[:1].islower() or any(mark in gap for mark in ".?!;:\n"):
        return False
    if report.cue is None or not left <= report.cue.start < right:
        return False
    cue, source = report.cue, report.source
    told = (
        source is not None and not scene.between(cue.end, source.start) and source.start > cue.end
    )
    return bool(scene.between(source.end if source and told else cue.end, right))


def goes_on_with(scene: Scene, string: QuotedString, report: Report) -> bool:
    """*It was shut, Ruiz said, “and it stays shut.”*: the words go on with a clause of the tag.

    So does a phrase right behind the tag: *He grows potatoes, Ruiz said, “somewhere dull”*.
    """
    if report.construction is not Construction.TAG or not report.reach.overlaps(string.outer):
        return False
    said = scene.between(string.parts[0].start, string.parts[0].end)
    if not said or not opens_low(scene, string):
        return False
    joined = said[0].pos == "CCONJ"
    start, end = core(report).start, core(report).end
    before = [piece for piece in report.content if piece.end <= start]
    awaited = bool(before) and _awaits(scene, before[-1])
    if not joined and not awaited and any(token.tag in FINITE for token in said):
        return False
    if not joined and scene.document.text[end : string.outer.start].strip() != ",":
        return False
    inside = any(piece.overlaps(outer) for piece in before for outer in scene.outermost_in(piece))
    return (
        bool(before)
        and not inside
        and has_finite(scene, before[-1])
        and is_complete(scene, before[-1], start)
    )


def is_complete(scene: Scene, piece: TextSpan, tag: int) -> bool:
    """Whether what stands before a tag is a clause, no start of one (*because, she said, …*)."""
    *_, last = scene.between(piece.start, piece.end)
    open_ended = last.dep in {"mark", "prep"}
    return not open_ended and not any(t.pos == "CCONJ" for t in scene.between(piece.end, tag))


def _awaits(scene: Scene, piece: TextSpan) -> bool:
    """*It was, she said, “a pity that he came”*: what stands before the tag ends in a copula."""
    *_, last = scene.between(piece.start, piece.end)
    return last.lemma == "be"


def spoken_before(scene: Scene, decisions: Sequence[Decision], follows: int | None) -> int | None:
    """The string that another one goes on with, back over those that nobody says."""
    if follows is None or decisions[follows].chosen is not None:
        return follows
    string = scene.strings[follows]
    for number in range(follows - 1, max(-1, follows - _MOST_BETWEEN), -1):
        before = scene.strings[number]
        if decisions[number].chosen is None or before.parent != string.parent:
            continue
        apart = scene.paragraph(string.outer.start) - scene.paragraph(before.outer.end - 1)
        return number if apart == 0 else None
    return None
