"""Who somebody is, in a phrase before the name, as the parse ties the two together.

*An analyst at Penhallow & West, Ada Quill, asked …*; *the baker, one Ada Quill, …*; *one of them, a
man called Tom Vane, …*; *another witness, the postman Tom Vane, …*.

News brings people in by what they are and puts the name behind a comma. Words between the comma and
the name, or a complement between the noun and the comma, hide that from a reading of the surface.
"""

from __future__ import annotations

import re

from onrecord.document.tree import Document, Token
from onrecord.lexicon.people import PeopleLexicon, plain
from onrecord.mentions import offices, shapes
from onrecord.mentions.appositions import RELATIVES, Apposition

LONGEST_LEAD = 6
"""Tokens between the comma and the name."""

FARTHEST = 6
"""Steps up the tree from the name to the noun, and from a noun to the one that it completes."""

LONGEST = 16
"""Tokens of the phrase before the comma."""

_CALLED = frozenset({"called", "named", "known", "identified", "nicknamed", "only", "simply", "as"})
_NAMED = frozenset({"called", "named", "known", "identified", "nicknamed"})
_CALLS_SELF = re.compile(
    r"who (?:(?:gave|gives) (?:only )?(?:his|her|their) (?:\w+ )?name(?: (?:only )?as| ?,)|"
    r"(?:identified|introduced|called) (?:him|her|them)sel(?:f|ves)(?: (?:only |simply )?as)?|"
    r"(?:asked|wanted) to be (?:identified|called|named|known)(?: (?:only |simply )?as)?|goes by)"
)
"""*A trucker who gave his name only as | Hal*."""
_LONGEST_CALLING = 9
"""Words of such a clause."""
_LONGEST_AGENT = 4
"""Words of who calls somebody so."""
_DEFINITE = frozenset({"the", "his", "her", "their", "its", "my", "our"})
_LEAD = _CALLED | {"one", "the", "a", "an", "-", "year", "old"}
_WITHIN = frozenset({"acl", "relcl", "advcl", "prep", "pobj", "oprd", "appos", "attr", "dobj"})
_NOUNS = frozenset({"NN", "NNP"})
_ONE = frozenset({"one", "another", "other"})
_BEFORE = frozenset({"DET", "ADJ", "NOUN", "PROPN", "NUM", "PRON", "PART"})
_INSIDE = frozenset({"HYPH", "VBG"})
"""Tags of what else stands inside a noun phrase (*its managing director*)."""


class IntroductionFinder:
    """Finds the phrases that bring in the names of one document."""

    def __init__(
        self, document: Document, lexicon: PeopleLexicon, held: frozenset[str] = frozenset()
    ) -> None:
        self._document = document
        self._tokens = document.tokens
        self._lexicon = lexicon
        self._held = held

    def of(self, first: int, last: int) -> Apposition | None:
        """What stands before the comma before a name, role included, of these tokens."""
        comma = self._comma(first)
        if comma is None or not self._is_closed(last):
            return None
        head = self._noun(self._tokens[last - 1], comma)
        if head is None or not self._is_whole(head, comma):
            return None
        stop = next(
            (i for i in range(head.index, comma) if self._tokens[i].tag in RELATIVES), comma
        )
        return Apposition(self._left(head), head.index, stop)

    def called(self, first: int) -> Apposition | None:
        """*A man called | Tom Vane*: a noun for a person, right before how he is called."""
        if (clause := self._calling_self(first)) is not None:
            person = self._tokens[clause - 1]
            return Apposition(self._left(person), person.index, clause)
        verb = first - 1
        if verb > 1 and self._tokens[verb].lower == "as":
            verb = self._before_agent(verb - 1)
        noun = verb - 1
        if noun > 0 and self._tokens[noun].text == "," and verb < first - 1:
            # *The suspect, | identified by police as Tom Vane*
            noun -= 1
        if noun < 0 or self._tokens[verb].lower not in _NAMED:
            return None
        if not self._is_person(self._tokens[noun]) or self._calls(noun, verb):
            return None
        return Apposition(self._left(self._tokens[noun]), noun, noun + 1)

    def _before_agent(self, last: int) -> int:
        """*identified | by police | as Tom Vane*: the verb before who calls somebody so."""
        for index in range(last, max(0, last - _LONGEST_AGENT), -1):
            if self._tokens[index].lower == "by":
                return index - 1
            if self._tokens[index].pos not in {"NOUN", "PROPN", "DET", "ADJ", "PRON"}:
                break
        return last

    def _calling_self(self, first: int) -> int | None:
        """*A man who identified himself as | Tom Vane*: where the clause that names him begins."""
        for index in range(first - 1, max(0, first - _LONGEST_CALLING), -1):
            if self._tokens[index].lower != "who":
                continue
            words = " ".join(token.lower for token in self._tokens[index:first])
            named = _CALLS_SELF.fullmatch(words) and self._is_person(self._tokens[index - 1])
            return index if named else None
        return None

    def _calls(self, noun: int, verb: int) -> bool:
        """*The judge called Tom Vane a liar*: a deed of somebody known, not how he is called."""
        subject = self._tokens[noun]
        definite = self._tokens[self._left(subject)].lower in _DEFINITE
        return definite and subject.dep == "nsubj" and subject.head == verb

    def _comma(self, first: int) -> int | None:
        """The comma before a name, words that lead over to the name left aside."""
        for index in range(first - 1, max(first - 1 - LONGEST_LEAD, 0), -1):
            token = self._tokens[index]
            if token.text == ",":
                return index
            leads = token.lower in _LEAD or token.pos in {"NOUN", "ADJ", "NUM"}
            if not leads or token.sentence != self._tokens[first].sentence:
                return None
        return None

    def _is_closed(self, last: int) -> bool:
        """Whether a mark stands behind the name, and no further name of a list."""
        after = self._tokens[last : last + 2]
        if not after or after[0].text not in shapes.BREAKS:
            return not after or after[0].tag in RELATIVES
        return len(after) < 2 or after[1].dep != "cc"

    def _noun(self, name: Token, comma: int) -> Token | None:
        """The noun that the name stands beside, the nearest one for a person first."""
        token, direct = name, name.dep == "appos"
        for _ in range(FARTHEST):
            above = self._document.head(token)
            if above is token or token.dep not in _WITHIN:
                return None
            token = above
            if token.index < comma:
                break
        else:
            return None
        completed = token
        for _ in range(FARTHEST):
            if self._is_person(completed) and not offices.is_of_another(
                self._document, self._lexicon, self._held, completed
            ):
                return completed
            if completed.dep not in {"pobj", "prep"}:
                break
            completed = self._document.head(completed)
        return token if direct and self._may_speak(token) else None

    def _is_person(self, token: Token) -> bool:
        person = self._lexicon.is_person(plain(token.lemma)) and token.pos == "NOUN"
        return (person and token.tag in _NOUNS) or token.lower in _ONE

    def _may_speak(self, token: Token) -> bool:
        """Whether a noun of which nothing is known is the subject, and one of its kind."""
        return (
            token.dep in {"nsubj", "attr"}
            and token.tag == "NN"
            and not self._is_thing(plain(token.lemma))
        )

    def _is_thing(self, noun: str) -> bool:
        known = self._lexicon
        return noun in known.organization or noun in known.document or noun in known.group

    def _left(self, head: Token) -> int:
        """Where the noun phrase begins."""
        index = head.index
        begin = max(self._document.sentence_of(head).first, index - LONGEST)
        while index > begin:
            before = self._tokens[index - 1]
            hyphen = before.tag == "HYPH" or before.text == "-"
            joined = index <= before.head <= head.index or before.tag == "POS" or hyphen
            if not joined or not (hyphen or before.pos in _BEFORE or before.tag in _INSIDE):
                break
            index -= 1
        return index + (self._tokens[index].text == "-")

    def _is_whole(self, head: Token, comma: int) -> bool:
        """Whether all words between the noun and the comma belong to the noun."""
        if comma - head.index > LONGEST:
            return False
        between = self._tokens[head.index + 1 : comma]
        return all(head.index <= token.head < comma for token in between)
