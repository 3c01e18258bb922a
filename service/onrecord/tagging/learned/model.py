"""The trained tagger: a text in; its names, and its relations of source, cue and content out."""

from __future__ import annotations

import hashlib
import os
import threading
from collections.abc import Sequence
from pathlib import Path
from typing import Any, TypeAlias

import numpy as np

from onrecord.deadline import NEVER, Deadline
from onrecord.errors import ModelUnavailable
from onrecord.tagging.learned.best import Tagged
from onrecord.tagging.learned.confidence import relation_values, span_values
from onrecord.tagging.learned.decode import decode
from onrecord.tagging.learned.hearing import UNKNOWN, hear
from onrecord.tagging.learned.kinds import kind_of
from onrecord.tagging.learned.link import Linked, link
from onrecord.tagging.learned.names import names
from onrecord.tagging.learned.scores import Floats, Network, Scores, score
from onrecord.tagging.learned.stream import Numbers
from onrecord.tagging.learned.sums import made_exact
from onrecord.tagging.learned.weights import NETWORK, PARAMETERS, Parameters, read
from onrecord.tagging.learned.words import Words
from onrecord.tagging.learned.words import read as read_words
from onrecord.types import QuotedString, RelationKind, TaggedRelation, Tagging, TextSpan

WEIGHTS = Path(__file__).parents[1] / "weights"
"""Where the files of the tagger that ships with the package are."""

Session: TypeAlias = Any
"""`onnxruntime.InferenceSession`, which has no types."""

SHORT = 2_000
"""Characters up to which a paragraph is read whatever it holds."""

LEAST_LETTERS = 0.6
"""Share of letters among what is no white space: prose has more than nine in ten."""

INPUTS = ("pieces", "cases", "quoted", "leads")
WITH_NAMES = "with_names"
"""A switch of the network: where it is off, the scores of names are zeros, and take no time."""
_NAMES = ("source", "cue", "content")


class LearnedTagger:
    """Finds names and relations in texts; safe to share between threads."""

    def __init__(self, parameters: Parameters, network: Network, with_names: bool = False) -> None:
        """Put it together; `with_names` where names are wanted, which takes a little longer."""
        self._parameters = parameters
        self._network = network
        self._with_names = with_names
        self.version = parameters.version

    @classmethod
    def load(cls, folder: Path = WEIGHTS, with_names: bool = False) -> LearnedTagger:
        """The tagger whose files are in a folder; `with_names` where names are wanted.

        Raises:
            ModelUnavailable: where a file is missing, broken, or of another format.
        """
        parameters, network = read(folder), OnnxNetwork(folder / NETWORK, with_names)
        if parameters.version != network.version:
            raise ModelUnavailable(f"{NETWORK} is broken, or not the one of {PARAMETERS}")
        return cls(parameters, network, with_names)

    def tag(
        self,
        text: str,
        paragraphs: Sequence[TextSpan],
        strings: Sequence[QuotedString],
        deadline: Deadline = NEVER,
    ) -> Tagging:
        """All relations of a text, and its names where they are wanted.

        Args:
            text: the article, without lone surrogates.
            paragraphs: its paragraphs in order, as `document.paragraphs.split` gives them.
            strings: its quoted strings, as `quotations.find` gives them.
            deadline: when to give up, looked at before each window.

        Raises:
            OutOfTime: where the deadline came first.
        """

        def network(inputs: Numbers) -> tuple[Floats, Floats, Floats, Floats]:
            deadline.check()
            return self._network(inputs)

        words = read_words(text, [p for p in paragraphs if _is_prose(p.of(text))], strings)
        if not len(words):
            return Tagging(heard=(UNKNOWN,) * len(strings))
        scores = score(words, self._parameters.vocabulary, network)
        deadline.check()
        spans = decode(words, scores, self._parameters.weighing)
        chances = {span: self._chance(span, scores) for span in spans}
        found = [self._relation(linked, words, chances) for linked in link(spans, scores)]
        relations = tuple(sorted(found, key=_position))
        found_names = names(words, scores.names) if self._with_names else ()
        return Tagging(relations, tuple(found_names), hear(words, scores, strings))

    def names(self, title: str | None) -> tuple[tuple[str, str], ...]:
        """Words and labels of the names in a title, if there is one."""
        if not title:
            return ()
        found = self.tag(title, (TextSpan(0, len(title)),), ()).names
        return tuple((name.span.of(title), name.label) for name in found)

    def _chance(self, span: Tagged, scores: Scores) -> float:
        model = self._parameters.calibrations[_NAMES[span.role]]
        return model.probability(span_values(span, scores))

    def _relation(
        self, linked: Linked, words: Words, chances: dict[Tagged, float]
    ) -> TaggedRelation:
        source, cue = linked.source, linked.cue
        model = self._parameters.calibrations["relation"]
        return TaggedRelation(
            source=words.span(source.first, source.last) if source else None,
            cue=words.span(cue.first, cue.last) if cue else None,
            content=tuple(words.span(piece.first, piece.last) for piece in linked.content),
            kind=kind_of(words.forms[cue.first : cue.last + 1]) if cue else RelationKind.SPEECH,
            confidence=model.probability(relation_values(linked, chances)),
            chances=(
                ("source", chances[source] if source else 0.0),
                ("cue", chances[cue] if cue else 0.0),
                ("content", min((chances[piece] for piece in linked.content), default=0.0)),
            ),
        )


def _is_prose(paragraph: str) -> bool:
    """Whether a paragraph is worth the work: a long one that is mostly marks is not."""
    if len(paragraph) <= SHORT:
        return True
    letters = sum(map(str.isalpha, paragraph))
    return letters >= LEAST_LETTERS * (len(paragraph) - sum(map(str.isspace, paragraph)))


def _position(relation: TaggedRelation) -> tuple[int, int]:
    spans = [*relation.content, relation.cue, relation.source]
    first = next(span for span in spans if span is not None)
    return first.start, first.end


class OnnxNetwork:
    """A network in an ONNX file; safe to share between threads, and across forks.

    onnxruntime starts threads as soon as it is imported, and a child process that inherits it from
    a fork aborts or hangs when it ends. So each process imports it and opens a session of its own
    when it first needs one, and the process that loads the models for others never does.
    """

    def __init__(self, path: Path, with_names: bool = False) -> None:
        """Read the file.

        Args:
            path: of the file.
            with_names: whether scores of names are wanted; they are zeros otherwise.

        Raises:
            ModelUnavailable: where it is missing.
        """
        self._with_names = np.array(with_names)
        try:
            self._model = path.read_bytes()
        except OSError as error:
            raise ModelUnavailable(f"{path.name} cannot be loaded: {error}") from error
        self.version = f"tagger-{hashlib.sha256(self._model).hexdigest()[:12]}"
        self._opening = threading.Lock()
        self._opened: tuple[int, Session] | None = None

    def __call__(self, inputs: Numbers) -> tuple[Floats, Floats, Floats, Floats]:
        """Tags, boundaries, links and names of each piece; `inputs` is (4, pieces)."""
        given = {name: row[None] for name, row in zip(INPUTS, inputs, strict=True)}
        given[WITH_NAMES] = self._with_names
        tags, bounds, links, names_ = self._own().run(None, given)
        return tags[0], bounds[0], links[0], names_[0]

    def _own(self) -> Session:
        """The session of this process."""
        process = os.getpid()
        opened = self._opened
        if opened is None or opened[0] != process:
            with self._opening:
                opened = self._opened
                if opened is None or opened[0] != process:
                    opened = self._opened = process, _session(self._model)
        return opened[1]


def _session(model: bytes) -> Session:
    import onnxruntime  # noqa: PLC0415  # see `OnnxNetwork`

    options = onnxruntime.SessionOptions()
    options.intra_op_num_threads = 1
    options.inter_op_num_threads = 1
    options.log_severity_level = 3
    return onnxruntime.InferenceSession(
        model,
        made_exact(options),
        providers=["CPUExecutionProvider"],
        disabled_optimizers=["SkipLayerNormFusion"],
    )
