"""Whether quoted words go on with those before them."""

from __future__ import annotations

import pytest

from onrecord.attribution.going_on import is_parted, runs_on
from onrecord.document.tree import Document
from onrecord.types import Construction
from tests.unit.attribution.scenes import document, report, scene
from tests.unit.attribution.test_assemble import shown


def parted(built: Document) -> bool:
    seen = scene(built)
    first, second = seen.strings[:2]
    return is_parted(seen, first.outer.end, second.outer.start)


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("“ No , ” he said/VERB .\nHe shrugged/VERB .\n“ Go . ”", True),
        ("“ No , ” he said/VERB .\n“ Go . ”", False),
        ("“ No , ” said/VERB Dr/PROPN .\nAda/PROPN Quill/PROPN .\n“ Go . ”", False),
        ("“ No , ” he said/VERB .\nThen , later :\n“ Go . ”", False),
        ("“ No , ” he said/VERB , “ go . ”", False),
    ],
)
def test_a_sentence_of_its_own_parts_two_quotations(text: str, expected: bool) -> None:
    assert parted(document(text)) is expected


def on(text: str, cue: str, source: str | None) -> bool:
    built = document(text)
    seen = scene(built)
    before, string = seen.strings[:2]
    return runs_on(seen, before, string, report(built, cue, source))


def test_the_rest_of_a_sentence_is_said_by_its_tag_whatever_verb_stands_between() -> None:
    tag = "“ I saw , ” said/VERB Orr/PROPN , like a clerk reading/VERB bills ,"

    assert on(f"{tag} “ many drains . ”", "reading", "a clerk")
    assert not on(f"{tag} “ Many drains . ”", "reading", "a clerk")


def test_a_cue_right_before_the_words_is_their_own() -> None:
    assert not on("“ No , ” she said/VERB , adding/VERB , “ never . ”", "adding", "she")
    assert not on("“ No , ” she said/VERB , and replied/VERB Orr , “ no . ”", "replied", "Orr")
    assert not on("“ No , ” she said/VERB . It rained , “ never . ”", "rained", None)
    assert not on("“ No ” she said/VERB it rained , “ never . ”", "rained", None)


def test_a_phrase_behind_the_tag_goes_on_with_the_clause_before_it() -> None:
    built = document(
        "He grows=grow/VERB:VBZ/ccomp/said figs/NOUN , she/PRON/nsubj/said said=say/VERB/ROOT , "
        "“ somewhere/ADV/advmod/said dull/ADJ ” ."
    )
    tag = report(built, "said", "she", "He grows figs", construction=Construction.TAG)
    assert shown(scene(built, tag), (0, None)) == [
        ("mixed", ["He grows figs", "“somewhere dull”"], None)
    ]


def test_words_that_a_copula_awaits_go_on_with_it() -> None:
    built = document(
        "It was=be/AUX/ccomp/said , she/PRON/nsubj/said said=say/VERB , “ a/DET feast ” ."
    )
    tag = report(built, "said", "she", "It was", construction=Construction.TAG)
    assert shown(scene(built, tag), (0, None)) == [("mixed", ["It was", "“a feast”"], None)]
