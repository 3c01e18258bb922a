"""What a document tells of its tokens."""

from __future__ import annotations

from dataclasses import astuple

from onrecord.document.tree import tokens_of
from onrecord.types import NamedSpan
from tests.build import document, span

QUILL = document("Ada/PROPN Quill/PROPN/nsubj/left left=leave/VERB Osmark/PROPN/dobj .")


def test_tokens_by_columns_are_those_of_the_constructor() -> None:
    given = [astuple(token)[:-1] for token in QUILL.tokens]
    made = tokens_of(list(zip(*given, strict=True)))
    assert tuple(made) == QUILL.tokens
    assert [token.lower for token in made] == [token.lower for token in QUILL.tokens]
    assert tokens_of([()] * 10) == []


def test_names_become_entities_of_whole_tokens() -> None:
    inside = span(QUILL, "da Qui")
    named = QUILL.named([NamedSpan(inside, "PERSON")], [("Ada", "PERSON")])
    (entity,) = named.entities
    assert (entity.first, entity.last, entity.label) == (0, 2, "PERSON")
    assert entity.span.of(named.text) == "Ada Quill"
    assert named.title_entities == (("Ada", "PERSON"),)


def test_a_name_that_shares_a_token_with_the_one_before_is_left_out() -> None:
    names = [NamedSpan(span(QUILL, "Ada Q"), "PERSON"), NamedSpan(span(QUILL, "uill"), "ORG")]
    assert [e.label for e in QUILL.named(names, ()).entities] == ["PERSON"]


def test_the_tree_stays() -> None:
    named = QUILL.named((), ())
    assert list(named.children(named.tokens[2])) == list(QUILL.children(QUILL.tokens[2]))


def test_a_noun_in_or_at_which_words_stand() -> None:
    built = document(
        "She/PRON read/VERB an email/NOUN in/ADP which/PRON:WDT Loy/PROPN wrote/VERB ."
    )
    email, loy = (next(t for t in built.tokens if t.text == word) for word in ("email", "Loy"))

    assert built.holds_words(email)
    assert not built.holds_words(loy)
