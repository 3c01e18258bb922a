"""The lines of a batch over HTTP: found in a body as it comes, answered one by one."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterable, Iterator
from typing import NamedTuple

from werkzeug.datastructures import MultiDict

from onrecord.deadline import Deadline
from onrecord.problems import Kind, Problem
from onrecord.stream import Answerer, Asked, refusal
from onrecord.stream.lines import Line, members
from onrecord.strict_json import encode
from onrecord.types import Extraction, Extractor
from onrecord.web import metrics
from onrecord.web.errors import ProblemError, log_bug
from onrecord.web.schemas import load_json

FARTHEST = 8 * 1024 * 1024
"""Bytes beyond the limit of a line that are passed over in search of the next one: few bytes of a
compressed batch inflate to very many that hold no line."""

_NOTHING = b" \t\r\n"
_SOMETHING = re.compile(rb"[^ \t\r\n]")


def split(pieces: Iterable[bytes], limit: int) -> Iterator[bytes | None]:
    """The lines that hold something; None for one of more than `limit` bytes, which is not kept.

    Raises:
        ProblemError: where the next line does not come for so long that it is not waited for.
    """
    begun, is_longer, passed = bytearray(), False, 0
    for piece in pieces:
        passed += len(piece)
        at = 0 if begun or is_longer else _next(piece, 0)
        while (end := piece.find(b"\n", at)) >= 0:
            is_longer = is_longer or len(begun) + end - at > limit
            yield None if is_longer else bytes(begun) + piece[at:end]
            begun, is_longer, passed, at = bytearray(), False, 0, _next(piece, end)
        if passed > limit + FARTHEST:
            detail = f"no line has its end within {passed:,} bytes: what follows is not read"
            raise ProblemError(Problem(Kind.TOO_LARGE, detail))
        is_longer = is_longer or len(begun) + len(piece) - at > limit
        begun += b"" if is_longer else piece[at:]
    if is_longer or begun:
        yield None if is_longer else bytes(begun)


def _next(piece: bytes, at: int) -> int:
    """Where the next line begins that holds something. At the beginning, where all of the piece may
    be white space, that is passed over in the quickest way, which copies the rest."""
    if at == 0:
        return len(piece) - len(piece.lstrip(_NOTHING))
    found = _SOMETHING.search(piece, at)
    return len(piece) if found is None else found.start()


class Answered(NamedTuple):
    """The line that answers a line, and the words of its article; None where it was refused."""

    line: bytes
    words: int | None = None


class LineAnswerer:
    """Answers lines."""

    def __init__(
        self,
        pipeline: Extractor,
        query: MultiDict[str, str],
        limits: tuple[int, int],
        budget: Callable[[], Deadline],
    ) -> None:
        """What all lines have in common.

        Args:
            query: options that hold where a line is silent.
            limits: most bytes of a line, and most characters of an article.
            budget: gives the deadline of an article that is begun now.
        """
        self._bytes, characters = limits
        self._words: int | None = None

        def read(given: object) -> Asked | Problem:
            try:
                return load_json(given, query, characters)
            except ProblemError as error:
                return error.problem

        self._answerer = Answerer(
            pipeline, read, lambda error, _: log_bug(error), self._seen, budget
        )

    def answer(self, line: bytes | None) -> Answered:
        """The line that answers a line, whatever is wrong with it."""
        if line is None:
            detail = f"the line is larger than {self._bytes:,} bytes"
            return refused(Problem(Kind.TOO_LARGE, detail))
        self._words = None
        answer = self._answerer.answer(members(Line(line)))
        return Answered(encode(answer) + b"\n", self._words)

    def _seen(self, extraction: Extraction) -> None:
        self._words = extraction.words
        metrics.count(extraction)


def refused(problem: Problem) -> Answered:
    """The line that tells of a problem of a line that was not read."""
    return Answered(encode(refusal(None, problem)) + b"\n")
