"""Reports by a verb: *she said that*, *"…," he told reporters*, *declined to say whether*."""

from __future__ import annotations

from bisect import bisect_right
from collections.abc import Iterator, Sequence
from typing import NamedTuple

from onrecord.document.tree import RELATIVE_TAGS, VERBAL, Token
from onrecord.lexicon.cues import CueClass, CueLexicon
from onrecord.tagging import media, newsroom, roles, sittings, sources, unsaid
from onrecord.tagging.authors import author
from onrecord.tagging.citations import hands_on
from onrecord.tagging.contents import Content, contents
from onrecord.tagging.cues import Cue, cue_at
from onrecord.tagging.filling import clauses
from onrecord.tagging.listeners import listener
from onrecord.tagging.name_words import with_name
from onrecord.tagging.outlets import Outlets
from onrecord.tagging.phrases import mention_span
from onrecord.tagging.quoting import is_quoting
from onrecord.tagging.rebuttals import is_judged, rebutted
from onrecord.tagging.resuming import resumed
from onrecord.tagging.scope import OUTSIDE, Scope
from onrecord.tagging.told_apart import before_words
from onrecord.tagging.wordings import IN_FULL
from onrecord.types import RelationKind, Report, TextSpan

_SPEECH = frozenset(
    {CueClass.SAY, CueClass.TELL, CueClass.ASK, CueClass.COMMIT, CueClass.DENY, CueClass.GERUND,
     CueClass.CHARACTERISE, CueClass.SHOW, CueClass.REPORT, CueClass.CITE}
)  # fmt: skip
_MOST_BEFORE_COLON = 3
"""Tokens behind *denied* up to a colon: *denied the story:*."""
_MARKS = 3
"""A colon, a mark and a word."""
_OPENS_A_DEED = frozenset({"to", "of"})


class _Parties(NamedTuple):
    """Who takes part in a report: heads of the source and of the one who is told.

    `paper`: what the source put the words in, where the grammar makes that the subject.
    """

    source: Token | None
    told: Token | None
    paper: TextSpan | None = None


def verbal_reports(scope: Scope, lexicon: CueLexicon, outlets: Outlets) -> Iterator[Report]:
    """A report for every reporting verb, and for every verb that stands beside quoted words.

    A verb that governs several that-clauses makes one report of each.
    """
    merged: set[int] = set()
    for token in scope.document.tokens:
        if token.pos not in VERBAL or token.index in merged:
            continue
        cue = cue_at(scope, token, lexicon)
        if cue is None or hands_on(scope, token, lexicon) or is_quoting(scope, token, lexicon):
            continue
        if cue.inner.index != cue.verb.index:
            merged.add(cue.inner.index)
        yield from _reports(scope, cue, lexicon, outlets)


def _reports(scope: Scope, cue: Cue, lexicon: CueLexicon, outlets: Outlets) -> Iterator[Report]:
    unknown = CueClass.ASK in cue.classes and sources.is_asked(scope, cue.verb)
    subject = resumed(scope, cue.verb, lexicon) or cue.verb
    source = (
        None if unknown else sources.signed(scope, cue, lexicon) or sources.find(scope, subject)
    )
    told = roles.addressee(scope, cue.inner, cue.classes)
    written = author(scope, cue.verb, source, lexicon)
    source, paper = (written.source, written.medium) if written else (source, None)
    body = sittings.hearer(scope, cue.verb, source, lexicon)
    if body is not None:
        cue = cue._replace(classes=frozenset({CueClass.TELL}))
        source, told = sittings.told_by(scope, cue.verb), body
    cue = newsroom.of_news(cue, source, outlets)
    parties = _Parties(source, told if told is not source else None, paper)
    for content in contents(scope, cue, parties.source, parties.told, outlets):
        pieces = _within_marks(scope, cue.verb, content.pieces)
        yield _report(scope, cue, parties, content._replace(pieces=pieces), outlets)


def _within_marks(scope: Scope, verb: Token, pieces: tuple[TextSpan, ...]) -> tuple[TextSpan, ...]:
    """*“I told her, ‘It’s late’,” he laughed*: what one reports in marks ends with them."""
    level = scope.level(verb)
    if level == OUTSIDE:
        return pieces
    cut = (part for piece in pieces for part in _shared(scope.strings[level].parts, piece))
    return clauses(scope.document.text, tuple(cut))


def _shared(parts: Sequence[TextSpan], piece: TextSpan) -> Iterator[TextSpan]:
    """What a piece shares with each of the parts of a string, which stand in order."""
    for number in range(bisect_right(parts, piece.start, key=lambda part: part.end), len(parts)):
        part = parts[number]
        if part.start >= piece.end:
            return
        yield TextSpan(max(piece.start, part.start), min(piece.end, part.end))


def _report(
    scope: Scope, cue: Cue, parties: _Parties, content: Content, outlets: Outlets
) -> Report:
    verb, told = cue.verb, parties.told
    to_act = content.holds(told) or _is_to_act(scope, content)
    named = outlets.name(told) if told is not None else None
    heard = any(noun is not None and outlets.hears(noun) for noun in (told, named))
    heard = heard and verb.lemma != "ask"
    to_outlet = heard and not to_act
    told_span = _told(scope, told, named, content) if told and named else None
    told_span = _before_relative(scope, verb, told_span)
    source = mention_span(scope, parties.source) if parties.source else None
    source = _before_clause(scope, source, content) if source is not None else None
    spoken_to = media.spoken_to(scope, verb, parties.source, outlets)
    medium = _medium(scope, cue, parties, content, source, outlets.lexicon) or spoken_to
    medium = medium or media.appearance(scope, verb, parties.source, outlets.lexicon)
    outlet = spoken_to or media.outlet(scope, medium, outlets)
    if named and to_outlet:
        outlet = _told(scope, named, named, content)
    if told_span is not None and medium is not None and medium.contains(told_span):
        told_span, to_outlet = None, False
    if told is None:
        told_span = _listener(scope, cue, parties, content, outlets)
    sentence = scope.document.sentence_of(verb)
    return Report(
        construction=content.construction,
        cue=TextSpan(verb.start, cue.last.end),
        lemma=_lemma(cue),
        source=_before_relative(scope, verb, source),
        content=content.pieces,
        reach=scope.document.span_of(sentence.first, sentence.last),
        kind=_kind(cue.classes),
        addressee=None if to_outlet or _is_amid(content, told_span) else told_span,
        medium=told_span if to_outlet else medium,
        outlet=_outlet(scope, verb, outlet, outlets),
        negated=unsaid.negated(scope, verb, _denying(scope, cue)),
        hypothetical=_is_hypothetical(scope, cue, parties, content, outlets),
        evidence=f"the verb “{verb.text}”",
    )


def _outlet(scope: Scope, verb: Token, told: TextSpan | None, outlets: Outlets) -> TextSpan | None:
    """The outlet that quotes the words, else the one that was told; never the article's own."""
    through = sources.quoted_by(scope, verb)
    outlet = told if through is None else with_name(scope, mention_span(scope, through))
    return None if outlet is None or outlets.is_own(outlet) else outlet


def _is_hypothetical(
    scope: Scope, cue: Cue, parties: _Parties, content: Content, outlets: Outlets
) -> bool:
    """Whether it is only asked, supposed or to come; what an outlet *can reveal* it tells."""
    speech = _kind(cue.classes) is RelationKind.SPEECH
    if speech and content.pieces and unsaid.supposed(scope, cue.verb):
        return True
    tells = newsroom.can_tell(scope, cue.verb, parties.source, outlets)
    return unsaid.hypothetical(scope, cue.verb) and not tells


def _medium(
    scope: Scope,
    cue: Cue,
    parties: _Parties,
    content: Content,
    source: TextSpan | None,
    lexicon: CueLexicon,
) -> TextSpan | None:
    """Where, or through what, the words were put, as the clause of the cue tells."""
    medium = parties.paper or media.medium(scope, cue.verb, lexicon)
    medium = before_words(scope, medium, content.pieces) if medium is not None else None
    return None if medium is not None and _is_taken(medium, source, content) else medium


def _listener(
    scope: Scope, cue: Cue, parties: _Parties, content: Content, outlets: Outlets
) -> TextSpan | None:
    """Who hears it, where another verb than the cue tells (*Speaking to reporters, Ruiz said*)."""
    noun = listener(scope, cue.verb, parties.source, outlets)
    if noun is None or noun is parties.source or content.holds(noun):
        return None
    return before_words(scope, mention_span(scope, noun), content.pieces)


def _told(scope: Scope, told: Token, named: Token, content: Content) -> TextSpan:
    """Who is told, from the noun for an outlet to its name (*the exile daily Perch*)."""
    span, whole = mention_span(scope, told), mention_span(scope, named)
    return before_words(scope, TextSpan(min(span.start, whole.start), whole.end), content.pieces)


def _before_clause(scope: Scope, source: TextSpan, content: Content) -> TextSpan:
    """*was told by the engineers | that it held*: the clause that is reported names nobody.

    The parser may take it for a relative clause of who tells it. So it may take *of hiding it* and
    *to have lied* for words of who accuses or finds.
    """
    begin = next((p.start for p in content.pieces if source.start < p.start < source.end), None)
    before = scope.document.tokens_in(TextSpan(source.start, begin)) if begin else ()
    if begin is None or len(before) == 0:
        return source
    last, opening = before[-1], scope.document.token_at(begin)
    if last.lower == "that" and last.start > source.start:
        return TextSpan(source.start, scope.document.tokens[last.index - 1].end)
    return TextSpan(source.start, last.end) if opening.lower in _OPENS_A_DEED else source


def _is_amid(content: Content, told: TextSpan | None) -> bool:
    """Whether who is told stands in what is said, and is not who is to act at its head."""
    return told is not None and any(p.start < told.start < p.end for p in content.pieces)


def _is_to_act(scope: Scope, content: Content) -> bool:
    """*urged the station to stop*: who is to do something hears it, and passes nothing on."""
    opening = scope.document.tokens_in(content.pieces[0])[:2] if content.pieces else ()
    return any(token.tag == "TO" for token in opening)


def _is_taken(medium: TextSpan, source: TextSpan | None, content: Content) -> bool:
    """Whether a phrase holds the source, or is part of what is said: no medium."""
    held = any(piece.contains(medium) for piece in content.pieces)
    return held or (source is not None and medium.contains(source))


def _lemma(cue: Cue) -> str:
    """Of *declined to say* the second verb, of *made clear* and *demanded to know* the first.

    What a court *heard*, it was *told*.
    """
    if cue.verb.lemma == sittings.HEARS and CueClass.TELL in cue.classes:
        return "tell"
    if cue.inner.lemma == "draw" or cue.verb.lemma == "let":
        # *would not be drawn on whether …*, *let slip that …*
        return "say"
    if cue.inner.pos == "ADJ" and cue.verb.lemma != "make":
        return "insist"
    if cue.verb.lemma in IN_FULL and cue.last is not cue.verb:
        return "describe"
    if newsroom.is_known(cue):
        return newsroom.LEARNS
    first = cue.inner is cue.verb or cue.inner.pos == "ADJ" or cue.inner.lemma == "know"
    return cue.verb.lemma if first else cue.inner.lemma


def _before_relative(scope: Scope, verb: Token, source: TextSpan | None) -> TextSpan | None:
    """*owners who said …* are the owners: the cue's own clause is no part of its source.

    Nor is it in *a memo saying …*.
    """
    if source is None or not source.contains(verb.span):
        return source
    first, _ = scope.document.subtree(verb)
    if scope.document.tokens[first - 1].start >= source.start and verb.dep in {"acl", "ccomp"}:
        return TextSpan(source.start, scope.document.tokens[first - 1].end)
    for token in scope.document.tokens_in(source):
        if token.tag in RELATIVE_TAGS and source.start < token.start < verb.start:
            return TextSpan(source.start, scope.document.tokens[token.index - 1].end)
    return source


def _denying(scope: Scope, cue: Cue) -> frozenset[CueClass]:
    """The classes of a cue for what is reported: *rejected claims that it was late* is a denial.

    Of *denied it: “I was at home”* the words are those of the denial; *dismissed claims that it was
    late as “nonsense”* is a verdict.
    """
    behind = scope.document.tokens[cue.last.index + 1 : cue.last.index + 1 + _MOST_BEFORE_COLON]
    for colon in (token for token in behind if token.text == ":"):
        if max(scope.levels[colon.index : colon.index + _MARKS]) > scope.level(cue.verb):
            return cue.classes - {CueClass.DENY}
    denied = rebutted(scope, cue.inner)
    rebuts = denied is not None and not is_judged(scope, denied)
    return cue.classes | ({CueClass.DENY} if rebuts else frozenset())


def _kind(classes: frozenset[CueClass]) -> RelationKind:
    return RelationKind.SPEECH if classes & _SPEECH or not classes else RelationKind.THOUGHT
