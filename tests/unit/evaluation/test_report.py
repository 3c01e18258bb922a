"""One table, our figures first."""

from __future__ import annotations

from pathlib import Path

from evaluation.engine import Answers
from evaluation.peers import Peer
from evaluation.report import Measured, markdown, record, table

SCORE = {
    "attribution": {"f1": 0.5},
    "direct detection": {"p": 0.981, "r": None, "f1": 0.90006},
}
PEERS = (
    Peer("Gender Gap Tracker", {"attribution": "41.6", "direct detection": "88.1"}),
    Peer("textacy 1, whole", {"attribution": "16.5", "direct detection": "66.0"}),
    Peer("Oracle", {"attribution": "60.1", "direct detection": "–"}),
)


def measured(baseline: dict[str, object] | None = None) -> Measured:
    answers = Answers(Path("a"), Path("r"), 3, 2, 61.4, {"version": "9.9"})
    return Measured("polnear", answers, SCORE, baseline, PEERS)


def row(text: str, label: str) -> list[str]:
    line = next(line for line in text.splitlines() if line.strip().startswith(label))
    return line.strip().removeprefix(label).split()


def test_a_row_gives_our_figure_then_each_peer_then_the_best() -> None:
    text = table([measured()])
    assert row(text, "attribution, F1") == ["50.0", "16.5", "41.6", "60.1", "Oracle"]
    assert row(text, "direct detection, F1") == [
        *("90.0", "66.0", "88.1", "88.1"),
        *("Gender", "Gap", "Tracker"),
    ]


def test_a_figure_that_nobody_has_is_a_dash() -> None:
    assert row(table([measured()]), "direct detection, R") == ["-", "-", "-", "-"]


def test_the_live_baseline_has_a_column_only_where_it_was_run() -> None:
    assert "textacy, now" not in table([measured()])
    live = table([measured({"attribution": {"f1": 0.2}})])
    assert "textacy, now" in live
    assert row(live, "attribution, F1")[:3] == ["50.0", "20.0", "16.5"]


def test_the_table_says_how_many_articles_were_answered_and_how_long_it_took() -> None:
    assert "polnear, 2 of 3 articles answered, 61 s" in table([measured()])


def test_the_record_holds_the_figures_and_all_that_the_scorer_said() -> None:
    kept = record([measured()])["polnear"]
    assert kept["figures"]["direct detection, F1"] == 90.006
    assert kept["score"] == SCORE
    assert (kept["articles"], kept["answered"]) == (3, 2)
    assert kept["about"] == {"version": "9.9"}


def test_as_markdown_every_corpus_has_a_table_of_its_own() -> None:
    lines = markdown([measured()]).splitlines()
    assert lines[0] == "polnear, 2 of 3 articles answered, 61 s"
    assert lines[2] == "|  | onrecord | textacy | Gender Gap Tracker | best of the README |"
    assert lines[3] == "| --- | ---: | ---: | ---: | --- |"
    assert "| attribution, F1 | 50.0 | 16.5 | 41.6 | 60.1 Oracle |" in lines
