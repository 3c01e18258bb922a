"""A Document from plain English, for tests that run without a parser.

    read("Ada Quill, 46, a nurse, told us. She left.", names={"Ada Quill": "PERSON"})

One string a paragraph. Words get their part of speech from the short lists below (what is not on
them is a noun, with a capital a proper one), noun phrases end in their head, what stands before a
verb is its subject. It knows no more of English than the tests of mentions and speakers need;
sentences outside of that are for `tests/build.py`.
"""

from __future__ import annotations

import re
from collections.abc import Mapping, Sequence
from dataclasses import replace

from onrecord.document.tree import Document, Entity, Sentence, Token
from onrecord.types import TextSpan

_TOKEN = re.compile(r"[’']s\b|\b(?:Mrs?|Ms|Dr|Sen|Rep|Gen|Jr|[A-Z])\.|@?\w+|[^\w\s]")
_LISTS = {
    "DET": "the a an this that these those some no",
    "PRON": "he she it they we i him them me us himself herself itself themselves you who which",
    "ADP": "of in at with from for by to on as about according after near",
    "AUX": "is was are were had has have will would did does be",
    "CCONJ": "and or but",
    "ADV": "early not later again yesterday then once far near so outside here",
    "ADJ": "familiar old new senior former young local chief own last",
    "NUM": "two three four one",
}
_POS = {word: pos for pos, words in _LISTS.items() for word in words.split()}
_TAGS = {
    "DET": "DT", "PRON": "PRP", "ADP": "IN", "AUX": "VBD", "CCONJ": "CC", "ADV": "RB",
    "ADJ": "JJ", "NUM": "CD", "PUNCT": ".", "PART": "POS", "VERB": "VBD",
}  # fmt: skip
_VERBS = {
    "said": "say", "says": "say", "told": "tell", "asked": "ask", "left": "leave", "led": "lead",
    "leads": "lead", "owns": "own", "found": "find", "met": "meet", "saw": "see", "wrote": "write",
    "added": "add", "claimed": "claim", "joined": "join", "sued": "sue", "reported": "report",
    "opened": "open", "spoke": "speak", "called": "call", "signed": "sign",
    "laughed": "laugh", "chairs": "chair", "went": "go", "stayed": "stay", "sold": "sell",
}  # fmt: skip
_POSSESSIVE = frozenset({"his", "her", "its", "their", "my", "our"})
_RELATIVE = frozenset({"who", "which"})
_NOMINAL = frozenset({"DET", "ADJ", "NUM", "NOUN", "PROPN", "PART"})
_NOUNS = frozenset({"NOUN", "PROPN"})


def read(
    *paragraphs: str,
    names: Mapping[str, str] | None = None,
    title: str | None = None,
    byline: str | None = None,
    title_entities: tuple[tuple[str, str], ...] = (),
) -> Document:
    """The Document of an article; `names` gives the label of each entity."""
    text = "\n\n".join(paragraphs)
    known = frozenset(word for name in names or {} for word in name.split())
    tokens: list[Token] = []
    sentences: list[Sentence] = []
    places: list[TextSpan] = []
    for number, paragraph in enumerate(paragraphs):
        begin = places[-1].end + 2 if places else 0
        places.append(TextSpan(begin, begin + len(paragraph)))
        for words in _sentences(paragraph):
            first = len(tokens)
            placed = [(m.start() + begin, m[0]) for m in words]
            tokens += _parse(_tag(placed, first, len(sentences), known))
            sentences.append(Sentence(first, len(tokens), number))
    return Document(
        text=text,
        paragraphs=tuple(places),
        sentences=tuple(sentences),
        tokens=tuple(tokens),
        entities=tuple(_entities(text, tokens, names or {})),
        title=title,
        byline=byline,
        title_entities=title_entities,
    )


def _sentences(paragraph: str) -> list[list[re.Match[str]]]:
    found: list[list[re.Match[str]]] = [[]]
    for match in _TOKEN.finditer(paragraph):
        closed = len(found[-1]) > 1 and found[-1][-1][0] in {".", "?", "!", "”"}
        stopped = closed and any(m[0] in {".", "?", "!"} for m in found[-1][-2:])
        if stopped and match[0][0] not in "”,.)" and match[0][0].isupper() | (match[0] == "“"):
            found.append([])
        found[-1].append(match)
    return [words for words in found if words]


def _tag(
    words: Sequence[tuple[int, str]], first: int, sentence: int, known: frozenset[str]
) -> list[Token]:
    tokens = []
    for place, (start, text) in enumerate(words):
        after = words[place + 1][1] if place + 1 < len(words) else "."
        opens = text[0].isupper() and (place == 0 or words[place - 1][1] == "“")
        lower = opens and after[0].islower() and text not in known
        pos, tag, lemma = _word(text.lower() if lower else text)
        if text == "old" and place and words[place - 1][1] == "-":
            pos, tag = "NOUN", "NN"
        if text.lower() == "her" and not after[0].isalpha():
            pos, tag = "PRON", "PRP"
        tokens.append(
            Token(
                first + place, start, start + len(text), text, lemma, pos, tag, "dep", 0, sentence
            )
        )
    return tokens


def _word(text: str) -> tuple[str, str, str]:
    """Part of speech, Penn tag and dictionary form."""
    lower = text.lower()
    if not text[0].isalnum() and text[0] != "@":
        return ("PART", "POS", lower) if len(text) > 1 else ("PUNCT", text, text)
    if lower in _POSSESSIVE | _RELATIVE:
        return "PRON", "PRP$" if lower in _POSSESSIVE else "WP", lower
    if lower in _POS or text.isdigit():
        pos = _POS.get(lower, "NUM")
        return pos, _TAGS[pos], lower
    if text in _VERBS:
        return "VERB", "VBD", _VERBS[text]
    plural = lower.endswith("s") and not lower.endswith(("ss", "us"))
    if text[0].isupper() or text[0] == "@":
        return "PROPN", "NNPS" if plural and lower == "senators" else "NNP", text
    return "NOUN", "NNS" if plural else "NN", lower.removesuffix("s") if plural else lower


def _parse(tokens: list[Token]) -> list[Token]:
    """Heads and labels by what stands next to what."""
    offset = tokens[0].index
    verbs = [t.index for t in tokens if t.pos in {"VERB", "AUX"}]
    root = next((v for v in verbs if tokens[v - 1 - offset].tag != "WP"), None)
    heads = {t.index: _head_of_phrase(tokens, t, offset) for t in tokens}
    top = (
        root
        if root is not None
        else next(
            (t.index for t in tokens if heads[t.index] == t.index and t.pos in _NOUNS), offset
        )
    )
    return [_attach(tokens, t, heads, verbs, top) for t in tokens]


def _is_nominal(token: Token) -> bool:
    return token.pos in _NOMINAL or token.tag == "PRP$" or token.text == "-"


def _head_of_phrase(tokens: list[Token], token: Token, offset: int) -> int:
    """The last noun of the noun phrase around a token; the token itself outside of any."""
    if not _is_nominal(token):
        return token.index
    place, head = token.index - offset, token.index
    while place < len(tokens) and _is_nominal(tokens[place]):
        if place > token.index - offset and tokens[place].pos == "DET":
            break
        head = tokens[place].index if tokens[place].pos in _NOUNS else head
        place += 1
    return head


def _attach(
    tokens: list[Token], token: Token, heads: Mapping[int, int], verbs: list[int], top: int
) -> Token:
    offset = tokens[0].index
    head = heads[token.index]
    if token.index == top:
        return replace(token, head=top, dep="ROOT")
    if head != token.index:
        labels = {"DET": "det", "ADJ": "amod", "NUM": "nummod", "PART": "case", "PRON": "poss"}
        return replace(token, head=head, dep=labels.get(token.pos, "compound"))
    before = tokens[token.index - 1 - offset] if token.index > offset else None
    if token.pos in {"VERB", "AUX"} and before is not None and before.tag == "WP":
        noun = max(
            (t.index for t in tokens if t.index < before.index and t.pos in _NOUNS), default=top
        )
        return replace(token, head=noun, dep="relcl")
    if token.text == "familiar" and before is not None:
        return replace(token, head=before.index, dep="amod")
    if token.pos == "ADP":
        close = before is not None and (before.pos in _NOUNS or before.text == "familiar")
        return replace(token, head=before.index if close and before else top, dep="prep")
    if token.pos in _NOUNS | {"PRON", "NUM"}:
        head, label = _attach_noun(tokens, token, heads, verbs, top)
    else:
        head, label = top, "punct" if token.pos == "PUNCT" else "dep"
    return replace(token, head=head, dep=label)


def _attach_noun(
    tokens: list[Token], token: Token, heads: Mapping[int, int], verbs: list[int], top: int
) -> tuple[int, str]:
    offset = tokens[0].index
    opening = min(i for i, h in heads.items() if h == token.index)
    before = tokens[opening - 1 - offset] if opening > offset else None
    if before is not None and before.pos == "ADP":
        return before.index, "pobj"
    if before is not None and before.pos == "CCONJ" and opening - 2 >= offset:
        joined = tokens[opening - 2 - offset]
        if joined.pos in _NOUNS:
            return joined.index, "conj"
    verb = next((v for v in verbs if v > token.index), None)
    saying = before is not None and before.text in {"said", "added", "asked", "wrote"}
    if saying and not any(t.dep == "nsubj" for t in tokens):
        return opening - 1, "nsubj"
    if verb is None:
        return top, "dobj" if verbs else "dep"
    return verb, "nsubj"


def _entities(text: str, tokens: Sequence[Token], names: Mapping[str, str]) -> list[Entity]:
    found: dict[int, Entity] = {}
    for name, label in sorted(names.items(), key=lambda item: len(item[0])):
        for match in re.finditer(rf"(?<!\w){re.escape(name)}(?!\w)", text):
            inside = [t.index for t in tokens if match.start() <= t.start < match.end()]
            place = TextSpan(match.start(), match.end())
            found = {i: e for i, e in found.items() if not e.span.overlaps(place)}
            found[inside[0]] = Entity(inside[0], inside[-1] + 1, label, place)
    return [found[index] for index in sorted(found)]
