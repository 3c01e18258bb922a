"""The tagging stage: every report in the article, by the parse and the cue lexicon."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import replace

from onrecord.document.tree import FINITE, Document
from onrecord.lexicon import cues
from onrecord.tagging import outlets
from onrecord.tagging import scope as scopes
from onrecord.tagging.citations import citations
from onrecord.tagging.fuse import fuse
from onrecord.tagging.gaps import with_gaps
from onrecord.tagging.handed_on import handed_on
from onrecord.tagging.headlines import headline_reports
from onrecord.tagging.inner_labels import inner_labels
from onrecord.tagging.inserted import inserted
from onrecord.tagging.labels import label_reports
from onrecord.tagging.listed import with_lists
from onrecord.tagging.misread import misread_reports
from onrecord.tagging.nominal import nominal_reports
from onrecord.tagging.outer_tags import before_tags
from onrecord.tagging.phrasal import according_reports
from onrecord.tagging.quoting import quoting_reports
from onrecord.tagging.said_to import with_said_to
from onrecord.tagging.second_deeds import ended
from onrecord.tagging.sittings import heard
from onrecord.tagging.so_says import with_so_says
from onrecord.tagging.times import timed
from onrecord.tagging.told_apart import apart
from onrecord.tagging.told_within import told_within
from onrecord.tagging.turns import turn_labels
from onrecord.tagging.verbs import verbal_reports
from onrecord.tagging.verdicts import verdict_reports
from onrecord.types import Construction, QuotedString, Report, TaggedRelation, TextSpan

_NEAR = 12
"""Reports on each side of one that may hold it."""


def tag(
    document: Document,
    strings: Sequence[QuotedString],
    tagged: Sequence[TaggedRelation] = (),
) -> tuple[Report, ...]:
    """All reports of speech and thought, in order of position.

    Args:
        document: the parsed article.
        strings: its quoted strings, as `quotations.find` gives them: a report inside a string
            belongs to the one who utters the string.
        tagged: relations of the trained tagger.

    Returns:
        The reports; each knows the nearest one whose content holds its cue (`outer`).
    """
    scope = scopes.lay(document, strings)
    lexicon = cues.load()
    sure = [
        *headline_reports(scope, lexicon),
        *misread_reports(scope, lexicon),
        *according_reports(scope, lexicon),
        *heard(scope, lexicon),
    ]
    taken = {report.cue for report in sure}
    found = [
        *sure,
        *(r for r in _in_sentences(scope, lexicon) if r.cue not in taken),
        *label_reports(scope),
        *inner_labels(scope),
        *verdict_reports(scope),
    ]
    fused = [*with_said_to(scope, fuse(scope, sorted(found, key=_position), tagged))]
    fused = [*before_tags([*with_gaps(scope, fused, lexicon)])]
    fused = [*with_so_says(scope, [*with_lists(scope, fused, lexicon)], lexicon)]
    labels = turn_labels(scope)
    kept = (r for r in fused if r.cue is None or not _is_in_label(document, labels, r.cue))
    whole = told_within(scope, [*inserted(scope, [*_without_nouns(scope, tuple(kept))])])
    own = apart(scope, [*ended(scope, tuple(whole))])
    made = sorted(timed(scope, tuple(own), lexicon), key=_position)
    return _nested(scope, list(handed_on(scope, made)))


def _is_in_label(document: Document, labels: Mapping[int, int], cue: TextSpan) -> bool:
    return cue.start < labels.get(document.paragraph_at(cue.start), 0)


def _in_sentences(scope: scopes.Scope, lexicon: cues.CueLexicon) -> Iterator[Report]:
    yield from quoting_reports(scope, lexicon)
    yield from verbal_reports(scope, lexicon, outlets.gather(scope, lexicon))
    yield from citations(scope, lexicon)
    yield from nominal_reports(scope, lexicon)


def _without_nouns(scope: scopes.Scope, reports: Sequence[Report]) -> Iterator[Report]:
    """Reports without those whose clause is that of a noun for words.

    *repeated her denial that she had lied* is the denial, not what the verb reports.
    """
    nominal = [r for r in reports if r.construction is Construction.NOMINAL and r.content]
    cues_of_nouns = {noun.cue for noun in nominal}
    ending: dict[int, list[Report]] = {}
    for noun in nominal:
        ending.setdefault(noun.content[-1].end, []).append(noun)
    for report in reports:
        own = report.construction is Construction.NOMINAL or report.cue is None
        near = ending.get(report.content[-1].end, ()) if report.content else ()
        of_noun = report.cue in cues_of_nouns or any(_is_of_noun(scope, report, n) for n in near)
        if own or not of_noun:
            yield report


def _is_of_noun(scope: scopes.Scope, report: Report, nominal: Report) -> bool:
    """Whether a verb has the clause of a noun, alone or behind the noun and its source."""
    if report.cue is None or nominal.cue is None or len(report.content) != 1:
        return False
    (piece,) = report.content
    led = report.cue.end <= nominal.cue.start and _is_led_by(scope, piece, nominal)
    return (led or report.content == nominal.content) and not scope.has_words(piece)


def _is_led_by(scope: scopes.Scope, piece: TextSpan, nominal: Report) -> bool:
    """*denied | union claims that …*: whether a piece opens with the noun, no verb before it."""
    if nominal.cue is None or not piece.contains(nominal.cue):
        return False
    words = scope.document.tokens_in(TextSpan(piece.start, nominal.content[0].start))
    return not any(token.tag in FINITE for token in words if token.span != nominal.cue)


def _nested(scope: scopes.Scope, reports: list[Report]) -> tuple[Report, ...]:
    """Give each report the narrowest one of the same sentence whose content holds its cue."""
    made: list[Report] = []
    reaches = [_reach(report) for report in reports]
    for number, report in enumerate(reports):
        near = range(max(0, number - _NEAR), min(len(reports), number + _NEAR + 1))
        cue = report.cue
        around = (
            i for i in near if cue and reaches[i][0] <= cue.start and cue.end <= reaches[i][1]
        )
        holders = [
            i
            for i in around
            if _holds(scope, reports[i], report) and not _holds(scope, report, reports[i])
        ]
        outer = min(holders, key=lambda i: sum(map(len, reports[i].content)), default=None)
        made.append(report if outer == report.outer else replace(report, outer=outer))
    return tuple(made)


def _reach(report: Report) -> tuple[int, int]:
    """From the first to the last character of what is reported; none where nothing is."""
    starts, ends = (piece.start for piece in report.content), (p.end for p in report.content)
    return min(starts, default=0), max(ends, default=0)


def _holds(scope: scopes.Scope, outer: Report, inner: Report) -> bool:
    """Whether the content of one report has the cue of another, in its own voice or inside it."""
    cue = inner.cue
    if cue is None or not outer.content:
        return False
    if not any(piece.contains(cue) for piece in outer.content):
        return False
    voice = scope.level(scope.document.tokens_in(_anchor(outer))[0])
    return voice == scopes.OUTSIDE or scope.strings[voice].outer.contains(cue)


def _anchor(report: Report) -> TextSpan:
    return report.cue or report.source or report.reach


def _position(report: Report) -> tuple[int, int]:
    anchor = _anchor(report)
    return anchor.start, anchor.end
