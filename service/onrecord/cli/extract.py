"""`onrecord extract`: one article in, its answer out as JSON, text, CSV or JSON-LD."""

from __future__ import annotations

import json
import sys
import time
from dataclasses import replace
from pathlib import Path
from typing import TextIO

from onrecord.cli import tables
from onrecord.cli.errors import CommandError
from onrecord.cli.loading import Loader
from onrecord.document.article import check
from onrecord.document.html import Reading
from onrecord.document.offsets import OffsetUnit
from onrecord.errors import NotUtf8
from onrecord.options import OffsetsIn, Options, Section
from onrecord.rendering import Json, article_id, render
from onrecord.representations import jsonld, table
from onrecord.settings import Settings
from onrecord.strict_json import decode
from onrecord.types import Article

FORMATS = ("json", "text", "csv", "jsonld")

_LONGEST_CODE = 4


def read(place: str, limit: int) -> str:
    """The text of an article, exactly as it is stored.

    Args:
        place: path of a file, or `-` for standard input.
        limit: most characters that will be accepted; little more than that is read.

    Raises:
        CommandError: where it cannot be read, or is not UTF-8.
    """
    most = limit * _LONGEST_CODE + 1
    try:
        if place == "-":
            raw = sys.stdin.buffer.read(most)
        else:
            with Path(place).open("rb") as file:
                raw = file.read(most)
        if len(raw) == most:
            raise CommandError(f"{place}: is longer than {limit:,} characters")
        return decode(raw)
    except OSError as error:
        raise CommandError(f"{place}: {error.strerror or error}") from error
    except NotUtf8 as error:
        raise CommandError(f"{place}: {error}") from error


def answer(
    article: Article,
    options: Options,
    settings: Settings,
    loader: Loader,
    reading: Reading | None = None,
) -> Json:
    """The answer to one article; whether it can be read is looked at before models are loaded.

    Args:
        reading: of the HTML whose text the article is, where it is.
    """
    check(article, settings.max_characters)
    pipeline = loader(settings)
    started = time.perf_counter()
    extraction = pipeline.extract(article, explain=options.explain)
    elapsed = time.perf_counter() - started
    source = article.text if reading is None else reading.source
    return render(extraction, options, article_id(source), elapsed, reading)


def options_for(form: str, options: Options) -> Options:
    """The options that a form needs: linked data counts code points of the text."""
    if form != "jsonld":
        return options
    include = options.include | {Section.QUOTES}
    return replace(
        options,
        include=include,
        offset_unit=OffsetUnit.CODEPOINT,
        offsets_in=OffsetsIn.TEXT,
    )


def write(answered: Json, form: str, text: str, out: TextIO) -> None:
    """Write an answer, to an article of this text, in one of `FORMATS`."""
    if form == "jsonld":
        answered = jsonld.document(answered, text)
    if form in {"json", "jsonld"}:
        json.dump(answered, out, ensure_ascii=False, indent=2)
        out.write("\n")
    elif form == "csv":
        table.write_csv(answered, out)
    else:
        tables.write_text(answered, out)
