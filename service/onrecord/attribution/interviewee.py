"""Who answers in an interview without labels: the person named most before."""

from __future__ import annotations

from collections import Counter
from itertools import islice, takewhile

from onrecord.attribution.scene import Scene
from onrecord.types import TextSpan

MOST_NAMED = "an interview without labels: the person named most often before its first answer"
"""The rule, in words."""

_MOST_NAMES = 60
"""Names that are looked at before the first answer."""


def interviewee(scene: Scene) -> TextSpan | None:
    """The person named most often before the first answer, by the last word of the names.

    Returns:
        The first of the longest names, or None where no person is named.
    """
    end = scene.first_answer
    before = takewhile(lambda entity: entity.span.end <= end, scene.document.entities)
    people = [e.span for e in islice(before, _MOST_NAMES) if e.label == "PERSON"]
    names = [span.of(scene.document.text).split() for span in people]
    named = Counter(name[-1] for name in names)
    most = max(named.values(), default=0)
    often = [(len(n), -at) for at, n in enumerate(names) if named[n[-1]] == most]
    return people[-max(often)[1]] if often else None
