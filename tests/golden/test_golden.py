"""Golden cases: whole articles and single sentences with all that must be found in them."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest

from evaluation.agreement import alternatives, words
from evaluation.golden import FIELDS, KINDS, Item, items, read
from onrecord.types import Extraction, HopRelation, QuotationType

CASES = read(Path(__file__).parent / "cases")

MOST_PARTS = 6
"""Parts that a quotation of these cases has at the most."""

each_case = pytest.mark.parametrize("case", [pytest.param(c, id=c["name"]) for c in CASES])


def expectations() -> list[Any]:
    return [pytest.param(i, id=i.name, marks=marks(i)) for case in CASES for i in items(case)]


def marks(item: Item) -> list[pytest.MarkDecorator]:
    return [pytest.mark.xfail(strict=True, reason=item.reason)] if item.reason else []


@pytest.mark.model
@pytest.mark.parametrize("expected", expectations())
def test_golden(expected: Item, extract: Callable[[str, str | None], Extraction]) -> None:
    faults = expected.check(extract(expected.case["text"], expected.case.get("title")))
    assert not faults, "\n".join(faults)


@each_case
def test_a_case_speaks_of_its_own_text(case: dict[str, Any]) -> None:
    text = case["text"]
    for quote in case["quotes"]:
        assert quote["type"] in set(QuotationType)
        assert stretches(quote["text"], text) <= MOST_PARTS, quote["text"]
        spans = (s for f in FIELDS[3:7] for s in alternatives(quote.get(f)) if s)
        assert [s for s in spans if s not in text] == []
    for attribution in case["attributions"]:
        assert stretches(attribution["content"], text) <= MOST_PARTS, attribution["content"]
        relations = {r for hop in attribution["chain"] for r in alternatives(hop["relation"])}
        assert relations <= set(HopRelation)
    assert [s for s in case["nothing"] if s not in text] == []


@each_case
def test_a_known_failure_has_a_reason_and_is_about_an_expectation(case: dict[str, Any]) -> None:
    about = {
        "quote": [q["text"] for q in case["quotes"]],
        "chain": [a["content"] for a in case["attributions"]],
        "nothing": case["nothing"],
    }
    for failure in case.get("known_failures", ()):
        (kind,) = set(failure) & set(KINDS)
        assert failure["reason"]
        assert failure.get("field", "type") in FIELDS
        assert any(text.startswith(failure[kind]) for text in about.get(kind, [failure[kind]]))


def test_names_of_cases_are_unique() -> None:
    names = [case["name"] for case in CASES]
    assert len(set(names)) == len(names)


def stretches(text: str, among: str) -> int:
    """In how many stretches of another text the words stand, each taken as long as can be."""
    left, place, count = words(text), f" {' '.join(words(among))} ", 0
    while left:
        fitting = (n for n in range(len(left), 0, -1) if f" {' '.join(left[:n])} " in place)
        length = next(fitting, 0)
        if not length:
            return MOST_PARTS + 1
        left, count = left[length:], count + 1
    return count
