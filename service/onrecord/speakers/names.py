"""Names of persons and bodies compared: full names, parts of names, initials, short forms."""

from __future__ import annotations

import re
from functools import cache, lru_cache
from unicodedata import combining, normalize

from onrecord.lexicon import people

LEGAL = frozenset(
    [
        "inc",
        "incorporated",
        "corp",
        "corporation",
        "co",
        "ltd",
        "limited",
        "llc",
        "llp",
        "plc",
        "gmbh",
        "ag",
        "sa",
        "nv",
        "bv",
        "group",
    ]
)
"""Ends of the names of firms that news leaves out."""

SHORTEST_NICKNAME = 3
"""Letters by which a shortened forename must begin like the full one (*Rox*, *Roxy*)."""

_NICKNAME = re.compile(r"\s[“‘\"'(]([^”’\"')]+)[”’\"')](?=\s)")
_WORD = re.compile(r"[^\W_]+(?:[-'’.][^\W_]+)*\.?|@\w+|&")
_PART = re.compile(r"[A-Z][a-z]*|[a-z]+|\d+")
_PARTS_OF_PLACES = frozenset(
    {
        "north", "south", "east", "west", "northern", "southern", "eastern", "western", "central",
        "upper", "lower", "greater", "new", "old", "downtown", "inner", "outer",
    }
)  # fmt: skip
_COMPLEMENTS = frozenset({"of", "for", "on", "du", "des", "de", "di", "do", "da"})
_SMALL = frozenset(["of", "the", "and", "for", "on", "in", "to", "at", "&", "de"])

Words = tuple[str, ...]


@lru_cache(maxsize=4096)
def words(name: str) -> Words:
    """The words of a name for comparison: lower case, nickname in quotation marks left out."""
    bare = _NICKNAME.sub("", name)
    raw = _WORD.findall(bare)
    if len(raw) > 1 and raw[0].lower() in {"the", "a", "an"}:
        raw = raw[1:]
    return tuple(_unmarked(people.plain(word)) for word in raw)


def _unmarked(word: str) -> str:
    """A word without accents, which news sets in one place and leaves out in the next."""
    if word.isascii():
        return word
    return "".join(c for c in normalize("NFD", word) if not combining(c))


def nickname(name: str) -> str | None:
    """The nickname inside a name (*William “Bill” Hart*)."""
    found = _NICKNAME.search(name)
    return people.plain(found[1]) if found else None


def person(name: Words) -> Words:
    """A person's name without what may come after the surname (*Jr.*, *KC*)."""
    lexicon = people.load()
    while len(name) > 1 and (name[-1] in lexicon.generation or name[-1] in lexicon.post_nominal):
        name = name[:-1]
    return name


def body(name: Words) -> Words:
    """A body's name without its legal form (*Inc.*)."""
    while len(name) > 1 and name[-1] in LEGAL:
        name = name[:-1]
    return name


def same_person(one: Words, other: Words) -> bool:
    """Whether two full names can be one person's: surnames agree, forenames do not clash.

    One may be a surname of two words (*Dr. dos Santos*).
    """
    one, other = person(one), person(other)
    if one[-1] != other[-1] or min(len(one), len(other)) < 2:
        return one == other
    short, long = sorted((one, other), key=len)
    return short == long[-len(short) :] or same_forename(one[0], other[0])


def same_body(one: Words, other: Words) -> bool:
    """Whether one name goes on where the other ends (*Port Authority*, *Port Authority of X*).

    Or is the other without its owner (*Osmark's Port Authority*);
    Or with a word that ends the names of firms (*Port Lane*, *Port Lane Partners*).
    """
    short, long = sorted((body(one), body(other)), key=len)
    if short == long or (len(short) > 1 and short == unowned(long)):
        return True
    begins = long[: len(short)] == short and len(short) > 1
    goes_on = begins and long[len(short)] in {"of", "for", "and"}
    return goes_on or (begins and long[len(short) :] in _firm_endings())


@cache
def _firm_endings() -> frozenset[Words]:
    return frozenset((word,) for word in people.load().corporate)


def same_forename(one: str, other: str) -> bool:
    """Equal, an initial, a shortened form, or a usual pet name of the other."""
    short, long = sorted((one, other), key=len)
    if long.startswith(short):
        return len(short) >= SHORTEST_NICKNAME or len(short) == 1 or short == long
    return long in people.load().pet_names.get(short, ()) or short in people.load().pet_names.get(
        long, ()
    )


def head_of(name: Words) -> str:
    """The noun of a body's name (*Ministry of Fisheries*): the last word before *of*."""
    after = (place for place, word in enumerate(name) if place and word in _COMPLEMENTS)
    return name[next(after, len(name)) - 1]


def ends_in_place(name: Words) -> bool:
    """*Radio Osmark*, *East Osmark*: a name that its last word alone does not stand for."""
    if len(name) < 2 or name[-1] in people.load().bodies:
        return False
    return name[0] in _PARTS_OF_PLACES or not _sorts_of_bodies().isdisjoint(name[:-1])


@cache
def _sorts_of_bodies() -> frozenset[str]:
    """Nouns for bodies that are no places."""
    lexicon = people.load()
    return (lexicon.organization | lexicon.outlet) - lexicon.place


def is_firm(name: Words) -> bool:
    """Whether a name ends in no word for a place or a body, but for those that firms end in."""
    lexicon = people.load()
    last = name[-1]
    return last in lexicon.corporate or last not in lexicon.bodies


def unowned(name: Words) -> Words:
    """A body's name without the owner before it (*Osmark's Port Authority*)."""
    owners = [place for place, word in enumerate(name[:-1]) if word.endswith(("'s", "’s"))]
    return name[owners[-1] + 1 :] if owners else name


def parts(name: str) -> tuple[str, ...]:
    """The words of a name, those run together as in a handle parted (*@SarnPower*)."""
    return tuple(part.lower() for part in _PART.findall(name))


def spelled_in(handle: str, name: Words) -> bool:
    """Whether the parts of a handle begin the words of a name (*@OPortAuth*)."""
    letters = parts(handle)
    counted = [word for word in name if word not in _SMALL]
    if len(letters) < 2 or len(letters) > len(counted):
        return False
    return all(word.startswith(part) for part, word in zip(letters, counted, strict=False))


def initials(name: Words) -> str:
    """First letters of the words that count (*World Health Organization*: `who`)."""
    return "".join(word[0] for word in name if word not in _SMALL)
