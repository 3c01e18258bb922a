"""Who somebody is, as the text says beside the name.

*Ada Quill, 46, a nurse*; *the chair, Ada Quill*; *Quill, who is the chair*;
*one of the nurses, Quill*.

Read from the surface: after a name and a comma a noun phrase whose head names a person or a body,
up to the next comma, relative pronoun or verb. The small parsers label such phrases unreliably.
"""

from __future__ import annotations

from typing import NamedTuple

from onrecord.document.tree import FINITE, Document, Token
from onrecord.lexicon.people import PeopleLexicon, plain
from onrecord.mentions import offices, shapes, tellers

LONGEST = 32
"""Tokens that an apposition may have."""

LONGEST_COPULA = 5
"""Tokens of *who* and what ties it to the noun: *who has since been*."""

_BEFORE_HEAD = frozenset({"DET", "ADJ", "NOUN", "PROPN", "NUM", "ADV", "PART"})
RELATIVES = frozenset({"WP", "WDT", "WRB"})
"""Tags of what opens a relative clause."""
ENDS = FINITE | RELATIVES
"""Tags of what begins another clause."""
_CLAUSAL = frozenset({"VERB", "AUX", "SCONJ"})
_POSSESSIVE = frozenset({"PRP$", "POS"})
_WHOSE = "WP$"
"""*Quill, | whose husband, Tom, …*: what somebody else is."""
_COPULAR = frozenset(
    {"is", "was", "has", "had", "been", "became", "becomes", "remains", "remained", "serves",
     "served", "works", "worked", "as"}
)  # fmt: skip
_HEADS = frozenset({"NN", "NNP", "NNPS", "NNS", "JJ"})


class Apposition(NamedTuple):
    """What a name is said to be: tokens `first` to `last` (excluded), its head noun at `head`."""

    first: int
    head: int
    last: int


class AppositionFinder:
    """Finds the appositions of the names of one document."""

    def __init__(
        self, document: Document, lexicon: PeopleLexicon, held: frozenset[str] = frozenset()
    ) -> None:
        self._document = document
        self._tokens = document.tokens
        self._lexicon = lexicon
        self._held = held

    def has_age(self, last: int) -> bool:
        """Whether a comma and an age follow a name that ends before `last` (*Quill, 46,*)."""
        return self._age(last) is not None

    def after(self, index: int) -> Apposition | None:
        """The apposition after a name that ends before token `index`.

        Up to a mark, or to a verb of saying (but *At a show with Quill, | the rapper said*).
        """
        stop = self._stop(index)
        if index + 1 >= stop or self._tokens[index].text != ",":
            return None
        first = self._after_copula(self._age(index) or index + 1, stop)
        if self._opens_one_of(first, stop):
            return self._one_of(first, stop)
        head = self._head(first, stop)
        if head is None or not self._names_one(first, head) or self._is_list(head):
            return None
        last = self._end(head + 1, stop)
        person = self._lexicon.is_person(plain(self._tokens[head].lemma))
        may_be_open = person and self._tokens[index - 1].dep != "pobj"
        closed = self._is_closed(last) or (may_be_open and tellers.is_said(self._tokens, last))
        closed = closed and (may_be_open or not tellers.is_of_teller(self._tokens, last))
        return Apposition(first, head, last) if closed else None

    def _age(self, index: int) -> int | None:
        """The token after *, 46,*: where the age stands, or None."""
        stop = self._stop(index)
        if index + 2 >= stop or self._tokens[index].text not in {",", "("}:
            return None
        age = self._tokens[index + 1].text
        if not (age.isdigit() and len(age) < 4):
            return None
        closes = self._tokens[index + 2].text in {",", ")", ".", ";"}
        return index + 3 if closes else None

    def before(self, first: int, last: int) -> Apposition | None:
        """*The transport minister, Greta Lund, …*: from the comma back to the article."""
        comma = first - 1
        if comma > 0 and self._tokens[comma].lower == "the":
            comma -= 1
        if comma < 1 or self._tokens[comma].text != ",":
            return None
        begin = self._document.sentence_of(self._tokens[comma]).first
        if not self._is_closed(last):
            return self._opening(comma, begin)
        return (
            self._noun_before(comma, begin)
            or self._whole_before(comma, begin)
            or self._opening(comma, begin)
            or self._subject_before(comma, begin, last)
        )

    def _subject_before(self, comma: int, begin: int, last: int) -> Apposition | None:
        """*Quill's opposite number, Tom Vane, was …*: any noun, where the whole is the subject.

        A noun phrase with *the* or an owner opens the sentence, and behind the comma that closes
        the name stands the verb.
        """
        while begin < comma and self._tokens[begin].text in shapes.OPENING:
            begin += 1
        head = comma - 1
        if not begin <= head < begin + LONGEST or self._tokens[head].tag not in {"NN", "NNP"}:
            return None
        phrase = self._tokens[begin:comma]
        opens = phrase[0].lower in {"the", "its", "his", "her", "their", "our", "my"}
        owned = any(token.tag == "POS" for token in phrase)
        whole = all(t.pos in _BEFORE_HEAD or t.tag in _POSSESSIVE or t.text == "-" for t in phrase)
        finite = last + 1 < len(self._tokens) and self._tokens[last + 1].tag in FINITE
        if not ((opens or owned) and whole and finite and self._tokens[last].text == ","):
            return None
        return Apposition(begin, head, comma)

    def _opening(self, comma: int, begin: int) -> Apposition | None:
        """*A former teacher, Quill was …*: a role with *a*, and the subject that it opens to."""
        while begin < comma and self._tokens[begin].text in shapes.OPENING:
            begin += 1
        if self._tokens[begin].lower not in {"a", "an"} or comma - begin > LONGEST:
            return None
        head = self._head(begin, comma)
        if head is None or not self._lexicon.is_person(plain(self._tokens[head].lemma)):
            return None
        return Apposition(begin, head, comma) if self._end(head + 1, comma) == comma else None

    def _noun_before(self, comma: int, begin: int) -> Apposition | None:
        """A phrase that ends in its head noun."""
        head = comma - 1
        if self._tokens[head].tag not in {"NN", "NNP"} or not self._is_role(self._tokens[head]):
            return None
        noun = self._tokens[head]
        if offices.is_of_another(self._document, self._lexicon, self._held, noun):
            return None
        if offices.is_of_a_place(self._document, self._lexicon, noun):
            return None
        first = head
        while first > max(begin, head - LONGEST) and self._tokens[first - 1].pos in _BEFORE_HEAD:
            first -= 1
            if self._tokens[first].tag == "DT":
                return Apposition(first, head, comma)
        if first > begin and self._tokens[first - 1].tag == "PRP$":
            return Apposition(first - 1, head, comma)
        owned = any(t.tag == "POS" for t in self._tokens[first:head])
        return Apposition(first, head, comma) if owned else None

    def _whole_before(self, comma: int, begin: int) -> Apposition | None:
        """*Osmark's secretary of state, Ada Quill, …*: a phrase that opens the sentence."""
        first = comma
        while first > max(begin, comma - LONGEST):
            token = self._tokens[first - 1]
            if token.text in shapes.BREAKS or token.pos in _CLAUSAL or token.tag in ENDS:
                break
            first -= 1
        opening = self._tokens[first]
        if first > begin and not self._is_boundary(first - 1):
            return None
        owned = opening.tag in {"NNP", "PRP$"} or opening.lower == "the"
        if self._opens_one_of(first, comma):
            return self._one_of(first, comma)
        head = self._head(first, comma) if owned else None
        if head is None or not self._names_one(first, head):
            return None
        whole = head + 1 == comma or self._tokens[head + 1].pos == "ADP"
        return Apposition(first, head, comma) if whole else None

    def _after_copula(self, index: int, stop: int) -> int:
        """*Quill, who is the chair of …*, *who became mayor in May*: where the noun phrase begins.

        Without an article only a noun for a person says what somebody is.
        """
        if index >= stop or self._tokens[index].lower != "who":
            return index
        first = index + 1
        while first < min(index + LONGEST_COPULA, stop) and self._is_copular(first):
            first += 1
        if first == index + 1 or first >= stop:
            return index
        if self._tokens[first].lower in {"the", "a", "an"}:
            return first
        head = self._head(first, stop)
        person = head is not None and self._lexicon.is_person(plain(self._tokens[head].lemma))
        return first if person else index

    def _is_copular(self, index: int) -> bool:
        token = self._tokens[index]
        return token.lower in _COPULAR or (token.pos == "ADV" and token.text.isalpha())

    def _opens_one_of(self, first: int, stop: int) -> bool:
        words = [token.lower for token in self._tokens[first : min(first + 2, stop)]]
        return words == ["one", "of"]

    def _one_of(self, first: int, stop: int) -> Apposition | None:
        """*One of the bill's sponsors*."""
        head = self._head(first + 2, stop)
        if head is None or not self._is_role(self._tokens[head]):
            return None
        return Apposition(first, head, self._end(head + 1, stop))

    def _is_boundary(self, index: int) -> bool:
        """Whether a clause, or what is said in it, begins after the token."""
        token = self._tokens[index]
        marked = token.text == "," or token.text in shapes.CLOSING
        return marked or tellers.is_said(self._tokens, index)

    def _is_closed(self, index: int) -> bool:
        """Whether a mark or a relative pronoun stands there, as it does after an apposition."""
        if index >= len(self._tokens):
            return True
        token = self._tokens[index]
        return token.text in shapes.BREAKS or token.tag in RELATIVES

    def _stop(self, index: int) -> int:
        if index >= len(self._tokens):
            return index
        return min(self._document.sentence_of(self._tokens[index]).last, index + LONGEST)

    def _head(self, first: int, stop: int) -> int | None:
        """The last noun of the phrase that begins at `first`, before any preposition or verb."""
        head = None
        for index in range(first, stop):
            token = self._tokens[index]
            if token.tag == _WHOSE:
                break
            if token.tag in _POSSESSIVE or token.text == "-":
                head = None
            elif not self._is_before_head(index, first):
                break
            elif token.tag in _HEADS or self._is_role(token):
                head = index if token.pos != "ADJ" or self._is_role(token) else head
        return head

    def _is_before_head(self, index: int, first: int) -> bool:
        """What may stand in a noun phrase: *managing director*, *Osmark-based*."""
        token = self._tokens[index]
        if token.tag == "VBG":
            return index == first
        if token.tag == "VBN":
            return self._tokens[index - 1].text == "-"
        return token.pos in _BEFORE_HEAD and token.tag not in ENDS

    def _is_role(self, token: Token) -> bool:
        noun = plain(token.lemma)
        return self._lexicon.is_person(noun) or noun in self._lexicon.organization

    def _names_one(self, first: int, head: int) -> bool:
        """Whether the noun names one person, or with an article before it one body."""
        token = self._tokens[head]
        if token.tag in {"NNS", "NNPS"}:
            return False
        noun = plain(token.lemma)
        return self._lexicon.is_person(noun) or (
            noun in self._lexicon.organization
            and token.pos == "NOUN"
            and self._tokens[first].tag in {"DT", "PRP$"}
        )

    def _is_list(self, head: int) -> bool:
        """*Quill, mayor Ruiz and …*: a title before another name is no apposition."""
        after = head + 1
        named = after < len(self._tokens) and self._tokens[after].pos == "PROPN"
        return named and shapes.is_capitalised(self._tokens[after])

    def _end(self, index: int, stop: int) -> int:
        while index < stop:
            token = self._tokens[index]
            if token.text in shapes.BREAKS or token.tag in ENDS:
                break
            index += 1
        return index
