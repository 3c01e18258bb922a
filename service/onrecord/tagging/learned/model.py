"""The trained tagger: a text in, its relations of source, cue and content out."""

from __future__ import annotations

from collections.abc import Sequence
from pathlib import Path

import onnxruntime

from onrecord.errors import ModelUnavailable
from onrecord.tagging.learned.confidence import relation_values, span_values
from onrecord.tagging.learned.decode import Tagged, decode
from onrecord.tagging.learned.kinds import kind_of
from onrecord.tagging.learned.link import Linked, link
from onrecord.tagging.learned.scores import Floats, Network, Scores, score
from onrecord.tagging.learned.stream import Numbers
from onrecord.tagging.learned.weights import NETWORK, Parameters, read
from onrecord.tagging.learned.words import Words
from onrecord.tagging.learned.words import read as read_words
from onrecord.types import QuotedString, RelationKind, TaggedRelation, TextSpan

WEIGHTS = Path(__file__).parents[1] / "weights"
"""Where the files of the tagger that ships with the package are."""

INPUTS = ("pieces", "cases", "quoted", "leads")
_NAMES = ("source", "cue", "content")


class LearnedTagger:
    """Finds relations in texts; safe to share between threads, the same text same answer."""

    def __init__(self, parameters: Parameters, network: Network) -> None:
        self._parameters = parameters
        self._network = network
        self.version = parameters.version

    @classmethod
    def load(cls, folder: Path = WEIGHTS) -> LearnedTagger:
        """The tagger whose files are in a folder.

        Raises:
            ModelUnavailable: where a file is missing, broken, or of another format.
        """
        return cls(read(folder), OnnxNetwork(folder / NETWORK))

    def tag(
        self, text: str, paragraphs: Sequence[TextSpan], strings: Sequence[QuotedString]
    ) -> tuple[TaggedRelation, ...]:
        """All relations in order of their content.

        Args:
            text: the article, without lone surrogates.
            paragraphs: its paragraphs in order, as `document.paragraphs.split` gives them.
            strings: its quoted strings, as `quotations.find` gives them.
        """
        words = read_words(text, paragraphs, strings)
        if not len(words):
            return ()
        scores = score(words, self._parameters.vocabulary, self._network)
        spans = decode(words, scores, self._parameters.weighing)
        chances = {span: self._chance(span, scores) for span in spans}
        found = [self._relation(linked, words, chances) for linked in link(spans, scores)]
        return tuple(sorted(found, key=_position))

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


def _position(relation: TaggedRelation) -> tuple[int, int]:
    spans = [*relation.content, relation.cue, relation.source]
    first = next(span for span in spans if span is not None)
    return first.start, first.end


class OnnxNetwork:
    """A network in an ONNX file; safe to share between threads."""

    def __init__(self, path: Path) -> None:
        """Load the file.

        Raises:
            ModelUnavailable: where it is missing or broken.
        """
        options = onnxruntime.SessionOptions()
        options.intra_op_num_threads = 1
        options.inter_op_num_threads = 1
        options.log_severity_level = 3
        try:
            self._session = onnxruntime.InferenceSession(
                path,
                options,
                providers=["CPUExecutionProvider"],
                disabled_optimizers=["SkipLayerNormFusion"],
            )
        except Exception as error:
            raise ModelUnavailable(f"{path.name} cannot be loaded: {error}") from error

    def __call__(self, inputs: Numbers) -> tuple[Floats, Floats, Floats]:
        """Tags, boundaries and links of each piece of one window; `inputs` is (4, pieces)."""
        given = {name: row[None] for name, row in zip(INPUTS, inputs, strict=True)}
        tags, bounds, links = self._session.run(None, given)
        return tags[0], bounds[0], links[0]
