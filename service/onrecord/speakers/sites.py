"""A mention in its place: where it stands and what part it plays there."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass
from functools import cached_property
from typing import NamedTuple

from onrecord.document.tree import Token
from onrecord.types import Mention


class Place(NamedTuple):
    """Where a mention stands and what part it plays there.

    Attributes:
        token: its head token.
        sentence, paragraph: positions in the document.
        subject: whether it is the subject of its clause.
        governor: the token that governs it, or the phrase that it is joined to by *and*.
        clause: the verb to which a preposition brings it, else its governor.
        personal: whether it is a pronoun that is no possessive or reflexive one.
        modifier: whether nothing refers back to it (*the Quill campaign*, *secretary of state*).
        quotation: position of the outermost quoted string around it, or None.
        source: whether a statement has it as its source.
        tag: whether it is a source right behind a quoted string (*“No,” says the fisherman*).
        within: whether it belongs to the noun phrase of another mention (*a card from | Osmark*).
        reported: whether it stands in what a clause says (*Quill denied that | Vane had left*).
    """

    token: int
    sentence: int
    paragraph: int
    subject: bool
    governor: int
    clause: int
    personal: bool
    modifier: bool
    quotation: int | None
    source: bool
    tag: bool = False
    within: bool = False
    reported: bool = False


@dataclass(frozen=True, eq=False)
class Site:
    """A mention in its place, which most that are no sources are never asked for.

    Attributes:
        head: its head token.
        source: whether a statement has it as its source.
    """

    mention: Mention
    head: Token
    source: bool
    _find: Callable[[Mention, Token], Place]

    @cached_property
    def place(self) -> Place:
        """Where it stands and what part it plays there."""
        return self._find(self.mention, self.head)
