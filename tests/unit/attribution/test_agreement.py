"""What the tagger says for and against the candidates of a string."""

from __future__ import annotations

from dataclasses import replace

import pytest

from onrecord.attribution.agreement import (
    PREFIX,
    follow_agreement,
    none_agreement,
    report_agreement,
)
from onrecord.attribution.scene import Scene
from onrecord.types import (
    Construction,
    QuotedString,
    RelationKind,
    Report,
    TaggedRelation,
    TextSpan,
)
from tests.build import document, span

BUILT = document(
    "“ No lamps ” she/PRON/nsubj/said said=say/VERB . “ None at all . ” Tom/PROPN left/VERB ."
)
FIRST, SECOND = span(BUILT, "No lamps"), span(BUILT, "None at all.")
SHE, SAID, TOM = span(BUILT, "she"), span(BUILT, "said"), span(BUILT, "Tom")
STRINGS = tuple(
    QuotedString((words,), TextSpan(words.start - 1, words.end + 1)) for words in (FIRST, SECOND)
)
REPORT = Report(Construction.TAG, SAID, "say", SHE, (), TextSpan(0, len(BUILT.text)), tagged=0)


def relation(*content: TextSpan, source: TextSpan | None = SHE) -> TaggedRelation:
    chances = (("source", 0.9), ("cue", 0.9), ("content", 0.9))
    return TaggedRelation(source, SAID, content, RelationKind.SPEECH, 0.9, chances)


def scene(*tagged: TaggedRelation) -> Scene:
    return Scene(BUILT, STRINGS, (REPORT,), tagged)


def names(features: dict[str, float]) -> set[str]:
    assert all(name.startswith(PREFIX) for name in features)
    return {name.removeprefix(PREFIX) for name in features}


def test_a_relation_holds_a_string_of_which_it_has_half_or_more() -> None:
    half = TextSpan(FIRST.start, FIRST.start + 4)
    less = TextSpan(FIRST.start, FIRST.start + 3)
    assert scene(relation(half)).holders == (0, None)
    assert scene(relation(less)).holders == (None, None)


def test_the_relation_that_has_most_of_a_string_holds_it() -> None:
    half = TextSpan(FIRST.start, FIRST.start + 4)
    assert scene(relation(half), relation(FIRST)).holders == (1, None)


def test_a_relation_with_several_pieces_holds_several_strings() -> None:
    assert scene(relation(FIRST, SECOND)).holders == (0, 0)


def test_a_report_with_the_cue_and_source_of_the_relation() -> None:
    found = names(report_agreement(scene(relation(FIRST)), 0, REPORT))
    assert found == {"the relation has this cue", "the relation has this source"}


@pytest.mark.parametrize(
    ("source", "name"),
    [(TOM, "the relation has another source"), (None, "the relation has no source, tag")],
)
def test_a_report_with_another_source(source: TextSpan | None, name: str) -> None:
    other = replace(REPORT, tagged=None)
    assert names(report_agreement(scene(relation(FIRST, source=source)), 0, other)) == {name}


def test_where_no_relation_holds_the_string_all_are_told() -> None:
    nothing = scene()
    assert names(report_agreement(nothing, 0, REPORT)) == {"no relation holds the string, tag"}
    assert names(follow_agreement(nothing, 1, 0)) == {"no relation holds the string, follows"}
    assert names(none_agreement(nothing, 0)) == {"no relation holds the string"}


def test_where_a_relation_holds_the_string_nothing_speaks_for_nobody() -> None:
    assert none_agreement(scene(relation(FIRST)), 0) == {}


@pytest.mark.parametrize(
    ("tagged", "name"),
    [
        ((relation(FIRST, SECOND),), "one relation holds both strings"),
        ((relation(FIRST), relation(SECOND)), "both relations have the source"),
        (
            (relation(FIRST), relation(SECOND, source=TOM)),
            "the relation has another source, follows",
        ),
        ((relation(SECOND, source=TOM),), "the relation has another source, follows"),
        ((relation(SECOND, source=None),), "the relation has no source, follows"),
    ],
)
def test_a_string_that_follows_another(tagged: tuple[TaggedRelation, ...], name: str) -> None:
    assert names(follow_agreement(scene(*tagged), 1, 0)) == {name}
