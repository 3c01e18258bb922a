"""What stands inside a name and looks like its end: a small half of a forename, a patron's *'s*."""

from __future__ import annotations

from onrecord.document.tree import Entity, Token
from onrecord.lexicon import cues
from onrecord.mentions import shapes

_SAINTS = frozenset({"St", "St.", "Saint", "Ste", "Ste."})
_PATRONS = frozenset(
    {"king", "queen", "prince", "children", "women", "people", "men", "girls", "boys"}
)
"""Whose name hospitals, schools and parties bear (*Children's Hospital*)."""
_HALVES = frozenset({"NN", "NNP", "FW"})
_HYPHENED = 3
"""Tokens of a forename in two halves."""


def is_half(half: Token, entity: Entity | None, named_behind: bool) -> bool:
    """*Soo- | min Quill*, *Quill Soo- | min*: the small half of a forename inside an entity.

    Args:
        half: the word behind the hyphen.
        entity: what the recogniser takes it for a part of.
        named_behind: whether a word of a name stands behind it.
    """
    if entity is None or half.tag not in _HALVES or not half.text.isalpha():
        return False
    if entity.last == half.index + 1:
        return entity.label == "PERSON" and entity.last - entity.first > _HYPHENED
    begins = entity.first == half.index - 2 and entity.label in {"PERSON", "ORG"}
    return begins and named_behind


def is_patron(before: Token, owner: Token) -> bool:
    """*St Ada | 's Hospital*, *Children | 's Hospital*: whose name a body bears, if one follows."""
    return before.text in _SAINTS or owner.lower in _PATRONS


def is_work(article: Token, owner: Token) -> bool:
    """*In | The Gardener | 's Almanac*: an owner inside a name, by its capital article."""
    return article.text == "The" and owner.sentence == article.sentence


def is_hyphened(before: Token, mark: Token) -> bool:
    """*Hessa al | - | Mirqab*: the hyphen behind a small word."""
    particle = mark.text == "-" and before.text in shapes.PARTICLES
    return particle and shapes.touches(before, mark)


def is_day_of_outlet(day: Token, noun: Token) -> bool:
    """*The Sunday | Ledger*: a day, where the name of a newspaper goes on with it."""
    lexicon = cues.load()
    if not shapes.is_capitalised(noun) or day.lower == noun.lower or day.head != noun.index:
        return False
    airs = day.lower in lexicon.airs or (day.tag == "NNP" and day.dep == "compound")
    return airs and noun.lower in lexicon.outlet


def closes_outlet(before: Token, day: Token) -> bool:
    """*Halden | Today*: a word for times at the end of a newspaper's name."""
    name = before.pos == "PROPN" and before.sentence == day.sentence
    return name and day.lower in cues.load().outlet


def is_numbered(airs: Token, number: Token) -> bool:
    """*Channel | 4*: the number of a station."""
    return number.text.isdigit() and airs.lower in cues.load().airs
