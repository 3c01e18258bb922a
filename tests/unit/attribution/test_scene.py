"""What the scene looks up: voices, neighbours, words between."""

from __future__ import annotations

from onrecord.attribution.scene import anchor, core
from tests.unit.attribution.scenes import document, label, report, scene, span, strings

TALK = document(
    "“ We sail , ” she/PRON said=say/VERB . “ He/PRON/nsubj/swore swore=swear/VERB it . ”"
)


def test_a_report_stands_where_its_cue_stands() -> None:
    said = report(TALK, "said", "she")

    assert anchor(said) == span(TALK, "said")
    assert core(said) == span(TALK, "she said")


def test_a_label_stands_where_its_source_stands() -> None:
    built = document("Ruiz/PROPN : “ We sail . ”")
    made = label(built, "Ruiz", strings(built)[0], behind=False)

    assert anchor(made) == core(made) == span(built, "Ruiz")


def test_the_voice_of_a_report_is_the_string_around_its_cue() -> None:
    seen = scene(TALK, report(TALK, "said", "she"), report(TALK, "swore", "He", lemma="swear"))

    assert seen.voices == (None, 1)


def test_words_between_are_no_punctuation() -> None:
    seen = scene(TALK)

    assert [t.text for t in seen.between(0, len(TALK.text))][:4] == ["We", "sail", "she", "said"]
    assert seen.between(5, 5) == ()


def test_reports_and_strings_near_a_string() -> None:
    seen = scene(TALK, report(TALK, "said", "she"))
    first, second = seen.strings

    assert [position for position, _ in seen.reports_near(second)] == [0]
    assert seen.strings_before(second) == (first.outer,)
    assert seen.strings_before(first) == ()


def test_the_strings_over_a_stretch() -> None:
    built = document("“ He said ‘ no ’ to me . ” It rained . “ We sail . ”")
    seen = scene(built)

    assert list(seen.strings_over(span(built, "no"))) == list(seen.strings[:2])
    assert list(seen.strings_over(span(built, "It rained"))) == []
    assert list(seen.strings_over(span(built, "me.” It rained. “We"))) == [
        seen.strings[0],
        seen.strings[2],
    ]
