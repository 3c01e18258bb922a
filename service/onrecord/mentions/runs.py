"""Capitalised sequences, guided by the entities but not bound to them.

Small entity recognisers split names, join them with their titles, or miss them, and most often
around quotation marks; what capitals show is steadier. Entities decide only where capitals
leave it open.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping

from onrecord.document.tree import Document, Entity, Sentence
from onrecord.lexicon.forenames import is_forename
from onrecord.lexicon.people import PeopleLexicon, plain
from onrecord.mentions import joints, shapes
from onrecord.mentions.casing import Casing

NO_NAMES = frozenset({"DATE", "TIME", "PERCENT", "MONEY", "QUANTITY"})
AMOUNTS = frozenset({"PERCENT", "MONEY", "QUANTITY"})
NUMBERS = frozenset({"ORDINAL", "CARDINAL"})
BODIES = frozenset({"ORG", "FAC", "EVENT", "LAW", "WORK_OF_ART", "GPE", "LOC", "PRODUCT"})

_OPENERS = frozenset({"PUNCT", "SPACE"})
_HYPHENED = frozenset({"al", "el", "an", "as", "ash", "at", "ar", "ad", "az"})
_JOINTS = frozenset({"'s", "’s", "'", "’", "and"})

_LEGAL = frozenset({"plc", "ltd", "llp"})
"""Legal forms that news writes in lower case behind the name of a firm."""

LONGEST_NICKNAME = 3
"""Words between quotation marks inside a name (*William “Wild Bill” Hart*)."""

Entities = Mapping[int, Entity]
"""Token -> the entity that it is part of."""


class RunFinder:
    """Finds the runs of capitals of one document that can be names."""

    def __init__(
        self, document: Document, lexicon: PeopleLexicon, entities: Entities, casing: Casing
    ) -> None:
        self._tokens = document.tokens
        self._sentences = document.sentences
        self._lexicon = lexicon
        self._entities = entities
        self._casing = casing

    def find(self) -> Iterator[tuple[int, int]]:
        """First and last (excluded) token of each run, in order."""
        for sentence in self._sentences:
            index = sentence.first
            while index < sentence.last:
                if self._tokens[index].text[0].islower() or not self._begins(index, sentence):
                    index += 1
                    continue
                last = self._end(index, sentence)
                yield self._with_article(index, sentence), last
                index = last

    def _with_article(self, index: int, sentence: Sentence) -> int:
        """*Al | - | Mirqab*, *al-Mirqab*: the article before a surname, in lower case or not."""
        before = self._tokens[max(index - 2, sentence.first) : index]
        joined = len(before) == 2 and before[1].text == "-" and before[0].text in _HYPHENED
        close = (
            joined and shapes.touches(*before) and shapes.touches(before[1], self._tokens[index])
        )
        return index - 2 if close else index

    def _begins(self, index: int, sentence: Sentence) -> bool:
        """Whether a run begins here. A first word is one only if more than its capital says so."""
        token = self._tokens[index]
        if not self._is_nameable(index):
            return False
        before = self._tokens[index - 1]
        opens = index == sentence.first or (before.pos in _OPENERS and before.text != ",")
        if shapes.is_handle(token) or not opens:
            return True
        entity = self._entities.get(index)
        if entity is not None and entity.label not in NUMBERS:
            return True
        follows = index + 1 < sentence.last and self._is_nameable(index + 1)
        if self._lexicon.is_title(token.text) and (follows or self._is_of_office(index)):
            return True
        named = token.pos == "PROPN" and token.dep == "compound" and follows
        common = token.lower in self._casing.common and not named
        if common or (token.text == "Said" and follows):
            return False
        known = token.lower in self._casing.known or shapes.is_coined(token.text)
        forename = (follows or self._is_of_noble(index)) and is_forename(token.text)
        return known or forename or token.pos == "PROPN" or self._is_label(index, sentence)

    def _is_of_noble(self, index: int) -> bool:
        """*Ilse | van der Kamp*: whether a surname follows behind its small words."""
        after = index + 1
        while self._tokens[after : after + 1] and self._tokens[after].text in shapes.PARTICLES:
            after += 1
        here = bool(self._tokens[after : after + 1]) and after > index + 1
        return here and self._is_nameable(after)

    def _is_of_office(self, index: int) -> bool:
        """*Leader | of the Opposition Ada Quill*: a rank and what it is of, before a name."""
        after = self._tokens[index + 1 : index + 5]
        words = [token for token in after[1:] if token.text != "the"]
        of = bool(after) and after[0].text == "of" and len(words) > 1
        office = of and plain(words[0].text) in self._lexicon.portfolios
        return office and all(shapes.is_capitalised(word) for word in words[:2])

    def _is_label(self, index: int, sentence: Sentence) -> bool:
        """*ADA QUILL (lawyer):* words in capitals alone, the first of which is read as a verb."""
        token, after = self._tokens[index], self._tokens[index + 1 : index + 2]
        loud = index + 1 < sentence.last and token.text.isupper() and after[0].text.isupper()
        return loud and len(token.text) > 1 and self._is_nameable(index + 1)

    def _is_nameable(self, index: int) -> bool:
        """Whether a token can be part of a name."""
        token = self._tokens[index]
        if token.text[0].islower():
            return False
        if shapes.is_handle(token):
            return True
        if not shapes.is_capitalised(token) or token.text == "I" or shapes.is_markup(token):
            return False
        entity = self._entities.get(index)
        if self._casing.is_loud(token):
            person = entity is not None and entity.label == "PERSON"
            return self._casing.is_name_in_headline(token, person)
        if entity is None or entity.label in NUMBERS:
            return not shapes.is_closed(token)
        inside = index > entity.first or not shapes.is_closed(token)
        named = entity.label not in NO_NAMES
        return inside and (named or self._is_misread(index) or self._is_surname(index))

    def _is_surname(self, index: int) -> bool:
        """*Reg | Hobday*: behind a forename that it heads, what the recogniser takes for a date."""
        before, token = self._tokens[index - 1], self._tokens[index]
        alone = self._entities[index].first == index and token.pos == "PROPN"
        named = before.dep == "compound" and before.head == index and is_forename(before.text)
        return alone and named and shapes.is_capitalised(before)

    def _is_misread(self, index: int) -> bool:
        """*Reports that Quill said*: a surname that the recogniser takes for an amount.

        So it is for a day in *the Sunday Quillan*.
        """
        if self._is_day_of_outlet(index) or self._closes_outlet(index):
            return True
        token, label = self._tokens[index], self._entities[index].label
        surname = token.pos == "PROPN" and token.lower in self._casing.surnames
        return surname and label in AMOUNTS

    def _is_day_of_outlet(self, index: int) -> bool:
        """*The Sunday | Ledger*: the recogniser takes the day for a date."""
        day, *after = self._tokens[index : index + 2]
        known = not after or index + 1 in self._entities
        return not known and joints.is_day_of_outlet(day, after[0])

    def _closes_outlet(self, index: int) -> bool:
        """*Halden | Today*: in the middle of a sentence a day would have no capital."""
        before, token = self._tokens[max(0, index - 1)], self._tokens[index]
        if before is token or not joints.closes_outlet(before, token):
            return False
        entity = self._entities.get(before.index)
        dated = entity is not None and entity.label in NO_NAMES
        return not dated and self._is_nameable(before.index)

    def _end(self, first: int, sentence: Sentence) -> int:
        index = first + 1
        if shapes.is_handle(self._tokens[first]):
            return index
        while index < sentence.last:
            token = self._tokens[index]
            numbered = joints.is_numbered(self._tokens[index - 1], token)
            if numbered or shapes.is_elided(token) or token.text in _LEGAL:
                index += 1
                continue
            if not self._is_nameable(index):
                bridged = self._bridge(index, sentence)
                if bridged is None:
                    break
                index = bridged
            elif self._parts(index):
                break
            index += 1
        return index

    def _parts(self, index: int) -> bool:
        """Whether a person's name ends before this token and another name begins at it."""
        before, here = self._entities.get(index - 1), self._entities.get(index)
        if shapes.is_handle(self._tokens[index]):
            return True
        ended = before is not None and before.label == "PERSON" and before.last == index
        return ended and here is not None and here.first == index

    def _bridge(self, index: int, sentence: Sentence) -> int | None:
        """The token in capitals that goes on with the name after small words or marks."""
        token, after = self._tokens[index], index + 1
        if after >= sentence.last:
            return None
        if token.text in {"-", "&", "–"}:
            return after if self._is_joined(index) else None
        apart = not shapes.touches(self._tokens[index - 1], token)
        if token.text in shapes.OPENING and apart:
            return self._nickname(index, sentence)
        if not self._is_small(index):
            return None
        while after < sentence.last and (
            self._is_small(after) or joints.is_hyphened(*self._tokens[after - 1 : after + 1])
        ):
            after += 1
        if after >= sentence.last or not self._is_nameable(after):
            return None
        return after if self._links(index, after) else None

    def _is_joined(self, index: int) -> bool:
        """*Fordham & West*, *Halonen-Daye*, *Ki-moon*."""
        before, mark, after = self._tokens[index - 1 : index + 2]
        if mark.text == "&":
            return self._is_nameable(index + 1)
        close = shapes.touches(before, mark) and shapes.touches(mark, after)
        named = after.index + 1 < len(self._tokens) and self._is_nameable(after.index + 1)
        half = joints.is_half(after, self._entities.get(after.index), named)
        return close and (self._is_nameable(index + 1) or after.pos == "PROPN" or half)

    def _is_small(self, index: int) -> bool:
        text = self._tokens[index].text
        return text in shapes.PARTICLES or text in shapes.LINKS

    def _links(self, index: int, after: int) -> bool:
        """Whether the small words from `index` join what stands around them into one name."""
        words = {token.text for token in self._tokens[index:after]} - {"-"}
        if words <= shapes.PARTICLES or self._casing.is_loud(self._tokens[index]):
            return words <= shapes.PARTICLES
        entity = self._entities.get(index - 1)
        if entity is not None and entity is self._entities.get(after) and entity.label in BODIES:
            return True
        if words & _JOINTS and len(words) == 1:
            return self._joins(index, after)
        if not words <= {"of", "for", "the"} or self._tokens[index].text == "the":
            return False
        noun = plain(self._tokens[index - 1].text)
        if noun in self._lexicon.ranks or noun in self._lexicon.person:
            return plain(self._tokens[after].text) in self._lexicon.portfolios
        # *the Freedom of the Uplands*
        definite = index > 1 and self._tokens[index - 2].lower == "the"
        singular = self._tokens[index - 1].tag == "NNP"
        return noun in self._lexicon.organization or (definite and singular)

    def _joins(self, index: int, after: int) -> bool:
        """Whether a possessive, or *and*, stands inside a name."""
        if self._tokens[index].text in {"'s", "’s"}:
            return self._is_of_work(index) or self._has_patron(index, after)
        if self._tokens[index].text == "and":
            return self._is_joint_body(index, after)
        # *Nurses' Guild*
        several = self._tokens[index - 1].text.endswith("s")
        return several and plain(self._tokens[after].text) in self._lexicon.organization

    def _is_of_work(self, index: int) -> bool:
        article, owner = self._tokens[max(index - 2, 0)], self._tokens[index - 1]
        opens = article.index == self._sentences[article.sentence].first
        return not opens and joints.is_work(article, owner)

    def _has_patron(self, index: int, after: int) -> bool:
        """*St Ada | 's | Hospital*: a body by a name of which the mark is a part."""
        last = after
        while self._tokens[last + 1 : last + 2] and self._is_nameable(last + 1):
            last += 1
        owner, before = self._tokens[index - 1], self._tokens[max(index - 2, 0)]
        body = plain(self._tokens[last].text) in self._lexicon.bodies
        return body and joints.is_patron(before, owner)

    def _is_joint_body(self, index: int, after: int) -> bool:
        """*The Lift | and | Escalator Union*, *the Holm | and | Vane Hospitals Trust*."""
        before = self._tokens[index - 2 : index]
        definite = len(before) == 2 and before[0].lower == "the"
        last = after
        while self._tokens[last + 1 : last + 2] and self._is_nameable(last + 1):
            last += 1
        body = plain(self._tokens[last].text) in self._lexicon.organization
        return definite and body and last > after

    def _nickname(self, index: int, sentence: Sentence) -> int | None:
        """*William “Bill” Hart*, *Ada (“Bo”) Hart*: where the name goes on behind the marks."""
        first = index + 1
        bracketed = self._tokens[index].text == "(" and self._tokens[first].text in shapes.OPENING
        first += bracketed
        stop = min(first + 1 + LONGEST_NICKNAME, sentence.last - 1 - bracketed)
        for closing in range(first + 1, stop):
            if self._tokens[closing].text in shapes.CLOSING:
                named = self._are_nameable(first, closing)
                after = closing + 1 + bracketed
                return after if named and self._is_nameable(after) else None
        return None

    def _are_nameable(self, first: int, last: int) -> bool:
        """Whether words can be a nickname, small ones before the last aside: *“Bo the Rock”*."""
        *before, final = range(first, last)
        small = (self._is_small(index) or self._is_nameable(index) for index in before)
        return all(small) and self._is_nameable(final)
