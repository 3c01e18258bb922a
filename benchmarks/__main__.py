"""All of it: `python -m benchmarks [ARTICLES.jsonl]`; figures as JSON and as a table."""

from __future__ import annotations

import argparse
import json
import platform
import subprocess
import sys
import tempfile
from pathlib import Path
from typing import Any

from benchmarks import archive, engines, service
from benchmarks.articles import articles
from benchmarks.measure import cores, pin
from benchmarks.report import table
from onrecord.strict_json import encode
from onrecord.version import __version__

Json = dict[str, Any]

_HERE = "import json, sys; from benchmarks.engines import started; "
_COLD = _HERE + "print(json.dumps(started(sys.stdin.read())))"


def main() -> None:
    """Measure, write, and print."""
    parser = argparse.ArgumentParser(prog="benchmarks", description="speed, memory and load")
    parser.add_argument("articles", type=Path, nargs="?", help="JSON lines; made up without")
    parser.add_argument("--number", type=int, default=40, help="articles (default 40)")
    parser.add_argument("--words", type=int, default=500, help="of made-up ones (default 500)")
    parser.add_argument("--rounds", type=int, default=5, help="of each engine (default 5)")
    parser.add_argument("--seconds", type=float, default=20, help="of each load (default 20)")
    parser.add_argument("--most", type=int, default=1_000, help="articles one after another")
    parser.add_argument("--archived", type=int, default=300, help="articles of the archive")
    parser.add_argument("--seed", type=Path, help="an article of plain text, for one client")
    parser.add_argument("--out", type=Path, default=Path("build/bench"))
    given = parser.parse_args()
    with tempfile.TemporaryDirectory() as folder:
        place = Path(folder, "articles.jsonl")
        found = _articles(given)
        place.write_bytes(b"".join(encode(article) + b"\n" for article in found))
        figures = _measured([article["text"] for article in found], place, given)
    given.out.mkdir(parents=True, exist_ok=True)
    (given.out / "figures.json").write_text(json.dumps(figures, indent=2) + "\n")
    (given.out / "figures.md").write_text(table(figures))
    print(table(figures))


def _articles(given: argparse.Namespace) -> list[Json]:
    if given.articles is None:
        return list(articles(given.number, given.words))
    lines = given.articles.read_text("utf-8").splitlines()[: given.number]
    read = (json.loads(line) for line in lines)
    return [{"id": f"a{n}", "text": article["text"]} for n, article in enumerate(read)]


def _measured(texts: list[str], place: Path, given: argparse.Namespace) -> Json:
    everywhere = {*cores()}
    pin(cores()[:1])
    cold = subprocess.run(
        [sys.executable, "-c", _COLD], input=texts[0], text=True, capture_output=True, check=True
    )
    compared = engines.compared(texts, given.rounds)
    short = " ".join(texts[0].split()[:200])
    grown = engines.growth(short, given.most)
    pin(everywhere)
    seed = given.seed.read_text("utf-8") if given.seed else None
    library = compared["onrecord"]["words_a_second"]
    return {
        "version": __version__,
        "python": platform.python_version(),
        "machine": platform.machine(),
        "articles": len(texts),
        "words": sum(map(engines.words, texts)),
        "start": json.loads(cold.stdout),
        "engines": compared,
        "growth": grown,
        "service": service.loaded(place, given.seconds, library, seed),
        "memory": service.remembered(place),
        "archive": archive.scaled(given.archived, given.words),
    }


if __name__ == "__main__":
    main()
