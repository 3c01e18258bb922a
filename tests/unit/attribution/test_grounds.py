"""What made a report a statement, in words."""

from __future__ import annotations

from dataclasses import replace

import pytest

from onrecord.attribution import Scene, grounds
from onrecord.types import RelationKind, Report, TaggedRelation
from tests.parses import parsed, strings, tagged

NOTHING = "the trained tagger found nothing in the article, so that grammar is believed"
OTHER = TaggedRelation(None, None, (), RelationKind.SPEECH, 0.9, ())


def told(text: str, lemma: str, tags: tuple[TaggedRelation, ...] = ()) -> list[str]:
    built = parsed(text)
    read = Scene(built, strings(built), tagged(text), tags)
    return list(grounds(read, one(read, lemma)))


def one(read: Scene, lemma: str) -> Report:
    return next(report for report in read.reports if report.lemma == lemma and report.content)


@pytest.mark.parametrize(
    ("text", "lemma", "form", "verb"),
    [
        (
            "Loy said the dam would hold.",
            "say",
            "the verb “said” with its clause",
            "the verb is one of speech",
        ),
        (
            "Marn vowed to dig a canal.",
            "vow",
            "the verb “vowed” with its clause",
            "a command or promise is words itself",
        ),
        (
            "Inspectors found that the alarm was off.",
            "find",
            "the verb “found” with its clause",
            "the verb tells what an inquiry comes to",
        ),
        (
            "The memo shows that the alarm was off.",
            "show",
            "the verb “shows” with its clause",
            "a document or a name shows it",
        ),
        (
            "The mayor had left, it was reported on Monday.",
            "report",
            "the verb “reported” in a tag of the clause",
            "the verb is one of speech",
        ),
    ],
)
def test_a_verb_tells_its_construction_and_how_it_puts_things_in_words(
    text: str, lemma: str, form: str, verb: str
) -> None:
    assert told(text, lemma) == [form, verb, NOTHING]


def test_a_phrase_without_a_verb_names_a_source() -> None:
    text = "The dam was shut, according to the clerk."
    built = parsed(text)
    read = Scene(built, strings(built), tagged(text))
    report = next(r for r in read.reports if r.construction.value == "according_to")
    form, seen = grounds(read, report)
    assert form == "the phrase “according to” of a source"
    assert seen == "the trained tagger did not find it, as such a form need not be"


def test_the_tagger_that_agrees_is_named() -> None:
    text = "Loy said the dam would hold."
    built = parsed(text)
    read = Scene(built, strings(built), tagged(text), (OTHER,))
    *_, seen = grounds(read, replace(one(read, "say"), tagged=0))
    assert seen == "the trained tagger found it as well"


def test_why_grammar_is_believed_where_the_tagger_is_silent_is_told() -> None:
    *_, seen = told("Loy said the dam would hold.", "say", (OTHER,))
    assert seen == "the trained tagger did not find it, but its source is one that can speak"
