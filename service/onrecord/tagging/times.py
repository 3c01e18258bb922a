"""When words were uttered: *said on Monday that …*, *in an open letter published last week*.

A time is one of the act of saying, never of what is said: *said the bridge would close on Monday*
has none.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace

from onrecord.document.tree import SUBJECTS, Token
from onrecord.lexicon.cues import CueLexicon
from onrecord.lexicon.times import (
    PHRASE,
    UNITS,
    VAGUE,
    YEAR_OR_DAY,
    is_part_of_a_name,
    may_tell_time,
)
from onrecord.tagging.phrases import mention_span
from onrecord.tagging.roles import object_of
from onrecord.tagging.saying import DESCRIBING, Saying
from onrecord.tagging.scope import Scope
from onrecord.tagging.told_apart import without_time
from onrecord.types import Construction, Report, TextSpan

_DATED = frozenset(
    {"post", "email", "e-mail", "letter", "interview", "speech", "memo", "message", "note", "tweet",
     "statement", "essay", "memoir", "column", "op-ed", "blog", "affidavit", "deposition",
     "address", "testimony", "video", "lecture", "article", "editorial", "text",
     "briefing", "conference"}
)  # fmt: skip
"""What has the time of its words before it: *a 2019 email*, not *a 2030 strategy*."""
_AROUND = frozenset({"after", "before", "following", "ahead"})
_EVENTS = frozenset(
    {"match", "game", "vote", "verdict", "ruling", "sentencing", "talk", "election", "race",
     "final", "draw", "defeat", "victory", "win", "loss", "visit", "attack", "arrest",
     "release", "service", "show", "concert", "screening", "performance", "debate", "announcement"}
)  # fmt: skip
"""What people speak after, beside the gatherings of the lexicon: *said after the match*."""
_OPEN = frozenset({"this", "over", "during"})
"""What opens a time that is not over: *said this year the crop would fail* may mean either."""
_SIDE_BY_SIDE = frozenset({" ", ", "})


@dataclass(frozen=True, slots=True)
class _Phrase:
    """A phrase of time: where it stands, and its tokens `first` to `last` (excluded)."""

    span: TextSpan
    first: int
    last: int

    def holds(self, index: int) -> bool:
        """Whether a token is one of it."""
        return self.first <= index < self.last

    def top(self, scope: Scope) -> Token | None:
        """The first of its tokens that another one governs."""
        held = scope.document.tokens[self.first : self.last]
        return next((token for token in held if not self.holds(token.head)), None)


def timed(scope: Scope, reports: Sequence[Report], lexicon: CueLexicon) -> Iterator[Report]:
    """The reports, each with the time at which its words were uttered, where that is told."""
    phrases = _by_sentence(scope)
    for report in reports:
        if report.cue is None:
            yield report
            continue
        near = phrases.get(scope.document.token_at(report.cue.start).sentence, ())
        freed = _freed(scope, report, report.cue, near)
        yield freed or _at(scope, report, _time(scope, report, report.cue, near, lexicon))


def _at(scope: Scope, report: Report, time: TextSpan | None) -> Report:
    """A report with its time, which is no part of who was told or through what."""
    told, through, outlet = (
        without_time(scope, span, time) for span in (report.addressee, report.medium, report.outlet)
    )
    return replace(report, addressee=told, medium=through, outlet=outlet, time=time)


def _freed(scope: Scope, report: Report, cue: TextSpan, near: Sequence[_Phrase]) -> Report | None:
    """*said Monday | the bridge would close*: what the parse has at the head of the clause.

    Right behind the cue, or behind who is told, without "that", and not where it is the subject
    (*said Monday was late*).
    """
    first, *more = report.content or (None,)
    if first is None or report.construction is not Construction.CLAUSE:
        return None
    tokens = scope.document.tokens
    ends = {s.end for s in (cue, report.addressee, report.medium) if s is not None}
    for phrase in near:
        opens = phrase.span.start == first.start and first.start - 1 in ends
        opens = opens and tokens[phrase.first].lower not in _OPEN
        behind = tokens[phrase.last : phrase.last + 1]
        if opens and behind and behind[0].start < first.end and _is_loose(scope, phrase):
            rest = TextSpan(behind[0].start, first.end)
            return replace(report, content=(rest, *more), time=phrase.span)
    return None


def _is_loose(scope: Scope, phrase: _Phrase) -> bool:
    """Whether a phrase only tells when: it is no subject, and describes no noun behind it."""
    top = phrase.top(scope)
    bound = SUBJECTS | DESCRIBING | {"attr", "conj", "appos"}
    behind = scope.document.tokens[phrase.last]
    goes_on = behind.pos in {"DET", "PRON", "PROPN", "NOUN", "NUM", "ADJ"}
    return top is not None and top.dep not in bound and goes_on


def _by_sentence(scope: Scope) -> dict[int, list[_Phrase]]:
    """All phrases of time, by the position of their sentence."""
    document = scope.document
    found: dict[int, list[_Phrase]] = {}
    for number, sentence in enumerate(document.sentences):
        tokens = document.tokens[sentence.first : sentence.last]
        if any(may_tell_time(token.lower) for token in tokens):
            begin, end = tokens[0].start, tokens[-1].end
            matches = PHRASE.finditer(document.text, begin, end)
            spans = (TextSpan(*match.span()) for match in matches)
            found[number] = [p for span in spans if (p := _phrase(scope, span, begin)) is not None]
    return found


def _phrase(scope: Scope, span: TextSpan, begin: int) -> _Phrase | None:
    """What stands in a span of a sentence that begins at `begin`, None in a name or over a mark."""
    first, *_, last = (*scope.document.tokens_in(span), scope.document.token_at(span.end - 1))
    capital = span.start != begin and is_part_of_a_name(span.of(scope.document.text))
    return (
        None
        if capital or not scope.same(first, last)
        else _Phrase(span, first.index, last.index + 1)
    )


def _time(
    scope: Scope,
    report: Report,
    cue: TextSpan,
    phrases: Sequence[_Phrase],
    lexicon: CueLexicon,
) -> TextSpan | None:
    verb = scope.document.tokens_in(cue)[0]
    saying = Saying(scope, report, lexicon)
    near = [p for p in phrases if _may_tell(scope, report, verb, p.span)]
    told = list(_hanging(scope, saying, near))
    if told:
        best = min(told, key=lambda span: _rank(scope, cue, span))
        return _with_neighbours(scope, told, best)
    around = (
        s for s in _around_events(scope, saying, lexicon) if _may_tell(scope, report, verb, s)
    )
    return next(around, None) or _in_carrier(scope, report)


def _hanging(scope: Scope, saying: Saying, near: Sequence[_Phrase]) -> Iterator[TextSpan]:
    """Those of some phrases that hang on the act of saying, or on one that does."""
    held: set[int] = set()
    for phrase in near:
        inside = range(phrase.first, phrase.last)
        top = phrase.top(scope)
        if top is None:
            continue
        near_by = saying.touches(phrase.span) or saying.opens(phrase.span)
        if top.head in held or near_by or saying.takes(top, inside):
            held.update(inside)
            yield phrase.span


def _may_tell(scope: Scope, report: Report, verb: Token, span: TextSpan) -> bool:
    """Whether a time stands where that of the saying can: in the voice of the cue, by the tag.

    *said the bridge was shut | on Monday*: behind a clause it is that of the clause, but *called it
    “a farce” | on Monday*.
    """
    document, content = scope.document, report.content
    if any(piece.overlaps(span) for piece in content):
        return False
    first = document.token_at(span.start)
    if not scope.same(first, verb):
        return False
    tag = min(verb.start, report.source.start) if report.source is not None else verb.start
    if report.construction is Construction.TAG and span.end <= tag:
        return False
    behind = bool(content) and verb.end <= content[0].start and content[-1].end <= span.start
    return not behind or _ends_marked(scope, first)


def _ends_marked(scope: Scope, first: Token) -> bool:
    """Whether words in quotation marks end right before a token."""
    before = first.index - 1
    while before > 0 and not any(map(str.isalnum, scope.document.tokens[before].text)):
        before -= 1
    return before >= 0 and not scope.same(scope.document.tokens[before], first)


def _rank(scope: Scope, cue: TextSpan, span: TextSpan) -> tuple[bool, int]:
    """Which of several times comes first: what tells a day, then the nearest to the cue."""
    vague = span.of(scope.document.text).lower() in VAGUE
    return vague, max(span.start - cue.end, cue.start - span.end)


def _with_neighbours(scope: Scope, told: Sequence[TextSpan], best: TextSpan) -> TextSpan:
    """*at noon on Monday*: a time with those right beside it."""
    text, whole = scope.document.text, best
    for span in told:
        if text[whole.end : max(whole.end, span.start)] in _SIDE_BY_SIDE:
            whole = TextSpan(whole.start, span.end)
    for span in reversed(told):
        if text[span.end : max(span.end, whole.start)] in _SIDE_BY_SIDE:
            whole = TextSpan(span.start, whole.end)
    return whole


def _around_events(scope: Scope, saying: Saying, lexicon: CueLexicon) -> Iterator[TextSpan]:
    """*said after the match*, *said minutes before the vote*."""
    document = scope.document
    for child in saying.beside():
        if child.lower not in _AROUND or child.dep not in {"prep", "advmod", "mark"}:
            continue
        of = next((c for c in document.children(child) if c.lower == "of"), child)
        noun = object_of(scope, of)
        if noun is not None and (noun.lemma in lexicon.venue or noun.lemma in _EVENTS):
            first = _counted(scope, document.subtree(child)[0])
            yield TextSpan(document.tokens[first].start, _named_to(scope, noun))


def _counted(scope: Scope, first: int) -> int:
    """*wrote on Perch | two hours after the vote*: where the time to an event is counted from."""
    tokens = scope.document.tokens
    if first > 1 and tokens[first - 1].lemma in UNITS:
        first -= 1
        counted = tokens[first - 1]
        first -= counted.tag in {"CD", "DT"} and counted.text.islower()
    return first


def _named_to(scope: Scope, event: Token) -> int:
    """Where what an event is called ends: before *that* or *which*."""
    last = event
    for token in scope.document.tokens_in(mention_span(scope, event)):
        if token.index > event.index and (token.tag[0] == "W" or token.dep == "mark"):
            break
        last = token
    return last.end


def _in_carrier(scope: Scope, report: Report) -> TextSpan | None:
    """*in a 2019 email*, *in his October letter*: the time that stands before what carries it."""
    for span in (report.medium, report.source):
        for token in scope.document.tokens_in(span) if span is not None else ():
            noun = scope.document.head(token)
            dates = token.dep in DESCRIBING and noun.lemma in _DATED and noun.index > token.index
            if dates and YEAR_OR_DAY.fullmatch(token.text):
                return token.span
    return None
