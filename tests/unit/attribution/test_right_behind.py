"""The tag right behind a whole utterance is its own."""

from __future__ import annotations

import pytest

from onrecord.attribution import Decision, Scene
from onrecord.attribution.right_behind import with_own_tags
from onrecord.types import Candidate, Construction
from tests.unit.attribution.scenes import document, report, scene

FIRST = "“ It is over , ” Ruiz/PROPN/nsubj/said said=say/VERB ."
SECOND = "“ It is not ! ” a man/NOUN/nsubj/yelled yelled=yell/VERB from the gallery ."
THIRD = "“ Sit down ! ”"


def given(
    seen: Scene, *choices: tuple[int | None, int | None]
) -> list[tuple[int | None, int | None]]:
    """What each string is given, after the rule, where each had the given report and string."""
    decisions = [Decision(Candidate(n, *choice), 0.9, 0.8, ()) for n, choice in enumerate(choices)]
    chosen = [d.chosen for d in with_own_tags(seen, decisions)]
    return [(c.report, c.follows) for c in chosen if c is not None]


def exchange(*lines: str, lemma: str = "yell") -> Scene:
    built = document("\n".join(lines))
    return scene(
        built,
        report(built, "said", "Ruiz", "It is over", construction=Construction.TAG),
        report(built, "yelled", "a man", lemma=lemma, construction=Construction.COLON),
    )


def test_each_has_its_own_tag_and_what_follows_goes_on_with_the_last() -> None:
    seen = exchange(FIRST, SECOND, THIRD)

    assert given(seen, (0, None), (None, 0), (0, None)) == [(0, None), (1, None), (None, 1)]


def test_what_follows_a_string_before_goes_on_with_the_last_too() -> None:
    seen = exchange(FIRST, SECOND, THIRD)

    assert given(seen, (0, None), (0, None), (None, 0)) == [(0, None), (1, None), (None, 1)]


def test_a_right_choice_stands() -> None:
    seen = exchange(FIRST, SECOND, THIRD)

    assert given(seen, (0, None), (1, None), (0, None)) == [(0, None), (1, None), (0, None)]


@pytest.mark.parametrize(
    "second",
    [
        # no sentence of its own
        "It was “ not over , ” a man/NOUN/nsubj/yelled yelled=yell/VERB from the gallery .",
        # the string closes its sentence
        "“ It is not . ” A man/NOUN/nsubj/yelled yelled=yell/VERB from the gallery .",
        # words between
        "“ It is not ! ” Then a man/NOUN/nsubj/yelled yelled=yell/VERB from the gallery .",
    ],
)
def test_a_tag_that_is_not_right_behind_a_sentence_is_not_taken(second: str) -> None:
    built = document(f"{FIRST}\n{second}")
    who = "A man" if "A man" in built.text else "a man"
    seen = scene(
        built,
        report(built, "said", "Ruiz", "It is over", construction=Construction.TAG),
        report(built, "yelled", who, lemma="yell", construction=Construction.COLON),
    )

    assert given(seen, (0, None), (None, 0))[1] == (None, 0)


@pytest.mark.parametrize("lemma", ["close", "mend"])
def test_a_deed_is_no_tag(lemma: str) -> None:
    seen = exchange(FIRST, SECOND, lemma=lemma)

    assert given(seen, (0, None), (None, 0))[1] == (None, 0)


def test_a_tag_in_a_new_paragraph_is_not_taken() -> None:
    built = document(
        f"{FIRST}\n“ Why ? ”", "A man/NOUN/nsubj/yelled yelled=yell/VERB from the gallery ."
    )
    seen = scene(
        built,
        report(built, "said", "Ruiz", "It is over", construction=Construction.TAG),
        report(built, "yelled", "A man", lemma="yell", construction=Construction.COLON),
    )

    assert given(seen, (0, None), (None, 0))[1] == (None, 0)
