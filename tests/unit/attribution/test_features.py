"""What speaks for and against a tag, and for a string that goes on with another."""

from __future__ import annotations

from dataclasses import replace

import pytest

from onrecord.attribution.features import (
    alone_features,
    bucket,
    follow_features,
    is_label_of,
    report_features,
)
from onrecord.attribution.scene import Scene
from onrecord.document.tree import Document
from onrecord.lexicon import cues
from onrecord.types import Construction, RelationKind, Report
from tests.unit.attribution.scenes import document, label, report, scene, strings


def features(seen: Scene, number: int = 0, position: int = 0) -> set[str]:
    return set(report_features(seen, number, seen.reports[position], cues.load()))


def follows(*paragraphs: str) -> set[str]:
    seen = scene(document(*paragraphs))
    return set(follow_features(seen, 1, 0))


@pytest.mark.parametrize(
    ("count", "name"), [(0, "0"), (1, "1-2"), (5, "3-5"), (10, "6-10"), (25, "11-25"), (26, "26+")]
)
def test_buckets(count: int, name: str) -> None:
    assert bucket(count) == name


def test_a_tag_right_behind_a_comma() -> None:
    built = document("“ We sail at dawn , ” she/PRON/nsubj/said said=say/VERB .")
    found = features(scene(built, report(built, "said", "she", construction=Construction.TAG)))

    assert {
        "tag",
        "tag behind",
        "words between, tag behind: 0",
        "form: tag",
        "cue: say",
        "comma or question closes the string, tag behind",
    } <= found
    assert not any(name.startswith("short string") for name in found)


def test_a_full_stop_closes_the_string_before_the_tag() -> None:
    built = document("“ We sail at dawn . ” She/PRON/nsubj/said said=say/VERB it .")

    found = features(scene(built, report(built, "said", "She")))
    assert "full stop closes the string, tag behind" in found


@pytest.mark.parametrize(
    ("mark", "name"),
    [(":", "colon"), (",", "comma")],
)
def test_a_mark_before_the_string(mark: str, name: str) -> None:
    built = document(f"She/PRON/nsubj/said said=say/VERB {mark} “ We sail at dawn . ”")

    assert f"{name} before the string" in features(scene(built, report(built, "said", "She")))


def test_a_sentence_that_ends_before_the_string() -> None:
    built = document("She/PRON/nsubj/said said=say/VERB no . “ We sail at dawn . ”")

    found = features(scene(built, report(built, "said", "She")))
    assert "sentence ends before the string" in found


def test_another_paragraph() -> None:
    built = document("She/PRON/nsubj/said said=say/VERB this :", "“ We sail at dawn . ”")

    found = features(scene(built, report(built, "said", "She")))
    assert {"other paragraph, tag before", "other sentence, tag before"} <= found


def test_the_addressee_does_not_count_as_distance() -> None:
    built = document("She/PRON/nsubj/told told=tell/VERB the press , “ We sail at dawn . ”")
    near = report(built, "told", "She", lemma="tell", addressee="the press")

    assert "words between, tag before: 0" in features(scene(built, near))


def test_other_strings_and_cues_between() -> None:
    built = document("She/PRON said=say/VERB “ no ” and he/PRON called=call/VERB it “ mud ” .")
    seen = scene(built, report(built, "said", "She"), report(built, "called", "he", lemma="call"))

    found = features(seen, number=1)
    assert {"another string between, tag before", "another cue between, tag before"} <= found
    assert "cue right before the string" in features(seen, number=0)


def test_a_cue_between_that_touches_the_string() -> None:
    built = document("She/PRON said=say/VERB he/PRON called=call/VERB “ mud ” .")
    seen = scene(built, report(built, "said", "She"), report(built, "called", "he", lemma="call"))

    assert "another cue right before the string" in features(seen)


@pytest.mark.parametrize(
    ("lemma", "name"),
    [
        ("argue", "cue: a verb of saying"),
        ("accuse", "cue: a verb of judging"),
        ("think", "cue: a verb of thinking"),
        ("mend", "cue: no reporting verb"),
    ],
)
def test_kinds_of_cue(lemma: str, name: str) -> None:
    built = document("She/PRON said=say/VERB “ mud ” .")
    found = features(scene(built, report(built, "said", None, lemma=lemma)))

    assert {name, "no source", f"short string, {name}"} <= found


def nested() -> tuple[Document, Report, Report]:
    built = document("She/PRON says=say/VERB he/PRON hopes=hope/VERB it is “ quite dead ” .")
    outer = report(built, "says", "She", "he hopes it is “quite dead”")
    return (
        built,
        outer,
        report(built, "hopes", "he", "it is “quite dead”", lemma="hope", kind=RelationKind.THOUGHT),
    )


def test_a_thought_that_is_itself_reported() -> None:
    built, outer, inner = nested()
    seen = Scene(built, strings(built), (outer, replace(inner, outer=0)))

    assert "reported clause holds the string" in features(seen)
    assert "a thought that is itself reported" in features(seen, position=1)


def test_the_clause_is_elsewhere() -> None:
    built = document("She/PRON said=say/VERB it rained and he/PRON argued=argue/VERB for “ mud ” .")
    seen = scene(
        built,
        report(built, "said", "She", "it rained"),
        report(built, "argued", "he", "“mud”", lemma="argue"),
    )

    assert {"reported clause is elsewhere", "the clause of another report holds the string"} <= (
        features(seen)
    )


def test_labels() -> None:
    built = document("Ruiz/PROPN : “ We sail at dawn . ”")
    made = label(built, "Ruiz", strings(built)[0], behind=False)
    found = features(scene(built, made))

    assert {"form: label", "label before", "label opens its paragraph"} <= found
    assert is_label_of(made, strings(built)[0])


def test_a_string_in_the_same_paragraph_goes_on() -> None:
    found = follows("“ We sail at dawn , ” she said=say/VERB , “ or not at all . ”")

    assert {
        "follows, same paragraph",
        "follows, words between: 1-2",
        "follows, a sentence or comma before it",
        "follows, starts in lower case",
    } <= found


def test_a_string_in_the_next_paragraph_goes_on() -> None:
    found = follows("“ We sail at dawn . ”", "“ Or not at all , ever . ”")

    assert {
        "follows, next paragraph",
        "follows, starts its paragraph, next paragraph",
        "follows, cues between: 0",
    } <= found
    assert "follows, later paragraph" in follows("“ We sail . ”", "Rain .", "“ No , never . ”")


def test_a_short_fragment_that_follows() -> None:
    assert "follows, one of them is short" in follows("“ We sail at dawn . ” It was “ mud ” .")


def test_cues_between_and_a_label_of_its_own() -> None:
    built = document(
        "“ We sail at dawn . ” Ada/PROPN said=say/VERB so .", "Ruiz/PROPN : “ Not me . ”"
    )
    seen = scene(
        built,
        report(built, "said", "Ada"),
        label(built, "Ruiz", strings(built)[1], behind=False),
    )

    found = set(follow_features(seen, 1, 0))
    assert {"follows, cues between: 1", "follows, has a label of its own"} <= found


def test_speech_without_a_tag() -> None:
    seen = scene(document("“ We sail . ”", "It was “ mud ” ."))

    assert set(alone_features(seen, 0)) == {
        "no tag",
        "no tag, starts its paragraph",
        "no tag, in the headline",
    }
    assert set(alone_features(seen, 1)) == {"no tag"}
