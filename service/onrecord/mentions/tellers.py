"""Verbs of saying behind what may be an apposition: *Quill, the chair of the board | said*."""

from __future__ import annotations

from collections.abc import Sequence
from itertools import dropwhile, islice

from onrecord.document.tree import FINITE, Token
from onrecord.lexicon import cues
from onrecord.lexicon.cues import CueClass
from onrecord.mentions import shapes

_LONGEST_NAME = 5
_LONGEST_TAG = 8
"""Tokens behind the verb of a tag: *told reporters on Monday, was …*."""
_GOES_ON = FINITE | {"VBN"}


def is_of_teller(tokens: Sequence[Token], comma: int) -> bool:
    """*He rang Quill, a spokesman, | Tom Vane, said*: what the name that follows is."""
    behind = tokens[comma + 1 : comma + 1 + _LONGEST_NAME + 2]
    name = next((n for n, token in enumerate(behind) if token.pos != "PROPN"), 0)
    closed = 0 < name < len(behind) - 1 and behind[name].text == ","
    return closed and _says(behind[name + 1])


def is_said(tokens: Sequence[Token], index: int) -> bool:
    """*Quill, the chair of the board said*: a verb of saying, the comma forgotten."""
    return _says(tokens[index]) and not _is_tag(tokens, index)


def _says(token: Token) -> bool:
    return token.pos == "VERB" and CueClass.SAY in cues.load().classes(token.lemma)


def _is_tag(tokens: Sequence[Token], index: int) -> bool:
    """*Quill, the chair said, was late*: a tag between commas, within what the chair said."""
    behind = tokens[index + 1 : index + 1 + _LONGEST_TAG]
    rest = list(dropwhile(lambda token: token.text not in shapes.BREAKS, behind))
    words = (t for t in rest if t.text.isalpha() and t.pos != "ADV")
    goes_on = any(t.tag in _GOES_ON and t.text.islower() for t in islice(words, 1))
    return goes_on and rest[0].text == ","
