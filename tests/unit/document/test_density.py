"""Which pieces of a text the parser reads."""

from __future__ import annotations

import pytest

from onrecord.document.density import FREE, worth_parsing
from onrecord.types import TextSpan


def read(*pieces: str) -> list[bool]:
    """For each piece whether it is parsed, in the text that they make together."""
    spans = []
    at = 0
    for piece in pieces:
        spans.append(TextSpan(at, at + len(piece)))
        at += len(piece)
    return list(worth_parsing("".join(pieces), spans))


PROSE = "The mill is quiet and the boats lie in the harbour. " * 20


@pytest.mark.parametrize("noise", ["'a ", '"', "“’' ", "a b ", "1. 2) "])
def test_a_little_noise_is_read_and_no_more_of_it(noise: str) -> None:
    piece = noise * (3_000 // len(noise))

    found = read(*[piece] * 10, PROSE, piece)
    assert found[0]
    assert not any(found[6:10])
    assert found[10:] == [True, False]


def test_prose_is_always_read() -> None:
    assert all(read(*[PROSE] * 300))


def test_a_short_text_is_read_whatever_it_holds() -> None:
    assert read('"' * FREE) == [True]
