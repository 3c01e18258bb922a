from __future__ import annotations

import json
import os
import subprocess
import sys
from collections import Counter
from pathlib import Path
from typing import Any

import pytest

from benchmarks import kills, measure, stages, window
from benchmarks.articles import article, articles
from benchmarks.report import table


def test_articles_are_the_same_every_time_and_differ_from_each_other() -> None:
    made = list(articles(20, 90))
    assert made == list(articles(20, 90))
    assert len({a["text"] for a in made}) == 20
    assert [a["id"] for a in made[:2]] == ["n0", "n1"]


@pytest.mark.parametrize("words", [1, 100, 1_000])
def test_articles_are_about_as_long_as_wanted(words: int) -> None:
    assert words <= len(article(7, words)["text"].split()) <= words + 80


def test_quantiles_are_of_what_was_seen() -> None:
    seen = measure.quantiles([n / 1000 for n in range(101)])
    assert seen == {"p50_ms": 50.0, "p95_ms": 95.0, "p99_ms": 99.0}
    assert measure.quantiles([]) == {}


def test_what_an_action_takes_of_processor_and_clock() -> None:
    took = measure.spent(lambda: sum(range(100_000)))
    assert took.processor > 0
    assert took.clock > 0


def test_memory_and_processor_time_of_a_process() -> None:
    sizes = measure.memory(os.getpid())
    assert 0 < sizes["uss"] <= sizes["pss"] <= sizes["rss"]
    assert measure.processor(os.getpid()) > 0
    with subprocess.Popen([sys.executable, "-c", "input()"], stdin=subprocess.PIPE) as child:
        assert child.pid in measure.children(os.getpid())
        child.kill()
    assert measure.processor(child.pid) == 0


def step(**members: Any) -> dict[str, Any]:
    made = {"answers_a_second": 9.0, "p50_ms": 50, "p95_ms": 90, "p99_ms": 100, "errors": 0}
    return {**made, "refused": 0, "health_p99_ms": 4.0, **members}


def test_the_table_tells_figures_and_targets() -> None:
    engine = {"words_a_second": 5_000, "ms_an_article": 9.0, "onrecord_is_times": 1.6}
    grown = {"1x": 100.0, "64x": 130.0}
    figures = {
        "version": "1",
        "python": "3",
        "machine": "x",
        "articles": 1,
        "words": 9,
        "start": {"load_s": 3, "cold_ms": 200, "warm_ms": 50},
        "engines": dict.fromkeys(("spaCy", "textacy", "onrecord"), engine),
        "growth": {
            "ms_a_thousand_words_by_length": grown,
            "ms_a_thousand_words_by_number": {"1": 300.0, "10": 100.0, "100": 110.0},
            "mb_by_number": {"1": 400.0, "10": 401.5, "100": 402.0},
        },
        "archive": {"words_a_second_by_workers": {"1": 4000, "2": 7600}, "two_are_times_one": 1.9},
        "service": {
            "clients": {"1": step(of_the_library=0.9)},
            "at_80_percent": step(of_the_library=0.9),
            "flooded": step(refused=7),
            "seed": step(words=900, p50_ms=200),
        },
        "memory": {"ready_s": 5, "worker_mb": 500.0, "second_worker_mb": 160.0},
    }
    told = table(figures)
    assert "| spaCy | 5,000 | 9.0 | 1.60x |" in told
    assert "| 64, queue of 4 | 9.0 | 50 | 90 | 100 | 7 | 0 | 4.0 | - |" in told
    assert "| megabytes | 400.0 | 401.5 | 402.0 |" in told
    assert "| words a second | 4,000 | 7,600 |" in told
    met = {line.split(" | ")[0]: line.endswith("| yes |") for line in told.splitlines()[-12:]}
    assert met["| onrecord >= 1.5x spaCy"]
    assert met["| p99 <= 3x p50 at 80 % load"]
    assert not met["| 64x as long <= 1.2x a word"]
    assert not met["| second worker <= 150 MB"]
    assert met["| the last of many articles <= 1.2x a word"]
    assert met["| archive on 2 workers >= 1.8x one"]
    assert not met["| article of 900 words, one client: p50 <= 60 ms"]


def test_a_lost_or_doubled_article_is_seen(tmp_path: Path) -> None:
    (tmp_path / "errors").mkdir()
    for name, ids in (("part-1", ("n0", "n1")), ("part-2", ("n1",))):
        lines = "".join(json.dumps({"id": i}) + "\n" for i in ids)
        (tmp_path / f"{name}.jsonl").write_text(lines)
    proof = kills.Proof(tmp_path, tmp_path)
    expected = Counter(["n0", "n1", "n2"])
    judged = kills._judged(proof, expected)
    assert (judged["lost"], judged["doubled"], judged["holds"]) == (1, 1, False)
    assert kills._judged(proof, Counter(["n0", "n1", "n1"]))["holds"]


def test_a_partition_that_is_written_again_is_seen(tmp_path: Path) -> None:
    proof, part = kills.Proof(tmp_path, tmp_path), tmp_path / "part-1.jsonl"
    part.touch()
    kills._watch(proof)
    kills._watch(proof)
    assert proof.done_again == 0
    other = tmp_path / "other"
    other.touch()
    other.replace(part)
    kills._watch(proof)
    assert proof.done_again == 1


def test_stages_are_timed_in_turns_and_what_is_left_is_the_others() -> None:
    read: list[str] = []
    names = (stages.BARE, stages.WHOLE, stages.PARSE, stages.TAGGER)
    engines = {name: lambda text, name=name: read.append(name + text) for name in names}
    seconds = stages.timed(engines, ["1", "2"], rounds=3)
    assert read == [name + text for name in names for text in "12"] + [
        name + text for _ in range(3) for name in names for text in "12"
    ]
    assert set(map(len, seconds.values())) == {3}


def test_stages_are_told_beside_bare_spacy() -> None:
    seconds = {stages.BARE: [2.0, 4.0, 2.0], stages.WHOLE: [1.0, 2.0, 3.0]}
    assert list(stages.table(seconds, 1_000_000))[2:] == [
        "| bare spaCy | 2 | 1.00 |",
        "| onrecord | 2 | 0.50 |",
    ]


def test_a_window_is_full_and_read_every_round() -> None:
    read: list[tuple[int, ...]] = []

    def network(inputs: Any) -> Any:
        read.append(inputs.shape)

    assert window.milliseconds(network, rounds=3) >= 0  # type: ignore[arg-type]
    assert read == [(4, 256)] * 4
