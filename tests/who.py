"""Who said it: speakers of an article in plain English, for tests of the speakers' stage."""

from __future__ import annotations

import re
from collections.abc import Sequence

from onrecord import mentions, speakers
from onrecord.document.tree import Document
from onrecord.types import Resolution, Speaker, TextSpan

_QUOTED = re.compile(r"“[^”]*”")


def resolved(document: Document, sources: Sequence[TextSpan]) -> Resolution:
    """The resolution of some sources, with every stretch in curly marks as quoted."""
    quoted = [TextSpan(m.start(), m.end()) for m in _QUOTED.finditer(document.text)]
    return speakers.resolve(document, mentions.find(document), list(sources), quoted)


def who(document: Document, *sources: str) -> list[Speaker]:
    """The speaker that each source is, in the order given; `she#2` is the second *she*."""
    spans = [place(document, source) for source in sources]
    resolution = resolved(document, spans)
    found = {span: resolution.speakers[n] for span, n, _ in resolution.by_source}
    return [found[span] for span in spans]


def names(document: Document, *sources: str) -> list[str]:
    """The names of the speakers that the sources are."""
    return [speaker.name for speaker in who(document, *sources)]


def rule(document: Document, source: str, *others: str) -> tuple[str, float]:
    """The rule that resolves a source among others, and its raw score."""
    span = place(document, source)
    resolution = resolved(document, [span, *(place(document, other) for other in others)])
    return next(
        (rule, score)
        for (asked, _, score), rule in zip(resolution.by_source, resolution.rules, strict=True)
        if asked == span
    )


def place(document: Document, source: str) -> TextSpan:
    """Where a source stands: its first whole-word occurrence, or that after the `#`."""
    words, _, count = source.partition("#")
    found = [m.start() for m in re.finditer(rf"(?<![\w@]){re.escape(words)}(?!\w)", document.text)]
    start = found[int(count or 1) - 1]
    return TextSpan(start, start + len(words))
