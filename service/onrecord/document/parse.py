"""Article -> Document: paragraphs, then tokens, tags, dependencies and entities of each."""

from __future__ import annotations

import re
import threading
from collections.abc import Callable, Iterable, Iterator, Sequence
from contextlib import AbstractContextManager, contextmanager
from functools import partial
from itertools import pairwise
from typing import TYPE_CHECKING, Any

import numpy as np
from numpy.typing import NDArray

from onrecord.deadline import NEVER, Deadline
from onrecord.document import dependencies, recogniser
from onrecord.document.attributes import COMPONENTS, AttributeMemory, Attributes
from onrecord.document.chunks import reader
from onrecord.document.density import worth_parsing
from onrecord.document.paragraphs import split
from onrecord.document.recogniser import Name
from onrecord.document.spelling import american, as_spelled
from onrecord.document.tree import Document, Entity, Sentence, Token, tokens_of
from onrecord.document.vectors import quicken
from onrecord.document.zone import MemoryOfWords
from onrecord.errors import OutOfTime
from onrecord.types import Article, TextSpan

if TYPE_CHECKING:
    from spacy.language import Language
    from spacy.tokens import Doc

LONGEST_PIECE = 4_000
"""Characters parsed in one piece: the parser's memory and time grow with the longest piece."""

MOST_PIECES, LONGEST_BATCH = 256, 32_000
"""Pieces, and characters of them, that are parsed together; the deadline is looked at between."""

LONGEST_WORD = 80
"""A run without white space longer than this is noise to the parser and slow to tokenise."""

NAMED = frozenset({"PERSON", "ORG", "GPE", "NORP"})

_PLACES: list[int | str] = ["IDX", "LENGTH", "HEAD", "SENT_START"]
"""Of a token: its offset, its length, how far off its head is, whether a sentence starts (1)."""

Integers = NDArray[np.int64]

Step = Callable[[Sequence["Doc"]], Iterable["Doc"]]
"""What a component of a pipeline does with documents."""

_PIECE_END = re.compile(r"[.!?]['\"”’)]{0,3}\s+|\s+")
_LONG_RUN = re.compile(rf"\S{{{LONGEST_WORD + 1},}}")
_TWO_MARKS = re.compile(r"''|``")
_SIGNED = re.compile(r"""(?<=["'»])(\s?)-(?=[A-Z])""")
"""The hyphen of *"…" -Ana Ruiz*, which the tokeniser takes for a part of the name."""

_DASH_AND_STOP = re.compile(r"(?<=\w)[—–―](?=[.,:;]\s)")
"""The dash of *—We sail —said Ana Ruiz—. Soon*, which the tokeniser takes for part of a word."""


class Parser:
    """Parses articles with a spaCy pipeline; safe to share between threads.

    Paragraphs are parsed one by one, so that no sentence crosses a paragraph and cost grows in
    line with the length of the text. The parser reads a copy of the same length in which
    quotation marks are plain ones: what it was trained on. A pipeline without an entity recogniser
    leaves a document without entities.
    """

    def __init__(self, nlp: Language) -> None:
        """Take a pipeline, for good: its models are exchanged for faster ones where possible."""
        # Here, where a pipeline is loaded: textacy takes seconds to import.
        from textacy.preprocessing.normalize import quotation_marks  # noqa: PLC0415
        from threadpoolctl import ThreadpoolController  # noqa: PLC0415

        self._nlp = nlp
        self._memory = AttributeMemory(nlp)
        self._recogniser = recogniser.quick(nlp)
        quicken(nlp)
        self._read = reader(nlp)
        self._steps = list(_steps(nlp, without_names=self._recogniser is not None))
        self._memory_of_words = MemoryOfWords(nlp)
        self._threads = ThreadpoolController()
        self._straightened: Callable[[str], str] = quotation_marks
        self._american = american(nlp)
        self._turn = threading.Lock()

    def parse(self, article: Article, deadline: Deadline = NEVER) -> Document:
        """The parsed article. Its text is kept as it is.

        Args:
            deadline: when to give up, the wait for articles before this one included.

        Raises:
            OutOfTime: where the deadline came first.
        """
        paragraphs = split(article.text)
        pieces = [piece for p in paragraphs for piece in _pieces(article.text, p)]
        straight = self._plain(article.text)
        plain = self._american(straight)
        worth = dict(zip(pieces, worth_parsing(plain, pieces), strict=True))
        with self._wait(deadline), self._one_thread():
            self._memory_of_words.use(len(article.text))
            title: tuple[tuple[str, str], ...] = ()
            builder = _Builder(paragraphs)
            for number, batch in enumerate(_batches(pieces)):
                deadline.check()
                # The title goes with the first ones: alone it would take as long as a paragraph.
                first = [article.title] if article.title and number == 0 else []
                docs = self._docs([*first, *(plain[p.start : p.end] for p in batch if worth[p])])
                if first:
                    title = _named(*next(docs))
                for piece in batch:
                    if worth[piece]:
                        doc, names = next(docs)
                        told = self._memory.of(doc)
                        if (spelled := piece.of(straight)) != doc.text:
                            told = as_spelled(spelled, doc, told)
                        builder.add(piece, doc, told, names)
                    else:
                        builder.skip(piece)
        sentences, tokens, entities = builder.made()
        return Document(
            text=article.text,
            paragraphs=paragraphs,
            sentences=sentences,
            tokens=tokens,
            entities=entities,
            title=article.title,
            byline=article.byline,
            title_entities=title,
        )

    @contextmanager
    def _wait(self, deadline: Deadline) -> Iterator[None]:
        """Wait for our turn, no longer than there is time, and have it."""
        left = deadline.left
        if not self._turn.acquire(timeout=-1 if left is None else left):
            deadline.check()
            raise OutOfTime("there was no turn for the article")
        try:
            yield
        finally:
            self._turn.release()

    def _one_thread(self) -> AbstractContextManager[Any]:
        """Products of matrices in this thread alone: a process has one core."""
        limit: AbstractContextManager[Any] = self._threads.limit(limits=1, user_api="blas")
        return limit

    def _docs(self, texts: Sequence[str]) -> Iterator[tuple[Doc, list[Name]]]:
        """The texts parsed, and the names in each."""
        docs = list(map(self._read, texts))
        for step in self._steps:
            docs = list(step(docs))
        if self._recogniser is None:
            names = [[Name(e.start, e.end, e.label_) for e in doc.ents] for doc in docs]
        else:
            names = self._recogniser(docs)
        return zip(docs, names, strict=True)

    def _plain(self, text: str) -> str:
        """A copy of the same length that the parser reads well."""
        plain = _TWO_MARKS.sub('" ', self._straightened(text))
        plain = _SIGNED.sub(r"\1 ", plain)
        plain = _DASH_AND_STOP.sub(" ", plain)
        plain = _LONG_RUN.sub(lambda run: " " * len(run.group()), plain)
        return plain if len(plain) == len(text) else text


class _Builder:
    """Collects the parsed pieces, and makes tokens, sentences and entities of all of them."""

    def __init__(self, paragraphs: Sequence[TextSpan]) -> None:
        self._paragraphs = paragraphs
        self._paragraph = 0
        self._numbers: list[int] = []
        self._places: list[Integers] = [np.empty((0, len(_PLACES)), dtype=np.int64)]
        self._told: list[Attributes] = []
        self._names: list[Name] = []

    def add(
        self, piece: TextSpan, doc: Doc, told: Sequence[Attributes], names: Sequence[Name]
    ) -> None:
        """Append one parsed piece that stands at `piece` in the text."""
        base = len(self._told)
        places = doc.to_array(_PLACES).astype(np.int64)
        places[:, 0] += piece.start
        places[:1, 3] = 1
        self._append(piece, places, told)
        self._names += [Name(base + n.first, base + n.last, n.label) for n in names]

    def skip(self, piece: TextSpan) -> None:
        """Append a piece that was not parsed, as one sentence of one token that is no word."""
        blank = " " * len(piece)
        said = Attributes(text=blank, pos="SPACE", tag="_SP", dep="ROOT", lemma=blank)
        self._append(piece, np.array([[piece.start, len(piece), 0, 1]]), [said])

    def _append(self, piece: TextSpan, places: Integers, told: Sequence[Attributes]) -> None:
        while not self._paragraphs[self._paragraph].contains(piece):
            self._paragraph += 1
        self._numbers += [self._paragraph] * len(told)
        self._places.append(places)
        self._told += told

    def made(self) -> tuple[tuple[Sentence, ...], tuple[Token, ...], tuple[Entity, ...]]:
        """What has been collected, in order."""
        at, lengths, heads, opens = np.concatenate(self._places).T
        index = np.arange(len(at))
        numbers = [index, at, at + lengths, index + heads, (opens == 1).cumsum() - 1]
        indices, starts, ends, governors, sentences = (column.tolist() for column in numbers)
        words: Iterable[Sequence[str]] = zip(*self._told, strict=True) if self._told else [()] * 5
        texts, pos, tags, deps, lemmas = words
        tokens = tokens_of(
            [indices, starts, ends, texts, lemmas, pos, tags, deps, governors, sentences]
        )
        bounds = [*np.flatnonzero(opens == 1).tolist(), len(tokens)]
        return (
            tuple(Sentence(one, other, self._numbers[one]) for one, other in pairwise(bounds)),
            tuple(tokens),
            tuple(
                Entity(first, last, label, TextSpan(starts[first], ends[last - 1]))
                for first, last, label in self._names
            ),
        )


def _named(title: Doc, names: Sequence[Name]) -> tuple[tuple[str, str], ...]:
    """Words and labels of the names in a title."""
    return tuple((title[n.first : n.last].text, n.label) for n in names if n.label in NAMED)


def _steps(nlp: Language, without_names: bool) -> Iterator[Step]:
    """The components of a pipeline that are run over documents, or what is quicker."""
    left_out = {*COMPONENTS, *([recogniser.RECOGNISER] if without_names else [])}
    parser = dependencies.quick(nlp)
    for name, component in nlp.pipeline:
        if name == dependencies.PARSER and parser is not None:
            yield parser
        elif name not in left_out:
            pipe = getattr(component, "pipe", None)
            yield partial(pipe, batch_size=MOST_PIECES) if pipe else partial(map, component)


def _pieces(text: str, paragraph: TextSpan) -> Iterator[TextSpan]:
    """The paragraph itself, or stretches of at most LONGEST_PIECE characters cut between words."""
    if len(paragraph) <= LONGEST_PIECE:
        yield paragraph
        return
    cuts = [paragraph.start]
    while paragraph.end - cuts[-1] > LONGEST_PIECE:
        cuts.append(_cut(text, cuts[-1], cuts[-1] + LONGEST_PIECE))
    for start, end in pairwise([*cuts, paragraph.end]):
        yield TextSpan(start, end)


def _batches(pieces: Sequence[TextSpan]) -> Iterator[list[TextSpan]]:
    """The pieces, as many at a time as are parsed together; at least one batch, if of none."""
    batch: list[TextSpan] = []
    length = 0
    for piece in pieces:
        length += len(piece)
        if batch and (len(batch) == MOST_PIECES or length > LONGEST_BATCH):
            yield batch
            batch, length = [], len(piece)
        batch.append(piece)
    yield batch


def _cut(text: str, start: int, limit: int) -> int:
    """The last sentence end in the second half of the stretch, else the last space or its end."""
    middle = (start + limit) // 2
    spaces = list(_PIECE_END.finditer(text, middle, limit))
    sentences = [m.end() for m in spaces if m.group()[0] in ".!?"]
    return max(sentences or [m.end() for m in spaces] or [limit])
