"""`python -m evaluation.ablation WITHOUT batch …`: the command line with parts switched off.

For measuring what each part gives, as the program under test of `python -m evaluation`:

    python -m evaluation DATA --command "python -m evaluation.ablation reports,tagger,ranker"
"""

from __future__ import annotations

import sys
from collections.abc import Sequence
from dataclasses import replace
from functools import partial
from unittest.mock import patch

from onrecord import attribution, confidence, tagging
from onrecord.bootstrap import load_parser, load_tagger
from onrecord.cli.command import main as command_line
from onrecord.deadline import NEVER, Deadline
from onrecord.pipeline import Pipeline
from onrecord.settings import Settings
from onrecord.tagging.learned.model import LearnedTagger
from onrecord.types import QuotedString, Tagging, TextSpan

PARTS = ("reports", "tagger", "ranker")
"""What can be missing: the reports that cues and the parse tell of, the relations of the tagger
(names stay), and the weights of the ranker: the first candidate wins, every string is speech."""


ALL_IS_SPEECH = {"no speech": -9.0}
"""Weights by which every string is speech, and no candidate better than another."""


class NamesAlone(LearnedTagger):
    """The tagger that ships, silent on relations."""

    def tag(
        self,
        text: str,
        paragraphs: Sequence[TextSpan],
        strings: Sequence[QuotedString],
        deadline: Deadline = NEVER,
    ) -> Tagging:
        """The names of a text."""
        return replace(super().tag(text, paragraphs, strings, deadline), relations=())


def load(without: frozenset[str], settings: Settings) -> Pipeline:
    """The pipeline without some of its `PARTS`; the calibration is that of the whole."""
    parser, _ = load_parser(settings.spacy_model)
    ranker = attribution.load()
    shipped = ranker.version
    if "ranker" in without:
        ranker = replace(ranker, weights=ALL_IS_SPEECH)
    tagger = NamesAlone.load() if "tagger" in without else load_tagger()
    calibration = confidence.load(shipped, tagger.version)
    return Pipeline(parser, tagger, ranker, calibration, f"without {', '.join(sorted(without))}")


def main(arguments: Sequence[str]) -> int:
    """Run the command line; the exit status."""
    without = frozenset(arguments[0].split(",")) if arguments else frozenset()
    if not without or not without <= set(PARTS):
        print(f"evaluation.ablation: say what to leave out: {', '.join(PARTS)}", file=sys.stderr)
        return 2
    loader = partial(load, without)
    if "reports" not in without:
        return command_line(arguments[1:], loader)
    with patch.object(tagging, "tag", return_value=()):
        return command_line(arguments[1:], loader)


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
