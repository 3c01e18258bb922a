"""What the narrator puts in amid a quotation."""

from __future__ import annotations

import pytest

from onrecord.attribution.asides import in_aside, is_interrupted
from onrecord.types import Construction
from tests.unit.attribution.scenes import document, report, scene

TAG = "Ada/PROPN/nsubj/said said=say/VERB ."


def interrupted(text: str, *, tagged: bool = True) -> tuple[bool, bool]:
    built = document(text)
    tags = [report(built, "said", "Ada", construction=Construction.TAG)] if tagged else []
    seen = scene(built, *tags)
    return is_interrupted(seen, 0), is_interrupted(seen, 1)


@pytest.mark.parametrize(
    "gap",
    [
        "— she/PRON points/VERB:VBZ out —",
        "– which opened/VERB:VBD in May –",
        "( he points=point/VERB:VBZ out )",
    ],
)
def test_dashes_and_brackets_set_it_off(gap: str) -> None:
    assert interrupted(f"“ If they come ” {gap} “ we stay , ” {TAG}") == (True, True)


def test_a_deed_that_reports_nothing_stands_between_commas() -> None:
    deed = "she/PRON paused=pause/VERB:VBD ,"
    assert interrupted(f"“ I think , ” {deed} “ that we stay , ” {TAG}") == (True, True)
    assert interrupted(f"“ I think , ” {deed} “ we stay . ”", tagged=False) == (False, False)
    for other in (
        "she/PRON added=add/VERB:VBD ,",
        "and paused=pause/VERB:VBD ,",
        "she/PRON paused=pause/VERB:VBD",
        "she/PRON ,",
    ):
        assert interrupted(f"“ I think , ” {other} “ that we stay , ” {TAG}") == (False, False)


@pytest.mark.parametrize(
    "text",
    [
        # a sentence ends, or begins
        f"“ They come . ” — it rained/VERB — “ we stay , ” {TAG}",
        f"“ They come ” — it rained/VERB — “ We stay , ” {TAG}",
        # a word of a reported clause
        f"“ plan ” — which failed/VERB — “ was mine , ” {TAG}",
        # no dash on the other side
        f"“ They come ” and it rained/VERB — “ we stay , ” {TAG}",
    ],
)
def test_what_is_no_aside(text: str) -> None:
    assert interrupted(text) == (False, False)


def test_a_report_in_it_is_no_tag() -> None:
    built = document(f"“ If they come ” — she/PRON points=point/VERB out — “ we stay , ” {TAG}")
    tag = report(built, "said", "Ada", construction=Construction.TAG)
    deed = report(built, "points", "she", lemma="point")
    seen = scene(built, deed, tag)

    assert in_aside(seen, 0, deed) and in_aside(seen, 1, deed)
    assert not in_aside(seen, 1, tag)
