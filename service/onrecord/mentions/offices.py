"""Offices that an article gives to a name: *the governor* is she, whatever name stands beside."""

from __future__ import annotations

from onrecord.document.tree import Document, Token
from onrecord.lexicon.people import PeopleLexicon, plain
from onrecord.mentions import shapes

_JOINTS = frozenset({"to", "for", "of", "with"})


def held(document: Document, lexicon: PeopleLexicon) -> frozenset[str]:
    """The nouns of the titles that stand right before names (*Gov. Ada Quill*: governor)."""
    return frozenset(
        lexicon.short_ranks.get(noun, noun)
        for noun, token in ((plain(token.text), token) for token in document.tokens[:-1])
        if lexicon.is_rank(noun)
        and shapes.is_capitalised(token)
        and document.tokens[token.index + 1].pos == "PROPN"
    )


def is_of_another(
    document: Document, lexicon: PeopleLexicon, offices: frozenset[str], noun: Token
) -> bool:
    """*An aide to | the governor*, of whom a name is known: no words for the name that follows."""
    article, joint = noun.index - 1, noun.index - 2
    if joint < 1 or plain(noun.lemma) not in offices:
        return False
    person = plain(document.tokens[joint - 1].lemma)
    definite = document.tokens[article].lower == "the"
    joined = document.tokens[joint].lower in _JOINTS and lexicon.is_person(person)
    return definite and joined


def is_of_a_place(document: Document, lexicon: PeopleLexicon, noun: Token) -> bool:
    """*The president of the | republic*, *the mayor of the | city*: of what somebody has an office.

    Whose name follows is the one who has it.
    """
    article, joint = noun.index - 1, noun.index - 2
    if joint < 1 or plain(noun.lemma) not in lexicon.place:
        return False
    person = plain(document.tokens[joint - 1].lemma)
    definite = document.tokens[article].lower == "the"
    return definite and document.tokens[joint].lower == "of" and lexicon.is_person(person)
