"""Time grows in line with the length of the text, whatever marks it holds.

The bounds leave room for a slow and busy machine: on one idle core a text of 1 MB takes 0.1 to 0.9
seconds, one of 250,000 lines with an open mark in each 1.5, and twice the length twice the time.
"""

from __future__ import annotations

import random
import sys
import time
from collections.abc import Callable

import pytest

from onrecord.document.paragraphs import split
from onrecord.quotations import find

LENGTH = 250_000
SECONDS_PER_MB = 5.0
MARKS = ["“", "”", '"', "'", "‘", "’", "«", "»", "„", "''", "``", "&quot;", '\\"']
WORDS = ["mill", "the", "cats", "goin", "river,", "gone.", "a", "mayor said", "12", "— I,"]


def mixed(length: int, every: float, seed: int = 1) -> str:
    """Words with a mark on either side of one in so many, and some line ends."""
    draw = random.Random(seed)
    pieces: list[str] = []
    size = 0
    while size < length:
        word = draw.choice(WORDS)
        if draw.random() < 1 / every:
            mark = draw.choice(MARKS)
            word = mark + word if draw.random() < 0.5 else word + mark
        pieces.append(word + ("\n" if draw.random() < 0.01 else " "))
        size += len(pieces[-1])
    return "".join(pieces)[:length]


def seconds(text: str) -> float:
    """Processor time, without what a coverage tracer takes."""
    tracer = sys.gettrace()
    sys.settrace(None)
    try:
        start = time.process_time()
        find(text, split(text))
        return time.process_time() - start
    finally:
        sys.settrace(tracer)


TEXTS: dict[str, Callable[[int], str]] = {
    "a mark at every word": lambda n: mixed(n, 1),
    "a mark at every third word": lambda n: mixed(n, 3),
    "a mark at every tenth word": lambda n: mixed(n, 10),
    "marks only": lambda n: ('"“’' * n)[:n],
    "opening marks only": lambda n: ("“a " * n)[:n],
    "apostrophes only": lambda n: "'" * n,
    "one paragraph": lambda n: mixed(n, 10).replace("\n", " "),
    "open lines": lambda n: ('"a\n' * n)[:n],
    "missing ends": lambda n: ("“We sail, said Ilse Randow, the mate of the boat. " * n)[:n],
    "tags that do not end": lambda n: ('<a "b ' * n)[:n],
    "white space": lambda n: ("“ " + " " * 1000) * (n // 1002),
}


@pytest.mark.parametrize("name", TEXTS)
def test_time_grows_in_line_with_the_length(name: str) -> None:
    once, twice, four_times = (seconds(TEXTS[name](factor * LENGTH)) for factor in (1, 2, 4))

    assert four_times < SECONDS_PER_MB
    assert twice < 4 * once + 0.3
    assert four_times < 8 * once + 0.3


def test_a_long_article_is_read_to_its_end() -> None:
    paragraph = "“We sail at dawn,” said Ilse Randow, the mate of the Tar Barge, to the mayor.\n\n"
    text = paragraph * 3000

    assert len(find(text, split(text))) == 3000
