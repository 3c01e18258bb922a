"""Which candidate of a string is right, by what people marked."""

from __future__ import annotations

from onrecord.document.tree import Document
from onrecord.types import Article, TextSpan
from tests.unit.attribution.scenes import document, report, scene, span
from training.corpus import GoldArticle, GoldAttribution
from training.examples import Example, examples

TALK = document(
    "“ We sail , ” she/PRON/nsubj/said said=say/VERB . It is “ mud ” .", "“ At dawn . ”"
)


def made(built: Document, *marked: GoldAttribution) -> tuple[Example, ...]:
    gold = GoldArticle("one", Article(built.text), marked)
    return examples(gold, scene(built, report(built, "said", "she")))


def attribution(
    content: str, source: str | None = "she", cue: str | None = "said"
) -> GoldAttribution:
    def spans(words: str | None) -> tuple[TextSpan, ...]:
        return (span(TALK, words),) if words else ()

    return GoldAttribution(spans(source), spans(cue), spans(content))


def right(example: Example) -> list[tuple[int | None, int | None, bool]]:
    pairs = zip(example.candidates, example.right, strict=True)
    return [(c.report, c.follows, c.spoken) for c, is_right in pairs if is_right]


def test_a_marked_string_has_its_report() -> None:
    first = made(TALK, attribution("We sail,"))[0]

    assert first.speech
    assert right(first) == [(0, None, True)]


def test_an_unmarked_string_is_nobodys_speech() -> None:
    second = made(TALK, attribution("We sail,"))[1]

    assert not second.speech
    assert right(second) == [(None, None, False)]


def test_a_content_without_tag_goes_on_with_the_one_before_or_stands_alone() -> None:
    found = made(TALK, attribution("mud"), attribution("At dawn.", None, None))

    assert right(found[2]) == [(None, 1, True), (None, None, True)]


def test_a_source_that_is_not_named_is_told_by_its_cue() -> None:
    assert right(made(TALK, attribution("We sail,", None))[0]) == [(0, None, True)]


def test_a_string_that_contents_cover_in_part_is_left_out() -> None:
    assert len(made(TALK, attribution("We"))) == 2


def test_strings_inside_others_are_left_out() -> None:
    built = document("“ He said ‘ no ’ to me . ”")

    assert len(examples(GoldArticle("one", Article(built.text), ()), scene(built))) == 1
