"""What stands beside a name and tells that it is one of a body: a score, a short form, a role."""

from __future__ import annotations

import re

from onrecord.document.tree import Document
from onrecord.lexicon import cues
from onrecord.lexicon.forenames import is_forename
from onrecord.lexicon.people import PeopleLexicon, plain
from onrecord.mentions import shapes
from onrecord.mentions.names import Name

_GOALS = re.compile(r"\d{1,2}(?:[-–]\d{1,2})?")


def is_of_somebody(document: Document, name: Name) -> bool:
    """*Ada Quill of | the broker Vane Ashby*, *Ada Quill of | Vane Ashby*: what a person is of."""
    tokens, first = document.tokens, name.role
    while first and tokens[first - 1].tag == "DT":
        first -= 1
    of, before = tokens[max(0, first - 1)], tokens[max(0, first - 3) : max(0, first - 1)]
    full = [shapes.is_capitalised(t) and document.label_of(t) == "PERSON" for t in before]
    forename = is_forename(tokens[name.start].text)
    return of.lower == "of" and len(full) == 2 and all(full) and not forename


def has_score(document: Document, name: Name) -> bool:
    """*Quillan 2 Osmark 1*, *Quillan 3–2 Osmark*: a number right behind the name of a club."""
    after = document.tokens[name.last : name.last + 1]
    return bool(after) and _GOALS.fullmatch(after[0].text) is not None


def has_letters(document: Document, lexicon: PeopleLexicon, name: Name) -> bool:
    """*Ada Quill MP*, *Tom Vane OBE*: letters behind a name, which may have been taken for it."""
    around = document.tokens[max(name.last - 1, name.start + 1) : name.last + 1]
    return any(t.text.isupper() and plain(t.text) in lexicon.post_nominal for t in around)


def is_press(document: Document, name: Name) -> bool:
    """*The daily Quillan*, *the Quillan news agency*, *Reuters*: beside a noun for an outlet.

    Or one of those that everybody knows.
    """
    lexicon, tokens = cues.load(), document.tokens
    before = tokens[name.first - 1].lower if name.first else ""
    after = [token.lower for token in tokens[name.last : name.last + 2]]
    agency = len(after) == 2 and after[0] in lexicon.airs and after[1] in lexicon.channel
    known = name.last == name.first + 1 and tokens[name.first].lower in lexicon.agency
    return known or before in lexicon.press or after[:1] == ["newspaper"] or agency
