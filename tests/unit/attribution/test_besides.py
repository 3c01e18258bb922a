"""What a tag reports besides quoted words."""

from __future__ import annotations

from dataclasses import replace

from onrecord.attribution import Scene
from onrecord.attribution.besides import clause_before_colon
from onrecord.types import RelationKind, Report, TaggedRelation
from tests.unit.attribution.scenes import document, report, scene, span

AHEAD = document(
    "He hired=hire/VERB/ccomp/says her , she/PRON/nsubj/says says=say/VERB:VBZ/ROOT : "
    "“ She/PRON was/AUX good ” ."
)
BEHIND = document(
    "She/PRON/nsubj/says says=say/VERB:VBZ/ROOT he hired=hire/VERB/ccomp/says her : "
    "“ She/PRON was/AUX good ” ."
)


def before(seen: Scene, made: Report) -> str | None:
    clause = clause_before_colon(seen, seen.strings[0], made)
    return clause.of(seen.document.text) if clause else None


def test_a_clause_between_the_tag_and_a_colon() -> None:
    tag = report(BEHIND, "says", "She", "he hired her", "She was good")
    assert before(scene(BEHIND, tag), tag) == "he hired her"


def test_nothing_without_a_verb_or_without_a_colon() -> None:
    tag = report(BEHIND, "says", "She", "her")
    assert before(scene(BEHIND, tag), tag) is None
    tag = report(BEHIND, "says", "She", "he hired")
    assert before(scene(BEHIND, tag), tag) is None


def test_a_clause_before_the_tag_where_the_tagger_has_it() -> None:
    tag = replace(report(AHEAD, "says", "she", "She was good"), tagged=0)
    seen = TaggedRelation(
        source=tag.source,
        cue=tag.cue,
        content=(span(AHEAD, "He hired her"), span(AHEAD, "She was good")),
        kind=RelationKind.SPEECH,
        confidence=0.9,
        chances=(),
    )
    read = scene(AHEAD, tag)
    assert before(Scene(AHEAD, read.strings, (tag,), (seen,)), tag) == "He hired her"
    alone = replace(tag, tagged=None)
    assert before(Scene(AHEAD, read.strings, (alone,), (seen,)), alone) is None
