"""The report that quoted words belong to, where the choice fell on one around or beside it.

The rules of annotation leave no choice in three places. Where reports nest, the words are those of
the innermost source. Words in the middle of a reported clause belong to the cue of that clause, not
to one behind it. Of two cues with one subject (*said lines were cut, and promised “a refund”*), the
one right before the words has them, once the other has its clause.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import replace

from onrecord.attribution.asides import is_interrupted
from onrecord.attribution.beside_words import introduces, touches, with_own_report
from onrecord.attribution.cuts import set_against
from onrecord.attribution.decide import Decision
from onrecord.attribution.extent import told_by_what
from onrecord.attribution.features import is_closed_tag, is_to_do
from onrecord.attribution.scene import Scene, anchor, core
from onrecord.document.tree import FINITE, Token
from onrecord.lexicon import cues
from onrecord.lexicon.cues import SPOKEN, CueClass
from onrecord.types import Construction, Feature, QuotedString, RelationKind, Report, TextSpan

_HAS_AN_OBJECT = frozenset({CueClass.COMMIT, CueClass.CHARACTERISE, CueClass.TELL})
_UTTERED = SPOKEN | {CueClass.CHARACTERISE, CueClass.COMMIT}
_OF_A_CLAUSE = frozenset({"VBD", "VBZ", "VBP", "VBN"})
_OFFERS = frozenset({"offer", "volunteer", "tell"})
"""What one offers, or tells, is a thing as often as words."""
_MOVES = frozenset({"go", "come", "run"})
"""What one is told to do, where it is no way of saying."""
_BESIDE = 2
"""Characters between a clause and the quoted words that go on with it."""
_DEEPEST = 4
_LONGEST_OBJECT = 6
"""Words that may stand between a cue and the quoted words in its object."""


def settled(scene: Scene, decisions: Sequence[Decision]) -> tuple[Decision, ...]:
    """The decisions, each for the report whose words the string is by the grammar."""
    own = [with_own_report(scene, decisions, number) for number in range(len(decisions))]
    return tuple(_settled(scene, number, decision) for number, decision in enumerate(own))


def _settled(scene: Scene, number: int, decision: Decision) -> Decision:
    chosen = decision.chosen
    if chosen is None or chosen.report is None or is_interrupted(scene, number):
        return decision
    position, string, rule = chosen.report, scene.strings[number], ""
    seen = {position}
    for _ in range(_DEEPEST):
        better, why = next(_better(scene, string, position), (position, ""))
        if better in seen:
            break
        position, rule = better, why
        seen.add(position)
    if position == chosen.report:
        return decision
    weighed = next((c for c in decision.weighed if c.report == position), None)
    evidence = (*(weighed.evidence if weighed else ()), Feature(rule, 1.0))
    taken = replace(chosen, report=position, evidence=evidence, rule=rule)
    return replace(decision, chosen=taken)


def _better(scene: Scene, string: QuotedString, position: int) -> Iterator[tuple[int, str]]:
    """The reports whose words the string is rather, each with the rule that says so, in words."""
    held = scene.reports[position]
    if held.outer is not None and _is_labelled(scene, held, held.outer):
        yield held.outer, "the words are those of the label, whatever verb stands behind it"
    if held.outer is not None and _is_ordered(scene, held, scene.reports[held.outer]):
        yield held.outer, "the words go on with what somebody is told to do"
    for other, report in scene.reports_near(string):
        if other == position or scene.voices[other] != scene.voices[position]:
            continue
        if introduces(scene, report, string):
            yield other, "a verb of saying and a colon stand right before the words"
        if not _may_have(scene, held, report) or not _has(scene, report, string):
            continue
        why = next(_nearer(scene, string, held, report), None)
        if why:
            yield other, why
        elif _is_inside(scene, other, position):
            yield other, "where reports nest, the words are those of the innermost source"


def _may_have(scene: Scene, held: Report, report: Report) -> bool:
    """Whether somebody is told to have said what a report gives, and did not only think of it."""
    named = report.source is not None and report.cue is not None
    return named and (not report.hypothetical or _is_led_to(scene, held, report))


def _nearer(scene: Scene, string: QuotedString, held: Report, report: Report) -> Iterator[str]:
    """Why a report has the words rather than another around or beside it; nothing if not."""
    if _is_nearer(held, report):
        yield "the cue nearer to the words has them, the other one reports nothing"
    if told_by_what(scene, report):
        yield "what somebody calls something is in the words of that somebody"
    if held.source is None and not held.content and report.content:
        yield "a cue with a source and a clause goes before one with neither"
    if _is_beside(scene, held, report, string):
        yield "the other cue has a clause of its own elsewhere in the sentence"
    if _is_told_by(scene, held, report):
        yield "who tells of a deed has the words, not who does it"
    if _is_set_against(scene, held, report):
        yield "a clause set against another by “while” or the like has a source of its own"


def _is_labelled(scene: Scene, held: Report, outer: int) -> bool:
    """*Police: Bridge went “with a bang”*: the words are those of the label, whatever the verb."""
    label = scene.reports[outer].construction is Construction.LABEL
    return label and not held.content and not cues.load().classes(held.lemma)


def _is_ordered(scene: Scene, held: Report, outer: Report) -> bool:
    """*warned her to go home “if you care”*: the verb that follows reports nothing."""
    if held.cue is None or held.content or outer.source is None:
        return False
    verb = scene.document.tokens_in(held.cue)[0]
    spoken = cues.load().classes(held.lemma) and held.lemma not in _MOVES
    return verb.tag == "VB" and not spoken and any(p.contains(held.cue) for p in outer.content)


def _is_led_to(scene: Scene, held: Report, report: Report) -> bool:
    """*Bustos went on to accuse the union of “greed”*: the cue is the verb that follows."""
    if held.cue is None or report.cue is None or held.source != report.source:
        return False
    return scene.document.text[held.cue.end : report.cue.start].strip() == "to"


def _is_inside(scene: Scene, inner: int, outer: int) -> bool:
    """Whether one report, by another source, stands in the content of another.

    *She said that she had found him “dull”*: what one finds is told by nobody else.
    """
    held, report = scene.reports[outer], scene.reports[inner]
    if held.negated or report.source == held.source or report.kind is not RelationKind.SPEECH:
        return False
    if report.content and scene.document.tokens_in(report.content[0])[0].tag in FINITE:
        return False
    if report.cue is None or not _has_a_subject(scene, scene.document.tokens_in(report.cue)[0]):
        return False
    if _is_finding(scene, report) or (held.content and _is_deed(scene, report)):
        return False
    if any(p.contains(core(report)) for p in held.content) and is_closed_tag(report):
        return True
    place: int | None = report.outer
    for _ in range(_DEEPEST):
        if place is None or place == outer:
            break
        place = scene.reports[place].outer
    return place == outer


def _has_a_subject(scene: Scene, verb: Token) -> bool:
    """Whether a verb is that of a clause, if a small one (*It shows Ruiz shouting “Stop!”*)."""
    own = verb.tag == "VBG" and any(c.dep == "nsubj" for c in scene.document.children(verb))
    return verb.tag in _OF_A_CLAUSE or own


def _is_finding(scene: Scene, report: Report) -> bool:
    """Whether he, she or they think rather than say, by the cue."""
    tokens = scene.document.tokens_in(report.source) if report.source else ()
    pronoun = len(tokens) == 1 and tokens[0].pos == "PRON"
    return pronoun and not cues.load().classes(report.lemma) & _UTTERED


def _is_set_against(scene: Scene, held: Report, report: Report) -> bool:
    """*Loy said it was over, while Fenn promised to “carry on”*: a clause of the article's own."""
    if held.cue is None or report.source is None or held.cue.end > report.source.start:
        return False
    return set_against(scene, report) is not None


def _is_told_by(scene: Scene, held: Report, report: Report) -> bool:
    """*A docker told us the firm had offered to “help”*: the docker's words, of what it did."""
    tells = report.kind is RelationKind.SPEECH and cues.load().classes(report.lemma) & SPOKEN
    if not tells or held.source is None or held.source == report.source:
        return False
    if _is_set_against(scene, report, held):
        return False
    return _is_deed(scene, held) and any(p.contains(core(held)) for p in report.content)


def _is_deed(scene: Scene, report: Report) -> bool:
    """*had offered to “help”*: what one did; to tell somebody to “wait” is to say so.

    So is *had asked for prisoners “by lunch”*, of which the parse makes no content.
    """
    behind = report.cue.end if report.cue and not report.content else None
    asked = behind is not None and scene.document.text.startswith(" for ", behind)
    return asked or (is_to_do(scene, report) and report.addressee is None)


def _is_nearer(held: Report, report: Report) -> bool:
    """*read out a letter in which Moss called himself “a tired man”*: the cue with the words."""
    first, last = anchor(held), anchor(report)
    return not held.content and held.cue is not None and first.end <= last.start


def _is_beside(scene: Scene, held: Report, report: Report, string: QuotedString) -> bool:
    """Whether the chosen report has a clause of its own elsewhere in the sentence."""
    if not held.content or held.reach != report.reach:
        return False
    if any(
        piece.overlaps(string.outer) or _adjoins(scene, piece, string) for piece in held.content
    ):
        return False
    if report.content:
        return report.construction is Construction.CLAUSE
    return held.source == report.source and held.content[-1].end <= anchor(report).start


def _adjoins(scene: Scene, piece: TextSpan, string: QuotedString) -> bool:
    """*to go home “if you care”*: whether the words go on right behind a clause."""
    gap = scene.document.text[piece.end : max(piece.end, string.outer.start)]
    return piece.end <= string.outer.start and gap in {" ", ", "}


def _has(scene: Scene, report: Report, string: QuotedString) -> bool:
    """Whether quoted words stand behind a cue, in its clause or in its object."""
    if report.cue is None or report.cue.end > string.outer.start:
        return False
    clause = report.construction is Construction.CLAUSE
    if clause and any((p.start < string.outer.end and string.outer.start < p.end + _BESIDE)
                      or _adjoins(scene, p, string) for p in report.content):  # fmt: skip
        return bool(cues.load().classes(report.lemma))
    classes = cues.load().classes(report.lemma)
    judges = CueClass.CHARACTERISE in classes and is_closed_tag(report)
    if (report.content and not judges) or not report.reach.overlaps(string.outer):
        return False
    verb = scene.document.tokens_in(report.cue)[0]
    spoken = classes & SPOKEN and (report.lemma in cues.load().tag or verb.tag == "VBG")
    if spoken and touches(scene, report, string):
        return True
    if report.lemma in _OFFERS or not classes & _HAS_AN_OBJECT:
        return False
    gap = scene.between(report.cue.end, string.outer.start)
    return len(gap) <= _LONGEST_OBJECT and not any(t.tag in FINITE for t in gap)
