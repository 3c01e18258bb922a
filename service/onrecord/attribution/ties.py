"""How the reports of a sentence are tied to a quoted string in it."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence

from onrecord.attribution.scene import Scene, anchor, core
from onrecord.lexicon import cues
from onrecord.lexicon.cues import SPOKEN, CueClass
from onrecord.lexicon.people import is_utterer
from onrecord.types import Construction, QuotedString, RelationKind, Report, TextSpan

_NO_VERB = frozenset({Construction.ACCORDING_TO, Construction.NOMINAL, Construction.CITATION})
_ANYBODY = frozenset(
    {"you", "one", "some", "many", "others", "people", "they", "somebody", "anybody"}
)
_NOBODY = frozenset({"nobody", "no one", "no-one", "none"})
_ORDER = (
    "tie: label",
    "tie: tag behind",
    "tie: mark and cue before",
    "tie: content of",
    "tie: cue before",
    "tie: in the sentence",
)
DEEDS = frozenset({
    "go", "begin", "start", "open", "close", "end", "finish", "hit", "fire", "shoot", "press",
    "move", "sing", "snap", "storm", "thunder", "chime", "pipe", "signal", "differ", "sum",
})  # fmt: skip
"""Verbs of the lexicon that mostly tell of deeds."""
_JOINED = re.compile(r"[,;]?\s?(?:(?:and|or)\s)?")
BULLET, NUMBER = r"[•*·▪►◦‣∙●○■□→>–—-]\s{0,4}", r"\(?(?:\d{1,2}|[a-zA-Z])[.)]"
"""What opens the items of a list, as patterns."""

_LEAD = re.compile(
    rf"(?:(?P<bullet>{BULLET}|{NUMBER}\s{{1,4}})"
    r"(?:[^\W\d_][^:\"“”\n]{0,60}:\s{1,4})?|\W{0,40})"
)
"""What stands before quoted words that open a paragraph or the item of a list."""

_MOST_IN_A_LIST = 8
_LONGEST_ADDRESSEE = 2
_NO_REPORT = "no reporting verb"
_LABEL, _TAG_BEHIND, _MARK_BEFORE, _CONTENT, _CUE_BEFORE, _LOOSE = range(6)


def ties(scene: Scene, number: int) -> list[str]:
    """The closest tie of each kind of cue to the string, or that there is none.

    Only reports in the voice that utters the string count.
    """
    string = scene.strings[number]
    number = _first_of_several(scene, number)
    if scene.strings[number] != string:
        return ties(scene, number)
    found: dict[str, int] = {}
    for report in in_its_voice(scene, string):
        rank = min(_ranks(scene, string, report))
        what = _NO_REPORT if _is_deed(report, rank) else _cue(scene, report)
        found[what] = min(found.get(what, len(_ORDER)), rank)
    names = [f"{_ORDER[rank]} {what}" for what, rank in sorted(found.items())]
    return names or [_untied(scene, string)]


def _first_of_several(scene: Scene, number: int) -> int:
    """*gave three reasons: “cold”, “mud” and “rope”*: the first, whose ties are those of all."""
    text, first = scene.document.text, number
    for before in range(number - 1, max(-1, number - 1 - _MOST_IN_A_LIST), -1):
        one, other = scene.strings[before], scene.strings[first]
        if one.parent != other.parent or one.outer.end > other.outer.start:
            break
        if not _JOINED.fullmatch(text, one.outer.end, other.outer.start):
            break
        first = before
    opening = scene.strings[first].outer.start
    behind_colon = text[max(0, opening - 3) : opening].rstrip().endswith(":")
    return first if behind_colon else number


def _is_deed(report: Report, rank: int) -> bool:
    """*The firm opens a plant “ahead of time”*: a verb that seldom says anything, by no mark."""
    return rank in {_LOOSE, _CUE_BEFORE} and not report.content and report.lemma in DEEDS


def perhaps(scene: Scene, string: QuotedString, near: Sequence[Report]) -> bool:
    """*Critics will say, “Who pays?”*: whether anybody may say so one day."""
    return any(
        report.kind is RelationKind.SPEECH
        and report.cue is not None
        and report.cue.end <= string.outer.start
        and len(scene.between(report.cue.end, string.outer.start)) <= _LONGEST_ADDRESSEE
        and _is_anybodys(scene, report)
        for report in near
    )


def by_a_thing(scene: Scene, string: QuotedString, near: Sequence[Report]) -> bool:
    """*A lamp says “Press”*: whether what says it right before the string cannot speak."""
    return any(
        report.source is not None
        and not _is_named(scene, report)
        and _TAG_BEHIND < min(_ranks(scene, string, report)) < _LOOSE
        for report in near
    )


def by_nobody(scene: Scene, string: QuotedString, near: Sequence[Report]) -> bool:
    """*Nobody says “thou”*: whether the text says that the words are not said."""
    return any(
        report.source is not None
        and report.source.of(scene.document.text).lower() in _NOBODY
        and min(_ranks(scene, string, report)) < _LOOSE
        for report in near
    )


def in_its_voice(scene: Scene, string: QuotedString) -> tuple[Report, ...]:
    """Reports in the sentence of a string, in the voice that utters it."""
    return tuple(
        report
        for position, report in scene.reports_near(string)
        if report.reach.overlaps(string.outer) and scene.voices[position] == string.parent
    )


def _is_anybodys(scene: Scene, report: Report) -> bool:
    """Whether a verb of saying stands behind *will* or *may*, and its subject is anybody."""
    if report.cue is None or not cues.load().classes(report.lemma) & SPOKEN:
        return False
    verb = scene.document.token_at(report.cue.start)
    subject = scene.document.subject(verb)
    if subject is None or not any(c.tag == "MD" for c in scene.document.children(verb)):
        return False
    indefinite = any(c.lower in {"a", "an"} for c in scene.document.children(subject))
    return indefinite or subject.lower in _ANYBODY or subject.tag in {"NNS", "NNPS"}


def is_untied(names: list[str]) -> bool:
    """Whether what `ties` found says that no report is tied to the string."""
    return all(name.startswith("tie: none") for name in names)


def is_unreported(names: list[str]) -> bool:
    """Whether no report of words stands in the sentence of the string."""
    return is_untied(names) or all(name.endswith(_NO_REPORT) for name in names)


def _untied(scene: Scene, string: QuotedString) -> str:
    """No report in its sentence: is anybody cited in its paragraph?"""
    paragraph = scene.paragraph(string.outer.start)
    if _announced(scene, string, paragraph):
        return "tie: a colon ends the paragraph before"
    cited = any(
        report.kind is RelationKind.SPEECH
        and cues.load().classes(report.lemma)
        and scene.paragraph(anchor(report).start) == paragraph
        for position, report in scene.reports_near(string)
        if scene.voices[position] == string.parent
    )
    return "tie: none in its sentence" if cited else "tie: none in its paragraph"


def _announced(scene: Scene, string: QuotedString, paragraph: int) -> bool:
    """*The mayor wrote:* and a new paragraph, or the items of a list."""
    text, paragraphs = scene.document.text, scene.document.paragraphs
    lead = _LEAD.fullmatch(text, paragraphs[paragraph].start, string.outer.start)
    if lead is None:
        return False
    first = paragraph
    while lead["bullet"] and first and paragraph - first < _MOST_IN_A_LIST:
        item = _LEAD.match(text, paragraphs[first - 1].start, paragraphs[first - 1].end)
        if item is None or not item["bullet"]:
            break
        first -= 1
    before = paragraphs[first - 1] if first else TextSpan(0, 1)
    return first > 0 and text.endswith(":", before.start, before.end)


def _ranks(scene: Scene, string: QuotedString, report: Report) -> Iterator[int]:
    if report.construction is Construction.LABEL:
        yield _LABEL
        return
    tag = core(report)
    behind = anchor(report).start >= string.outer.end
    gap = (string.outer.end, tag.start) if behind else (tag.end, string.outer.start)
    between = len(scene.between(*gap))
    lead = scene.document.text[max(0, string.outer.start - 2) : string.outer.start].strip()[-1:]
    if behind and not between and string.outer.end <= tag.start:
        yield _TAG_BEHIND
    if not behind and lead in {":", ","}:
        yield _MARK_BEFORE
    if any(piece.overlaps(part) for piece in report.content for part in string.parts):
        yield _CONTENT
    if not behind and between == 0:
        yield _CUE_BEFORE
    yield _LOOSE


def _cue(scene: Scene, report: Report) -> str:
    """The kind of cue, in a few words."""
    if report.construction is Construction.LABEL:
        return "of a name" if _is_named(scene, report) else "of a thing"
    if report.construction in _NO_VERB:
        return report.construction.value
    classes = cues.load().classes(report.lemma)
    if not classes:
        return _NO_REPORT
    if report.hypothetical or _is_infinitive(scene, report):
        return _unsaid(scene, report)
    judges = CueClass.CHARACTERISE in classes and CueClass.SAY not in classes
    if judges or report.lemma == "call":
        return "a verb of judging"
    return _said(report)


def _unsaid(scene: Scene, report: Report) -> str:
    if not _is_infinitive(scene, report):
        return "a verb that may come true"
    return "an infinitive" if report.source else "an infinitive, no source"


def _said(report: Report) -> str:
    if report.kind is RelationKind.THOUGHT:
        return "a verb of thinking"
    verb = "say" if report.lemma == "say" else "a verb of saying"
    return verb if report.source else f"{verb}, no source"


def _is_named(scene: Scene, report: Report) -> bool:
    if report.source is None:
        return False
    tokens = scene.document.tokens_in(report.source)
    return any(t.pos in {"PROPN", "PRON"} or is_utterer(t.lemma) for t in tokens)


def _is_infinitive(scene: Scene, report: Report) -> bool:
    """*The temptation is to say “…”*: nobody has said it; *she used to say “…”*: she has."""
    if report.cue is None:
        return False
    before = scene.document.text[max(0, report.cue.start - 8) : report.cue.start].lower()
    return before.endswith("to ") and before != "used to "
