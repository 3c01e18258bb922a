"""A tag that closes a sentence, and what it reports that others said."""

from __future__ import annotations

from dataclasses import replace

from onrecord.tagging.outer_tags import before_tags
from onrecord.types import Construction, Report, TextSpan
from tests.build import document, span
from tests.unit.tagging.test_fuse import REPORT

BUILT = document("Quill/PROPN said=say/VERB lamps/NOUN fail/VERB , the log states=state/VERB .")
SENTENCE = TextSpan(0, len(BUILT.text))
CLAUSE = span(BUILT, "lamps fail")
SAID = replace(
    REPORT,
    cue=span(BUILT, "said"),
    source=span(BUILT, "Quill"),
    content=(CLAUSE,),
    reach=SENTENCE,
)
TAG = replace(
    SAID,
    construction=Construction.TAG,
    cue=span(BUILT, "states"),
    source=span(BUILT, "the log"),
    tagged=0,
)


def reported(*reports: Report) -> list[str]:
    """What the last of some reports says at the end."""
    *_, tag = before_tags(reports)
    return [piece.of(BUILT.text) for piece in tag.content]


def test_a_tag_reports_that_somebody_said_it_too() -> None:
    assert reported(SAID, TAG) == ["Quill said lamps fail"]


def test_a_tag_that_the_tagger_does_not_see_is_left_alone() -> None:
    assert reported(SAID, replace(TAG, tagged=None)) == ["lamps fail"]


def test_a_report_of_another_sentence_is_none_that_it_reports() -> None:
    before = replace(SAID, reach=TextSpan(1, len(BUILT.text)))
    assert reported(before, TAG) == ["lamps fail"]


def test_what_ends_behind_the_tag_is_left_alone() -> None:
    longer = replace(SAID, content=(TextSpan(CLAUSE.start, len(BUILT.text)),))
    assert reported(longer, TAG) == ["lamps fail"]


TAGS = document("Lamps/NOUN fail/VERB , Quill/PROPN said=say/VERB , the log states=state/VERB .")
INNER = replace(
    SAID,
    construction=Construction.TAG,
    cue=span(TAGS, "said"),
    source=span(TAGS, "Quill"),
    content=(span(TAGS, "Lamps fail"),),
    reach=TextSpan(0, len(TAGS.text)),
)
OUTER = replace(INNER, cue=span(TAGS, "states"), source=span(TAGS, "the log"), tagged=0)


def outer_content(*reports: Report) -> list[str]:
    """What the last of some reports says at the end."""
    *_, tag = before_tags(reports)
    return [piece.of(TAGS.text) for piece in tag.content]


def test_a_tag_reports_a_tag_before_it() -> None:
    assert outer_content(INNER, OUTER) == ["Lamps fail, Quill said"]


def test_a_tag_is_not_reported_by_one_before_it() -> None:
    assert outer_content(replace(OUTER, tagged=None), replace(INNER, tagged=0)) == ["Lamps fail"]


def test_a_tag_that_the_tagger_misses_reports_no_tag() -> None:
    assert outer_content(INNER, replace(OUTER, tagged=None)) == ["Lamps fail"]
