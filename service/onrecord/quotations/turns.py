"""Turns of a transcript: *RUIZ: We sail.*, *Q: When? A: At dawn.*, without quotation marks.

A paragraph that starts with a label and a colon is mostly no speech (*Where: the old mill*). So
labels count only in a block of neighbouring paragraphs that looks like talk: someone speaks
twice, or the labels are those of question and answer. A headline, a dateline and a list of facts
have no label that comes back. What stands without a label between two turns goes on with the first.
"""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass, replace
from functools import partial
from itertools import takewhile

from onrecord.quotations.askers import Known, any_asks, asker
from onrecord.quotations.glyphs import Family, Glyph, Shape
from onrecord.quotations.labelled import Turn, turn
from onrecord.types import TextSpan

TURN = Glyph(":", Family.TURN, Shape.OPEN, False)

_TALK = re.compile(r"\?|\b(?:I|we|you|my|our|your|me|us)\b", re.IGNORECASE)
_SENTENCE = re.compile(r"[.?!…][\"”’'»)]{0,2}\Z")
_WORD = re.compile(r"[^\W\d_]+")
_ASIDE = "([*_"
"""What opens a paragraph that is nobody's turn: *(Laughter.)*."""
_REACTION = re.compile(
    r"[*_]{0,2}[(\[][^()\[\]\n]{0,30}\b(?:laugh|laughter|laughs|laughing|applause|cheers|cheering"
    r"|crosstalk|inaudible|pause|pauses|applauds|boos|booing|music|silence)\b"
    r"[^()\[\]\n]{0,30}[)\]][*_]{0,2}",
    re.IGNORECASE,
)
"""What is heard while somebody speaks: *[Laughter]*."""
_DIGITS = tuple("0123456789")
_FACTS = frozenset({"who", "what", "where", "when", "why", "how"})
"""Labels of a list of facts."""
_FEWEST = 2
_SILENT = 2
"""Paragraphs without a label that a block may hold in a row: a speaker who goes on."""
_NOBODY = Known(frozenset(), frozenset())
_LONGEST_SILENCE = 10
"""As many where the next label is one that spoke before."""


@dataclass(frozen=True, slots=True)
class _Place:
    """A turn with its paragraph, and what stands between it and the next one."""

    paragraph: TextSpan
    turn: Turn
    behind: list[TextSpan]


def turns(text: str, paragraphs: Sequence[TextSpan]) -> dict[TextSpan, tuple[TextSpan, ...]]:
    """The words of each turn, by the paragraph in which they start; the rest goes on with it.

    The questions of an interview are left out.
    """
    found: dict[TextSpan, tuple[TextSpan, ...]] = {}
    places = list(_in_full(_places(text, paragraphs)))
    interviews: set[TextSpan] = set()
    for block in _blocks(places, apart=False):
        answers = _answers(text, block)
        found.update(_words(text, block, answers))
        interviews.update(place.paragraph for place in block if answers)
    for block in _blocks([p for p in places if p.paragraph not in interviews], apart=True):
        if _is_talk(text, [place.turn for place in block]):
            found.update(_words(text, block, block))
    return found


def _places(text: str, paragraphs: Sequence[TextSpan]) -> Iterator[_Place]:
    held: _Place | None = None
    for paragraph in paragraphs:
        labelled = turn(text, paragraph)
        if labelled is None:
            if held is not None:
                held.behind.append(paragraph)
            continue
        if held is not None:
            yield held
        held = _Place(paragraph, labelled, [])
    if held is not None:
        yield held


def _in_full(places: Iterable[_Place]) -> Iterator[_Place]:
    """The turns with the label that came first where initials stand for it: *TR*, *The Reader*."""
    labels: dict[str, str] = {}
    for place in places:
        label = place.turn.label
        if label in labels:
            named = place.turn._replace(label=labels[label], abbreviated=True)
            yield replace(place, turn=named)
            continue
        words = label.split()
        if len(words) > 1 and not place.turn.answers:
            labels.setdefault("".join(word[0] for word in words).upper(), label)
        yield place


def _blocks(places: Sequence[_Place], *, apart: bool) -> Iterator[list[_Place]]:
    """Turns that follow each other, or almost.

    Args:
        places: the turns of the article.
        apart: whether labels in capitals and others are those of two talks.
    """
    block: list[_Place] = []
    labels: set[str] = set()
    form: bool | None = None
    for place in places:
        label, capitals = place.turn.label, place.turn.capitals
        other_form = apart and None not in (form, capitals) and form != capitals
        if block and (other_form or not _is_near(block[-1], spoke=label in labels)):
            yield block
            block, labels, form = [], set(), None
        block.append(place)
        labels.add(label)
        form = form if capitals is None else capitals
    if block:
        yield block


def _is_near(before: _Place, *, spoke: bool) -> bool:
    """Whether the next turn stands near enough to one; nearer where its label is a new one."""
    silent = len(before.behind) - (before.turn.words is None)
    return silent <= (_LONGEST_SILENCE if spoke else _SILENT)


def _answers(text: str, block: Sequence[_Place]) -> Sequence[_Place]:
    """The answers of an interview; none where the block is no interview."""
    if any(p.turn.asks for p in block) and any(p.turn.answers for p in block):
        return [place for place in block if place.turn.answers]
    spoke = Counter(place.turn.label for place in block)
    if len(block) == _FEWEST and block[0].turn.asks:
        return block[1:] if asker(text, [p.turn for p in block], _NOBODY) else []
    start = next((n for n, place in enumerate(block) if spoke[place.turn.label] > 1), None)
    if start is None:
        return []
    known = Known.before(text, block[start].paragraph.start)
    label = asker(text, [place.turn for place in block[start:]], known)
    if label is None:
        return []
    others = (place for place in block[start:] if place.turn.label != label)
    return [p for p in others if spoke[p.turn.label] > 1 or known.has(p.turn.label)]


def _words(
    text: str, block: Sequence[_Place], spoken: Sequence[_Place]
) -> Iterator[tuple[TextSpan, tuple[TextSpan, ...]]]:
    """The words of some turns of a block, by the paragraph in which they start."""
    names = frozenset(place.turn.name for place in block if place.turn.capitals is not None)
    for place in spoken:
        behind = place.behind
        first, words = place.paragraph, place.turn.words
        if words is None:
            if not behind:
                continue
            first, words, behind = behind[0], behind[0], behind[1:]
        goes_on = partial(_goes_on, text, names=names)
        if place is block[-1]:
            behind = _resumed(text, behind)
        yield first, (words, *takewhile(goes_on, _without_asides(text, behind)))


def _without_asides(text: str, paragraphs: Sequence[TextSpan]) -> Iterator[TextSpan]:
    """The paragraphs but *[Laughter]* and *(APPLAUSE)*, which interrupt a turn."""
    return (p for p in paragraphs if not _REACTION.fullmatch(text, p.start, p.end))


def _resumed(text: str, behind: list[TextSpan]) -> list[TextSpan]:
    """The one paragraph of talk with which the last turn goes on behind an aside."""
    if len(behind) < _FEWEST or not _REACTION.fullmatch(text, behind[0].start, behind[0].end):
        return []
    return behind[1:2] if _TALK.search(text, behind[1].start, behind[1].end) else []


def _goes_on(text: str, paragraph: TextSpan, names: frozenset[str]) -> bool:
    """Whether a paragraph without a label goes on with a turn: no heading, aside or narration."""
    if text[paragraph.start] in _ASIDE or not _SENTENCE.search(
        text, paragraph.start, paragraph.end
    ):
        return False
    if _TALK.search(text, paragraph.start, paragraph.end):
        return True
    told = {word.lower() for word in _WORD.findall(text, paragraph.start, paragraph.end)}
    return not told & names


def _is_talk(text: str, block: Sequence[Turn]) -> bool:
    """Whether someone speaks twice and somebody else answers, mostly in words of talk."""
    if any(turn.answers for turn in block):
        return False
    if any(turn.asks for turn in block) and not any_asks(text, [t for t in block if not t.asks]):
        return False
    names = Counter(turn.name for turn in block)
    if names.keys() & _FACTS:
        return False
    talking = sum(_is_talking(text, turn) for turn in block)
    if len(names) < _FEWEST or 2 * talking < len(block):
        return False
    counted = any(turn.name.endswith(_DIGITS) for turn in block) and any_asks(text, block[:1])
    once = block[0].capitals is True and (talking == len(block) or counted)
    return max(names.values()) >= _FEWEST or once


def _is_talking(text: str, turn: Turn) -> bool:
    words = turn.words
    return words is None or _TALK.search(text, words.start, words.end) is not None
