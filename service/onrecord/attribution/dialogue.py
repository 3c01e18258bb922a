"""Turns of a dialogue: short quotations without tags, each a paragraph, by two in turn.

*“They came down, didn't they?” said Ruiz.* / *“They came because they wanted to.”* News that
tells an exchange leaves the tag out once it is clear who speaks; a new paragraph behind a closed
mark is then a new turn (The Chicago Manual of Style, on dialogue). A speaker who merely goes on
is told from that by length and form: turns are short, and answer a turn that is all of its
paragraph, tag aside.
"""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import replace

from onrecord.attribution.decide import Decision
from onrecord.attribution.features import inside, words
from onrecord.attribution.scene import DASH, TURN, Scene, anchor
from onrecord.attribution.ties import BULLET, NUMBER
from onrecord.lexicon import cues
from onrecord.lexicon.cues import CueClass
from onrecord.lexicon.grammar import HE_OR_SHE
from onrecord.types import Candidate, Feature, QuotedString, TextSpan

IN_TURN = "a turn of a dialogue: it answers the turn before, and is of who spoke before that"
"""The rule, in words."""
_ITEM = re.compile(rf"{BULLET}[\"“‘'«]|{NUMBER}\s")
"""An item of a list, all of which are by one or by nobody knows whom."""

_LONGEST = 12
"""Words of a turn."""
_LONGEST_TAG = 8
"""Words of the tag beside a turn."""
_SHORT = 4
"""Words of a turn that answers without a question before it."""
_FARTHEST_SHORT = 2
"""Paragraphs back to the other speaker for a turn of a few words."""
_MOST_STRINGS = 4
"""Strings in the paragraph of a turn: its tag may stand between them."""
_FARTHEST = 4
"""Strings back to the other speaker."""


def in_turn(scene: Scene, decisions: Sequence[Decision]) -> tuple[Decision, ...]:
    """The decisions, a turn without a tag given to the one who spoke before the last speaker."""
    made = list(decisions)
    for number, decision in enumerate(made):
        other = _other(scene, made, number)
        if other is not None:
            reason = Feature("a turn of a dialogue", 1.0)
            chosen = Candidate(number, None, other, (reason,), rule=IN_TURN)
            made[number] = replace(decision, chosen=chosen)
    return tuple(made)


def _other(scene: Scene, decisions: Sequence[Decision], number: int) -> int | None:
    """The nearest string by another than the one who spoke the turn before, if this is a turn."""
    chosen = decisions[number].chosen
    if number < 2 or chosen is None or _is_tagged(scene, number, chosen):
        return None
    string, before = scene.strings[number], scene.strings[number - 1]
    volley = _is_volley(scene, decisions, number)
    if not _is_turn(scene, string, 0) or not (volley or _answers(scene, before, string)):
        return None
    last = _voice(scene, decisions, number - 1)
    if not last:
        return None
    asked = _is_asked(scene, decisions, number) or _is_in_turn(decisions[number - 1]) or volley
    for other in range(number - 2, max(-1, number - 2 - _FARTHEST), -1):
        voice = _voice(scene, decisions, other)
        if _differ(voice, last) or (asked and _is_other(voice, last)):
            near = _is_exchange(scene, scene.strings[other], before) or (
                (words(scene, string) <= _SHORT or asked)
                and _is_near(scene, scene.strings[other], before)
            )
            return other if near else None
    return None


def _is_volley(scene: Scene, decisions: Sequence[Decision], number: int) -> bool:
    """*“Too hot,” he said.* / *“Too cold,” said Ruiz.* / *“It is soup!”*: he goes on.

    Whoever is named behind a pronoun, each in a tag of a paragraph of its own, is another.
    """
    one, other = scene.strings[number - 2 : number]
    tagged = all(
        (chosen := decisions[n].chosen) is not None and _is_tagged(scene, n, chosen)
        for n in (number - 2, number - 1)
    )
    apart = scene.paragraph(scene.strings[number].outer.start) - scene.paragraph(other.outer.start)
    if not tagged or apart != 1 or not other.closed or not _is_turn(scene, other, _LONGEST_TAG):
        return False
    first, second = _voice(scene, decisions, number - 2), _voice(scene, decisions, number - 1)
    named = first in HE_OR_SHE and bool(second) and second not in HE_OR_SHE
    return named and _is_exchange(scene, one, other) and _is_turn(scene, one, _LONGEST_TAG)


def _is_in_turn(decision: Decision) -> bool:
    return decision.chosen is not None and decision.chosen.rule == IN_TURN


def _is_tagged(scene: Scene, number: int, chosen: Candidate) -> bool:
    """Whether a string has a tag in a paragraph of its own."""
    if chosen.report is None:
        return False
    place = scene.paragraph(anchor(scene.reports[chosen.report]).start)
    return place == scene.paragraph(scene.strings[number].outer.start)


def _is_asked(scene: Scene, decisions: Sequence[Decision], number: int) -> bool:
    """*“Were you afraid?” Ruiz asked.* / *“Of him? Never.”*: the answer to a tagged question."""
    chosen = decisions[number - 1].chosen
    if chosen is None or chosen.report is None:
        return False
    asks = CueClass.ASK in cues.load().classes(scene.reports[chosen.report].lemma)
    return asks and not inside(scene, scene.strings[number]).endswith("?")


def _differ(one: str, other: str) -> bool:
    """Whether two voices are those of two: *he* and *she*, or names that do not end alike."""
    if (one in HE_OR_SHE) != (other in HE_OR_SHE):
        return False
    return _is_other(one, other) or {one, other} == HE_OR_SHE


def _is_other(one: str, other: str) -> bool:
    """Whether two voices are not called alike; nobody answers a question of his own."""
    return bool(one and other) and not (one.endswith(other) or other.endswith(one))


def _is_near(scene: Scene, one: QuotedString, other: QuotedString) -> bool:
    """Whether no more than a paragraph of narration stands between two strings."""
    places = [scene.paragraph(string.outer.start) for string in (one, other)]
    return places[1] - places[0] <= _FARTHEST_SHORT


def _is_exchange(scene: Scene, one: QuotedString, other: QuotedString) -> bool:
    """Whether two strings stand in paragraphs side by side that hold little but quoted words."""
    places = [scene.paragraph(string.outer.start) for string in (one, other)]
    told = _told(scene, scene.document.paragraphs[places[0]])
    return places[1] - places[0] <= 1 and told is not None and told <= _LONGEST_TAG


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
    if string.style != DASH and _ITEM.match(scene.document.text, paragraph.start, paragraph.end):
        return False
    if beside == 0 and len(scene.outermost_in(paragraph)) > 1:
        return False
    told = _told(scene, paragraph)
    return told is not None and told <= beside


def _told(scene: Scene, paragraph: TextSpan) -> int | None:
    """Words of a paragraph outside its strings; None where it has more of them than a turn has."""
    quoted = scene.outermost_in(paragraph)
    if len(quoted) > _MOST_STRINGS:
        return None
    tokens = scene.between(paragraph.start, paragraph.end)
    return sum(not any(outer.contains(token.span) for outer in quoted) for token in tokens)


def _voice(scene: Scene, decisions: Sequence[Decision], number: int) -> str:
    """The words that name the speaker of a string, "" where none does, or a pronoun."""
    for _ in range(_FARTHEST):
        chosen = decisions[number].chosen
        if chosen is None:
            return ""
        if chosen.report is not None:
            source = scene.reports[chosen.report].source
            tokens = scene.document.tokens_in(source) if source else ()
            voice = source.of(scene.document.text).lower() if source is not None else ""
            pronoun = len(tokens) == 1 and tokens[0].pos == "PRON"
            return "" if pronoun and voice not in HE_OR_SHE else voice
        if chosen.follows is None:
            return ""
        number = chosen.follows
    return ""
