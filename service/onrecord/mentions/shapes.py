"""What words look like: capitals, marks and the little words inside names."""

from __future__ import annotations

import re

from onrecord.document.tree import Document, Token

OPENING = frozenset("“‘\"'«„‹([`") | {"``", "''"}
CLOSING = frozenset("”’\"'»“›)]") | {"''"}
BREAKS = frozenset(',;:.!?…—–()[]“”"«»„•') | {"--", "''", "``", "..."}
"""Marks that end a noun phrase."""

PARTICLES = frozenset(
    ["de", "del", "della", "delle", "dei", "degli", "di", "da", "das", "do", "dos", "du", "des",
     "aux", "los", "las", "van", "von", "der", "den", "la", "le", "les", "al", "bin", "ibn", "ben",
     "y", "e", "el", "ter", "ten", "zu", "und", "af", "av"]
)  # fmt: skip
LINKS = frozenset(("of", "for", "on", "and", "the", "in", "to", "at", "'s", "’s", "'", "’"))
"""Words inside the names of bodies (*Institute for the Study of …*)."""

MOST_MARKS = 2
"""Marks before the first word of a sentence."""

_CLOSED = frozenset(
    {"DET", "PRON", "AUX", "ADP", "CCONJ", "SCONJ", "PART", "PUNCT", "SPACE", "SYM"}
)
_PRONOUNS = frozenset({"mine", "yours", "hers", "ours", "theirs"})
_MARKUP = re.compile(r"[<>{}|=\\]|://|www\.")
_INNER_CAPITAL = re.compile(r"[a-z][A-Z]")
_ELIDED = re.compile(r"(?:dell|nell|all|d|l)['’][A-Z]")
_PREFIXED = re.compile(r"(Mc|Mac|De|Del|Di|Du|La|Le|Van|Von|Fitz)[A-Z]")


def opens_sentence(document: Document, index: int) -> bool:
    """Whether nothing but a few marks stands before a token in its sentence."""
    begin = document.sentence_of(document.tokens[index]).first
    near = index - begin <= MOST_MARKS
    return near and all(token.pos == "PUNCT" for token in document.tokens[begin:index])


def is_handle(token: Token) -> bool:
    """Whether the token is a name on a social platform (*@tilda*)."""
    return token.text[0] == "@" and token.text[1:2].isalnum()


def is_capitalised(token: Token) -> bool:
    """Whether the first letter of the token is a capital (*2X* too)."""
    first = token.text[0]
    if not first.isalpha():
        first = next((c for c in token.text if c.isalpha()), "")
    return first.isupper()


def is_coined(word: str) -> bool:
    """Capitals inside a word (*RailNorth*), but for the prefixes of surnames (*McKay*)."""
    inner = bool(_INNER_CAPITAL.search(word))
    return word.isalpha() and inner and not _PREFIXED.match(word)


def is_elided(token: Token) -> bool:
    """Whether the token is a name behind a short article (*Corriere dell'Osmo*)."""
    return _ELIDED.match(token.text) is not None


def is_markup(token: Token) -> bool:
    """Whether the token holds what no word does: a left-over of markup, an address."""
    return _MARKUP.search(token.text) is not None


def is_closed(token: Token) -> bool:
    """Whether the token is no content word."""
    return token.pos in _CLOSED or token.lower in _PRONOUNS


def touches(left: Token, right: Token) -> bool:
    """Whether nothing stands between two tokens."""
    return left.end == right.start
