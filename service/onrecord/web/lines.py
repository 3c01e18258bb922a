"""The lines of a batch over HTTP: found in a body as it comes, answered one by one."""

from __future__ import annotations

import time
from collections.abc import Callable, Iterable, Iterator
from typing import NamedTuple

from werkzeug.datastructures import MultiDict

from onrecord import strict_json
from onrecord.deadline import Deadline
from onrecord.errors import InvalidInput, OutOfTime
from onrecord.problems import Kind, Problem, of, shown
from onrecord.rendering import LONGEST_ID
from onrecord.types import Extractor
from onrecord.web import metrics
from onrecord.web.errors import ProblemError, late, log_bug
from onrecord.web.representations import compact, rendered
from onrecord.web.schemas import load_json


def split(pieces: Iterable[bytes], limit: int) -> Iterator[bytes | None]:
    """The lines that hold something; None for one of more than `limit` bytes, which is not kept."""
    begun, is_longer = bytearray(), False
    for piece in pieces:
        *ended, rest = piece.split(b"\n")
        for part in ended:
            is_longer = is_longer or len(begun) + len(part) > limit
            line = bytes(begun) + part if not is_longer else b""
            if is_longer or line.strip():
                yield None if is_longer else line
            begun, is_longer = bytearray(), False
        is_longer = is_longer or len(begun) + len(rest) > limit
        begun = bytearray() if is_longer else begun + rest
    if is_longer or begun.strip():
        yield None if is_longer else bytes(begun)


class Answered(NamedTuple):
    """The line that answers a line, and the words of its article; None where it was refused."""

    line: bytes
    words: int | None = None


class Answerer:
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
        self._budget = budget
        self._pipeline = pipeline
        self._query = query
        self._bytes, self._characters = limits

    def answer(self, line: bytes | None) -> Answered:
        """The line that answers a line, whatever is wrong with it."""
        if line is None:
            detail = f"the line is larger than {self._bytes:,} bytes"
            return refusal(None, Problem(Kind.TOO_LARGE, detail))
        members: object = None
        try:
            members = strict_json.parse(strict_json.decode(line))
            return self._extract(members)
        except InvalidInput as error:
            return refusal(_identity(members), of(error))
        except OutOfTime as error:
            return refusal(_identity(members), late(error))
        except ProblemError as error:
            return refusal(_identity(members), error.problem)
        except Exception as error:  # noqa: BLE001  # whatever it is, it costs this line alone
            return refusal(_identity(members), log_bug(error))

    def _extract(self, members: object) -> Answered:
        started = time.perf_counter()
        asked = load_json(members, self._query, self._characters)
        extraction = self._pipeline.extract(asked.article, self._budget())
        metrics.count(extraction)
        elapsed = time.perf_counter() - started
        answer = rendered(asked, extraction, asked.options, elapsed)
        return Answered(compact(answer) + b"\n", extraction.words)


def refusal(identity: str | None, problem: Problem) -> Answered:
    """The line that tells of a problem."""
    return Answered(compact({"id": identity, "error": problem.body()}) + b"\n")


def _identity(members: object) -> str | None:
    given = members.get("id") if isinstance(members, dict) else None
    return shown(given, LONGEST_ID) if isinstance(given, str) else None
