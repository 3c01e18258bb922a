"""The README of a corpus gives the figures of other systems."""

from __future__ import annotations

import pytest

from evaluation import peers
from evaluation.figures import Figure

TABLES = """
# Mill news

| file | articles |
| --- | ---: |
| dev.jsonl | 84 |

## What others score (%)

| | source / cue | attribution |
|---|---|---|
| Quill 2.0 `find` (raises on 3 articles) | 18.1 / 21.9 | 16.5 |
| the same, slowly | 26.1 / n.a. | – |
"""

PROSE = """
# Mill news

Fires F1 99.0 before.

## What others score (%)

Quill 2.0 `find`, line by line, on dev: mills F1
27.5 (45.1 with barns), right miller F1 8.3.

## Thanks

Fires F1 12.0 after.
"""

SOURCE = Figure("source", (), "source / cue", 0)
CUE = Figure("cue", (), "source / cue", 1)
ATTRIBUTION = Figure("attribution", (), "attribution")


def test_a_row_is_a_peer_named_without_marks_and_brackets() -> None:
    quill = peers.read(TABLES)[1]
    assert quill.name == "Quill 2.0 find"
    assert quill.figure(ATTRIBUTION) == 16.5


def test_the_same_stands_for_the_name_of_the_row_before() -> None:
    assert peers.read(TABLES)[2].name == "Quill 2.0 find, slowly"


def test_a_cell_may_hold_several_figures() -> None:
    quill = peers.read(TABLES)[1]
    assert (quill.figure(SOURCE), quill.figure(CUE)) == (18.1, 21.9)


@pytest.mark.parametrize(
    "figure",
    [
        pytest.param(ATTRIBUTION, id="a dash"),
        pytest.param(CUE, id="words"),
        pytest.param(Figure("third", (), "source / cue", 2), id="no such part"),
        pytest.param(Figure("other", (), "no such column"), id="no such column"),
        pytest.param(Figure("ours", ()), id="a figure that no peer has"),
    ],
)
def test_what_cannot_be_read_is_no_figure(figure: Figure) -> None:
    assert peers.read(TABLES)[2].figure(figure) is None


def test_a_section_without_a_table_is_one_peer_whose_figures_stand_in_its_sentences() -> None:
    (quill,) = peers.read(PROSE)
    assert quill.name == "Quill 2.0 find"
    assert quill.figure(Figure("mills", (), "mills F1")) == 27.5
    assert quill.figure(Figure("miller", (), "right miller F1")) == 8.3


def test_sentences_outside_that_section_give_no_figure() -> None:
    (quill,) = peers.read(PROSE)
    assert quill.figure(Figure("fires", (), "Fires F1")) is None


def test_the_best_peer_is_the_one_with_the_highest_figure() -> None:
    found = peers.read(TABLES)
    assert peers.best(found, peers.anyone, SOURCE) == (26.1, "Quill 2.0 find, slowly")
    assert peers.best(found, peers.textacy, SOURCE) is None


def test_a_peer_measured_on_some_stories_says_on_how_many() -> None:
    (peer,) = peers.read("| system | stories | F1 |\n|---|---|---|\n| Oracle 3 | 4 | 9.1 |")
    assert peer.label == "Oracle 3 (4 stories)"


@pytest.mark.parametrize("name", ["Gender Gap Tracker", "tracker"])
def test_the_tracker_goes_by_two_names(name: str) -> None:
    assert peers.tracker(peers.Peer(name))


def test_a_readme_without_figures_has_no_peers() -> None:
    assert peers.read("# Mill news\n\nNothing yet.\n") == ()
