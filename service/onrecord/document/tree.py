"""The parsed article: paragraphs, sentences, tokens and the dependency tree between them."""

from __future__ import annotations

from bisect import bisect_right
from collections import deque
from collections.abc import Iterable, Sequence
from dataclasses import dataclass, field, fields, replace
from functools import cached_property
from sys import intern

from onrecord.types import NamedSpan, TextSpan

TENSED = frozenset({"VBD", "VBZ", "VBP"})
"""Penn tags of a verb that has a tense."""
FINITE = TENSED | {"MD"}
"""Penn tags of a verb that has a tense, and of the modal before one that has none."""
VERBAL = frozenset({"VERB", "AUX"})
"""Parts of speech of a verb."""
PROPER = frozenset({"PROPN", "X"})
"""Parts of speech of a word in a name; some words of other tongues have the second."""
SUBJECTS = frozenset({"nsubj", "nsubjpass"})
"""Dependencies of a noun or pronoun on the verb whose subject it is."""
AUXILIARIES = frozenset({"aux", "auxpass"})
"""Dependencies of an auxiliary on its verb."""
OBJECTS = frozenset({"dobj", "pobj"})
"""Dependencies of a noun on the verb or preposition whose object it is."""
ANY_SUBJECT = SUBJECTS | {"csubj"}
"""The same, and of a clause."""
RELATIVE_TAGS = frozenset({"WP", "WDT"})
"""Penn tags of a relative or asking pronoun."""
ADNOMINAL = frozenset({"acl", "relcl"})
"""Dependencies of a clause on the noun that it describes."""


@dataclass(frozen=True, slots=True)
class Token:
    """One token with its tags (Universal POS, Penn tag, ClearNLP dependency labels).

    `head` is the index of the governing token; a sentence's root governs itself. `lower` is the
    text in lower case.
    """

    index: int
    start: int
    end: int
    text: str
    lemma: str
    pos: str
    tag: str
    dep: str
    head: int
    sentence: int
    lower: str = field(init=False, repr=False, compare=False)

    def __post_init__(self) -> None:
        object.__setattr__(self, "lower", intern(self.text.lower()))

    @property
    def span(self) -> TextSpan:
        return TextSpan(self.start, self.end)


def tokens_of(columns: Sequence[Sequence[int | str]]) -> list[Token]:
    """Tokens by their fields, of all tokens one field after the other.

    Each is what the constructor makes, which takes four times as long.
    """
    given = (field_.name for field_ in fields(Token) if field_.init)
    named = dict(zip(given, columns, strict=True))
    named["lower"] = [intern(str(text).lower()) for text in named["text"]]
    made = [object.__new__(Token) for _ in named["text"]]
    for name, values in named.items():
        deque(map(getattr(Token, name).__set__, made, values), maxlen=0)
    return made


@dataclass(frozen=True, slots=True)
class Sentence:
    """Tokens `first` (included) to `last` (excluded), within one paragraph."""

    first: int
    last: int
    paragraph: int


@dataclass(frozen=True, slots=True)
class Entity:
    """A named entity: its label in the OntoNotes scheme and tokens `first` to `last` (excluded)."""

    first: int
    last: int
    label: str
    span: TextSpan


@dataclass(frozen=True)
class Document:
    """An article after parsing. Nothing in it refers to the parser.

    Attributes:
        text: the original text, untouched.
        paragraphs: lines of the text that hold something, edges trimmed.
        sentences, tokens, entities: in order of position.
        title, byline: what the caller knows besides the text.
        title_entities: names of persons and bodies found in `title`.
    """

    text: str
    paragraphs: tuple[TextSpan, ...]
    sentences: tuple[Sentence, ...]
    tokens: tuple[Token, ...]
    entities: tuple[Entity, ...] = ()
    title: str | None = None
    byline: str | None = None
    title_entities: tuple[tuple[str, str], ...] = ()

    @cached_property
    def _children(self) -> tuple[tuple[Token, ...], ...]:
        children: list[list[Token]] = [[] for _ in self.tokens]
        for token in self.tokens:
            if token.head != token.index:
                children[token.head].append(token)
        return tuple(map(tuple, children))

    @cached_property
    def _subtrees(self) -> list[tuple[int, int]]:
        """For each token first and last (excluded) token of what is below it."""
        first = list(range(len(self.tokens)))
        last = list(range(1, len(self.tokens) + 1))
        downward = [token for token in self.tokens if token.head == token.index]
        for token in downward:  # which grows by what each of them governs
            downward.extend(self._children[token.index])
        for token in reversed(downward):
            index, head = token.index, token.head
            first[head] = min(first[head], first[index])
            last[head] = max(last[head], last[index])
        return list(zip(first, last, strict=True))

    @cached_property
    def _starts(self) -> list[int]:
        return [token.start for token in self.tokens]

    @cached_property
    def _paragraph_starts(self) -> list[int]:
        return [paragraph.start for paragraph in self.paragraphs]

    @cached_property
    def _labels(self) -> list[str]:
        """For each token the label of the entity around it, or ""."""
        labels = [""] * len(self.tokens)
        for entity in self.entities:
            labels[entity.first : entity.last] = [entity.label] * (entity.last - entity.first)
        return labels

    def named(self, names: Iterable[NamedSpan], titled: Iterable[tuple[str, str]]) -> Document:
        """The same document with other entities than those of the parser.

        Args:
            names: those of the text, in order; one that holds no token is left out.
            titled: words and label of those of the title.
        """
        found: list[Entity] = []
        for name in names:
            held = self.tokens_in(name.span)
            if held and (not found or held[0].index >= found[-1].last):
                first, last = held[0].index, held[-1].index + 1
                found.append(Entity(first, last, name.label, self.span_of(first, last)))
        return replace(self, entities=tuple(found), title_entities=tuple(titled))

    def children(self, token: Token) -> tuple[Token, ...]:
        """The tokens that `token` governs, in order."""
        return self._children[token.index]

    def head(self, token: Token) -> Token:
        """The token that governs `token`; a root's head is itself."""
        return self.tokens[token.head]

    def subject(self, verb: Token) -> Token | None:
        """The noun or pronoun that is the subject of a verb in the active voice, if any."""
        return next((child for child in self.children(verb) if child.dep == "nsubj"), None)

    def subtree(self, token: Token) -> tuple[int, int]:
        """First and last (excluded) token of everything below `token`, itself included."""
        return self._subtrees[token.index]

    def sentence_of(self, token: Token) -> Sentence:
        """The sentence of a token."""
        return self.sentences[token.sentence]

    def tokens_in(self, span: TextSpan) -> tuple[Token, ...]:
        """Tokens that share a character with the span."""
        first = max(0, bisect_right(self._starts, span.start) - 1)
        while first < len(self.tokens) and self.tokens[first].end <= span.start:
            first += 1
        last = bisect_right(self._starts, span.end - 1)
        return self.tokens[first:last]

    def holds_words(self, noun: Token) -> bool:
        """*an email in which …*, *a meeting at which …*: whether a clause says what stood in it."""
        behind = self.tokens[noun.index + 1 : noun.index + 3]
        return len(behind) == 2 and behind[0].pos == "ADP" and behind[1].tag == "WDT"

    def label_of(self, token: Token) -> str:
        """The label of the entity around a token, "" where there is none."""
        return self._labels[token.index]

    def token_at(self, offset: int) -> Token:
        """The token that holds `offset`, or the last one before it."""
        return self.tokens[max(0, bisect_right(self._starts, offset) - 1)]

    def end_before(self, offset: int) -> int:
        """Where the text before `offset` ends, the white space right before it left out."""
        while offset and self.text[offset - 1].isspace():
            offset -= 1
        return offset

    def span_of(self, first: int, last: int) -> TextSpan:
        """From the start of token `first` to the end of token `last` (excluded)."""
        return TextSpan(self.tokens[first].start, self.tokens[last - 1].end)

    def paragraph_at(self, offset: int) -> int:
        """Position of the paragraph that holds `offset`, or of the last one before it."""
        return max(0, bisect_right(self._paragraph_starts, offset) - 1)
