"""Nouns as cues, by the form: whose words they are, where the clause hangs and where it ends."""

from __future__ import annotations

import pytest

from tests.parses import report, reports

WHOSE = [
    ("Residents ignored police warnings that the road was icy.", "warnings", "police"),
    ("The firm denied union claims that staff had been bullied.", "claims", "union"),
    ("The coastguard issued a warning that the ferry was unsafe.", "warning", "The coastguard"),
    ("The mayor ended with a warning that winter would be hard.", "warning", "The mayor"),
    ("A warning was issued by the coastguard that the ferry was unsafe.", "warning",
     "the coastguard"),
    ("The report repeats a claim first made by the Courier that the mayor had lied.", "claim",
     "the Courier"),
    ("Her message is that the dam is safe.", "message", "Her"),
    ("The verdict of the panel was that the dam was safe.", "verdict", "the panel"),
    ("The minister's message: the dam is safe.", "message", "The minister"),
    ("Hale repeated a threat that he would sue.", "threat", "Hale"),
    ("The company faced allegations that it had hidden the leak.", "allegations", None),
    ("Weather warnings that the road would flood proved right.", "warnings", None),
]  # fmt: skip


@pytest.mark.parametrize(("text", "cue", "source"), WHOSE)
def test_whose_words_they_are(text: str, cue: str, source: str | None) -> None:
    found = report(text, cue)
    assert found.get("source") == source
    assert found["form"] == "nominal"


EXTENT = [
    ("The captain's claim the ferry was safe was rejected.", "claim", "the ferry was safe"),
    ("Police dismissed claims by residents the alarm had failed.", "claims",
     "the alarm had failed"),
    ("Hale resigned despite his insistence the files were safe.", "insistence",
     "the files were safe"),
    ("Ruiz stood by her assertion that the dam was cracked.", "assertion", "the dam was cracked"),
    ("The inquiry followed a complaint from Hale that his letters had been opened.", "complaint",
     "his letters had been opened"),
    ("Her claim that she was ill prompted laughter.", "claim", "she was ill"),
    ("The admission by the firm that it had lost the files angered relatives.", "admission",
     "it had lost the files"),
    ("Their argument: the dam is unsafe.", "argument", "the dam is unsafe"),
    ("They laughed at his boast that he had never lost.", "boast", "he had never lost"),
]  # fmt: skip


@pytest.mark.parametrize(("text", "cue", "content"), EXTENT)
def test_what_is_reported(text: str, cue: str, content: str) -> None:
    assert report(text, cue)["content"] == content


NEGATED = [
    ("Lind repeated her denial that she had lied.", "denial"),
    ("There was no warning from the coastguard that the ferry was unsafe.", "warning"),
    ("The minister refused to give a guarantee that the hospital would stay open.", "guarantee"),
    ("The minister could give no assurance that the hospital would stay open.", "assurance"),
    ("The council did not make the claim that the road was safe.", "claim"),
]


@pytest.mark.parametrize(("text", "cue"), NEGATED)
def test_what_was_denied_or_not_given_is_negated(text: str, cue: str) -> None:
    (found,) = (r for r in reports(text, cue) if r["form"] == "nominal")
    assert found["negated"]


NOTHING = [
    "He made a promise that he could not keep.",
    "She made a claim that nobody could prove.",
    "The statement that she made was false.",
    "The union sought assurances that no jobs would go.",
    "The union demanded a guarantee from the firm that no jobs would go.",
    "The problem is that the dam is old.",
    "Our ruling: the dam is old.",
]


@pytest.mark.parametrize("text", NOTHING)
def test_what_only_tells_which_one_or_has_not_been_said(text: str) -> None:
    document_words = text.rstrip(".").split()
    found = [r for word in document_words for r in reports(text, word) if r["form"] == "nominal"]
    assert found == []


NOT_THE_VERBS = [
    ("They laughed at his boast that he had never lost.", "laughed"),
    ("Lind repeated her denial that she had lied.", "repeated"),
    ("The council was responding to criticism that it had acted too slowly.", "responding"),
    ("The firm denied union claims that staff had been bullied.", "denied"),
]


@pytest.mark.parametrize(("text", "verb"), NOT_THE_VERBS)
def test_the_clause_of_a_noun_is_not_that_of_the_verb(text: str, verb: str) -> None:
    assert not [r for r in reports(text, verb) if r.get("content")]


@pytest.mark.parametrize("cue", ["warned", "told"])
def test_a_paper_is_where_the_verb_puts_its_words(cue: str) -> None:
    texts = {
        "warned": "The chairman warned in his report that the roof was unsafe.",
        "told": "Lind told the inquiry in testimony that the files were gone.",
    }
    assert report(texts[cue], cue)["content"]
