"""One article -> its answer, whatever is wrong with it; and a stream of them."""

from __future__ import annotations

import sys
import time
import traceback
from collections.abc import Callable, Iterator

from onrecord.deadline import NEVER, Deadline
from onrecord.errors import InvalidInput, OnrecordError, OutOfTime
from onrecord.options import Options
from onrecord.problems import Kind, Problem, heavy, late, of
from onrecord.rendering import Json, render
from onrecord.stream.reading import Read, Unreadable, identity, reader
from onrecord.types import Extraction, Extractor

Failed = Callable[[Exception, str | int | None], Problem]
"""Notes a fault of ours with the id of the article; what its sender is told."""


def extract_stream(
    articles: Iterator[Json] | Iterator[object], pipeline: Extractor, options: Options | None = None
) -> Iterator[Json]:
    """One answer an article, lazily and in the same order; it depends on that article alone.

    Args:
        articles: objects with `text`, and `id`, `title`, `byline`, `published_at`, `language`
            where they are known; other members are left alone. An `Unreadable` in their place is
            answered with its problem.
        pipeline: finds what articles hold.
        options: how every answer is to be given.

    Returns:
        answers as `openapi.yaml` describes them; `{"id", "error"}` for an article that cannot be
        read.
    """
    answerer = Answerer(pipeline, reader(options or Options()))
    return map(answerer.answer, articles)


def _told(error: Exception, name: str | int | None) -> Problem:
    where = traceback.extract_tb(error.__traceback__)[-1]
    place = f"{where.filename}:{where.lineno}"
    print(f"onrecord: id {name!r}: {type(error).__name__} at {place}", file=sys.stderr)
    return Problem(Kind.INTERNAL, f"{type(error).__name__}; please tell us with the text")


def _unseen(_: Extraction) -> None:
    """Nobody counts what was found."""


def _ever() -> Deadline:
    return NEVER


class Answerer:
    """Answers articles one by one."""

    def __init__(
        self,
        pipeline: Extractor,
        read: Read,
        failed: Failed = _told,
        seen: Callable[[Extraction], None] = _unseen,
        budget: Callable[[], Deadline] = _ever,
    ) -> None:
        """What all articles have in common.

        Args:
            pipeline: finds what articles hold.
            read: what members mean.
            failed: is told of faults of ours; without it, standard error is.
            seen: is told what was found.
            budget: gives the deadline of an article that is begun now.
        """
        self._pipeline = pipeline
        self._read = read
        self._failed = failed
        self._seen = seen
        self._budget = budget

    def answer(self, members: object) -> Json:
        """The answer to one article; whatever is wrong with it is its answer.

        Raises:
            OnrecordError: where it is not the article that is at fault.
        """
        started = time.perf_counter()
        try:
            asked = members.problem if isinstance(members, Unreadable) else self._read(members)
            if isinstance(asked, Problem):
                return refusal(identity(members), asked)
            extraction = self._pipeline.extract(
                asked.article, self._budget(), explain=asked.options.explain
            )
        except InvalidInput as error:
            return refusal(identity(members), of(error))
        except OutOfTime as error:
            return refusal(identity(members), late(error))
        except MemoryError:
            return refusal(identity(members), heavy())
        except OnrecordError:
            raise
        except Exception as error:  # noqa: BLE001  # whatever it is, it costs this article alone
            return refusal(identity(members), self._failed(error, identity(members)))
        self._seen(extraction)
        elapsed = time.perf_counter() - started
        return render(extraction, asked.options, asked.name, elapsed, asked.reading)


def refusal(name: str | int | None, problem: Problem) -> Json:
    """What is told of an article that could not be answered."""
    return {"id": name, "error": problem.body()}
