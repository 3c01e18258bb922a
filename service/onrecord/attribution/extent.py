"""How far the reported words reach: direct or mixed, and where a mixed content starts and ends.

The rules are those of the annotation guide: a direct quotation is the whole of what its tag
reports; in a mixed one the content is the whole reported clause around the quoted words, without
the tag and without "that".
"""

from __future__ import annotations

import re
from collections.abc import Sequence

from onrecord.attribution.cuts import before_mark, cut, goes_on, hanging_on, is_time_or_medium
from onrecord.attribution.governed import behind_preposition
from onrecord.attribution.judged import is_judged, judges
from onrecord.attribution.scene import Scene, anchor
from onrecord.document.tree import FINITE, Token
from onrecord.lexicon import cues
from onrecord.types import Construction, QuotedString, Report, TextSpan

_CLOSED = re.compile(r"[.?!…]['’]?\Z")
_COMMA = re.compile(r",['’]?\Z")
_LINK = re.compile(r"(?:,?\s{1,40}(?:and|but)\s{1,40}|(?<!\w))that\s+")
_OF_AN_OBJECT = frozenset({"call", "attribute", "ascribe"})
_ORDERS = frozenset({"urge", "order", "instruct", "command", "direct", "exhort"})
_ADJUNCT = 60
"""Characters behind a string that hold when or where it was said."""
_PUT = "put"
"""*The lock, as she put it, was “a sieve”*: the words in marks are what she put so."""
DASHES = ("–", "—", "--", " -")
_SENSES = frozenset({"hear", "overhear"})
"""*heard “a loud crack” at noon*: a sound is what stands in the marks."""
_BY = " by "
_GAP = 3
"""Characters from a clause to the string that goes on with it: a comma, a space, and one more."""
_LONGEST_REST = 3
"""Words of a tag behind its verb and its source."""
_NAMED = (["the", "words"], ["the", "word"])
"""*answered with a wave and the words “No more.”*: what names the words is none of them."""
_SKIPPED_LEAD = frozenset({"that", "as", "how"})


def clause_around(scene: Scene, string: QuotedString, report: Report) -> TextSpan | None:
    """The reported clause that holds the string, or None where the string is all of it."""
    if report.construction is Construction.LABEL and not report.content:
        return None
    if not report.reach.overlaps(string.outer):
        return None
    if report.content == string.parts and not is_fragment(scene, string):
        return None
    if _leads(scene, string) or told_by_what(scene, report) or report.lemma in _SENSES:
        return None
    behind = anchor(report).start < string.outer.start
    start = _start_behind(scene, string, report) if behind else _start_before(scene, string, report)
    start = _past_semicolon(scene, start, string.outer.start)
    if behind and _object(scene, string, report) is None:
        start = _past_links(scene, start, string.outer.start)
    if report.lemma == _PUT and (_is_bare(scene, start, string) or _is_set_off(scene, string)):
        start = string.outer.start
    start = before_mark(scene, start)
    end = _end(scene, string, report, tag_before=behind)
    whole = start == string.outer.start and _is_subject(scene, string)
    if whole or (start == string.outer.start and end == string.outer.end):
        return None
    return TextSpan(start, end)


def _is_subject(scene: Scene, string: QuotedString) -> bool:
    """*a sign reading “Dam shut” was taped to it*: a sentence that a finite verb follows.

    The verb is that of the article, whatever the parse says.
    """
    said = scene.between(string.outer.start, string.outer.end)
    behind = scene.between(string.outer.end, string.outer.end + _ADJUNCT)
    finite = bool(behind) and behind[0].tag in FINITE and any(t.tag in FINITE for t in said)
    return finite and not opens_low(scene, string)


def _past_semicolon(scene: Scene, start: int, end: int) -> int:
    """*It drifted; “nobody noticed,” a vendor said*: a semicolon ends what stands before it."""
    found = scene.document.text.rfind(";", start, end)
    rest = scene.between(found + 1, end)
    return start if found < 0 else rest[0].start if rest else end


def _is_bare(scene: Scene, start: int, string: QuotedString) -> bool:
    """*The lake, as she put it, was “a puddle”*: what she put so is the words alone."""
    return all(token.lemma == "be" for token in scene.between(start, string.outer.start))


def _is_set_off(scene: Scene, string: QuotedString) -> bool:
    """*It was shut – “with applause”, as she put it*: a dash parts the words from what is told."""
    return scene.document.text.endswith(DASHES, 0, scene.document.end_before(string.outer.start))


def _lead(scene: Scene, string: QuotedString) -> str:
    """The last character before a string that is no white space, "" where none is."""
    end = scene.document.end_before(string.outer.start)
    return scene.document.text[max(0, end - 1) : end]


def _leads(scene: Scene, string: QuotedString) -> bool:
    """*‘We lost and they won’: coach hails side*: a string that opens its line before a colon."""
    opens = scene.document.paragraphs[scene.paragraph(string.outer.start)].start
    behind = scene.document.text[string.outer.end : string.outer.end + 2].lstrip()
    return string.outer.start == opens and behind.startswith(":")


def _past_links(scene: Scene, start: int, end: int) -> int:
    """Behind "that", and behind the last *… and that* before the string."""
    for link in _LINK.finditer(scene.document.text, start, end):
        set_off = scene.document.text[start : link.start()].endswith(", ")
        bare = set_off and not has_finite(scene, TextSpan(start, link.start()))
        joined = link.group().lstrip().startswith(("and", "but", ","))
        if link.start() == start or joined or bare:
            start = link.end()
    return start


def is_fragment(scene: Scene, string: QuotedString) -> bool:
    """Whether a string is less than a sentence: lower case, no colon or comma before it."""
    lead = _lead(scene, string)
    return opens_low(scene, string) and lead not in {":", ","}


def closes_sentence(scene: Scene, string: QuotedString) -> bool:
    """Whether a mark that ends a sentence or a clause stands inside the closing mark."""
    return bool(_CLOSED.search(string.parts[-1].of(scene.document.text).rstrip()))


def _start_behind(scene: Scene, string: QuotedString, report: Report) -> int:
    """Tag before the string: the clause starts behind cue, addressee, medium and "that"."""
    lead = _lead(scene, string)
    starts = [p.start for p in report.content if p.start < string.outer.start < p.end + _GAP]
    alone = lead == "," and not is_fragment(scene, string) and not starts
    if lead == ":" or alone or _opens_clause(string, report):
        return string.outer.start
    said_of = _object(scene, string, report)
    if said_of is not None:
        return _behind_pause(scene, said_of.start, string)
    tag_end = _tag_end(scene, report, string)
    if report.construction is Construction.TAG and not starts:
        tag_end = _past_pause(scene, tag_end, string)
    gap = scene.between(tag_end, string.outer.start)
    governed = behind_preposition(scene, string, gap)
    if _is_all_that_is_told(string, report, gap):
        governed = string.outer.start
    if governed is not None:
        return governed
    if starts and min(starts) >= tag_end:
        return _behind_pause(scene, min(starts), string)
    gap = () if told_by_what(scene, report) else _without_lead(gap)
    return _behind_pause(scene, gap[0].start, string) if gap else string.outer.start


def _opens_clause(string: QuotedString, report: Report) -> bool:
    """*said in a film shown at noon that “armed men” had left*: the clause starts in the marks."""
    end = string.outer.end
    return any(p.start == string.parts[0].start and end < p.end for p in report.content)


def _is_all_that_is_told(string: QuotedString, report: Report, gap: Sequence[Token]) -> bool:
    """*told us on Monday that “at no time was it lost”*: a clause that starts with the words.

    So are words that the phrase before them names (*answered with a wave and the words “Go on”*).
    """
    if report.content:
        opens = any(piece.start == string.parts[0].start for piece in report.content)
        return opens and bool(gap) and gap[-1].lower == "that"
    return [token.lower for token in gap[-2:]] in _NAMED


def _object(scene: Scene, string: QuotedString, report: Report) -> Token | None:
    """The first word of whom or what the words are said of, which is part of the clause.

    *called that “a ruse”*, *dismissed the plan as “a ruse”*, *urged ministers to “wait”*.
    """
    if report.cue is None or report.cue.end > string.outer.start:
        return None
    gap = scene.between(report.cue.end, string.outer.start)
    if not gap or gap[0].pos == "ADP":
        return None
    if any(token.tag in FINITE for token in gap) and not is_judged(gap):
        return None
    orders = report.lemma in _ORDERS and any(token.lower == "to" for token in gap)
    called_on = report.lemma == "call" and " " in report.cue.of(scene.document.text)
    named = report.lemma in _OF_AN_OBJECT and not called_on
    found = judges(report) or named or orders or gap[-1].lower == "as"
    return gap[0] if found else None


def told_by_what(scene: Scene, report: Report) -> bool:
    """*for what it called “a lapse”*: the words alone are those of the source."""
    if report.cue is None or report.content:
        return False
    verb = scene.document.tokens_in(report.cue)[0]
    return any(c.lower == "what" and c.index < verb.index for c in scene.document.children(verb))


def _past_pause(scene: Scene, tag_end: int, string: QuotedString) -> int:
    """*…, he conceded later, but it was “a bath”*: the comma that closes the tag."""
    gap = scene.between(tag_end, string.outer.start)
    behind = gap[1 : _LONGEST_REST + 1]
    pause = scene.document.text.find(",", tag_end, string.outer.start)
    return pause + 1 if pause >= 0 and any(t.start > pause for t in behind) else tag_end


def _without_lead(gap: tuple[Token, ...]) -> tuple[Token, ...]:
    """The words between tag and string without "that", *denied claims …* and *in X as …*.

    A phrase between tag and "that" goes as well (*told us | after training that | it “ends”*).
    """
    marks = (n for n, t in enumerate(gap, 1) if t.lower == "that" and t.dep == "mark")
    led = next(marks, len(gap)) if gap and gap[0].pos == "ADP" else len(gap)
    if led < len(gap) and not any(t.tag in FINITE for t in gap[:led]):
        return gap[led:]
    if gap and gap[0].pos == "ADP" and gap[-1].lower == "as":
        return ()
    if len(gap) > 1 and gap[0].lemma in cues.load().nominal and gap[1].pos != "ADP":
        gap = gap[1:]
    while gap and gap[0].lower in _SKIPPED_LEAD:
        gap = gap[1:]
    return gap


def _behind_pause(scene: Scene, start: int, string: QuotedString) -> int:
    """A comma right before a whole sentence in marks: the clause is the string alone.

    Unless a clause stands before the comma, and the string goes on with it in lower case.
    """
    lead = _lead(scene, string)
    whole = lead in {",", ":"} and not is_fragment(scene, string)
    goes_on = lead == "," and opens_low(scene, string) and start < string.outer.start
    if goes_on and has_finite(scene, TextSpan(start, string.outer.start)):
        return start
    return string.outer.start if whole else start


def opens_low(scene: Scene, string: QuotedString) -> bool:
    """Whether a string starts in lower case, whatever mark or bracket opens it."""
    return string.parts[0].of(scene.document.text).lstrip("[(…. ")[:1].islower()


def has_finite(scene: Scene, stretch: TextSpan) -> bool:
    """Whether a finite verb stands in a stretch of the text."""
    return any(token.tag in FINITE for token in scene.between(stretch.start, stretch.end))


def _tag_end(scene: Scene, report: Report, string: QuotedString) -> int:
    """Where cue, source, addressee and medium before the string end.

    A medium or addressee with "that" in it has taken the clause for a relative one. Who is to act
    is part of what is said (*urged | colleagues to “keep going”*).
    """
    ends = [s.end for s in (report.cue, report.source) if s and s.end <= string.outer.start]
    said = [piece.start for piece in report.content]
    for span in (report.addressee, report.medium):
        if span is not None and span.end <= string.outer.start and span.start not in said:
            that = re.search(r"\s(?:that|whether)\b", span.of(scene.document.text))
            ends.append(span.start + that.start() if that else span.end)
    return max(ends)


def _start_before(scene: Scene, string: QuotedString, report: Report) -> int:
    """Tag behind the string: the clause by the parse, where it starts earlier.

    Not where a stop stands before a capital: *It opens at 9 a.m. “They know,” said Orr*.
    """
    if (
        _lead(scene, string) in {".", "!", "?"}
        and string.parts[0].of(scene.document.text)[:1].isupper()
    ):
        return string.outer.start
    starts = [p.start for p in report.content if p.start < string.outer.start <= p.end]
    return min(starts, default=string.outer.start)


def _end(scene: Scene, string: QuotedString, report: Report, *, tag_before: bool) -> int:
    end = string.outer.end
    if closes_sentence(scene, string):
        return end
    ends = [p.end for p in report.content if p.start < end <= p.end]
    if _COMMA.search(string.parts[-1].of(scene.document.text).rstrip()):
        if not opens_low(scene, string) or not goes_on(scene, string, ends):
            return end
        reach = max((hanging_on(scene, string), *ends))
        return max(end, cut(scene, string, reach))
    if tag_before and not ends and is_time_or_medium(scene, end, end + _ADJUNCT):
        return end
    reach = max(ends, default=hanging_on(scene, string) if tag_before else end)
    beside = [s.start for s in (report.medium, report.addressee) if s and s.start >= end]
    agent = report.source.start if report.source else 0
    if scene.document.text.endswith(_BY, end, agent):
        beside.append(agent - len(_BY))
    if beside and min(beside) < reach:
        reach = end + len(scene.document.text[end : min(beside)].rstrip())
    return max(end, cut(scene, string, reach))
