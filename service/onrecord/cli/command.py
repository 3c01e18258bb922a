"""Arguments -> the command, its output and its exit status."""

from __future__ import annotations

import argparse
import hashlib
import io
import os
import re
import secrets
import sys
from collections.abc import Callable, Sequence
from dataclasses import replace
from enum import StrEnum
from pathlib import Path
from typing import TypeVar

from onrecord.cli import batch, explain, extract, serve
from onrecord.cli.answering import Work
from onrecord.cli.loading import Loader, load
from onrecord.document import html
from onrecord.document.offsets import OffsetUnit
from onrecord.errors import InvalidArticle, OnrecordError
from onrecord.options import DEFAULT_SECTIONS, OffsetsIn, Options, Section
from onrecord.settings import Settings
from onrecord.types import Article, QuotationType
from onrecord.version import __version__

OK, FAILED, INTERRUPTED = 0, 1, 130
"""Exit statuses; wrong usage is 2, as argparse has it."""

_LARGEST_PARTITION = 1_000_000_000

_E = TypeVar("_E", bound=StrEnum)


def main(argv: Sequence[str] | None = None, loader: Loader = load) -> int:
    """Run one command.

    Args:
        argv: the arguments; those of this process where None.
        loader: makes the pipeline.

    Returns:
        0 where it did what it was asked for, 1 where it could not, with one line on standard
        error. Wrong usage ends the process with 2.
    """
    for stream in (sys.stdout, sys.stderr):
        if isinstance(stream, io.TextIOWrapper):
            stream.reconfigure(encoding="utf-8")
    arguments = _parser().parse_args(argv)
    try:
        command: Callable[[argparse.Namespace, Loader], None] = arguments.command
        command(arguments, loader)
        sys.stdout.flush()
    except InvalidArticle as error:
        return _failed(f"{error.field} {error.detail}")
    except OnrecordError as error:
        return _failed(str(error))
    except BrokenPipeError:  # the reader of our output has seen enough, as `head` does
        os.dup2(os.open(os.devnull, os.O_WRONLY), sys.stdout.fileno())
    except KeyboardInterrupt:
        return INTERRUPTED
    return OK


def _failed(message: str) -> int:
    print(f"onrecord: {message}", file=sys.stderr)
    return FAILED


def _extract(arguments: argparse.Namespace, loader: Loader) -> None:
    settings = Settings.from_environment()
    article, reading = _article(arguments, settings), None
    if arguments.html:
        reading = html.read(article.text)
        article = replace(article, text=reading.text)
    options = extract.options_for(arguments.format, _options(arguments))
    answer = extract.answer(article, options, settings, loader, reading)
    extract.write(answer, arguments.format, article.text, sys.stdout)
    for warning in answer["meta"].get("warnings", ()):
        print(f"onrecord: warning: {warning['detail']}", file=sys.stderr)


def _explain(arguments: argparse.Namespace, loader: Loader) -> None:
    settings = Settings.from_environment()
    explain.write(_article(arguments, settings), settings, loader, sys.stdout)


def _batch(arguments: argparse.Namespace, loader: Loader) -> None:
    work = Work(Settings.from_environment(), _options(arguments), loader)
    batch.run(arguments.source, arguments.target, work, arguments.workers)


def _archive(arguments: argparse.Namespace, loader: Loader) -> None:
    from onrecord.archive.outputs import Form
    from onrecord.archive.run import run
    from onrecord.archive.work import Job
    from onrecord.bootstrap import versions

    settings, options = Settings.from_environment(), _options(arguments)
    places = arguments.source.resolve(), arguments.target.resolve()
    job = Job(*places, Form(arguments.format), options, settings, loader, versions())
    workers = arguments.workers or len(os.sched_getaffinity(0))
    run(job, arguments.partition_bytes, workers, arguments.address)


def _serve(arguments: argparse.Namespace, _: Loader) -> None:
    serve.run(arguments.bind, arguments.workers)


def _key(arguments: argparse.Namespace, _: Loader) -> None:
    key = secrets.token_urlsafe(32)
    print(f"key:     {key}")
    print(f"setting: {arguments.name}:{hashlib.sha256(key.encode()).hexdigest()}")


def _version(_: argparse.Namespace, __: Loader) -> None:
    print(f"onrecord {__version__}")


def _article(arguments: argparse.Namespace, settings: Settings) -> Article:
    text = extract.read(arguments.article, settings.max_characters)
    return Article(text, title=arguments.title, byline=arguments.byline)


def _options(arguments: argparse.Namespace) -> Options:
    return Options(
        include=arguments.include,
        types=arguments.types,
        min_confidence=arguments.min_confidence,
        offset_unit=OffsetUnit(arguments.offset_unit),
        offsets_in=OffsetsIn(getattr(arguments, "offsets_in", OffsetsIn.SOURCE)),
    )


def _parser() -> argparse.ArgumentParser:
    parser = argparse.ArgumentParser(
        prog="onrecord", description="Who said what in a news article, to its origin."
    )
    parser.add_argument("--version", action="version", version=f"onrecord {__version__}")
    commands = parser.add_subparsers(required=True, metavar="COMMAND")
    made = _add(commands, "extract", _extract, "print what one article holds, as the service does")
    _add_article(made)
    made.add_argument("--format", choices=extract.FORMATS, default="json")
    made.add_argument("--html", action="store_true", help="the article is HTML")
    made.add_argument(
        "--offsets-in",
        choices=[place.value for place in OffsetsIn],
        default="source",
        help="of HTML: its source (default), or the text that it shows",
    )
    _add_options(made)
    made = _add(commands, "batch", _batch, "read JSON lines, write one answer a line; resumes")
    made.add_argument("source", type=Path, metavar="IN.jsonl", help='lines {"id", "text"}')
    made.add_argument("target", type=Path, metavar="OUT.jsonl", help="answers, in the same order")
    made.add_argument("--workers", type=_positive, default=1, help="processes (default 1)")
    _add_options(made)
    _add_archive(commands)
    made = _add(commands, "serve", _serve, "answer over HTTP")
    made.add_argument("--bind", metavar="HOST:PORT", help="where to listen (default ONRECORD_BIND)")
    made.add_argument("--workers", type=_positive, help="processes (default ONRECORD_WORKERS)")
    made = _add(commands, "explain", _explain, "tell why each quotation got its speaker")
    _add_article(made)
    made = _add(commands, "key", _key, "make a key for callers of the service")
    made.add_argument("name", type=_key_name, help="whose it is: A-Z a-z 0-9 . _ -")
    _add(commands, "version", _version, "print the version")
    return parser


def _add_archive(commands: argparse._SubParsersAction[argparse.ArgumentParser]) -> None:
    text = "read an archive of any size on many workers; resumes"
    made = _add(commands, "archive", _archive, text)
    made.add_argument(
        "source", type=Path, metavar="IN", help="a .jsonl, .ndjson or .parquet, or a folder of them"
    )
    made.add_argument("target", type=Path, metavar="OUT", help="a folder for the answers")
    made.add_argument("--format", choices=("jsonl", "parquet"), default="jsonl")
    made.add_argument(
        "--workers", type=_positive, help="processes of this machine (default one a processor)"
    )
    made.add_argument("--address", help="a Dask scheduler, such as tcp://10.0.0.1:8786, instead")
    made.add_argument(
        "--partition-bytes",
        type=_bytes,
        default=4_000_000,
        help="input that is lost where a worker is lost, and done again (default 4000000)",
    )
    _add_options(made)


def _add(
    commands: argparse._SubParsersAction[argparse.ArgumentParser],
    name: str,
    command: Callable[[argparse.Namespace, Loader], None],
    text: str,
) -> argparse.ArgumentParser:
    made = commands.add_parser(name, help=text, description=text[0].upper() + text[1:] + ".")
    made.set_defaults(command=command)
    return made


def _add_article(made: argparse.ArgumentParser) -> None:
    made.add_argument(
        "article", metavar="ARTICLE", help="a file of UTF-8 text; - is standard input"
    )
    made.add_argument("--title", help="the headline")
    made.add_argument("--byline", help="who wrote it")


def _add_options(made: argparse.ArgumentParser) -> None:
    made.add_argument(
        "--include",
        type=_some_of(Section),
        default=DEFAULT_SECTIONS,
        metavar="A,B",
        help=f"some of {', '.join(Section)} (default the first three)",
    )
    made.add_argument(
        "--types",
        type=_some_of(QuotationType),
        default=frozenset(QuotationType),
        metavar="A,B",
        help=f"some of {', '.join(QuotationType)} (default all)",
    )
    made.add_argument("--min-confidence", type=_fraction, default=0.0, metavar="0..1")
    made.add_argument(
        "--offset-unit", choices=[unit.value for unit in OffsetUnit], default="codepoint"
    )


def _some_of(choices: type[_E]) -> Callable[[str], frozenset[_E]]:
    def some_of(value: str) -> frozenset[_E]:
        try:
            return frozenset(choices(name.strip()) for name in value.split(","))
        except ValueError as error:
            raise argparse.ArgumentTypeError(
                f"{value!r} is not some of {','.join(choices)}"
            ) from error

    return some_of


def _key_name(value: str) -> str:
    if re.fullmatch(r"[A-Za-z0-9._-]{1,64}", value) is None:
        raise argparse.ArgumentTypeError(f"{value!r} is not 1 to 64 of A-Z a-z 0-9 . _ -")
    return value


def _fraction(value: str) -> float:
    try:
        number = float(value)
    except ValueError:
        number = -1.0
    if not 0 <= number <= 1:
        raise argparse.ArgumentTypeError(f"{value!r} is no number from 0 to 1")
    return number


def _bytes(value: str) -> int:
    if not value.isdecimal() or not 1 <= int(value) <= _LARGEST_PARTITION:
        raise argparse.ArgumentTypeError(f"{value!r} is not 1 to {_LARGEST_PARTITION}")
    return int(value)


def _positive(value: str) -> int:
    if not value.isdecimal() or not 1 <= int(value) <= batch.MOST_WORKERS:
        raise argparse.ArgumentTypeError(f"{value!r} is not 1 to {batch.MOST_WORKERS}")
    return int(value)
