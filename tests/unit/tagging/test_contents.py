"""What a verbal cue reports, and how far it reaches."""

from __future__ import annotations

import pytest

from tests.parses import report, reports

CLAUSES = [
    # the clause behind the verb, with and without "that"
    ("Loy said that the dam would hold.", "said", "the dam would hold"),
    ("Loy said the dam would hold.", "said", "the dam would hold"),
    # a gerund of what was done, an infinitive of what is promised or commanded
    ("Loy denied having met the contractor.", "denied", "having met the contractor"),
    ("Loy admitted forging the seal.", "admitted", "forging the seal"),
    ("Marn vowed to dig a canal.", "vowed", "to dig a canal"),
    ("Marn urged residents to boil their water.", "urged", "residents to boil their water"),
    ("Marn told residents to boil their water.", "told", "to boil their water"),
    # what the parser takes for an object is the subject of the clause
    ("Marn promised the lamp would stay lit.", "promised", "the lamp would stay lit"),
    # a relative clause of somebody else's is no part of it
    (
        "Loy said the bundle was counted twice, which the council says is not so.",
        "said",
        "the bundle was counted twice",
    ),
    # a phrase between the cue and "that"
    (
        "A neighbour told officers, according to the log, that the gate was open.",
        "told",
        "the gate was open",
    ),
    # a hesitation: the clause hangs on the infinitive, or on its preposition
    ("Loy declined to say who had paid.", "declined to say", "who had paid"),
    (
        "The ministry declined to comment on whether talks had begun.",
        "declined to comment on",
        "whether talks had begun",
    ),
    ("Marn did not say when it would open.", "say", "when it would open"),
    # the clause hangs on the medium
    ("The lawyers argued in a brief that the law was void.", "argued", "the law was void"),
    # several words are the cue
    ("Marn made it clear that no ferry would be sold.", "made it clear", "no ferry would be sold"),
    ("Loy pointed out that the dam was new.", "pointed out", "the dam was new"),
    # a rumour: subject and infinitive
    ("The mayor is said to have left.", "said", "The mayor … to have left"),
    # a relative pronoun that the clause sent ahead
    ("The park, which Loy said is full, was closed.", "said", "which … is full"),
    # what follows a semicolon is no part of it, nor an as-clause, nor a second cue
    ("The union claims the firm lied; the firm says it did not.", "claims", "the firm lied"),
    (
        "Stroud denied the board was split, as a director had claimed in May.",
        "denied",
        "the board was split",
    ),
    (
        "The inspectors said the dam was safe but declined to say who had built it.",
        "said",
        "the dam was safe",
    ),
    (
        "The clerk warned that it would flood, adding that boats were ready.",
        "adding",
        "boats were ready",
    ),
    (
        "The police said in a post, citing the coastguard, that two boats were missing.",
        "said",
        "two boats were missing",
    ),
    # the clause that a tag parts from its verb
    (
        "A neighbour told deputies, the indictment says, that the money was in the wall.",
        "told",
        "the money was in the wall",
    ),
    # a tag beside the clause, or inside it, is no part of it
    (
        "Two clerks said the dam had failed in May, the Vessel Gazette reported.",
        "said",
        "the dam had failed in May",
    ),
    ("A clerk told guards, the log says, that the dam was old.", "told", "the dam was old"),
    # what stands in the marks on a sign, and not what became of the sign
    ("A sign reading “Back on Monday” was on the door.", "reading", "Back on Monday"),
]


@pytest.mark.parametrize(("text", "cue", "content"), CLAUSES)
def test_the_reported_clause(text: str, cue: str, content: str) -> None:
    assert report(text, cue).get("content") == content


NOTHING = [
    ("Loy denied wrongdoing.", "denied"),
    ("Loy agreed with the clerk.", "agreed"),
    ("Marn, asked about the dam, laughed.", "laughed"),
    ("Asked whether he had, Loy responded by shaking his head.", "responded"),
    ("The ministry refused to comment.", "refused to comment"),
]


@pytest.mark.parametrize(("text", "cue"), NOTHING)
def test_a_cue_without_a_clause_reports_only_quoted_words(text: str, cue: str) -> None:
    found = report(text, cue)
    assert "content" not in found
    assert found["form"] == "colon"


def test_every_that_clause_is_a_report_of_its_own() -> None:
    text = "Marn said that the ice was thin, and that no boats should go out."
    assert [r["content"] for r in reports(text, "said")] == [
        "the ice was thin",
        "no boats should go out",
    ]


def test_a_clause_before_a_semicolon_is_not_what_the_cue_behind_it_reports() -> None:
    text = "The board said it had read the letter; it did not say when it would answer."
    assert report(text, "say")["content"] == "when it would answer"


def test_an_inverted_tag_that_the_parser_takes_for_a_clause() -> None:
    text = "The mill will close, says Loy."
    assert report(text, "says")["content"] == "The mill will close"


def test_a_clause_that_the_parser_joins_to_the_cue_is_one_of_its_own() -> None:
    found = reports("Loy said that the dam was shut, and that the clerk had left.", "said")
    assert [r["content"] for r in found] == ["the dam was shut", "the clerk had left"]


def test_what_somebody_calls_a_thing_is_no_tag_of_the_clause_before() -> None:
    text = "Two divers told us that the engineer, Ada Loy, had called it “a bath”."
    assert "content" not in report(text, "called")
