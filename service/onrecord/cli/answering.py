"""One line of a batch -> the line that answers it."""

from __future__ import annotations

import json
import sys
import time
import traceback
from dataclasses import dataclass
from typing import NamedTuple

from onrecord.cli.lines import Line, understand
from onrecord.cli.loading import Loader
from onrecord.errors import InvalidInput, OnrecordError
from onrecord.problems import Kind, Problem, of
from onrecord.rendering import Json, Options, render
from onrecord.settings import Settings
from onrecord.types import Article, Extractor


@dataclass(frozen=True, slots=True)
class Work:
    """What every process of a batch needs to know."""

    settings: Settings
    options: Options
    loader: Loader


class Answered(NamedTuple):
    """The bytes of one line, and whether they tell of an error."""

    line: bytes
    is_error: bool


def answer(line: Line, pipeline: Extractor, options: Options) -> Answered:
    """The answer to one line; whatever is wrong with it becomes its answer."""
    identity, asked = understand(line)
    found: Json | Problem
    if isinstance(asked, Article):
        found = _extract(asked, str(identity), pipeline, options)
    else:
        found = asked
    if isinstance(found, Problem):
        return _line({"id": identity, "error": found.body()}, is_error=True)
    return _line(found, is_error=False)


def _extract(
    article: Article, identity: str, pipeline: Extractor, options: Options
) -> Json | Problem:
    started = time.perf_counter()
    try:
        extraction = pipeline.extract(article, explain=options.explain)
    except InvalidInput as error:
        return of(error)
    except OnrecordError:
        raise
    except Exception as error:  # noqa: BLE001  # whatever it is, it costs this article alone
        where = traceback.extract_tb(error.__traceback__)[-1]
        place = f"{where.filename}:{where.lineno}"
        print(f"onrecord: id {identity}: {type(error).__name__} at {place}", file=sys.stderr)
        return Problem(Kind.INTERNAL, f"{type(error).__name__}; please tell us with the text")
    elapsed = time.perf_counter() - started
    return render(extraction, options, identity, elapsed)


def _line(members: Json, is_error: bool) -> Answered:
    text = json.dumps(members, ensure_ascii=False, separators=(",", ":"))
    return Answered(text.encode("utf-8") + b"\n", is_error)
