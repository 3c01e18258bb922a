"""Labels behind a string that leave no doubt whose the words are."""

from __future__ import annotations

from onrecord.attribution.features import is_label_of
from onrecord.attribution.scene import Scene, anchor
from onrecord.document.tree import VERBAL
from onrecord.types import QuotedString, Report

_LONGEST = 15
"""Words of a name and what stands with it: *Ana Ruiz, mayor of Port Sele*."""


def is_signature(scene: Scene, string: QuotedString, report: Report) -> bool:
    """Whether nothing but a label without a verb stands behind the string in its paragraph.

    Or a sentence that says whose words they were.
    """
    if not is_label_of(report, string) or report.reach.start != string.outer.end:
        return False
    if _says_whose(scene, report):
        return True
    end = scene.document.paragraphs[scene.paragraph(string.outer.end - 1)].end
    rest = [t for t in scene.between(string.outer.end, end) if t.text[0].isalpha()]
    return len(rest) <= _LONGEST and not any(t.pos in VERBAL for t in rest)


def _says_whose(scene: Scene, report: Report) -> bool:
    """*“No.” That was the verdict of Ana Ruiz*; the label of the next string holds that string."""
    source = anchor(report)
    lead = scene.between(report.reach.start, source.start)
    return report.reach.end == source.end and any(token.lemma == "be" for token in lead)
