"""Whom the label of a turn means: *A:* before an answer, *OB:* for Odalys Brandt."""

from __future__ import annotations

import re
from collections import defaultdict
from collections.abc import Iterable, Mapping, Sequence
from functools import cached_property

from onrecord.document.tree import Document
from onrecord.lexicon import people
from onrecord.lexicon.interviews import ANSWER, NAMED, QUESTION
from onrecord.speakers import rules
from onrecord.speakers.figures import Figure, Found
from onrecord.types import SpeakerKind, TextSpan

_ANY_ANSWER = "A:"
"""Stands for every label of an answer; initials have no colon."""

_LABELS = frozenset({("a",), ("q",), ("answer",), ("question",)})
_INITIALS = re.compile(r"(?<!\w)([A-Z]{2,4})[*_]{0,3}:")

_CALLED = re.compile(
    r"[*_ ]{0,3}(?:(?:So|And|But|Well|Now),? )?"
    r"(?P<title>[A-Z]\w+)\.? (?P<name>[A-Z][\w’'-]+(?: [A-Z][\w’'-]+)?),"
)
"""Whom a question calls by name and title before it asks."""


class Labels:
    """The labels among the sources of one article."""

    def __init__(self, document: Document, sources: Sequence[TextSpan]) -> None:
        self._document = document
        self._sources = sources
        self._known: dict[tuple[str, bool], Found | None] = {}

    def is_answer(self, span: TextSpan) -> bool:
        """*A:*, *A.* or *A* and a gap before an answer."""
        found = ANSWER.match(self._document.text, span.start)
        return bool(found and span.end <= found.end())

    def meant(
        self, figures: Iterable[Figure], span: TextSpan, *, read: bool = False
    ) -> Found | None:
        """Whom a label means that is no name; all labels that are alike mean the same.

        Args:
            figures: of whom the article speaks, as far as it has been read.
            span: the label, or any source.
            read: whether the whole article has been.
        """
        label = _ANY_ANSWER if self.is_answer(span) else self._letters(span)
        if label and (label, read) not in self._known:
            answer = label == _ANY_ANSWER
            self._known[label, read] = (
                self._interviewed(figures) if answer else self._by_initials(figures, label)
            )
        return self._known.get((label, read))

    @cached_property
    def in_full(self) -> Mapping[TextSpan, TextSpan]:
        """*TULLOCK:* -> *RAY TULLOCK* of another turn, where no second one is called so."""
        labels = {s: s.of(self._document.text).split() for s in self._sources if self._is_name(s)}
        longer: dict[str, list[TextSpan]] = defaultdict(list)
        for span, words in labels.items():
            if len(words) > 1 and not people.load().is_title(words[0]):
                longer[words[-1]].append(span)
        return {
            span: longer[words[0]][0]
            for span, words in labels.items()
            if len(words) == 1 and len({tuple(labels[s]) for s in longer.get(words[0], ())}) == 1
        }

    @cached_property
    def _talk(self) -> TextSpan | None:
        """From the first paragraph that is labelled as question or answer to the last."""
        text = self._document.text
        asked = [
            p
            for p in self._document.paragraphs
            if any(label.match(text, p.start, p.end) for label in (QUESTION, ANSWER))
        ]
        return TextSpan(asked[0].start, asked[-1].end) if asked else None

    def _interviewed(self, figures: Iterable[Figure]) -> Found | None:
        """The person most spoken of around the questions and answers; nobody where none is."""
        persons = [f for f in figures if f.kind is SpeakerKind.PERSON and f.words not in _LABELS]
        talk = self._talk
        if talk is None or not persons:
            return None
        spoken_of = {f: sum(not talk.overlaps(span) for span in f.mentions) for f in persons}
        most = max(persons, key=lambda figure: spoken_of[figure])
        if not spoken_of[most]:
            return self._addressed(persons)
        return Found(most, rules.INTERVIEWED, "label of an answer")

    def _addressed(self, persons: Sequence[Figure]) -> Found | None:
        """*Q: Ms Ruiz, did you know?*: the one person whom the questions call by name."""
        text = self._document.text
        called = {
            found["name"]
            for p in self._document.paragraphs
            if (label := QUESTION.match(text, p.start, p.end))
            and (found := _CALLED.match(text, label.end(), p.end))
            and people.load().is_title(found["title"])
        }
        if len(called) != 1:
            return None
        words = tuple(called.pop().lower().split())
        meant = [f for f in persons if f.words[-len(words) :] == words]
        return Found(meant[0], rules.INTERVIEWED, "called by name") if len(meant) == 1 else None

    def _letters(self, span: TextSpan) -> str:
        """The initials before a colon that a span is, in lower case; nothing where it is none."""
        found = _INITIALS.match(self._document.text, span.start)
        return found[1].lower() if found and found.end(1) == span.end else ""

    def _by_initials(self, figures: Iterable[Figure], letters: str) -> Found | None:
        """The one person whose initials they are."""
        persons = (f for f in figures if f.kind is SpeakerKind.PERSON)
        meant = [f for f in persons if _initials(f) == letters]
        only = len(meant) == 1
        return Found(meant[0], rules.INTERVIEWED, "initials of a label") if only else None

    def _is_name(self, span: TextSpan) -> bool:
        """Whether a span is the name in capitals before the colon of a paragraph."""
        text = self._document.text
        paragraph = self._document.paragraphs[self._document.paragraph_at(span.start)]
        found = NAMED.match(text, paragraph.start, paragraph.end)
        if found is None or found.end("label") != span.end:
            return False
        return span.of(text).isupper()


def _initials(figure: Figure) -> str:
    return "".join(word[0] for word in figure.words if word)
