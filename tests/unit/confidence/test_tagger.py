"""Whether the tagger has found the same."""

from __future__ import annotations

import pytest

from onrecord.confidence.tagger import Second
from onrecord.types import QuotationType, RelationKind, Statement, TaggedRelation, TextSpan

WORDS, SOURCE, CUE = TextSpan(10, 30), TextSpan(0, 4), TextSpan(5, 9)
SAID = Statement(QuotationType.DIRECT, (WORDS,), source=SOURCE, cue=CUE)


def relation(
    content: TextSpan = WORDS, source: TextSpan | None = SOURCE, cue: TextSpan | None = CUE
) -> TaggedRelation:
    return TaggedRelation(source, cue, (content,), RelationKind.SPEECH, 0.7, ())


def signs(*found: TaggedRelation) -> dict[str, float]:
    return dict(Second(found).signs(SAID, SAID))


def test_it_agrees_in_everything() -> None:
    assert signs(relation()) == {
        "tagger: how sure": 0.7,
        "tagger: same words": 1.0,
        "tagger: same source": 1.0,
        "tagger: same cue": 1.0,
    }


@pytest.mark.parametrize(
    ("found", "sign"),
    [
        (relation(source=None), "tagger: no source"),
        (relation(source=TextSpan(40, 44)), "tagger: another source"),
        (relation(cue=TextSpan(40, 44)), "tagger: another cue"),
    ],
)
def test_it_differs_in_source_or_cue(found: TaggedRelation, sign: str) -> None:
    assert signs(found)[sign] == 1.0


def test_words_that_it_has_not_or_too_few_of_are_not_found() -> None:
    assert signs() == {"tagger: nothing here": 1.0}
    assert signs(relation(TextSpan(10, 19))) == {"tagger: nothing here": 1.0}


def test_more_words_than_ours_are_other_words() -> None:
    assert signs(relation(TextSpan(10, 50)))["tagger: same words"] == 0.5


def test_the_relation_with_most_of_the_words_counts() -> None:
    other = relation(TextSpan(10, 12), source=TextSpan(40, 44))
    assert signs(other, relation(TextSpan(12, 30)))["tagger: same source"] == 1.0
