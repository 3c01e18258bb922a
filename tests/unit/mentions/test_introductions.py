"""Phrases that bring a name in, as the parse ties them to it."""

from __future__ import annotations

import pytest

from onrecord.lexicon import people
from onrecord.mentions.introductions import IntroductionFinder
from tests.build import document


def introduced(line: str) -> str | None:
    """What the name *Ada Quill* of a sentence is brought in by."""
    built = document(line)
    first = next(t.index for t in built.tokens if t.text == "Ada")
    found = IntroductionFinder(built, people.load()).of(first, first + 2)
    return built.span_of(found.first, found.last).of(built.text) if found else None


NAME = "Ada/PROPN/compound/Quill Quill/PROPN/appos/{} ,"


@pytest.mark.parametrize(
    ("line", "phrase"),
    [
        (
            "An/DET/det/analyst analyst/NOUN/nsubj/asked at/ADP/prep/analyst"
            " Penhallow/PROPN/pobj/at , " + NAME.format("Penhallow") + " asked/VERB .",
            "An analyst at Penhallow",
        ),
        (
            "The/DET/det/baker baker/NOUN/nsubj/left , one/NUM/nummod/Quill "
            + NAME.format("baker")
            + " left/VERB .",
            "The baker",
        ),
        (
            "Its/PRON:PRP$/poss/director managing/VERB:VBG/compound/director"
            " director/NOUN/nsubj/left , " + NAME.format("director") + " left/VERB .",
            "Its managing director",
        ),
        (
            "The/DET/det/understudy understudy/NOUN/nsubj/left who/PRON:WP/nsubj/sang"
            " sang/VERB/relcl/understudy , " + NAME.format("understudy") + " left/VERB .",
            "The understudy",
        ),
        (
            "One/NUM/nsubj/left of/ADP/prep/One them/PRON/pobj/of , a/DET/det/woman"
            " woman/NOUN/appos/One called=call/VERB/acl/woman Ada/PROPN/compound/Quill"
            " Quill/PROPN/oprd/called , left/VERB .",
            "One of them",
        ),
        (
            "The/DET/det/town town/NOUN/nsubj/left , " + NAME.format("town") + " left/VERB .",
            None,
        ),
        (
            "The/DET/det/baker baker/NOUN/nsubj/left , "
            + NAME.format("baker")
            + " and/CCONJ/cc/baker others/NOUN/conj/baker left/VERB .",
            None,
        ),
        ("The/DET/det/baker baker/NOUN/nsubj/met met/VERB Ada/PROPN/compound Quill/PROPN .", None),
        (
            "He/PRON/nsubj/said said/VERB , Ada/PROPN/compound/Quill Quill/PROPN/dobj/said , no .",
            None,
        ),
    ],
)
def test_the_noun_phrase_before_the_comma(line: str, phrase: str | None) -> None:
    assert introduced(line) == phrase


@pytest.mark.parametrize(
    ("line", "phrase"),
    [
        (
            "A/DET/det/man man/NOUN/nsubj/left called=call/VERB/acl/man"
            " Ada/PROPN/compound/Quill Quill/PROPN/oprd/called left/VERB .",
            "A man",
        ),
        (
            "The/DET/det/judge judge/NOUN/nsubj/called called=call/VERB"
            " Ada/PROPN/compound/Quill Quill/PROPN/dobj/called late/ADJ/oprd/called .",
            None,
        ),
        (
            "A/DET/det/trucker trucker/NOUN/nsubj/left who/PRON:WP/nsubj/gave"
            " gave=give/VERB/relcl/trucker his/PRON:PRP$ name/NOUN/dobj/gave only/ADV"
            " as/ADP/prep/gave Ada/PROPN/compound/Quill Quill/PROPN/pobj/as left/VERB .",
            "A trucker",
        ),
        (
            "A/DET/det/man man/NOUN/nsubj/left who/PRON:WP/nsubj/met met=meet/VERB/relcl/man"
            " Ada/PROPN/compound/Quill Quill/PROPN/dobj/met left/VERB .",
            None,
        ),
    ],
)
def test_how_somebody_is_called_is_no_deed_of_somebody_known(line: str, phrase: str | None) -> None:
    built = document(line)
    first = next(t.index for t in built.tokens if t.text == "Ada")
    found = IntroductionFinder(built, people.load()).called(first)

    assert (built.span_of(found.first, found.last).of(built.text) if found else None) == phrase


def called(line: str) -> str | None:
    """What the name *Ada Quill* of a sentence is said to be the name of."""
    built = document(line)
    first = next(t.index for t in built.tokens if t.text == "Ada")
    found = IntroductionFinder(built, people.load()).called(first)
    return built.span_of(found.first, found.last).of(built.text) if found else None


@pytest.mark.parametrize(
    ("clause", "phrase"),
    [
        ("named=name/VERB", "The suspect"),
        ("identified=identify/VERB as/ADP", "The suspect"),
        (", identified=identify/VERB by/ADP police/NOUN as/ADP", "The suspect"),
        (", named=name/VERB by/ADP local/ADJ media/NOUN as/ADP", "The suspect"),
        (", seen=see/VERB by/ADP police/NOUN as/ADP", None),
        (", known=know/VERB to/ADP friends/NOUN as/ADP", None),
    ],
)
def test_somebody_who_is_identified_by_others(clause: str, phrase: str | None) -> None:
    noun = "The/DET/det/suspect suspect/NOUN/nsubj/fled"
    assert called(f"{noun} {clause} Ada/PROPN Quill/PROPN , fled=flee/VERB .") == phrase
