"""Speech without marks, put in among the strings in marks."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from functools import cached_property

from onrecord.quotations.blocks import BLOCK, blocks
from onrecord.quotations.costs import NEVER, Costs, Lead
from onrecord.quotations.dashes import DASH, Spoken, dash_speech
from onrecord.quotations.drafts import Draft
from onrecord.quotations.glyphs import Glyph
from onrecord.quotations.interviews import answers
from onrecord.quotations.readings import Mark
from onrecord.quotations.turns import TURN, turns
from onrecord.types import TextSpan

_MARKS = "\"“”„‘'«»`"


@dataclass(frozen=True)
class Unmarked:
    """Speech without marks, by where its paragraph starts.

    Attributes:
        spoken: what dashes open.
        labelled: turns of a transcript, and answers of an interview, a piece a paragraph.
        set_off: block quotations, with the lines that go on with them.
    """

    spoken: Mapping[int, Sequence[Spoken]]
    labelled: Mapping[int, Sequence[TextSpan]]
    set_off: Mapping[int, Sequence[TextSpan]]

    @cached_property
    def going_on(self) -> frozenset[int]:
        """Where paragraphs start that go on with a turn."""
        return frozenset(p.start for words in self.labelled.values() for p in words[1:])

    def holds(self, start: int) -> bool:
        """Whether the paragraph that starts there holds or starts any."""
        return start in self.spoken or start in self.labelled or start in self.set_off


def unmarked(
    text: str, paragraphs: Sequence[TextSpan], marked: Sequence[Sequence[Mark] | None]
) -> Unmarked:
    """All speech without marks of a text.

    Args:
        text: the article.
        paragraphs: its paragraphs.
        marked: the marks of each; None where they are not looked at.
    """
    spoken = {p.start: pieces for p, pieces in dash_speech(text, paragraphs).items()}
    labelled = {p.start: _without_marks(text, w) for p, w in turns(text, paragraphs).items()}
    if not labelled:
        labelled = {words[0].start: words for words in answers(text, paragraphs)}
    set_off: dict[int, list[TextSpan]] = {}
    last, lines = 0, list[TextSpan]()
    for number, words in blocks(text, paragraphs):
        goes_on = last == number - 1 and lines and marked[last] == marked[number] == []
        if not goes_on:
            lines = set_off.setdefault(paragraphs[number].start, [])
        lines.append(words)
        last = number
    return Unmarked(spoken, labelled, set_off)


def _without_marks(text: str, words: Sequence[TextSpan]) -> Sequence[TextSpan]:
    """The pieces of a turn; the first alone where marks, which go on by themselves, hold it."""
    return words[:1] if text[words[0].start] in _MARKS else words


def add_unmarked(here: list[Draft], paragraph: TextSpan, held: Unmarked) -> None:
    """Put in the speech without marks that a paragraph holds, or starts."""
    for dash, piece in held.spoken.get(paragraph.start, ()):
        _add_spoken(here, DASH, dash.start, [piece])
    if paragraph.start in held.going_on:
        for draft in here:
            draft.runs_on = False
    elif paragraph.start in held.labelled:
        _add_turn(here, paragraph, held.labelled[paragraph.start])
    elif paragraph.start in held.set_off:
        _add_spoken(here, BLOCK, paragraph.start, held.set_off[paragraph.start])


def _add_turn(here: list[Draft], paragraph: TextSpan, pieces: Sequence[TextSpan]) -> None:
    """Put in a turn of a transcript.

    Where quotation marks hold the label too, what they hold behind it is the turn; where they
    hold the words alone, there is nothing to put in.
    """
    words = pieces[0]
    around = next((d for d in here if d.start <= words.start and words.end <= d.end), None)
    if around is None:
        _add_spoken(here, TURN, words.start, pieces)
    elif around.start == paragraph.start:
        around.opening = around.opening._replace(glyph=TURN)
        around.parts = [TextSpan(words.start, around.parts[-1].end)]
        around.start, around.runs_on = words.start, False
        here[:] = [d for d in here if d is around or d.start >= words.start]


def _add_spoken(here: list[Draft], glyph: Glyph, start: int, pieces: Sequence[TextSpan]) -> None:
    """Put in speech without marks, unless it would cross a string in marks.

    Args:
        here: the strings of the paragraph.
        glyph: what brings the speech in.
        start: where that stands.
        pieces: the speech, one piece a paragraph.
    """
    piece = pieces[0]
    for draft in here:
        within = piece.start <= draft.start and draft.end <= piece.end
        around = draft.start < start and piece.end <= draft.parts[-1].end
        if draft.end > start and draft.start < piece.end and not within and not around:
            return
        draft.runs_on = draft.runs_on and not within
    costs = Costs(0, NEVER, 0)
    opening = Mark(start, piece.start, glyph, costs, NEVER, NEVER, Lead.START)
    here.append(Draft(opening, start, pieces[-1].end, [*pieces], True, False))
    here.sort(key=lambda draft: (draft.start, -draft.end))
