"""The sentence before words without a tag tells whose they are."""

from __future__ import annotations

import pytest

from onrecord.attribution import Decision
from onrecord.attribution.context import brought_in, in_context
from onrecord.document.tree import Document
from onrecord.types import Candidate, Report
from tests.unit.attribution.scenes import document, label, report, scene, strings

ADA = "Ana/PROPN/compound/Ruiz Ruiz/PROPN/nsubj/shrugged shrugged=shrug/VERB ."
WAITED = "Ana/PROPN/compound/Ruiz Ruiz/PROPN/nsubj/waited waited=wait/VERB ."
NO = "“ It floods . ”"


def told(*paragraphs: str) -> str | None:
    """Whom the last string of an article is brought in by."""
    built = document(*paragraphs)
    found = brought_in(scene(built), strings(built)[-1])
    return found.of(built.text) if found else None


@pytest.mark.parametrize(
    ("sentence", "who"),
    [
        ("Ana/PROPN/compound/Ruiz Ruiz/PROPN/nsubj/shrugged shrugged/VERB .", "Ana Ruiz"),
        ("She/PRON/nsubj/shrugged shrugged/VERB .", "She"),
        ("The/DET/det/mayor mayor/NOUN/nsubj/was was=be/AUX glad/ADJ .", "The mayor"),
        ("The/DET/det/bridge bridge/NOUN/nsubj/fell fell/VERB .", None),
        ("It/PRON/nsubj/rained rained/VERB .", None),
        ("Rain/NOUN fell/VERB on Ruiz/PROPN/pobj/on .", None),
        ("@mudlark/NOUN/nsubj/left left/VERB a line .", "@mudlark"),
        ("Next was=be/AUX Ana/PROPN/compound/Ruiz Ruiz/PROPN/attr/was .", "Ana Ruiz"),
        (
            "The/DET/det/farm farm/NOUN/nsubjpass/seen was/AUX/auxpass/seen seen/VERB"
            " by/ADP/agent/seen Ruiz/PROPN/pobj/by .",
            "Ruiz",
        ),
        (
            "One/NUM/nsubj/left of/ADP/prep/One them/PRON/pobj/of ,"
            " Ruiz/PROPN/appos/One , left/VERB .",
            "One",
        ),
        (
            "Her/PRON/poss/son son/NOUN/nsubj/left Ned/PROPN/appos/son left/VERB .",
            "Ned",
        ),
    ],
)
def test_its_subject_where_that_is_a_person(sentence: str, who: str | None) -> None:
    assert told("Rain .", f"{sentence}\n“ No . ”") == who


def test_the_subject_of_the_main_clause() -> None:
    sentence = (
        "When Lund/PROPN/nsubj/left left/VERB/advcl/shrugged Ruiz/PROPN/nsubj/shrugged"
        " shrugged/VERB ."
    )
    assert told(f"{sentence}\n“ No . ”") == "Ruiz"


def test_a_string_that_opens_its_paragraph_goes_by_the_one_before() -> None:
    assert told("Ruiz/PROPN/nsubj/shrugged shrugged/VERB .", "“ No . ”") == "Ruiz"


def test_not_where_the_paragraph_before_quotes_somebody() -> None:
    assert told("“ Yes . ”\nRuiz/PROPN/nsubj/shrugged shrugged/VERB .", "“ No . ”") is None


def test_not_where_the_paragraph_before_reports_something() -> None:
    built = document(
        "Lund/PROPN/nsubj/said said=say/VERB it rained/VERB/ccomp/said .\n" + WAITED, NO
    )
    seen = scene(built, report(built, "said", "Lund", "it rained"))
    assert brought_in(seen, seen.strings[0]) is None


def test_not_where_the_sentence_goes_on_into_the_words() -> None:
    assert told("Ruiz/PROPN/nsubj/ate ate/VERB a “ cake . ”") is None


def test_not_where_it_holds_quoted_words_of_its_own() -> None:
    assert told("“ Yes , ” Ruiz/PROPN/nsubj/ate ate/VERB .\n“ No . ”") is None


def left(
    built: Document, *reports: Report, chosen: int | None = None, follows: int | None = None
) -> tuple[int | None, int | None]:
    """What the decision for the last string is, where it had a report or a string to follow."""
    seen = scene(built, *reports)
    last = len(seen.strings) - 1
    made = [Decision(None, 0.9, 0.8, ())] * last
    made.append(Decision(Candidate(last, chosen, follows), 0.9, 0.8, ()))
    decided = in_context(seen, made)[-1].chosen
    assert decided is not None
    return decided.report, decided.follows


def test_the_tag_of_a_paragraph_before_gives_way() -> None:
    built = document("The/DET firm/NOUN said=say/VERB no .", f"{WAITED}\n{NO}")
    assert left(built, report(built, "said", "firm"), chosen=0) == (None, None)


def test_a_tag_of_the_same_paragraph_stays() -> None:
    built = document(f"The/DET firm/NOUN said=say/VERB no .\n{WAITED}\n{NO}")
    assert left(built, report(built, "said", "firm"), chosen=0) == (0, None)


def test_a_label_stays() -> None:
    built = document("Rain .", f"{WAITED}\n{NO} — Lund/PROPN .")
    tag = label(built, "Lund", strings(built)[0], behind=True)
    assert left(built, tag, chosen=0) == (0, None)


def test_a_report_behind_with_words_of_its_own_gives_way() -> None:
    built = document(
        "Rain .",
        f"{WAITED}\n{NO}\nThe/DET firm/NOUN said=say/VERB it was/AUX/ccomp/said true .",
    )
    tag = report(built, "said", "firm", "it was true")
    assert left(built, tag, chosen=0) == (None, None)


def test_a_tag_right_behind_stays() -> None:
    built = document("Rain .", f"{WAITED}\n{NO} said=say/VERB the/DET firm/NOUN/nsubj/said .")
    assert left(built, report(built, "said", "firm"), chosen=0) == (0, None)


def test_words_that_are_no_sentence_stay() -> None:
    built = document("The/DET firm/NOUN said=say/VERB no .", f"{WAITED}\n“ so ”")
    assert left(built, report(built, "said", "firm"), chosen=0) == (0, None)


def test_a_reaction_is_a_turn_within_the_paragraph() -> None:
    built = document("Rain .", f"“ Yes . ”\n{ADA}\n{NO}")
    assert left(built, follows=0) == (None, None)


@pytest.mark.parametrize("sentence", [WAITED, "Rain/NOUN/nsubj/fell fell/VERB ."])
def test_any_other_sentence_is_none(sentence: str) -> None:
    built = document("Rain .", f"“ Yes . ”\n{sentence}\n{NO}")
    assert left(built, follows=0) == (None, 0)


def test_a_head_that_is_shaken_is_a_reaction() -> None:
    built = document(
        "Rain .",
        "“ Yes . ”\nRuiz/PROPN/nsubj/shook shook=shake/VERB his/PRON/poss/head"
        f" head/NOUN/dobj/shook .\n{NO}",
    )
    assert left(built, follows=0) == (None, None)
