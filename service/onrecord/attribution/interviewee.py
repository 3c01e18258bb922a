"""Who answers in an interview without labels: the person named most before."""

from __future__ import annotations

import re
from collections import Counter
from itertools import groupby, islice, takewhile

from onrecord.attribution.scene import Scene
from onrecord.types import TextSpan

MOST_NAMED = "an interview without labels: the person named most often before its first answer"
"""The rule, in words."""

_TALKED = re.compile(
    r"[*_]{0,3}(?P<name>[A-Z][\w’'-]+(?: [A-Z][\w.’'-]*){1,3})"
    r" was (?:talking|speaking) (?:to|with)\b"
)
"""How an interview ends."""
_MOST_NAMES = 60
"""Names that are looked at before the first answer."""
_MOST_WORDS = 600


def interviewee(scene: Scene) -> TextSpan | None:
    """The person named most often before the first answer, by the last word of the names.

    A name that the recogniser did not find counts where it comes back.

    Returns:
        The first of the longest names, or None where no person is named.
    """
    people = sorted([*_recognised(scene), *_coming_back(scene)], key=lambda span: span.start)
    names = [span.of(scene.document.text).split() for span in people]
    named = Counter(name[-1] for name in names)
    most = max(named.values(), default=0)
    often = [(len(n), -at) for at, n in enumerate(names) if named[n[-1]] == most]
    return people[-max(often)[1]] if often else _in_closing(scene)


def _in_closing(scene: Scene) -> TextSpan | None:
    """*Ada Quill was talking to Lee Marl.*: whom the last paragraph says to have talked."""
    line = scene.document.paragraphs[-1]
    found = _TALKED.match(scene.document.text, line.start, line.end)
    return TextSpan(*found.span("name")) if found else None


def _recognised(scene: Scene) -> list[TextSpan]:
    end = scene.first_answer
    before = takewhile(lambda entity: entity.span.end <= end, scene.document.entities)
    return [e.span for e in islice(before, _MOST_NAMES) if e.label == "PERSON"]


def _coming_back(scene: Scene) -> list[TextSpan]:
    """Two proper nouns or more without an article that stand together twice, and are no entity."""
    document = scene.document
    before = document.tokens_in(TextSpan(0, scene.first_answer))[:_MOST_WORDS]
    runs: list[TextSpan] = []
    for named, group in groupby(before, key=lambda t: (t.pos == "PROPN", t.sentence)):
        tokens = list(group)
        article = tokens[0].index and document.tokens[tokens[0].index - 1].pos == "DET"
        if named[0] and len(tokens) > 1 and not article:
            runs.append(TextSpan(tokens[0].start, tokens[-1].end))
    counted = Counter(run.of(document.text) for run in runs)
    known = [entity.span for entity in document.entities]
    return [
        run
        for run in runs
        if counted[run.of(document.text)] > 1 and not any(run.overlaps(span) for span in known)
    ]
