"""Who is cited."""

from __future__ import annotations

from dataclasses import replace

import pytest

from onrecord import quotations
from onrecord.lexicon import cues
from onrecord.tagging import sources
from onrecord.tagging.resuming import resumed
from onrecord.tagging.scope import lay
from tests.build import document
from tests.parses import report, scoped

SOURCES = [
    ("Loy said the dam would hold.", "said", "Loy"),
    ("“We stopped,” said Ferran Loy.", "said", "Ferran Loy"),
    ("Ferran Loy, who said the dam was safe, has resigned.", "said", "Ferran Loy"),
    ("Loy was quoted as saying that the dam would hold.", "saying", "Loy"),
    ("Loy shut the gate and said it was late.", "said", "Loy"),
    ("Loy sold the mill, saying it was too old.", "saying", "Loy"),
    ("Investors were told by the clerk that the mill was lost.", "told", "the clerk"),
    (
        "The inn was once described in the Coastal Guide as “a cave with soup”.",
        "described",
        "the Coastal Guide",
    ),
    (
        "The inspectors said the dam was safe but declined to say who had built it.",
        "declined to say",
        "The inspectors",
    ),
    ("The clerk warned that it would flood, adding that boats were ready.", "adding", "The clerk"),
    ("Loy and Marn said the dam would hold.", "said", "Loy and Marn"),
    ("The clerk, who left in May and said the dam was safe, has gone.", "said", "The clerk"),
    ("“We stopped,” said the clerk.", "said", "the clerk"),
    ("Loy, asked about the mill, said it was late.", "said", "Loy"),
    ("The report that said the dam was safe was lost.", "said", "The report"),
    ("Asked by the Herald whether she would go, Marn shook her head.", "Asked", "the Herald"),
    ("Minister quits over accord, says she was tired", "says", "Minister"),
    ("Prices rose in May, reported the Herald.", "reported", "the Herald"),
    # a thing does not describe: whoever spoke of it does
    ("She said the roof was sound but described it as “old”.", "described", "She"),
    ("He confirmed the deal was off, describing it as “dead”.", "describing", "He"),
    (
        "The mill was lost, the Herald said, quoting a note that says it was “old”.",
        "says",
        "a note",
    ),
]


@pytest.mark.parametrize(("text", "cue", "source"), SOURCES)
def test_the_source_of_a_cue(text: str, cue: str, source: str) -> None:
    assert report(text, cue)["source"] == source


UNKNOWN = [
    ("It was revealed that both had known.", "revealed"),
    ("Asked whether she would go, Marn shook her head.", "Asked"),
    ("Her husband was asked what he would miss.", "asked"),
    ("Asked what she would do next, Marn said she would sleep.", "Asked"),
    ("The mayor is said to have left.", "said"),
    ("It was said in a memo that the dam was safe.", "said"),
    ("“Dam closed” was written on the wall.", "written"),
]


@pytest.mark.parametrize(("text", "cue"), UNKNOWN)
def test_a_passive_without_an_agent_names_nobody(text: str, cue: str) -> None:
    assert "source" not in report(text, cue)


RESUMED = [
    ("He said the emails had been lost but did not say what they were.", "say", True),
    ("He said the gate was shut and refused to say who had the key.", "refused", True),
    ("She said the clerk had been paid and added that it was late.", "added", True),
    ("He said the clerk would go and he told nobody.", "told", False),
    ("He said the clerk posed a threat and refused to drop the axe.", "refused", False),
    ("The vote was lost and the mayor said so.", "said", False),
    ("She said the roof was sound but described it as “old”.", "described", True),
    ("She said the clerk was right but called the mill “old”.", "called", True),
    ("She said the clerk left and called the mill “old”.", "called", False),
    ("She wrote that it was late and asked clerks to go.", "asked", True),
    ("He confirmed the deal was off, describing it as “dead”.", "describing", True),
]


@pytest.mark.parametrize(("text", "verb", "resumes"), RESUMED)
def test_a_second_cue_shares_the_subject_of_the_first(text: str, verb: str, resumes: bool) -> None:
    scope = scoped(text)
    token = next(t for t in scope.document.tokens if t.text == verb)
    assert (resumed(scope, token, cues.load()) is not None) is resumes


def test_a_noun_that_the_parser_hung_on_the_verb_as_something_else() -> None:
    scope = scoped("“We stopped,” said Loy.")
    said = next(t for t in scope.document.tokens if t.text == "said")
    loy = next(t for t in scope.document.tokens if t.text == "Loy")
    misread = replace(loy, dep="dobj")
    tokens = tuple(misread if t is loy else t for t in scope.document.tokens)
    changed = replace(scope, document=replace(scope.document, tokens=tokens))
    assert sources.find(changed, said) == misread


def test_nobody_is_found_where_nobody_stands() -> None:
    scope = scoped("Dam closed, saying nothing of the mill.")
    saying = next(t for t in scope.document.tokens if t.text == "saying")
    alone = replace(saying, dep="ROOT", head=saying.index)
    assert sources.find(scope, alone) is None


def who(*paragraphs: str, verb: str) -> str | None:
    built = document(*paragraphs)
    scope = lay(built, quotations.find(built.text, built.paragraphs))
    found = sources.find(scope, next(t for t in built.tokens if t.text == verb))
    return found.text if found else None


def test_an_account_behind_a_verb_that_follows_quoted_words() -> None:
    assert who("“ Shut again ” posted=post/VERB @fenn/NOUN/dobj/posted .", verb="posted") == "@fenn"
    assert who("Loy posted=post/VERB @fenn/NOUN/dobj/posted .", verb="posted") is None
    assert who("“ No , ” @fenn/ADP/appos/replied replied=reply/VERB .", verb="replied") == "@fenn"
    assert who("“ No , ” @fenn/ADP 🌊/NOUN replied=reply/VERB .", verb="replied") == "@fenn"


def test_a_word_that_asks_is_nobody() -> None:
    asked = "Loy was asked/VERB who/PRON:WP/nsubj/pays pays=pay/VERB/ccomp/asked ."

    assert who(asked, verb="pays") is None


def test_of_two_subjects_the_one_before_the_verb_speaks() -> None:
    """*The clerk, an aide, said men used to call it “old”*: the men are those spoken of."""
    built = document(
        "The clerk/NOUN/nsubj/said , an aide/NOUN/appos/clerk , said=say/VERB men/NOUN/nsubj/said "
        "used=use/VERB:VBN/acl/men to/PART call/VERB:VB/xcomp/used it ."
    )
    said = next(t for t in built.tokens if t.text == "said")
    found = sources.find(lay(built, ()), said)
    assert found is not None and found.text == "clerk"
