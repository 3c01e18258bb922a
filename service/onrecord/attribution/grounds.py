"""What makes a report without quotation marks a statement, in words that a person reads.

Nothing here decides: it tells what `stating` went by, and is asked only for an explanation.
"""

from __future__ import annotations

from collections.abc import Iterator

from onrecord.attribution.scene import Scene
from onrecord.attribution.stating import WITHOUT_VERB, holds_alone, in_words
from onrecord.lexicon import cues
from onrecord.types import Construction, Report

BESIDE = "a clause of its own beside quoted words, under the same tag"
GOES_ON = "it goes on in the voice of the source before"
POINT = "a point of a list whose first one has the tag"
FREE = (
    "a sentence with “would” for its verb",
    "right behind a report in the past of something to come",
    "it has no tag, no quoted words and no condition, and explains no plan",
)
"""What makes a sentence one that goes on in the voice of the source before."""

_FORMS = {
    Construction.CLAUSE: "with its clause",
    Construction.TAG: "in a tag of the clause",
    Construction.ACCORDING_TO: "of a source",
    Construction.NOMINAL: "with its source, and the clause that says what it is",
}


def construction(report: Report) -> str:
    """The cue and the form of words that it stands in."""
    cue = report.evidence or "a report"
    form = _FORMS.get(report.construction)
    if report.construction is Construction.NOMINAL and report.source is None:
        form = "which tells of words whose source is not named"
    return f"{cue} {form}" if form else cue


def grounds(scene: Scene, report: Report) -> Iterator[str]:
    """What made it a statement: its construction, its verb, and what the trained tagger says."""
    yield construction(report)
    if report.construction in WITHOUT_VERB:
        yield _seen(report) or "the trained tagger did not find it, as such a form need not be"
        return
    yield in_words(scene, report, cues.load()) or "its tag reports other words in quotation marks"
    yield _seen(report) or _unseen(scene, report)


def _seen(report: Report) -> str:
    return "" if report.tagged is None else "the trained tagger found it as well"


def _unseen(scene: Scene, report: Report) -> str:
    if not scene.tagged:
        return "the trained tagger found nothing in the article, so that grammar is believed"
    why = holds_alone(scene, report) or "it is said without naming who says it"
    return f"the trained tagger did not find it, but {why}"
