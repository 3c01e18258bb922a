"""One line of a batch -> the line that answers it."""

from __future__ import annotations

from dataclasses import dataclass
from typing import NamedTuple

from onrecord.cli.loading import Loader
from onrecord.options import Options
from onrecord.settings import Settings
from onrecord.stream import Answerer, reader
from onrecord.stream.lines import Line, members
from onrecord.strict_json import encode
from onrecord.types import Extractor


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
    found = Answerer(pipeline, reader(options)).answer(members(line))
    return Answered(encode(found) + b"\n", is_error="error" in found)
