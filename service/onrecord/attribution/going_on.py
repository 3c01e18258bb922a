"""Whether quoted words go on with those before them, by what stands between the two."""

from __future__ import annotations

from onrecord.attribution.scene import Scene
from onrecord.lexicon import people
from onrecord.lexicon.people import plain
from onrecord.types import QuotedString, Report

_ENDS = (".", "!", "?", "…")


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
