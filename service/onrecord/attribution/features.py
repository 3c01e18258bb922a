"""What speaks for and against a candidate, in features that a person can read.

Every feature is a name and a value between 0 and 1; `rank.py` weighs them. They follow the
literature on quotation attribution (O'Keefe et al., EMNLP 2012; Almeida et al., EACL 2014):
distance, punctuation, what stands between, the cue's class, and the string's own form.
"""

from __future__ import annotations

import re
from collections.abc import Iterator

from onrecord.attribution.scene import Scene, anchor, core, holds
from onrecord.attribution.shown import is_shown
from onrecord.lexicon.cues import CueClass, CueLexicon
from onrecord.types import Construction, QuotedString, RelationKind, Report, TextSpan

Values = dict[str, float]

_TAG_PUNCTUATION = re.compile(r"[,?!…—–-]['\"”’»]*\Z")
_CLOSED_SENTENCE = re.compile(r"[.?!…]['\"”’»)]*\Z")

TAGS = frozenset({Construction.TAG, Construction.ACCORDING_TO})
"""What may stand behind, before or amid the words."""
_PAST_OR_PRESENT = frozenset({"VBD", "VBZ", "VBP"})
_BUCKETS = ((0, "0"), (2, "1-2"), (5, "3-5"), (10, "6-10"), (25, "11-25"))


def bucket(number: int) -> str:
    """The name of the range that a count of words falls in."""
    return next((name for top, name in _BUCKETS if number <= top), "26+")


def inside(scene: Scene, string: QuotedString) -> str:
    """The words between the marks of a string, its last part."""
    return string.parts[-1].of(scene.document.text).strip()


def words(scene: Scene, string: QuotedString) -> int:
    """Number of words in a string."""
    return sum(len(scene.between(part.start, part.end)) for part in string.parts)


def report_features(scene: Scene, number: int, report: Report, lexicon: CueLexicon) -> Values:
    """Features of "the report is the tag of the string"."""
    string = scene.strings[number]
    values = dict.fromkeys(_place(scene, number, report, lexicon), 1.0)
    values |= dict.fromkeys(_cue(report, lexicon), 1.0)
    values |= dict.fromkeys(_content(scene, number, report), 1.0)
    values |= dict.fromkeys(_punctuation(scene, string, report), 1.0)
    if report.construction is Construction.LABEL:
        values |= dict.fromkeys(_label(scene, string, report), 1.0)
    short = words(scene, string) <= 3
    if short:
        values |= {f"short string, {name}": 1.0 for name in _cue(report, lexicon)}
    return {"tag": 1.0} | values


def _place(scene: Scene, number: int, report: Report, lexicon: CueLexicon) -> Iterator[str]:
    tag, outer = core(report), scene.strings[number].outer
    side = "before" if anchor(report).start < outer.start else "behind"
    gap = (tag.end, outer.start) if side == "before" else (outer.end, tag.start)
    yield f"tag {side}"
    yield f"words between, tag {side}: {bucket(_gap_words(scene, report, *gap))}"
    if report.construction is not Construction.LABEL and not report.reach.overlaps(outer):
        yield f"other sentence, tag {side}"
    apart = abs(scene.paragraph(outer.start) - scene.paragraph(anchor(report).start))
    if apart:
        yield f"other paragraph, tag {side}"
    if _parts(scene, number, *gap):
        yield f"another string between, tag {side}"
    cues = _cues_between(scene, report, *gap, lexicon)
    if cues:
        yield f"another cue between, tag {side}"
    if side == "before" and any(_touches(scene, other, outer.start) for other in cues):
        yield "another cue right before the string"
    if side == "before" and _touches(scene, report, outer.start):
        yield "cue right before the string"


def _gap_words(scene: Scene, report: Report, left: int, right: int) -> int:
    known = [s for s in (report.addressee, report.medium) if s is not None]
    gap = scene.between(left, right)
    if not known:
        return len(gap)
    return sum(1 for t in gap if not any(s.start <= t.start < s.end for s in known))


def _parts(scene: Scene, number: int, left: int, right: int) -> bool:
    """Whether a string near to one stands in a gap beside it."""
    near = scene.strings[max(0, number - 6) : number + 7] if left < right else ()
    return any(left <= s.outer.start and s.outer.end <= right for s in near)


def _touches(scene: Scene, report: Report, start: int) -> bool:
    """Whether no word and no mark but quotation marks stands between a cue and `start`."""
    cue = report.cue
    return cue is not None and cue.end <= start and not scene.document.text[cue.end : start].strip()


def _cues_between(
    scene: Scene, report: Report, left: int, right: int, lexicon: CueLexicon
) -> list[Report]:
    """Reporting verbs with a source of their own between a tag and the string."""
    if right <= left:
        return []
    first, last = scene.reports_from(left), scene.reports_from(right)
    return [
        other
        for other in scene.reports[first:last]
        if other is not report
        and other.kind is RelationKind.SPEECH
        and other.cue is not None
        and other.source is not None
        and lexicon.classes(other.lemma)
    ]


def _cue(report: Report, lexicon: CueLexicon) -> Iterator[str]:
    classes = lexicon.classes(report.lemma)
    yield f"form: {report.construction.value}"
    if report.construction in {Construction.CLAUSE, Construction.TAG, Construction.COLON}:
        if report.lemma == "say":
            yield "cue: say"
        elif CueClass.SAY in classes:
            yield "cue: a verb of saying"
        elif CueClass.CHARACTERISE in classes:
            yield "cue: a verb of judging"
        elif CueClass.THINK in classes:
            yield "cue: a verb of thinking"
        else:
            yield "cue: no reporting verb"
    if report.source is None:
        yield "no source"


def _label(scene: Scene, string: QuotedString, report: Report) -> Iterator[str]:
    """Whether a label has its paragraph to itself, string aside."""
    place = anchor(report)
    side = "before" if place.start < string.outer.start else "behind"
    yield f"label {side}"
    paragraph = scene.document.paragraphs[scene.paragraph(string.outer.start)]
    if side == "before" and not scene.between(paragraph.start, place.start):
        yield "label opens its paragraph"


def _content(scene: Scene, number: int, report: Report) -> Iterator[str]:
    if holds(report, scene.strings[number]):
        yield "reported clause holds the string"
        outer = scene.reports[report.outer] if report.outer is not None else None
        thought = report.kind is RelationKind.THOUGHT
        if thought and outer is not None and outer.kind is RelationKind.SPEECH:
            yield "a thought that is itself reported"
        return
    if report.content:
        yield "reported clause is elsewhere"
    if scene.held[number]:
        yield "the clause of another report holds the string"


def is_label_of(report: Report, string: QuotedString) -> bool:
    """Whether a report is the label that touches the string."""
    touches = string.outer.end in {report.reach.start, report.reach.end}
    return report.construction is Construction.LABEL and touches


def utters(scene: Scene, report: Report, string: QuotedString, lexicon: CueLexicon) -> bool:
    """Whether a report inside another says by a verb of its own that its source spoke the words."""
    if report.outer is None or report.source is None or report.cue is None or report.hypothetical:
        return False
    if is_to_do(scene, report):
        return False
    finite = scene.document.tokens_in(report.cue)[0].tag in _PAST_OR_PRESENT
    speaks = CueClass.SAY in lexicon.classes(report.lemma) and report.kind is RelationKind.SPEECH
    return speaks and finite and holds(report, string)


def is_to_do(scene: Scene, report: Report) -> bool:
    """*The firm had offered to pay “a fair price”*, *asked for “a break”*: no clause is said."""
    piece = report.content[0] if report.content else None
    words = scene.between(piece.start, piece.end)[:1] if piece else ()
    return bool(words) and (words[0].tag == "TO" or words[0].lower == "for")


def governs(scene: Scene, report: Report, string: QuotedString, lexicon: CueLexicon) -> bool:
    """Whether the words are the object of a finite cue, addressee aside: *Ruiz called “a ruin”*."""
    if not is_report_of_words(report, lexicon) or report.cue is None or report.hypothetical:
        return False
    if is_shown(scene, report, lexicon):
        return False
    told = report.addressee
    end = max(report.cue.end, told.end if told and told.end <= string.outer.start else 0)
    finite = scene.document.tokens_in(report.cue)[0].tag in _PAST_OR_PRESENT
    return finite and not scene.document.text[end : string.outer.start].strip()


def is_report_of_words(report: Report, lexicon: CueLexicon) -> bool:
    """Whether a cue of the lexicon says that its source spoke."""
    speech = report.kind is RelationKind.SPEECH and report.source is not None
    return speech and bool(lexicon.classes(report.lemma))


def is_closed_tag(report: Report) -> bool:
    """Whether all that a tag reports stands before it: *It will close, the firm said, …*."""
    ends = [piece.end for piece in report.content]
    return report.construction in TAGS and bool(ends) and max(ends) <= core(report).start


def _punctuation(scene: Scene, string: QuotedString, report: Report) -> Iterator[str]:
    text, outer = scene.document.text, string.outer
    if anchor(report).start > outer.start:
        end = inside(scene, string)[-4:]
        outside = text[outer.end : outer.end + 1]
        if _TAG_PUNCTUATION.search(end) or outside == ",":
            yield "comma or question closes the string, tag behind"
        elif _CLOSED_SENTENCE.search(end):
            yield "full stop closes the string, tag behind"
        return
    lead = text[max(0, outer.start - 3) : outer.start].rstrip()
    if lead.endswith(":"):
        yield "colon before the string"
    elif lead.endswith(","):
        yield "comma before the string"
    elif lead.endswith((".", "?", "!", "”", '"', "’")):
        yield "sentence ends before the string"


def follow_features(scene: Scene, number: int, previous: int) -> Values:
    """Features of "the string goes on with, or has the speaker of, the string before it"."""
    string, before = scene.strings[number], scene.strings[previous]
    apart = scene.paragraph(string.outer.start) - scene.paragraph(before.outer.end - 1)
    place = ("same paragraph", "next paragraph")[apart] if apart < 2 else "later paragraph"
    names = [
        f"follows, {place}",
        f"follows, words between: {bucket(_apart(scene, before, string))}",
    ]
    lead = scene.document.text[max(0, string.outer.start - 3) : string.outer.start].rstrip()
    if apart == 0 and lead.endswith((".", "?", "!", ",")):
        names.append("follows, a sentence or comma before it")
    if inside(scene, string)[:1].islower():
        names.append("follows, starts in lower case")
    if starts_paragraph(scene, string):
        names.append(f"follows, starts its paragraph, {place}")
    if not _CLOSED_SENTENCE.search(inside(scene, before)[-4:]) and apart == 0:
        names.append("follows, the one before is not closed")
    if words(scene, before) <= 3 or words(scene, string) <= 3:
        names.append("follows, one of them is short")
    if any(is_label_of(r, string) for _, r in scene.reports_near(string)):
        names.append("follows, has a label of its own")
    cues = (
        _speech_cues(scene, TextSpan(before.outer.end, string.outer.start))
        if (before.outer.end < string.outer.start)
        else 0
    )
    names.append(f"follows, cues between: {min(cues, 2)}")
    return {"follows": 1.0} | dict.fromkeys(names, 1.0)


def _apart(scene: Scene, before: QuotedString, string: QuotedString) -> int:
    return len(scene.between(before.outer.end, string.outer.start))


def _speech_cues(scene: Scene, gap: TextSpan) -> int:
    first, last = scene.reports_from(gap.start), scene.reports_from(gap.end)
    return sum(1 for r in scene.reports[first:last] if r.kind is RelationKind.SPEECH and r.cue)


def starts_paragraph(scene: Scene, string: QuotedString) -> bool:
    """Whether the string opens its paragraph, a bullet aside."""
    paragraph = scene.document.paragraphs[scene.paragraph(string.outer.start)]
    return string.outer.start - paragraph.start <= 2


def alone_features(scene: Scene, number: int) -> Values:
    """Features of "it is speech, and neither a tag nor a string before it tells whose"."""
    string = scene.strings[number]
    names = ["no tag"]
    if starts_paragraph(scene, string):
        names.append("no tag, starts its paragraph")
    if scene.paragraph(string.outer.start) == 0:
        names.append("no tag, in the headline")
    return dict.fromkeys(names, 1.0)
