"""What capital letters mean in one article: headlines and shouting apart from the rest."""

from __future__ import annotations

from itertools import pairwise

from onrecord.document.tree import Document, Sentence, Token
from onrecord.lexicon.forenames import is_forename
from onrecord.lexicon.people import PeopleLexicon, plain
from onrecord.mentions import shapes

HEADLINE_SHARE = 0.75
"""Share of longer words in capitals from which a sentence reads as a headline in title case."""

SHOUTING_SHARE = 0.8
"""Share of words in capital letters alone from which capitals say nothing."""

SHORT, FEWEST_WORDS = 3, 4
"""Letters of words that a headline may leave small; words that it, or shouting, has at least."""


class Casing:
    """The words of an article by their capitals.

    Attributes:
        common: words that stand in lower case somewhere.
        known: words of names where a capital cannot mean anything else, in lower case.
        surnames: words that follow another word of a name, in lower case.
    """

    def __init__(self, document: Document, lexicon: PeopleLexicon) -> None:
        self._tokens = document.tokens
        self._openings = frozenset(paragraph.start for paragraph in document.paragraphs)
        self._loud = {
            number
            for number, sentence in enumerate(document.sentences)
            if self._is_headline(sentence) or self._is_shouting(sentence)
        }
        self.common = {token.text for token in document.tokens if token.text.islower()}
        pairs = [(one, two) for one, two in pairwise(document.tokens) if two.pos == "PROPN"]
        self.known = self._ends_of_persons(document) | {
            token.lower
            for before, token in pairs
            if shapes.is_capitalised(token)
            and token.sentence not in self._loud
            and (before.pos != "PUNCT" or before.text == ",")
        }
        self.surnames = {
            token.lower
            for before, token in pairs
            if before.pos == "PROPN"
            and before.text.isalpha()
            and not lexicon.is_title(before.text)
            and not (lexicon.is_rank(token.text) and self._goes_on(token))
            and plain(before.text) not in lexicon.modifiers
        }

    def _ends_of_persons(self, document: Document) -> set[str]:
        """Surnames that the recogniser knows, whatever the parser reads in them (*Tom | Early*)."""
        ends = (
            self._tokens[entity.last - 1]
            for entity in document.entities
            if entity.label == "PERSON" and entity.last - entity.first > 1
        )
        return {
            token.lower
            for token in ends
            if token.pos in {"ADV", "ADJ", "NOUN"}
            and shapes.is_capitalised(token)
            and token.sentence not in self._loud
        }

    def _goes_on(self, token: Token) -> bool:
        """*City | Mayor | Ada Quill*: whether a further word of a name follows."""
        after = self._tokens[token.index + 1 : token.index + 2]
        return bool(after) and after[0].pos == "PROPN"

    def is_loud(self, token: Token) -> bool:
        """Whether the token stands in a headline in title case, or in shouting."""
        return token.sentence in self._loud

    def is_name_in_headline(self, token: Token, person: bool) -> bool:
        """Whether a capital in a headline is that of a name; `person` tells of an entity."""
        known = token.lower in self.known or shapes.is_coined(token.text)
        return known or (person and is_forename(token.text))

    def _is_headline(self, sentence: Sentence) -> bool:
        tokens = self._tokens[sentence.first : sentence.last]
        if tokens[0].start not in self._openings:
            return False
        words = [t for t in tokens if len(t.text) > SHORT and t.text[0].isalpha()]
        if any(t.text.islower() and t.tag == "VBD" for t in tokens):
            return False
        last = next((t for t in reversed(tokens) if t.text not in shapes.CLOSING), tokens[-1])
        full_stop = last.text == "."
        share = 1.0 if full_stop else HEADLINE_SHARE
        capitals = sum(map(shapes.is_capitalised, words))
        return len(words) >= FEWEST_WORDS and capitals >= share * len(words)

    def _is_shouting(self, sentence: Sentence) -> bool:
        texts = (token.text for token in self._tokens[sentence.first : sentence.last])
        words = [text for text in texts if text.isalpha()]
        capitals = sum(map(str.isupper, words))
        return len(words) >= FEWEST_WORDS and capitals >= SHOUTING_SHARE * len(words)
