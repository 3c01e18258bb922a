"""What a teller says of his own beside what another told: then no words are handed on."""

from __future__ import annotations

from itertools import takewhile

from onrecord.attribution.acting import is_infinitive
from onrecord.attribution.papers import is_a_name
from onrecord.attribution.scene import Scene
from onrecord.document.tree import FINITE, SUBJECTS
from onrecord.lexicon import cues
from onrecord.lexicon.grammar import HE_OR_SHE
from onrecord.types import Construction, Report, TextSpan

_LONGEST_NAME = 4
_FEWEST_MORE = 2
_ITSELF = HE_OR_SHE | {"it", "they"}


def tells_of_himself(scene: Scene, report: Report, outer: Report) -> bool:
    """Whether what a report tells is what the teller around it did, and no words of another."""
    return _is_own_deed(scene, report, outer) or _is_second_deed(scene, report)


def _is_own_deed(scene: Scene, report: Report, outer: Report) -> bool:
    """*revealed that he had asked the umpire to stop*: what the teller did, no words of another."""
    if not report.content or not is_infinitive(scene, report) or report.source is None:
        return False
    pronoun = report.source.of(scene.document.text).lower()
    named = outer.source is not None and _is_named(scene, outer.source)
    himself = pronoun in HE_OR_SHE and named
    return himself or (pronoun in _ITSELF and _goes_on(scene, outer))


def _is_named(scene: Scene, source: TextSpan) -> bool:
    """*Ada Quill*, or *the umpire, Ada Quill,*: a name, or one beside what somebody is."""
    if is_a_name(scene, source):
        return True
    *_, last = scene.document.tokens_in(source)
    behind = scene.document.tokens[last.index + 1 : last.index + 2 + _LONGEST_NAME]
    name = takewhile(lambda token: token.pos == "PROPN", behind[1:])
    person = any(scene.document.label_of(token) == "PERSON" for token in name)
    return person and behind[0].text == ","


def _goes_on(scene: Scene, outer: Report) -> bool:
    """*said she had promised to act, and that …*: whether the teller has a further clause."""
    first = scene.reports_from(outer.reach.start)
    near = scene.reports[first : scene.reports_from(outer.reach.end)]
    return any(r.cue == outer.cue and r.content != outer.content for r in near)


def _is_second_deed(scene: Scene, report: Report) -> bool:
    """*said its members were angry and threatened to strike*: more is said than the report.

    The second verb shares the subject of the first, which reports nothing.
    """
    if report.cue is None or report.source is None or report.source.end > report.cue.start:
        return False
    verb = scene.document.tokens_in(report.cue)[0]
    first = scene.document.head(verb)
    if verb.dep != "conj" or not report.source.end <= first.start < verb.start:
        return False
    own = any(c.dep == "nsubj" for c in scene.document.children(verb))
    return not own and not cues.load().classes(first.lemma)


def says_more(scene: Scene, report: Report, outer: Report) -> bool:
    """*said her agent begged her to stay, but she had made up her mind*: a clause of her own.

    It stands behind all that the inner report tells, and has a subject and a verb.
    """
    end, last = report.content[-1].end, outer.content[-1].end
    if outer.construction is not Construction.CLAUSE or end >= last:
        return False
    rest = [t for t in scene.document.tokens_in(TextSpan(end, last)) if t.text != ","]
    joined = len(rest) > _FEWEST_MORE and rest[0].pos == "CCONJ"
    verbs = (t for t in rest if t.tag in FINITE or t.tag == "MD")
    bound = any(t.dep in SUBJECTS | {"expl"} for t in rest[1:3])
    return joined and bound and any(verbs)
