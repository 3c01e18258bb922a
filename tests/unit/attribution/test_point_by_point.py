"""Points of a list in paragraphs of their own."""

from __future__ import annotations

from onrecord.attribution import Scene, assemble
from onrecord.types import Statement
from tests.parses import parsed, strings, tagged


def stated(text: str) -> tuple[tuple[Statement, ...], str]:
    built = parsed(text)
    scene = Scene(built, strings(built), tagged(text))
    return assemble(scene, ()), built.text


def test_each_point_is_a_quotation_that_follows_the_first() -> None:
    made, text = stated(
        "Among the recommendations of the audit: ¶ • Close the yard. ¶ • Sell the boats. "
        "¶ The clerk slept."
    )
    assert [[p.of(text) for p in s.parts] for s in made] == [["Close the yard"], ["Sell the boats"]]
    assert [s.follows for s in made] == [None, 0]
    assert made[0].source is not None
    assert made[1].source is None
    assert made[1].cue is None


def test_what_stands_between_points_does_not_part_them() -> None:
    made, text = stated(
        "The audit found that: ¶ - The books were open. ¶ - Loy told auditors that he lost the "
        "key. ¶ - The clerk lied."
    )
    assert [s.parts[0].of(text) for s in made] == [
        "The books were open",
        "he lost the key",
        "The clerk lied",
    ]
    assert [s.follows for s in made] == [None, None, 0]


def test_points_of_one_paragraph_are_one_quotation() -> None:
    made, _ = stated(
        "The inspectors made three findings: the roof leaked; the alarm was off; and the doors "
        "were locked."
    )
    assert [s.follows for s in made] == [None]
