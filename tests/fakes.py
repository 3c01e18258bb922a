"""Stand-ins for what is slow to load."""

from __future__ import annotations

import re
import time
from dataclasses import replace

from onrecord.deadline import NEVER, Deadline
from onrecord.document.article import check
from onrecord.settings import Settings
from onrecord.types import (
    Article,
    Attribution,
    Explanation,
    Extraction,
    Feature,
    Hop,
    HopRelation,
    Quotation,
    QuotationType,
    Relation,
    RelationKind,
    Speaker,
    SpeakerKind,
    TextSpan,
    Way,
    Weighed,
)

DAWDLE = "take a minute"
"""With an article that holds this the fake takes a minute, or as long as the deadline lets it."""

BUG = "raise a bug"
"""An article that holds this makes the fake fail with the article in its message."""

HEAVY = "take all the memory"
"""For an article that holds this there is not enough memory."""

_MARKED = re.compile(r"[“\"]([^“”\"]+)[”\"]")
_WORD = re.compile(r"\w+")


class FakePipeline:
    """Takes every string in quotation marks for a quotation of the first word of the text."""

    model = "fake 1"

    def __init__(self, longest: int | None = None) -> None:
        self._longest = longest

    def extract(
        self, article: Article, deadline: Deadline = NEVER, *, explain: bool = False
    ) -> Extraction:
        """A small extraction that uses every field of the contract."""
        check(article, self._longest)
        text = article.text
        for _ in range(6_000 if DAWDLE in text else 0):
            deadline.check()
            time.sleep(0.01)
        if HEAVY in text:
            raise MemoryError
        if BUG in text:
            raise RuntimeError(f"cannot read {text}")
        words = [TextSpan(*found.span()) for found in _WORD.finditer(text)]
        first = words[0]
        speaker = Speaker("s1", first.of(text), SpeakerKind.PERSON, True, "Reader", (first,))
        found = [TextSpan(*found.span(1)) for found in _MARKED.finditer(text)]
        hop = Hop(first, speaker, None, HopRelation.ACCORDING_TO)
        return Extraction(
            text=text,
            language=article.language,
            quotes=tuple(
                replace(
                    _quotation(n, span, speaker, first), explanation=why(first) if explain else None
                )
                for n, span in enumerate(found)
            ),
            attributions=tuple(Attribution("t1", (span,), (hop,), 0.9) for span in found[:1]),
            speakers=(speaker,),
            relations=tuple(
                Relation(first, None, (span,), RelationKind.SPEECH, 0.9) for span in found
            ),
            words=len(words),
            model=self.model,
        )


def why(source: TextSpan) -> Explanation:
    """Every field of an explanation."""
    marks = Feature("it stands in quotation marks", 1.0, 1.5)
    return Explanation(
        rule=None,
        summary=("The model chose the first word.",),
        deciding=(marks,),
        features=(marks,),
        speech=(),
        weighed=(Weighed(Way.TAG, source, None, None, True, 0.9, (marks,)),),
        resolution="name",
        rivals=(),
        confidences=(("quotation", (marks,)), ("speaker", ())),
    )


def _quotation(number: int, span: TextSpan, speaker: Speaker, source: TextSpan) -> Quotation:
    """Types take turns, and so do confidences: 0.9, 0.6, 0.3."""
    return Quotation(
        id=f"q{number + 1}",
        type=list(QuotationType)[number % 3],
        parts=(span,),
        speaker=speaker if number % 2 == 0 else None,
        source=source,
        cue=None,
        addressee=None,
        medium=None,
        time=None,
        negated=False,
        attribution="t1" if number == 0 else None,
        confidence=(0.9, 0.6, 0.3)[number % 3],
        confidences=(("quotation", 0.95), ("speaker", 0.94)),
        evidence=(Feature("it stands in quotation marks", 1.0, 1.5),),
    )


def load(settings: Settings) -> FakePipeline:
    """Loads at once."""
    return FakePipeline(settings.max_characters)
