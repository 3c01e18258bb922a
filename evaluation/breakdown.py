"""`python -m evaluation.breakdown SHARED RESPONSES.jsonl`: PolNeAR by publisher and by month.

RESPONSES are what `onrecord batch --include quotes,attributions,speakers,relations` answered to
`polnear/dev.jsonl`. What an article's house or date changes shows here: the articles that were
trained on end in the month before most of these.
"""

from __future__ import annotations

import argparse
import json
import sys
from collections.abc import Callable, Iterator, Sequence
from pathlib import Path
from tempfile import TemporaryDirectory

from evaluation.corpora import CORPORA, Data, Json, read, write
from evaluation.errors import EvaluationError
from evaluation.figures import FIGURES
from evaluation.processes import script

POLNEAR = CORPORA["polnear"]
BY: dict[str, Callable[[Json], str]] = {
    "publisher": lambda article: str(article["publisher"]),
    "month": lambda article: str(article["date"])[:7],
}
"""What articles are parted by."""

SHOWN = tuple(figure for figure in FIGURES["polnear"] if figure.label.endswith("F1"))


def main() -> int:
    """Run the command line; the exit status."""
    parser = argparse.ArgumentParser(prog="evaluation.breakdown", description=__doc__)
    parser.add_argument("shared", type=Path, help="folder with data/ and evaluate/")
    parser.add_argument("responses", type=Path, help="answers of `onrecord batch`, JSON lines")
    given = parser.parse_args()
    try:
        print("\n".join(table(Data(given.shared), given.responses)))
    except EvaluationError as error:
        print(f"evaluation.breakdown: {error}", file=sys.stderr)
        return 1
    return 0


def table(data: Data, responses: Path) -> Iterator[str]:
    """The figures of each part of the articles, in Markdown.

    Raises:
        EvaluationError: where a file is missing or a scorer fails.
    """
    articles = list(read(data.gold(POLNEAR)))
    with TemporaryDirectory() as folder:
        predictions = Path(folder, "predictions.jsonl")
        gold = str(data.gold(POLNEAR))
        script(data.adapter(), POLNEAR.scored_as, str(responses), str(predictions), gold)
        predicted = list(read(predictions))
        yield f"| | articles | {' | '.join(figure.label for figure in SHOWN)} |"
        yield f"|---|---{'|---' * len(SHOWN)}|"
        for part in BY.values():
            for name in sorted({part(article) for article in articles}):
                chosen = [article for article in articles if part(article) == name]
                result = _scored(data, chosen, predicted, Path(folder))
                cells = (figure.of(result) for figure in SHOWN)
                told = " | ".join("-" if cell is None else f"{cell:.1f}" for cell in cells)
                yield f"| {name} | {len(chosen)} | {told} |"


def _scored(data: Data, chosen: Sequence[Json], predicted: Sequence[Json], folder: Path) -> Json:
    """What the scorer says of some of the articles."""
    ids = {article["id"] for article in chosen}
    gold, ours = folder / "gold.jsonl", folder / "ours.jsonl"
    write(gold, list(chosen))
    write(ours, [answer for answer in predicted if answer["id"] in ids])
    result: Json = json.loads(script(data.scorer(POLNEAR), str(gold), str(ours), "--json"))
    return result


if __name__ == "__main__":
    sys.exit(main())
