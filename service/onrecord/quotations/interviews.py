"""Interviews without labels: a question stands in a paragraph, the answer in the next.

Type tells the two apart by bold or italics, of which plain text keeps nothing. So only what leaves
little doubt counts: several paragraphs are questions and no more, one of them asks *you*, and what
stands behind them speaks of *I*. A list of common questions and a column that asks itself do not.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence

from onrecord.quotations.labelled import plain
from onrecord.types import TextSpan

_OPENS = re.compile(r"[^\W\d_]|\d")
"""No mark, dash or bullet opens the paragraph."""
_FIRST = re.compile(r"(?<!\w)(?:I|me|my|My|mine|myself)(?!\w|[.-]\w)")
_FIRST_OR_WE = re.compile(r"(?<!\w)(?:I|me|my|My|we|We|us|our|Our)(?!\w|[.-]\w)")
_INVITES = re.compile(
    r"(?:(?:So|And|But|Please|Can you|Could you),? )?"
    r"(?:[Tt]ell|[Gg]ive|[Tt]alk|[Tt]ake|[Ww]alk|[Ss]how|[Rr]emind) (?:me|us)\b"
)
_ANNOUNCES = re.compile(
    r"\b(?:(?:answers?|answered|takes?|took) (?:our|your|some|a few) [^.\n]{0,30}\bquestions"
    r"|(?:[Ww]e|[Hh]ere [^.\n]{0,60})\b(?:spoke|speaks|talked|talks|sat down) (?:to|with)"
    r"|(?:tells?|talks? to|speaks? to) us\b"
    r"|(?:was|were) (?:talking|speaking) (?:to|with)|[Ii]nterview(?:ed)? by)\b"
)
"""How an article says that it is an interview."""
_BOLD = "*_"
_ASKED = re.compile(r"\byou\b|\byour\b", re.IGNORECASE)
_FEWEST = 3
_LONGEST_QUESTION = 320
_LONGEST_PROMPT = 140
"""Characters of what an interviewer says without asking: *You turned the job down.*"""
_LONGEST_ANSWER = 4_000
_SPEAKING = 2
"""At least one of so many answers speaks of *I*."""


def answers(text: str, paragraphs: Sequence[TextSpan]) -> Iterator[tuple[TextSpan, ...]]:
    """The answers to the questions of an interview, a piece a paragraph."""
    questions = {n for n, paragraph in enumerate(paragraphs) if _is_question(text, paragraph)}
    asked = [n for n in sorted(questions) if n + 1 < len(paragraphs) and n + 1 not in questions]
    if len(asked) < _FEWEST and (len(asked) < _FEWEST - 1 or not _is_announced(text, paragraphs)):
        return
    firsts = [paragraphs[number + 1] for number in asked]
    speaking = sum(_speaks(text, paragraph) for paragraph in firsts)
    addressed = any(_ASKED.search(text, *_ends(paragraphs[number])) for number in asked)
    if _SPEAKING * speaking < len(firsts) or not addressed:
        return
    if not all(_is_answer(text, paragraph) for paragraph in firsts):
        return
    bold = all(_is_bold(text, paragraphs[number]) for number in asked)
    for number, following in zip(asked, [*asked[1:], asked[-1] + 2], strict=True):
        yield from _between(text, paragraphs[number + 1 : following], bold=bold)


def _is_announced(text: str, paragraphs: Sequence[TextSpan]) -> bool:
    """*Ruiz answers our questions*, *Ruiz was talking to Ana Marl*: the article says what it is."""
    return any(_ANNOUNCES.search(text, *_ends(p)) for p in (*paragraphs[:3], paragraphs[-1]))


def _between(
    text: str, paragraphs: Sequence[TextSpan], *, bold: bool
) -> Iterator[tuple[TextSpan, ...]]:
    """The answers between two questions: the first paragraph, and what no prompt is."""
    held: list[TextSpan] = []
    for place, paragraph in enumerate(paragraphs):
        last = place + 1 == len(paragraphs)
        prompt = _is_bold(text, paragraph) if bold else _is_prompt(text, paragraph)
        if held and prompt and not last:
            yield tuple(held)
            held = []
        elif _is_answer(text, paragraph):
            held.append(paragraph)
    if held:
        yield tuple(held)


def _is_question(text: str, paragraph: TextSpan) -> bool:
    words = plain(text, *_ends(paragraph))
    asks = text[words.end - 1] == "?" and len(words) <= _LONGEST_QUESTION
    return asks and _OPENS.match(text, words.start) is not None


def _is_bold(text: str, paragraph: TextSpan) -> bool:
    """Whether a paragraph is what bold type or italics left of it."""
    return text[paragraph.start] in _BOLD and text[paragraph.end - 1] in _BOLD


def _is_answer(text: str, paragraph: TextSpan) -> bool:
    return len(paragraph) <= _LONGEST_ANSWER and _OPENS.match(text, paragraph.start) is not None


def _is_prompt(text: str, paragraph: TextSpan) -> bool:
    """*You turned the job down.*: a few words that do not speak of who answers.

    Or that ask whoever answers to go on (*Tell me about your mother.*).
    """
    if len(paragraph) > _LONGEST_PROMPT:
        return False
    spoken_of = _FIRST_OR_WE.search(text, *_ends(paragraph))
    return spoken_of is None or _INVITES.match(text, *_ends(paragraph)) is not None


def _speaks(text: str, paragraph: TextSpan) -> bool:
    return _FIRST.search(text, *_ends(paragraph)) is not None


def _ends(paragraph: TextSpan) -> tuple[int, int]:
    return paragraph.start, paragraph.end
