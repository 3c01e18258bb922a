"""Titles before names: *Prime Minister | Ada Quill*, *longtime pollster | Ada Quill*."""

from __future__ import annotations

from onrecord.document.tree import VERBAL, Document, Token
from onrecord.lexicon import cues
from onrecord.lexicon.forenames import is_forename
from onrecord.lexicon.people import PeopleLexicon, plain
from onrecord.mentions import shapes
from onrecord.mentions.casing import Casing
from onrecord.mentions.runs import Entities

_ROLE_ENDINGS = ("leader", "officer", "teacher", "driver", "player", "keeper", "worker")

LONGEST = 12
"""Tokens that a role in lower case before a name may have."""

LONGEST_NAME = 4
"""Tokens of a person's name after its title."""


class Titles:
    """Parts runs of capitals into title and name."""

    def __init__(
        self, document: Document, lexicon: PeopleLexicon, entities: Entities, casing: Casing
    ) -> None:
        self._document = document
        self._tokens = document.tokens
        self._lexicon = lexicon
        self._entities = entities
        self._casing = casing

    def end(self, first: int, last: int) -> int:
        """Where the name proper begins; `last` where a title stands without a name."""
        if self._is_trade(first, last):
            return first + 1
        if self._is_body(first, last):
            return first
        if all(self._is_of_title(index) for index in range(first, last)):
            surname = last - first == 1 and self._tokens[first].lower in self._casing.surnames
            return first if surname else last
        start = self._person_entity(first, last)
        marks = (i for i in range(start, last) if self._tokens[i].text in shapes.OPENING)
        for index in range(next(marks, last) - 1, start - 1, -1):
            if self._is_title(index, start, last):
                return self._after_portfolio(index + 1, last)
        return start

    def begin(self, first: int, start: int) -> int:
        """Where the role before a name begins: its title, or words in lower case before that."""
        begin = self._document.sentence_of(self._tokens[first]).first
        index = first - 1
        if index < begin or self._tokens[index].text == ".":
            return self._short_rank(first)
        token = self._tokens[index]
        if first < start:
            # *City | Attorney Quill*, where the first word of the sentence was no name.
            index += not _may_precede(token, self._tokens[first])
        elif token.tag != "NN" or not self._is_role(plain(token.lemma)):
            return first
        while index > begin and _may_precede(self._tokens[index - 1], self._tokens[index]):
            index -= 1
        return index

    def _is_role(self, noun: str) -> bool:
        """*The minister | Ada Quill*, *the newsletter | Hull & Keel*."""
        return self._lexicon.is_role(noun) or noun in cues.load().outlet

    def _short_rank(self, first: int) -> int:
        """*Lt. Col. | Ada Quill*, where a full stop was taken for a word or a sentence's end."""
        while first:
            stop = self._tokens[first - 1]
            rank = first - 2 if first > 1 and stop.text == "." else first - 1
            token = self._tokens[rank]
            short = plain(token.text) in self._lexicon.short_ranks and shapes.is_capitalised(token)
            beside = stop.end + 1 == self._tokens[first].start
            if not (short and beside and stop.text.endswith(".")):
                break
            first = rank
        return first

    def _is_trade(self, first: int, last: int) -> bool:
        """*Brokerage | Quill Securities*: what a firm is, at the start of a sentence."""
        opens = first == self._document.sentence_of(self._tokens[first]).first
        trade = plain(self._tokens[first].text) in self._lexicon.trades
        noun = plain(self._tokens[last - 1].text)
        return opens and trade and last - first > 1 and noun not in self._lexicon.organization

    def _is_body(self, first: int, last: int) -> bool:
        """Whether the run is the name of a body that begins with a title (*Governor's Office*)."""
        word = plain(self._tokens[last - 1].text)
        body = word in self._lexicon.organization or word in self._lexicon.corporate
        return body and last - first > 1

    def _person_entity(self, first: int, last: int) -> int:
        """*Osmark President | Ada Quill*: where an entity of a person begins inside the run."""
        for index in range(max(first + 1, last - LONGEST_NAME), last):
            entity = self._entities.get(index)
            if entity and entity.label == "PERSON" and entity.first == index:
                before = self._entities.get(index - 1)
                known = before is not None and before.label in {"GPE", "NORP", "ORG"}
                if known and self._is_forename(index, last):
                    continue
                if known or self._lexicon.is_title(self._tokens[index - 1].text):
                    return index
        return first

    def _is_forename(self, index: int, last: int) -> bool:
        """*Yevdokia | Quill-Vane*: one word before a surname, which the recogniser holds apart.

        Not where it says what somebody is (*Osmark President | Quill*).
        """
        before = self._entities[index - 1]
        alone = before.first == index - 1 and self._tokens[index - 1].pos == "PROPN"
        hyphens = sum(token.text == "-" for token in self._tokens[index:last])
        surname = last - index == 1 + 2 * hyphens
        person = before.label == "GPE" and not self._lexicon.is_title(self._tokens[index - 1].text)
        return alone and surname and person

    def _is_of_title(self, index: int) -> bool:
        word = plain(self._tokens[index].text)
        titles = (self._lexicon.ranks, self._lexicon.modifiers, self._lexicon.portfolios)
        return any(word in words for words in titles) or word in shapes.LINKS

    def _is_title(self, index: int, start: int, last: int) -> bool:
        """Whether a title ends in the token: *Earl | Quill* is a forename and a surname."""
        word = plain(self._tokens[index].text)
        left = last - index - 1
        if not left or not shapes.is_capitalised(self._tokens[index]):
            return False
        if self._tokens[index + 1].text == "-" or self._tokens[index + 1].tag == "POS":
            # *Observer-Mail* is one word, *The Gardener's Almanac* one name.
            return False
        if word in self._lexicon.honorifics or self._is_before_nickname(index, last):
            return True
        if self._lexicon.is_rank(word):
            forename = is_forename(word) or word in self._lexicon.pet_names
            return left > 1 or index > start or not forename
        known = word in self._lexicon.person or word in self._lexicon.gendered
        # *Gwenllian | Quill* is a whole name, *Musician | Ada Quill* none.
        hyphens = sum(token.text == "-" for token in self._tokens[index:last])
        body = plain(self._tokens[last - 1].text) in self._lexicon.bodies
        person = left - 2 * hyphens > 1 and not body
        if left == 1 and not shapes.opens_sentence(self._document, index):
            # *In May Consumer Signal found*: no capital but for the name of a body.
            known = False
        role = known or word.endswith(_ROLE_ENDINGS) or (person and self._lexicon.is_person(word))
        opens = index == start or (known and self._is_of_body_nouns(start, index))
        return opens and role and not is_forename(word)

    def _is_before_nickname(self, index: int, last: int) -> bool:
        """*Center | Bill “Doc” Quill*: a noun before a forename and a nickname."""
        marked = index + 2 < last and self._tokens[index + 2].text in shapes.OPENING
        return marked and self._lexicon.is_role(plain(self._tokens[index].text))

    def _is_of_body_nouns(self, start: int, index: int) -> bool:
        """*County | Clerk Quill*, *School Board | Member Quill*: nouns alone, no name."""
        words = (plain(token.text) for token in self._tokens[start:index])
        return all(word in self._lexicon.organization for word in words)

    def _after_portfolio(self, index: int, last: int) -> int:
        """*Secretary | of State | Ada Quill*."""
        if index < last and self._tokens[index].text in {"of", "for"}:
            index += 1
            while index < last and (
                plain(self._tokens[index].text) in self._lexicon.portfolios
                or self._tokens[index].text in shapes.LINKS
            ):
                index += 1
        return index


def _may_precede(token: Token, after: Token) -> bool:
    if token.text == "-" or after.text == "-":
        return token.pos not in VERBAL
    joined = after.index <= token.head <= after.index + LONGEST
    return joined and token.tag in {"NN", "NNP", "NNPS", "JJ"} and token.dep != "npadvmod"
