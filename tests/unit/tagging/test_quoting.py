"""Reports of reports: who is quoted speaks, and who quotes is the way it came."""

from __future__ import annotations

import pytest

from onrecord import tagging
from tests.build import document
from tests.parses import report, tagged

QUOTED = [
    ("The memo quotes Mr Kern as saying that the dam was safe.", "Mr Kern", "The memo", "clause"),
    (
        "The treaty is dead, Radio Ostrey quoted a diplomat as saying.",
        "a diplomat",
        "Radio Ostrey",
        "tag",
    ),
    (
        "“It was never tested,” the report quotes a clerk as saying.",
        "a clerk",
        "the report",
        "colon",
    ),
]


@pytest.mark.parametrize(("text", "source", "through", "form"), QUOTED)
def test_who_is_quoted_is_the_source(text: str, source: str, through: str, form: str) -> None:
    found = report(text, "saying")
    assert (found["source"], found["outlet"], found["form"]) == (source, through, form)


def test_the_words_stand_behind_saying_or_before_the_comma() -> None:
    texts = [text for text, *_ in QUOTED]
    assert [report(text, "saying").get("content") for text in texts] == [
        "the dam was safe",
        "The treaty is dead",
        None,
    ]


def test_the_verb_that_quotes_is_no_report_of_its_own() -> None:
    found = tagged("The memo quotes Mr Kern as saying that the dam was safe.")
    assert [r.lemma for r in found if r.source is not None and r.lemma == "quote"] == []


def test_it_may_not_quote_him_so() -> None:
    found = report("The memo does not quote Mr Kern as saying that the dam was safe.", "saying")
    assert found["negated"] is True


PASSIVE = [
    (
        "Mr/PROPN/compound/+1 Kern/PROPN/nsubjpass/+2/PERSON was=be/AUX/auxpass/+1 "
        "quoted=quote/VERB:VBN/ROOT/+0 by/ADP/agent/-1 the/DET/det/+1 Herald/PROPN/pobj/-2 "
        "as/ADP/prep/-4 saying=say/VERB:VBG/pcomp/-1 that/SCONJ/mark/+3 the/DET/det/+1 "
        "dam/NOUN/nsubj/+1 was=be/AUX/ccomp/-4 safe/ADJ/acomp/-1 ./PUNCT/punct/-11",
        ("Mr Kern", "the Herald", "the dam was safe"),
    ),
    (
        "Mr/PROPN/compound/+1 Kern/PROPN/nsubjpass/+2/PERSON was=be/AUX/auxpass/+1 "
        "quoted=quote/VERB:VBN/ROOT/+0 as/ADP/prep/-1 saying=say/VERB:VBG/pcomp/-1 "
        "that/SCONJ/mark/+2 it/PRON/nsubj/+1 leaked=leak/VERB/ccomp/-3 ./PUNCT/punct/-6",
        ("Mr Kern", None, "it leaked"),
    ),
    (
        "Talks=talk/NOUN:NNS/nsubj/+2 will/AUX:MD/aux/+1 resume/VERB:VB/ccomp/+9 "
        ",/PUNCT:,/punct/+8 Ada/PROPN/compound/+1/PERSON Kern/PROPN/nsubjpass/+6/PERSON "
        ",/PUNCT:,/punct/-1 the/DET/det/+1 minister/NOUN/appos/-3 ,/PUNCT:,/punct/-4 "
        "was=be/AUX/auxpass/+1 quoted=quote/VERB:VBN/ROOT/+0 as/ADP/prep/-1 "
        "saying=say/VERB:VBG/pcomp/-1 by/ADP/prep/-1 the/DET/det/+1 Herald/PROPN/pobj/-2 "
        "./PUNCT/punct/-6",
        ("Ada Kern", "the Herald", "Talks will resume"),
    ),
]


@pytest.mark.parametrize(("notation", "parties"), PASSIVE)
def test_the_subject_of_the_passive_is_quoted(
    notation: str, parties: tuple[str, str | None, str]
) -> None:
    built = document(notation)
    (found,) = (r for r in tagging.tag(built, ()) if r.lemma in {"say", "quote"})
    words = [None if s is None else s.of(built.text) for s in (found.source, found.outlet)]
    assert (*words, found.content[0].of(built.text)) == parties


NOT_QUOTING = [
    "The mill was lost, the Herald said, quoting a clerk as saying that it was old.",
    "The memo quotes Mr Kern on the dam.",
]


@pytest.mark.parametrize("text", NOT_QUOTING)
def test_what_is_read_elsewhere(text: str) -> None:
    assert not [r for r in tagged(text) if "… as" in r.evidence]
