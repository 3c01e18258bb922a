"""Examples from invented sentences and pieces: what annotated news has too few of.

In PolNeAR nine of ten quoted strings are speech, and hardly one is a nickname or a gloss. The
frames in `invented.toml` are filled at random, with a fixed seed, in several styles of quotation
marks, and marked with what they are. The pieces in `pieces.txt` are whole articles, each of which
is set in one of these styles.
"""

from __future__ import annotations

import random
import re
import tomllib
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from pathlib import Path

from onrecord.attribution import Scene, candidates
from onrecord.document.parse import Parser
from onrecord.tagging.learned.model import LearnedTagger
from onrecord.types import Article
from training.examples import Example
from training.scenes import scene

ROUNDS = 6
"""How often each frame is filled."""

PIECES = Path(__file__).with_name("pieces.txt")
"""Articles written for the purpose, apart by a line of `====`; [n …] and [s …] as in the frames."""

_SEED = 20
_FRAMES = Path(__file__).with_name("invented.toml")
_BETWEEN_PIECES = "\n====\n"
_SLOT = re.compile(r"\{([a-zA-Z]+)(\d?)\}")
_PARAGRAPH = " // "
_OPENING = re.compile(r"\A\w|(?<=\A\[[ns] )\w")
_MARKED = re.compile(r"\[([ns]) ([^\]]*)\]([,.]?)")
_INNER = re.compile(r"<([ns]) ([^>]*)>")
_LABEL = re.compile(r"[\[<]([ns]) ")
_STYLES = (
    ("“", "”", "‘", "’", True),
    ("“", "”", "‘", "’", False),
    ('"', '"', "'", "'", True),
    ("‘", "’", "“", "”", False),
)
"""Opening and closing mark, those of strings inside, and whether a comma goes inside."""


@dataclass(frozen=True, slots=True)
class Invented:
    """A made-up article and, for each string in quotation marks, whether it is speech."""

    text: str
    speech: tuple[bool, ...]


def examples(parser: Parser, tagger: LearnedTagger) -> Iterator[Example]:
    """One example a quoted string of the invented articles, with what the tagger says."""
    return _read("invented", articles(), parser, tagger)


def examples_of_pieces(parser: Parser, tagger: LearnedTagger) -> Iterator[Example]:
    """One example a quoted string of the pieces, with what the tagger says."""
    return _read("piece", pieces(), parser, tagger)


def _read(
    name: str, texts: Iterable[Invented], parser: Parser, tagger: LearnedTagger
) -> Iterator[Example]:
    for number, made in enumerate(texts):
        seen = scene(parser, Article(made.text), tagger)
        yield from labelled(f"{name}-{number}", seen, made.speech)


def labelled(name: str, seen: Scene, speech: Sequence[bool]) -> Iterator[Example]:
    """The examples of one article; none where its strings are not read as they were made."""
    if len(seen.strings) != len(speech):
        return
    for offered, is_speech in zip(candidates(seen), speech, strict=True):
        right = tuple(not c.spoken and not is_speech for c in offered)
        yield Example(name, offered, right, is_speech)


def articles() -> Iterator[Invented]:
    """All frames, each filled `ROUNDS` times; each article has one headline."""
    raw = tomllib.loads(_FRAMES.read_text(encoding="utf-8"))
    chance = random.Random(_SEED)  # noqa: S311  # no secret
    frames = [f for group in ("nobody", "somebody") for kind in raw[group].values() for f in kind]
    heads = [frame.removeprefix("# ") for frame in frames if frame.startswith("# ")] * ROUNDS
    bodies = [frame for frame in frames if not frame.startswith("# ")] * ROUNDS
    chance.shuffle(heads)
    chance.shuffle(bodies)
    for number, head in enumerate(heads):
        style = chance.choice(_STYLES)
        chosen = [head, *bodies[number :: len(heads)]]
        yield _set("\n\n".join(_filled(f, raw["slots"], chance) for f in chosen), style)


def pieces() -> Iterator[Invented]:
    """All pieces, the headline of each in its first paragraph."""
    chance = random.Random(_SEED)  # noqa: S311  # no secret
    for piece in PIECES.read_text(encoding="utf-8").split(_BETWEEN_PIECES):
        yield _set(piece.strip(), chance.choice(_STYLES))


def _set(frame: str, style: tuple[str, str, str, str, bool]) -> Invented:
    """A text with its quotation marks."""
    speech = tuple(found[1] == "s" for found in _LABEL.finditer(frame))
    return Invented(_written(frame, style), speech)


def _filled(frame: str, slots: Mapping[str, Sequence[str]], chance: random.Random) -> str:
    """A frame with its slots filled; each of its paragraphs starts with a capital."""
    known: dict[str, str] = {}

    def fill(slot: re.Match[str]) -> str:
        made = chance.choice(slots[slot[1]])
        return known.setdefault(slot[0], made) if slot[2] else made

    paragraphs = _SLOT.sub(fill, frame).split(_PARAGRAPH)
    return "\n\n".join(_OPENING.sub(lambda m: m[0].upper(), made, count=1) for made in paragraphs)


def _written(frame: str, style: tuple[str, str, str, str, bool]) -> str:
    opening, closing, opening_inside, closing_inside, inside = style

    def marked(found: re.Match[str]) -> str:
        words = _INNER.sub(lambda m: f"{opening_inside}{m[2]}{closing_inside}", found[2])
        if inside:
            return f"{opening}{words}{found[3]}{closing}"
        return f"{opening}{words}{closing}{found[3]}"

    return _MARKED.sub(marked, frame)
