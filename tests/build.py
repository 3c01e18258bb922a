"""A Document by hand, for tests that run without a parser.

    document(
        "Ada/PROPN/compound/Quill/PERSON Quill/PROPN/nsubj/said/PERSON said=say/VERB .",
        "“ No ” she/PRON/nsubj/said said=say/VERB .",
    )

One string a paragraph, one line a sentence, one word a token: `text[=lemma]/POS/dep/head/ENTITY`,
where trailing fields may be left out.

- `head` is the word that governs the token, the nearest one of that spelling, or a distance
  (`+2`, `-1`); without it the token hangs on the root: the first verb, else the first noun
  among the tokens that have no head.
- `POS` may carry a Penn tag (`NOUN:NNS`); without it the usual tag of the part of speech.
- Neighbours with the same entity label are one entity; `*PERSON` starts a new one.
- Punctuation needs no fields. Spaces are put where print would put them; write curly marks.
"""

from __future__ import annotations

from collections.abc import Sequence
from typing import NamedTuple

from onrecord.document.tree import Document, Entity, Sentence, Token
from onrecord.types import TextSpan

TAGS = {
    "PROPN": "NNP", "NOUN": "NN", "VERB": "VBD", "AUX": "VBD", "PRON": "PRP", "ADJ": "JJ",
    "ADV": "RB", "ADP": "IN", "DET": "DT", "NUM": "CD", "PUNCT": ".", "PART": "POS",
    "CCONJ": "CC", "SCONJ": "IN",
}  # fmt: skip
CLINGS_LEFT = frozenset(
    [",", ".", ";", ":", "!", "?", "…", "”", "’", ")", "]", "%", "'s", "’s", "'", "n't", "n’t"]
)
CLINGS_RIGHT = frozenset(["“", "‘", "(", "[", "@"])
ROOTS = ("VERB", "AUX", "NOUN", "PROPN")


class Word(NamedTuple):
    """One token of the notation; empty where a field is left out."""

    text: str
    lemma: str
    pos: str
    tag: str
    dep: str
    head: str
    label: str


def document(
    *paragraphs: str,
    title: str | None = None,
    byline: str | None = None,
    title_entities: tuple[tuple[str, str], ...] = (),
) -> Document:
    """The Document that the notation describes."""
    text = ""
    words: list[Word] = []
    tokens: list[Token] = []
    sentences: list[Sentence] = []
    spans: list[TextSpan] = []
    for number, paragraph in enumerate(paragraphs):
        text += "\n\n" if text else ""
        begin = len(text)
        for line in filter(str.strip, paragraph.splitlines()):
            sentence = [_word(field) for field in line.split()]
            first = len(words)
            for word, head in zip(sentence, _heads(sentence), strict=True):
                text += _space(words[-1].text if len(text) > begin else None, word.text)
                tokens.append(_token(len(words), len(text), word, first + head, len(sentences)))
                words.append(word)
                text += word.text
            sentences.append(Sentence(first, len(words), number))
        spans.append(TextSpan(begin, len(text)))
    return Document(
        text=text,
        paragraphs=tuple(spans),
        sentences=tuple(sentences),
        tokens=tuple(tokens),
        entities=tuple(_entities(tokens, [word.label for word in words])),
        title=title,
        byline=byline,
        title_entities=title_entities,
    )


def span(built: Document, words: str, occurrence: int = 1) -> TextSpan:
    """Where `words` stand in the text, the first time unless told otherwise."""
    start = -1
    for _ in range(occurrence):
        start = built.text.index(words, start + 1)
    return TextSpan(start, start + len(words))


def _word(field: str) -> Word:
    text, pos, dep, head, label = (field.split("/") + [""] * 4)[:5]
    text, _, lemma = text.partition("=")
    pos, _, tag = pos.partition(":")
    if not pos:
        pos = "X" if text[0].isalnum() else "PUNCT"
    dep = dep or ("punct" if pos == "PUNCT" else "")
    return Word(text, lemma or text.lower(), pos, tag or TAGS.get(pos, "XX"), dep, head, label)


def _token(index: int, start: int, word: Word, head: int, sentence: int) -> Token:
    dep = word.dep or ("ROOT" if head == index else "dep")
    end = start + len(word.text)
    return Token(index, start, end, word.text, word.lemma, word.pos, word.tag, dep, head, sentence)


def _space(before: str | None, word: str) -> str:
    joined = before is None or before in CLINGS_RIGHT or word in CLINGS_LEFT
    return "" if joined else " "


def _heads(words: Sequence[Word]) -> list[int]:
    free = [i for i, word in enumerate(words) if not word.head]
    rank = {pos: place for place, pos in enumerate(ROOTS)}
    root = min(free or range(len(words)), key=lambda i: (rank.get(words[i].pos, 9), i))
    return [_head(words, index, root) for index in range(len(words))]


def _head(words: Sequence[Word], index: int, root: int) -> int:
    head = words[index].head
    if not head:
        return root
    if head[0] in "+-" and head[1:].isdigit():
        return index + int(head)
    places = [i for i, word in enumerate(words) if word.text == head and i != index]
    assert places, f"nothing reads {head!r}, the head of {words[index].text!r}"
    return min(places, key=lambda place: abs(place - index))


def _entities(tokens: Sequence[Token], labels: Sequence[str]) -> list[Entity]:
    found: list[Entity] = []
    for index, label in enumerate(labels):
        first = index
        if found and _continues(tokens, found[-1], index, label):
            first = found.pop().first
        if label:
            place = TextSpan(tokens[first].start, tokens[index].end)
            found.append(Entity(first, index + 1, label.lstrip("*"), place))
    return found


def _continues(tokens: Sequence[Token], last: Entity, index: int, label: str) -> bool:
    same_sentence = tokens[last.first].sentence == tokens[index].sentence
    return last.last == index and last.label == label and same_sentence
