"""`python -m benchmarks.marks`: how long it takes to find the marks of a text, mix by mix.

Prints a table of the processor seconds for 250,000, 500,000 and 1,000,000 characters of each mix.
The best of a few runs counts: the machine does other things too.
"""

from __future__ import annotations

import random
import sys
import time
from collections.abc import Callable, Mapping, Sequence

from onrecord.document.paragraphs import split
from onrecord.quotations import find

LENGTH = 250_000
SIZES = (1, 2, 4)
RUNS = 3

_MARKS = ["“", "”", '"', "'", "‘", "’", "«", "»", "„", "''", "``", "&quot;", '\\"']
_WORDS = ["mill", "the", "cats", "goin", "river,", "gone.", "a", "mayor said", "12", "— I,"]
_NEWS = (
    "“We sail at dawn,” said Ilse Randow, the mate of the Tar Barge. “Don’t wait.” She left the"
    " ‘old’ mill and the dockers’ hall for the harbour that the mayor calls “a farce”.\n\n"
)
_BRITISH = (
    "'We sail at dawn,' said Ilse Randow, the dockers' mate. 'Don't wait.' She said 'no' to the"
    " cats' mill, and rock 'n' roll went on in the '90s.\n\n"
)
_TRANSCRIPT = (
    "RUIZ: We sail at dawn, and nobody asked “why” of us.\n\nVERRIN: I know it. So do you.\n\n"
)


def mixed(length: int, every: float, seed: int = 1) -> str:
    """Words with a mark on either side of one in so many, and some line ends."""
    draw = random.Random(seed)  # noqa: S311  # no secret
    pieces: list[str] = []
    size = 0
    while size < length:
        word = draw.choice(_WORDS)
        if draw.random() < 1 / every:
            mark = draw.choice(_MARKS)
            word = mark + word if draw.random() < 0.5 else word + mark
        pieces.append(word + ("\n" if draw.random() < 0.01 else " "))
        size += len(pieces[-1])
    return "".join(pieces)[:length]


def _again(piece: str) -> Callable[[int], str]:
    return lambda length: (piece * (length // len(piece) + 1))[:length]


MIXES: Mapping[str, Callable[[int], str]] = {
    "news, double marks": _again(_NEWS),
    "news, single marks": _again(_BRITISH),
    "a transcript": _again(_TRANSCRIPT),
    "an interview": _again("Q: When do you sail?\n\nA: At dawn, I think.\n\n"),
    "speech behind dashes": _again("— We sail at dawn, — said Ilse Randow. — Alone.\n\n"),
    "a mark at every word": lambda n: mixed(n, 1),
    "a mark at every third word": lambda n: mixed(n, 3),
    "a mark at every tenth word": lambda n: mixed(n, 10),
    "the same in one paragraph": lambda n: mixed(n, 10).replace("\n", " "),
    "marks only": _again('"“’'),
    "opening marks only": _again("“a "),
    "apostrophes only": _again("'"),
    "an open mark on every line": _again('"a\n'),
    "missing ends": _again("“We sail, said Ilse Randow, the mate of the boat. "),
    "tags that do not end": _again('<a "b '),
    "entities": _again("&ldquo;We&rdquo; &quot;sail&quot; "),
    "white space": _again("“ " + " " * 1000),
    "lists behind dashes": _again("— the old mill is shut today\n\n"),
    "labels that nobody speaks behind": _again("Where It Is: the old mill of Port Sele\n"),
    "no marks": _again("We sail at dawn and the mill is shut.\n\n"),
}
"""What makes a text of so many characters, by the name of the mix."""


def seconds(text: str) -> float:
    """Processor time that the marks of a text take, without what a coverage tracer takes."""
    paragraphs = split(text)
    tracer = sys.gettrace()
    sys.settrace(None)
    try:
        start = time.process_time()
        find(text, paragraphs)
        return time.process_time() - start
    finally:
        sys.settrace(tracer)


def table(lengths: Sequence[int], runs: int) -> list[str]:
    """The lines of the table, in Markdown."""
    lines = [f"| mix | {' | '.join(f'{n:,} characters' for n in lengths)} |"]
    lines.append("|---|" + "---:|" * len(lengths))
    for name, make in MIXES.items():
        texts = [make(length) for length in lengths]
        best = [min(seconds(text) for _ in range(runs)) for text in texts]
        lines.append(f"| {name} | {' | '.join(f'{one:.2f}' for one in best)} |")
    return lines


if __name__ == "__main__":
    print(*table([size * LENGTH for size in SIZES], RUNS), sep="\n")
