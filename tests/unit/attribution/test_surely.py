"""Words that are somebody's by the grammar, whatever the model made of them."""

from __future__ import annotations

from onrecord.attribution import Decision, Scene
from onrecord.attribution.surely import surely_said
from onrecord.types import Construction
from tests.unit.attribution.scenes import document, report, scene

PROMISED = (
    "Ruiz/PROPN/nsubj/{verb} {verb}={lemma}/VERB a/DET/det/response “ swift/ADJ/amod/response ”"
    " response/NOUN/dobj/{verb} ."
)
PUT = (
    "It/PRON/nsubj/ended ended=end/VERB {mark} “ with/ADP/prep/ended relief/NOUN/pobj/with ” ,"
    " as/SCONJ/mark/put Ruiz/PROPN/nsubj/put put=put/VERB/advcl/ended it/PRON/dobj/put ."
)
TOLD = "“ I/PRON/nsubj/told told=tell/VERB him/PRON/dobj/told , ‘ Run ! ’ ”"


def given(seen: Scene) -> list[int | None]:
    """The report that each string is given, none of which was taken for speech."""
    unsaid = [Decision(None, 0.1, 0.0, ()) for _ in seen.strings]
    chosen = [decision.chosen for decision in surely_said(seen, unsaid)]
    return [None if each is None else each.report for each in chosen]


def promised(verb: str, lemma: str) -> Scene:
    built = document(PROMISED.format(verb=verb, lemma=lemma))
    return scene(built, report(built, verb, "Ruiz", lemma=lemma, construction=Construction.COLON))


def test_a_word_before_the_noun_that_one_promises_is_in_his_words() -> None:
    assert given(promised("vowed", "vow")) == [0]


def test_a_word_before_the_noun_of_another_verb_may_be_the_articles_own() -> None:
    assert given(promised("gave", "give")) == [None]


def put(mark: str) -> Scene:
    built = document(PUT.format(mark=mark))
    form = Construction.ACCORDING_TO
    return scene(built, report(built, "put it", "Ruiz", lemma="put", construction=form))


def test_behind_a_dash_somebody_put_it_so() -> None:
    assert given(put("–")) == [0]


def test_without_a_dash_the_model_decides() -> None:
    assert given(put(",")) == [None]


def told(addressee: str | None) -> Scene:
    built = document(TOLD)
    form = Construction.COLON
    tag = report(built, "told", "I", lemma="tell", construction=form, addressee=addressee)
    return scene(built, tag)


def test_what_one_tells_somebody_inside_other_words_is_said() -> None:
    assert given(told("him")) == [None, 0]


def test_what_nobody_is_told_may_be_supposed() -> None:
    assert given(told(None)) == [None, None]


def commented(noun: str, words: str) -> list[int | None]:
    built = document(
        words.format(
            was=f"was=be/AUX Ruiz/PROPN/poss/{noun} ’s only {noun}/NOUN/attr/was",
            words="“ Go home ”",
        )
    )
    form = Construction.COLON
    return given(scene(built, report(built, "was", "Ruiz", lemma="be", construction=form)))


def test_what_is_called_somebodys_comment_is_said() -> None:
    assert commented("comment", "{words} {was} .") == [0]


def test_a_motto_may_be_nobodys() -> None:
    assert commented("motto", "{words} {was} .") == [None]


def test_a_comment_is_none_of_the_words_behind_it() -> None:
    assert commented("comment", "“ No ” {was} . {words}") == [0, None]
