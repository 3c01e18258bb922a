"""Words of a headline that the body says again."""

from __future__ import annotations

import pytest

from onrecord.attribution.echoes import echo, said_again
from tests.unit.attribution.scenes import document, label, report, scene, span, strings

BODY = "“ We/PRON built/VERB it twice , ” Ada/PROPN said=say/VERB ."


def test_words_said_again_below_are_those_of_the_body() -> None:
    seen = scene(document("“ We/PRON built/VERB it twice ”", BODY))

    assert (echo(seen, 0), said_again(seen, 0)) == (1, 1)


def test_the_body_may_say_more_around_them() -> None:
    built = document("“ Built/VERB it twice ”", BODY)

    assert echo(scene(built), 0) == 1


def test_marks_and_capitals_make_no_difference() -> None:
    built = document("‘ WE BUILT/VERB IT TWICE ! ’", BODY)

    assert echo(scene(built), 0) == 1


def test_two_words_are_said_again_only_where_a_string_opens_with_them() -> None:
    assert echo(scene(document("“ We built ”", BODY)), 0) == 1
    assert echo(scene(document("“ it twice ”", BODY)), 0) is None


def test_one_word_may_be_said_twice() -> None:
    assert echo(scene(document("“ We ”", BODY)), 0) is None


def test_other_words_are_no_echo() -> None:
    assert echo(scene(document("“ They tore it down ”", BODY)), 0) is None


def test_the_body_itself_has_none() -> None:
    assert echo(scene(document("Rain .", BODY, BODY)), 1) is None


def test_an_article_of_one_paragraph_has_no_headline() -> None:
    built = document("“ We built it ” . “ We built it , ” Ada/PROPN said=say/VERB .")

    assert echo(scene(built), 0) is None


def test_a_string_inside_another_is_none() -> None:
    built = document("“ He/PRON said/VERB ‘ built it twice ’ ”", BODY)

    assert echo(scene(built), 1) is None


def test_a_verb_in_the_headline_is_a_tag_and_the_body_still_tells_who_that_is() -> None:
    built = document("Mayor/NOUN vows=vow/VERB “ We built it twice ”", BODY)
    seen = scene(built, report(built, "vows", "Mayor", lemma="vow"))

    assert (echo(seen, 0), said_again(seen, 0)) == (None, 1)


@pytest.mark.parametrize("mark", [":", "–", "—"])
def test_what_comes_after_a_colon_or_dash_tells_the_story_and_is_no_tag(mark: str) -> None:
    built = document(f"“ We built it twice ” {mark} villagers/NOUN fight/VERB on", BODY)
    seen = scene(built, report(built, "fight", "villagers", lemma="fight"))

    assert echo(seen, 0) == 1


def test_a_label_before_the_words_is_a_tag_and_one_behind_them_none() -> None:
    before = document("Mayor/NOUN : “ We built it twice ”", BODY)
    behind = document("“ We built it twice ” Ruiz/PROPN", BODY)

    [first, *_] = strings(before)
    assert echo(scene(before, label(before, "Mayor", first, behind=False)), 0) is None
    [first, *_] = strings(behind)
    assert echo(scene(behind, label(behind, "Ruiz", first, behind=True)), 0) == 1
    assert span(behind, "Ruiz")


def test_words_that_a_quotation_quotes_are_those_of_the_inner_one() -> None:
    body = "“ He/PRON said=say/VERB , ‘ We built it twice , ’ ” Ada/PROPN said=say/VERB ."
    seen = scene(document("“ We built/VERB it twice ”", body))

    assert said_again(seen, 0) == 2
