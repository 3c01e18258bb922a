"""`python -m training.tagger.predict ARTICLES.jsonl`: relations, as the PolNeAR scorer reads."""

from __future__ import annotations

import argparse
import json
import sys
from collections.abc import Iterator
from pathlib import Path
from typing import Any

from onrecord.document.paragraphs import split
from onrecord.quotations import find
from onrecord.tagging.learned.model import WEIGHTS, LearnedTagger
from onrecord.types import TextSpan


def main() -> None:
    """Run the command line: one article a line in, one line of attributions out."""
    parser = argparse.ArgumentParser(prog="training.tagger.predict", description=__doc__)
    parser.add_argument("articles", type=Path)
    parser.add_argument("--model", type=Path, default=WEIGHTS, help="folder of the tagger's files")
    parser.add_argument("--least", type=float, default=0.0, help="confidence of a relation")
    args = parser.parse_args()
    tagger = LearnedTagger.load(args.model)
    with args.articles.open(encoding="utf-8") as lines:
        for line in lines:
            article = json.loads(line)
            found = list(attributions(tagger, article["text"], args.least))
            print(json.dumps({"id": article["id"], "attributions": found}), file=sys.stdout)


def attributions(tagger: LearnedTagger, text: str, least: float = 0.0) -> Iterator[dict[str, Any]]:
    """The relations of a text with a confidence of `least` or more, as the scorer reads them."""
    paragraphs = split(text)
    for relation in tagger.tag(text, paragraphs, find(text, paragraphs)).relations:
        if relation.confidence < least:
            continue
        yield {
            "source": _pairs(relation.source),
            "cue": _pairs(relation.cue),
            "content": [pair for piece in relation.content for pair in _pairs(piece)],
        }


def _pairs(span: TextSpan | None) -> list[list[int]]:
    return [[span.start, span.end]] if span else []


if __name__ == "__main__":
    main()
