"""What part a mention plays in its sentence, as the parse has it."""

from __future__ import annotations

from onrecord.document.tree import SUBJECTS, Document, Token
from onrecord.types import Mention, MentionKind

LONGEST_COORDINATION = 8

DEEPEST = 12
"""Steps up the tree from a mention to the clause that it stands in."""

_OBJECTS = frozenset({"dobj", "dative", "pobj"})
_OF_PREPOSITIONS = frozenset(
    {"front", "behalf", "case", "favour", "favor", "view", "light", "place"}
)
"""Nouns that only make a preposition longer: *in front of | the bread man*."""
_CLAUSES = frozenset({"ccomp", "relcl", "advcl", "acl", "csubj", "pcomp", "xcomp"})
_MODIFIERS = frozenset({"compound", "amod", "nmod"})
_ADVERBS = frozenset({"advmod", "npadvmod", "dep"})
"""Dependencies of a subject that a phrase between commas parts from its verb, to parsers."""


class Parts:
    """The parts that the mentions of one article play.

    Args:
        heads: the positions of their head tokens.
    """

    def __init__(self, document: Document, heads: frozenset[int]) -> None:
        self._document = document
        self._heads = heads

    def is_reported(self, head: Token) -> bool:
        """Whether the clause around a mention is what another verb says or holds."""
        for _ in range(DEEPEST):
            if head.dep in _CLAUSES or head.dep == "ROOT":
                break
            head = self._document.head(head)
        return head.dep == "ccomp"

    def is_within(self, head: Token) -> bool:
        above = self._document.head(self._document.head(head))
        while head.dep == "pobj" and above.dep == "acl":
            above = self._document.head(above)
        joint = above.lower in _OF_PREPOSITIONS and above.dep == "pobj"
        inside = head.dep == "pobj" and above.pos == "NOUN" and above.index in self._heads
        return inside and not joint

    def is_subject(self, head: Token) -> bool:
        """Whether a mention is the subject, or stands beside one (*the baker, Quill, said*)."""
        if head.dep == "appos":
            head = self._document.head(head)
        return head.dep in SUBJECTS or self._is_set_off(head)

    def _is_set_off(self, head: Token) -> bool:
        """*Quill, in the meantime, has kept it*: a name before a comma, read as an adverb.

        The verb behind has no other subject.
        """
        verb = self._document.head(head)
        after = self._document.tokens[head.index + 1 : head.index + 2]
        adverb = head.pos == "PROPN" and head.dep in _ADVERBS and head.index < verb.index
        set_off = adverb and verb.pos == "VERB" and bool(after) and after[0].text == ","
        return set_off and not self._has_subject(verb)

    def is_modifier(self, mention: Mention, head: Token) -> bool:
        if mention.kind is MentionKind.NOMINAL and mention.span == mention.head:
            return not mention.plural
        if head.dep not in _MODIFIERS or head.head <= head.index:
            return False
        return self._document.tokens[head.index + 1].pos != "PUNCT"

    def governor(self, token: Token) -> int:
        """The token that governs the whole coordination that a token is in.

        Verbs that share a subject are one: *Quill crossed and handed him a cup*.
        """
        governor = self._document.head(self._first(token))
        if governor.pos == "VERB" and not self._has_subject(governor):
            governor = self._first(governor)
        return governor.index

    def clause(self, token: Token) -> int:
        """The verb to which a preposition brings a token (*in a letter he | wrote*)."""
        preposition = self._document.head(self._first(token))
        above = self._document.head(preposition)
        led = preposition.dep == "prep" and above.pos == "VERB"
        return above.index if led else self.governor(token)

    def _first(self, token: Token) -> Token:
        """The first part of the coordination that a token is in."""
        for _ in range(LONGEST_COORDINATION):
            if token.dep != "conj":
                break
            token = self._document.head(token)
        return token

    def _has_subject(self, verb: Token) -> bool:
        return any(child.dep in SUBJECTS for child in self._document.children(verb))


def is_personal(head: Token) -> bool:
    """*He*, *him*, and *her* in *accused her of it*, whatever its tag."""
    personal = head.tag == "PRP" or (head.lower == "her" and head.dep in _OBJECTS)
    return personal and not head.lower.endswith(("self", "selves"))
