"""Turns of a dialogue: short quotations without tags, each a paragraph, by two in turn.

*“They came down, didn't they?” said Ruiz.* / *“They came because they wanted to.”* News that
tells an exchange leaves the tag out once it is clear who speaks; a new paragraph behind a closed
mark is then a new turn (The Chicago Manual of Style, on dialogue). A speaker who merely goes on
is told from that by length and form: turns are short, and answer a turn that is all of its
paragraph, tag aside.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace

from onrecord.attribution.decide import Decision
from onrecord.attribution.features import inside, words
from onrecord.attribution.scene import TURN, Scene
from onrecord.types import Candidate, Feature, QuotedString

_LONGEST = 12
"""Words of a turn."""
_LONGEST_TAG = 8
"""Words of the tag beside a turn."""
_SHORT = 4
"""Words of a turn that answers without a question before it."""
_FARTHEST = 4
"""Strings back to the other speaker."""


def in_turn(scene: Scene, decisions: Sequence[Decision]) -> tuple[Decision, ...]:
    """The decisions, a turn without a tag given to the one who spoke before the last speaker."""
    made = list(decisions)
    for number, decision in enumerate(made):
        other = _other(scene, made, number)
        if other is not None:
            reason = Feature("a turn of a dialogue", 1.0)
            chosen = Candidate(number, None, other, (reason,))
            made[number] = replace(decision, chosen=chosen)
    return tuple(made)


def _other(scene: Scene, decisions: Sequence[Decision], number: int) -> int | None:
    """The nearest string by another than the one who spoke the turn before, if this is a turn."""
    chosen = decisions[number].chosen
    if number < 2 or chosen is None or chosen.report is not None:
        return None
    string, before = scene.strings[number], scene.strings[number - 1]
    if not _is_turn(scene, string, 0) or not _answers(scene, before, string):
        return None
    last = _voice(scene, decisions, number - 1)
    if not last:
        return None
    for other in range(number - 2, max(-1, number - 2 - _FARTHEST), -1):
        voice = _voice(scene, decisions, other)
        if voice and not (voice.endswith(last) or last.endswith(voice)):
            return other if _is_exchange(scene, scene.strings[other], before) else None
    return None


def _is_exchange(scene: Scene, one: QuotedString, other: QuotedString) -> bool:
    """Whether two strings stand in paragraphs side by side that hold little but quoted words."""
    places = [scene.paragraph(string.outer.start) for string in (one, other)]
    near = scene.document.paragraphs[places[0]]
    told = [
        token
        for token in scene.between(near.start, near.end)
        if not any(outer.contains(token.span) for outer in scene.outermost_in(near))
    ]
    return places[1] - places[0] <= 1 and len(told) <= _LONGEST_TAG


def _answers(scene: Scene, before: QuotedString, string: QuotedString) -> bool:
    """Whether the string stands right behind a turn that it can answer."""
    apart = scene.paragraph(string.outer.start) - scene.paragraph(before.outer.end - 1)
    if apart != 1 or not before.closed or not _is_turn(scene, before, _LONGEST_TAG):
        return False
    asked = inside(scene, before).rstrip("”\"'’ ").endswith("?")
    untagged = _is_turn(scene, before, 0)
    return asked or untagged or words(scene, string) <= _SHORT


def _is_turn(scene: Scene, string: QuotedString, beside: int) -> bool:
    """Whether a short string makes up its paragraph but for so many words."""
    if string.depth or string.style == TURN or words(scene, string) > _LONGEST:
        return False
    paragraph = scene.document.paragraphs[scene.paragraph(string.outer.start)]
    left = scene.between(paragraph.start, string.outer.start)
    right = scene.between(string.outer.end, paragraph.end)
    return len(left) + len(right) <= beside


def _voice(scene: Scene, decisions: Sequence[Decision], number: int) -> str:
    """The words that name the speaker of a string, "" where none does, or a pronoun."""
    for _ in range(_FARTHEST):
        chosen = decisions[number].chosen
        if chosen is None:
            return ""
        if chosen.report is not None:
            source = scene.reports[chosen.report].source
            tokens = scene.document.tokens_in(source) if source else ()
            pronoun = len(tokens) == 1 and tokens[0].pos == "PRON"
            return "" if source is None or pronoun else source.of(scene.document.text).lower()
        if chosen.follows is None:
            return ""
        number = chosen.follows
    return ""
