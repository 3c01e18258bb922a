"""Reports without any cue."""

from __future__ import annotations

import pytest

from tests.parses import report, tagged

LABELS = [
    ("Orla Fenn: “We stop when it rains.”", "Orla Fenn"),
    ("“We stop when it rains.” — Orla Fenn, engineer", "Orla Fenn"),
    ("“We stop when it rains”: Fenn on bridges", "Fenn"),
    ("@bridgewatcher: “Shut again.”", "@bridgewatcher"),
]


@pytest.mark.parametrize(("text", "source"), LABELS)
def test_a_label_names_the_speaker(text: str, source: str) -> None:
    assert report(text, None)["source"] == source


def test_the_platform_behind_a_handle_is_the_medium() -> None:
    assert report("@bridgewatcher on Perch: “Shut again.”", None)["medium"] == "on Perch"


NO_LABELS = [
    "“We stop when it rains.” – and then it rained.",
    "“We stop.” (",
    "Shut: “no”",
    "Very late: “no more of this now.”",
    "“We stop when it rains.” — all of",
    "“We stop when it rains.” –",
    "“We stop when it rains”: it is over.",
]


@pytest.mark.parametrize("text", NO_LABELS)
def test_what_is_no_label(text: str) -> None:
    assert not [r for r in tagged(text) if r.evidence.startswith("the name")]
