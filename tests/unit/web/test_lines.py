"""Lines of a batch, found in a body as it comes."""

from __future__ import annotations

from collections.abc import Iterator

import pytest

from onrecord.problems import Kind
from onrecord.web.errors import ProblemError
from onrecord.web.lines import FARTHEST, split
from tests.pace import within

LIMIT = 10


def lines(*pieces: bytes) -> list[bytes | None]:
    return list(split(pieces, LIMIT))


@pytest.mark.parametrize("size", [1, 2, 3, 5, 100])
def test_lines_are_the_same_however_the_body_comes_in_pieces(size: int) -> None:
    body = b'\n {"a": 1}\r\n\n\n{}\n  \n123456789ab\n1234567890\nlast'
    pieces = [body[at : at + size] for at in range(0, len(body), size)]
    assert lines(*pieces) == [b'{"a": 1}\r', b"{}", None, b"1234567890", b"last"]


def test_white_space_alone_is_no_line() -> None:
    assert lines(b"", b" \r\n", b"\n\n", b"\t") == []


def test_what_json_does_not_take_for_white_space_is_something() -> None:
    assert lines(b"\f\n") == [b"\f"]


def test_the_last_line_may_be_too_long_as_well() -> None:
    assert lines(b"{}\n", b"123456", b"789012") == [b"{}", None]


@pytest.mark.parametrize("filling", [b"\n", b" ", b"a"])
def test_what_has_no_line_is_not_read_for_ever(filling: bytes) -> None:
    taken = 0

    def endless() -> Iterator[bytes]:
        nonlocal taken
        yield b"{}\n"
        while True:
            taken += 65_536
            yield filling * 65_536

    found = split(endless(), LIMIT)
    assert next(found) == b"{}"
    with pytest.raises(ProblemError) as caught:
        next(found)
    assert caught.value.problem.kind is Kind.TOO_LARGE
    assert taken <= LIMIT + FARTHEST + 65_536


def test_empty_lines_and_single_bytes_cost_little() -> None:
    with within(1):
        assert list(split([b"\n" * 65_536] * 100, LIMIT)) == []
        assert list(split([b"a"] * 200_000, 2_000_000)) == [b"a" * 200_000]
