"""Tags between commas report the sentence around them."""

from __future__ import annotations

import pytest

from onrecord.tagging import tags
from tests.parses import report, scoped

AROUND = [
    ("The mill will close, the Vessel Gazette reported.", "reported", "The mill will close"),
    ("The mill will close, Loy said on Friday.", "said", "The mill will close"),
    ("The mill will close, said the mayor of Ostrey.", "said", "The mill will close"),
    ("Prices fell, as the Marrow Herald first reported.", "reported", "Prices fell"),
    ("The road, Marn said, would be closed.", "said", "The road … would be closed"),
    ("The clerk, prosecutors allege, sold it twice.", "allege", "The clerk … sold it twice"),
    (
        "It began, Loy says, with a noise like a fridge.",
        "says",
        "It began … with a noise like a fridge",
    ),
    (
        "Crabs sleep, the study found, and they dream of the tide.",
        "found",
        "Crabs sleep … and they dream of the tide",
    ),
    (
        "The road would be shut, she told councillors, and buses would run.",
        "told",
        "The road would be shut … and buses would run",
    ),
    ("The dam was old, she liked to say.", "say", "The dam was old"),
    (
        "The dam held, a clerk said Friday, and it leaked.",
        "said",
        "The dam held … and it leaked",
    ),
    # of where or when it was so, the last clause alone
    ("It closed in May, when a clerk left, the Herald reported.", "reported", "a clerk left"),
    # behind a conjunction, what goes on
    ("The boy came and, his mother says, slept.", "says", "slept"),
    # inside a relative clause, the tag reports what goes on
    ("He paid for calls in which, Marn insists, nobody spoke.", "insists", "nobody spoke"),
    ("It is a bridge which, engineers say, will carry a tram.", "say", "will carry a tram"),
    # what opens a new thought behind the tag is the article's own
    ("The road is shut, Marn said, but shops are open.", "said", "The road is shut"),
    (
        "The mill will close, the Herald reported, citing two clerks.",
        "reported",
        "The mill will close",
    ),
]


@pytest.mark.parametrize(("text", "cue", "content"), AROUND)
def test_the_sentence_around_a_tag_is_what_it_reports(text: str, cue: str, content: str) -> None:
    found = report(text, cue)
    assert found["content"] == content
    assert found["form"] == "tag"


def test_a_misread_verb_before_the_tag_does_not_matter() -> None:
    text = "A salve rubbed into the skin cut cases of gout by half, doctors said on Friday."
    assert report(text, "said")["content"] == text.partition(", doctors")[0]


NO_TAGS = [
    # the words behind are what the verb brings in
    ("When it rained, Loy said, “we stopped.”", "said", "Loy"),
    ("Asked if he would go, Loy told the Gazette: “And do what?”", "told", "Loy"),
    # no whole statement stands before
    ("On Friday, Loy said the mill would close.", "said", "Loy"),
    ("When the vote was lost, Loy said it was over.", "said", "Loy"),
    ("Loy said the mill would close.", "said", "Loy"),
    ("In Ostrey, officials reported a fire.", "reported", "officials"),
    ("When it was over, Loy said a prayer.", "said", "Loy"),
]


@pytest.mark.parametrize(("text", "verb", "subject"), NO_TAGS)
def test_what_is_no_tag(text: str, verb: str, subject: str) -> None:
    scope = scoped(text)
    tokens = {token.text: token for token in scope.document.tokens}
    assert tags.find(scope, tokens[verb], tokens[subject], None) is None


def test_a_subordinate_clause_alone_is_not_reported() -> None:
    scope = scoped("When the vote was lost, Loy said, citing the clerk, it was over.")
    tokens = {token.text: token for token in scope.document.tokens}
    assert tags.find(scope, tokens["said"], tokens["Loy"], None) is None
