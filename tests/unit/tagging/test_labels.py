"""Reports without any cue."""

from __future__ import annotations

import pytest

from onrecord.document.tree import Document
from onrecord.quotations import find
from onrecord.tagging.labels import label_reports
from onrecord.tagging.scope import lay
from tests.build import document
from tests.parses import report, tagged

LABELS = [
    ("Orla Fenn: “We stop when it rains.”", "Orla Fenn"),
    ("“We stop when it rains.” — Orla Fenn, engineer", "Orla Fenn"),
    ("“We stop when it rains”: Fenn on bridges", "Fenn"),
    ("@bridgewatcher: “Shut again.”", "@bridgewatcher"),
    # of whom a manner is told
    ("Another was blunter: “It stinks.”", "Another"),
    # what stands on it is not what it says itself
    ("The crate bore a label: “Return to the mill.”", "a label"),
]


@pytest.mark.parametrize(("text", "source"), LABELS)
def test_a_label_names_the_speaker(text: str, source: str) -> None:
    assert report(text, None)["source"] == source


def test_the_platform_behind_a_handle_is_the_medium() -> None:
    assert report("@bridgewatcher on Perch: “Shut again.”", None)["medium"] == "on Perch"


NO_LABELS = [
    "“We stop when it rains.” – and then it rained.",
    "“We stop.” (",
    "Shut: “no”",
    "Very late: “no more of this now.”",
    "“We stop when it rains.” — all of",
    "“We stop when it rains.” –",
    "“We stop when it rains”: it is over.",
]


@pytest.mark.parametrize("text", NO_LABELS)
def test_what_is_no_label(text: str) -> None:
    assert not [r for r in tagged(text) if r.evidence.startswith("the name")]


def test_a_time_before_the_colon_is_no_label() -> None:
    assert not [r for r in tagged("He nodded. A minute later: “No.”") if r.cue is None]


HEADLINES = [
    # of a state of mind, whose it is; of a conversation, with whom
    ("“They sold my boat”: Orla Fenn's fury at harbour", "Orla Fenn"),
    ("“I only paint rain”: a conversation with Orla Fenn", "Orla Fenn"),
    # what the noun is about, or what befell him, is no part of him
    ("“I regret nothing”: dealer jailed over clocks", "dealer"),
    ("“We will sink”: union chief on pay", "union chief"),
    # behind the last break another piece of news begins
    ("Pier on fire; captain: “We had no water”", "captain"),
    ("LIVE: Quill Bay wildfire — mayor: “We must leave now”", "mayor"),
    # a lawyer speaks for himself
    ("“He regrets nothing”: Fenn's lawyer on clocks", "Fenn's lawyer"),
]


@pytest.mark.parametrize(("text", "source"), HEADLINES)
def test_the_noun_of_a_headline_names_who_speaks(text: str, source: str) -> None:
    assert report(text, None)["source"] == source


SUBJECTS = [
    ("Orla Fenn survives “the longest night of my life”", ["Orla Fenn"]),
    # a verb of saying, words of nobody in particular, a sentence of the body, no name
    ("Orla Fenn recalls “the longest night of my life”", []),
    ("Orla Fenn survives “the longest night”", []),
    ("Orla Fenn survived “the longest night of my life”.", []),
    ("Engineer survives “the longest night of my life”", []),
]


@pytest.mark.parametrize(("text", "found"), SUBJECTS)
def test_the_subject_of_a_headline_says_what_is_his(text: str, found: list[str]) -> None:
    made = [r for r in tagged(text) if r.evidence == "the subject of the headline"]
    assert [r.source.of(text) for r in made if r.source] == found


def labels(*paragraphs: str) -> list[str]:
    built = document(*paragraphs)
    scope = lay(built, find(built.text, built.paragraphs))
    return [r.source.of(built.text) for r in label_reports(scope) if r.source is not None]


def test_a_line_without_a_verb_before_the_words() -> None:
    line = "And/CCONJ from/ADP Fenn/PROPN/pobj/from :"

    assert labels(line, "“ We stop . ”") == ["Fenn"]
    assert labels("The mayor/NOUN :", "• “ We stop . ”") == ["The mayor"]


def test_whose_desk_it_is() -> None:
    desk = "From/ADP the/DET/det/desk desk/NOUN/pobj/From of/ADP/prep/desk Fenn/PROPN/pobj/of"

    assert labels(f"{desk} : “ We stop . ”") == ["Fenn"]
    assert labels(desk, "“ We stop . ”") == ["Fenn"]


NO_LINES = {
    "a verb": "Fenn/PROPN/nsubj/wrote wrote=write/VERB :",
    "no colon": "Fenn/PROPN",
    "a thing": "Highlights/NOUN :",
    "nobody": "And then/ADV :",
}


@pytest.mark.parametrize("line", NO_LINES.values(), ids=NO_LINES)
def test_what_is_no_line_before(line: str) -> None:
    assert labels(line, "“ We stop . ”") == []


def test_words_in_the_middle_of_a_paragraph_have_no_line_before() -> None:
    assert labels("Fenn/PROPN :", "It rained/VERB and “ We stop . ”") == []


def test_a_name_that_the_parse_ties_to_what_is_said() -> None:
    said = "Ms./PROPN/compound/Fenn Fenn/PROPN/compound/January : “ In/ADP January/PROPN/pobj . ”"

    assert labels(said) == ["Ms. Fenn"]


def labelled(*paragraphs: str) -> list[str]:
    built = document(*paragraphs)
    found = label_reports(lay(built, find(built.text, built.paragraphs)))
    return [report.source.of(built.text) for report in found if report.source]


@pytest.mark.parametrize(
    ("text", "sources"),
    [
        ("“ Shut again ” — @mud/NOUN", ["@mud"]),
        (
            "“ It was hard ” – manager/NOUN/compound/Fenn Orla/PROPN/compound/Fenn"
            " Fenn/PROPN on/ADP/prep/Fenn her season/NOUN/pobj/on",
            ["manager Orla Fenn"],
        ),
        # somebody does something behind the dash, or a thing alone stands there
        (
            "“ It was hard ” – manager/NOUN/compound/Fenn Orla/PROPN/compound/Fenn"
            " Fenn/PROPN/nsubj/left left/VERB",
            [],
        ),
        ("“ The bridge ” – a play/NOUN by/ADP/prep/play Fenn/PROPN/pobj/by", []),
        # what people feel; whose it is
        ("“ He is a legend ” : Tributes/PROPN:NNPS/nsubj/paid paid/VERB to/ADP Fenn/PROPN", []),
        (
            "“ They sold it ” : Fenn/PROPN/poss/fury 's/PART/case/Fenn fury/NOUN over/ADP",
            ["Fenn"],
        ),
    ],
)
def test_who_signs_and_what_is_only_news(text: str, sources: list[str]) -> None:
    assert labelled(text) == sources


def test_what_people_feel_is_a_label_that_names_nobody() -> None:
    built = document("“ We lost it all ” : Fury/PROPN over/ADP/prep/Fury floods/NOUN/pobj/over")
    (made,) = label_reports(lay(built, find(built.text, built.paragraphs)))

    assert made.source is None
    assert made.reach.start == built.text.index(":")


def reaching(built: Document) -> list[tuple[str, str]]:
    """The sources of labels, each with the stretch that it reaches over."""
    made = label_reports(lay(built, find(built.text, built.paragraphs)))
    return [(r.source.of(built.text), r.reach.of(built.text)) for r in made if r.source]


def test_two_labels_of_one_line_are_each_of_their_own_string() -> None:
    built = document("Pruitt/ADJ : “ I read it . ” Vane/PROPN : “ You did not . ”")

    assert reaching(built) == [
        ("Pruitt", "Pruitt: “I read it.”"),
        ("Vane", "Vane: “You did not.”"),
    ]


def test_one_word_that_is_no_noun_is_no_label_alone() -> None:
    assert not reaching(document("Later/ADV : “ You did not . ”"))


@pytest.mark.parametrize("label", ["A.", "A:", "ANSWER:", "Answer:"])
def test_the_label_of_an_answer(label: str) -> None:
    asked = label.replace("ANSWER", "QUESTION").replace("Answer", "Question").replace("A", "Q")
    built = document(f"{asked} Why ?", f"{label} At dawn .", f"{asked} When ?", f"{label} Soon .")

    assert [source for source, _ in reaching(built)] == [label[:-1]] * 2


OVER_A_LIST = [
    ("The/DET/det/mayor mayor/NOUN/poss/points 's/PART main points=point/NOUN :", ["The mayor"]),
    ("Ana/PROPN/compound/Vane Vane/PROPN/poss/points 's/PART points=point/NOUN :", ["Ana Vane"]),
    ("The/DET town/NOUN/poss/boats 's/PART boats=boat/NOUN :", []),
]


@pytest.mark.parametrize(("line", "sources"), OVER_A_LIST)
def test_the_line_over_a_list_of_somebodys_words(line: str, sources: list[str]) -> None:
    built = document(line, "1. “ No new tax . ”")

    assert [source for source, _ in reaching(built)] == sources
