"""Invented sentences: filled, marked, and read back as they were made."""

from __future__ import annotations

from onrecord.document.paragraphs import split
from onrecord.quotations import find
from tests.unit.attribution.scenes import document, scene
from training.invented import articles, labelled, pieces


def test_the_same_sentences_come_out_each_time() -> None:
    assert list(articles()) == list(articles())


def test_every_string_is_read_as_it_was_made() -> None:
    made = list(articles())
    right = sum(len(find(a.text, split(a.text))) == len(a.speech) for a in made)

    assert right >= 0.97 * len(made)


def test_no_slot_and_no_bracket_is_left() -> None:
    for article in articles():
        assert not set("{}[]") & set(article.text)


def test_a_string_inside_another_is_made_as_well() -> None:
    made = next(a for a in articles() if len(find(a.text, split(a.text))) == len(a.speech)
                and any(s.depth for s in find(a.text, split(a.text))))  # fmt: skip

    assert not set("<>") & set(made.text)


def test_both_kinds_are_there() -> None:
    kinds = [is_speech for article in articles() for is_speech in article.speech]

    assert 0.25 < sum(kinds) / len(kinds) < 0.75


def test_examples_carry_what_they_were_made_as() -> None:
    seen = scene(document("The “ green ” boat .", "“ We sail . ”"))

    found = list(labelled("one", seen, (False, True)))
    assert [example.speech for example in found] == [False, True]
    assert any(found[0].right) and not any(found[1].right)
    assert list(labelled("one", seen, (True,))) == []


def test_every_string_of_the_pieces_is_read_as_it_was_marked() -> None:
    for piece in pieces():
        assert not set("[]<>{}") & set(piece.text)
        assert len(find(piece.text, split(piece.text))) == len(piece.speech)


def test_the_pieces_hold_both_kinds() -> None:
    kinds = [is_speech for piece in pieces() for is_speech in piece.speech]

    assert 0.4 < sum(kinds) / len(kinds) < 0.6
