"""Which reports state something: whose verbs put the content in words, and which parse is none."""

from __future__ import annotations

from collections.abc import Collection

from onrecord.attribution.acting import ORDERS, bound_to_act, can_speak, is_infinitive
from onrecord.attribution.figures import is_figure
from onrecord.attribution.findings import is_led_by_that, shown
from onrecord.attribution.news import is_news
from onrecord.attribution.scene import TURN, Scene
from onrecord.document.tree import FINITE, VERBAL, Token
from onrecord.lexicon import cues
from onrecord.lexicon.cues import CueClass, CueLexicon
from onrecord.lexicon.grammar import ACCUSES, ANSWERS
from onrecord.types import Construction, QuotedString, RelationKind, Report, TextSpan

_IN_WORDS = frozenset(
    {CueClass.SAY, CueClass.TELL, CueClass.ASK, CueClass.GERUND, CueClass.DENY, CueClass.REPORT}
)
_FORMS = frozenset(
    {Construction.CLAUSE, Construction.TAG, Construction.ACCORDING_TO, Construction.NOMINAL,
     Construction.LABEL}
)  # fmt: skip
WITHOUT_VERB = frozenset({Construction.ACCORDING_TO, Construction.NOMINAL, Construction.LABEL})
"""Forms that need no verb, nor that the trained tagger sees them."""
_AGREED, _GOES = "agree", "go"
_SHOWN_BY_THINGS = frozenset({"signal", "imply", "hint"})
"""What things do as well as people."""
_PLAIN = frozenset({"say", "tell"})
"""Verbs of speech and nothing else; the tagger sees no report inside another."""
_FREE_RELATIVES = frozenset({"whatever", "whoever", "whichever", "wherever"})
_ANYBODY = frozenset({"one", "everyone", "everybody", "anyone", "anybody"})
_NOBODY = frozenset(
    {"nobody", "no one", "no-one", "none", "anyone", "anybody", "any one", "whoever"}
)
"""*No one has claimed that …*, *anyone who says that …*: there is nobody whose words they are."""
_SOME = frozenset({"many", "some", "most", "few", "others"})
_WHOEVER = frozenset({"people", "those", *_ANYBODY})
_PRESENT = frozenset({"VBP", "VBZ"})
_FEWEST_WORDS = 2


def states(
    scene: Scene, report: Report, lexicon: CueLexicon, unsaid: Collection[TextSpan] = ()
) -> bool:
    """Whether a report gives words of its source, which do not stand in quotation marks.

    Args:
        scene: the article.
        report: the report.
        lexicon: the cues of the language.
        unsaid: strings, marks included, that name something and are nobody's words.
    """
    if report.construction not in _FORMS or report.kind is not RelationKind.SPEECH:
        return False
    if report.hypothetical or _to_oneself(scene, report) or _by_nobody(scene, report):
        return False
    if (
        is_figure(scene, report)
        or not _has_clause(scene, report, unsaid)
        or _is_of_a_thing(scene, report, lexicon)
    ):
        return False
    if report.construction is Construction.TAG and _is_tag_alone(scene, report.content):
        return False
    if report.construction in WITHOUT_VERB:
        return report.source is not None or is_news(scene, report)
    return bool(in_words(scene, report, lexicon)) and not _is_misread(scene, report)


def _to_oneself(scene: Scene, report: Report) -> bool:
    """*told herself that it was safe*, *promised himself to go*: what one only thinks."""
    told = report.addressee.of(scene.document.text).lower() if report.addressee else ""
    return told.endswith(("self", "selves"))


def _by_nobody(scene: Scene, report: Report) -> bool:
    return report.source is not None and report.source.of(scene.document.text).lower() in _NOBODY


def _has_clause(scene: Scene, report: Report, unsaid: Collection[TextSpan]) -> bool:
    """Whether a content is there, without marks for the most part, and no *whatever he says*.

    One word is, where it answers (*No, said Ruiz*). A name in marks counts as any other word, if
    it has a verb: *said “Iron Tide” had begun*.
    """
    words = [t for piece in report.content for t in scene.between(piece.start, piece.end)]
    answer = report.construction is Construction.TAG and words[:1] and words[0].lower in ANSWERS
    if len(words) < (1 if answer else _FEWEST_WORDS) or words[0].lower in _FREE_RELATIVES:
        return False
    verbs = (t for t in words if t.tag in FINITE and not _is_inside(t, unsaid))
    return not _overlaps_strings(scene, report.content, unsaid if any(verbs) else ())


def _is_of_a_thing(scene: Scene, report: Report, lexicon: CueLexicon) -> bool:
    """*declined to confirm the account*, *challenges the rules*: no clause, and no *how many*."""
    classes = lexicon.classes(report.lemma)
    acts = CueClass.COMMIT in classes and CueClass.SAY not in classes
    words = [t for piece in report.content for t in scene.document.tokens_in(piece)]
    verb = any(t.pos in VERBAL for t in words)
    return (report.negated or acts) and words[0].tag[0] != "W" and not verb


def _is_inside(token: Token, strings: Collection[TextSpan]) -> bool:
    return any(outer.contains(token.span) for outer in strings)


def _is_tag_alone(scene: Scene, content: tuple[TextSpan, ...]) -> bool:
    """*Ruiz told police*, of *Ruiz told police, a writ says, that …*: a tag states nothing."""
    piece = content[0]
    first, last = scene.reports_from(piece.start), scene.reports_from(piece.end)
    for other in scene.reports[first:last] if len(content) == 1 else ():
        if other.cue is None or other.source is None or other.content:
            continue
        told = max(s.end for s in (other.cue, other.addressee) if s is not None)
        tells = CueClass.TELL in cues.load().classes(other.lemma)
        alone = told >= piece.end - 1 or len(scene.between(other.cue.end, piece.end)) <= 1
        beside = len(scene.between(other.source.end, other.cue.start)) <= _FEWEST_WORDS
        if tells and alone and beside and other.source.start <= piece.start:
            return True
    return False


def _is_misread(scene: Scene, report: Report) -> bool:
    """Whether the parse alone makes a report of it, and what it takes for one looks like none.

    *The cuts add to the strain: …* Nobody speaks without a source in a tag.
    """
    if report.construction is Construction.TAG and report.source is None:
        return not _is_impersonal(scene, report)
    seen = not scene.tagged or report.tagged is not None
    return _is_anybody(scene, report) or (not seen and not holds_alone(scene, report))


def _is_impersonal(scene: Scene, report: Report) -> bool:
    """*The mill is lost, it was reported*, *…, a court heard*: a tag that names nobody.

    Nor does *…, the Courier has been told*.
    """
    if report.cue is None:
        return False
    if report.lemma == "tell" and report.outlet is not None:
        return True
    if report.lemma == "tell" and report.addressee is not None:
        told = {t.lower for t in scene.document.tokens_in(report.addressee)}
        return not cues.load().sitting.isdisjoint(told)
    children = scene.document.children(scene.document.tokens_in(report.cue)[0])
    return any(c.dep in {"nsubjpass", "expl", "nsubj"} and c.lower == "it" for c in children)


def holds_alone(scene: Scene, report: Report) -> str:
    """Why the parse is to be believed where the trained tagger saw no report, "" where it is not.

    Half of what is left is one (of PolNeAR's development articles), by a source that can speak,
    and in a tag of a whole clause.
    """
    if report.outer is not None and report.lemma in _PLAIN:
        return "the verb is one of speech and nothing else, inside another report"
    if report.source is None or not can_speak(scene, report.source):
        return ""
    if report.construction is not Construction.TAG:
        return "its source is one that can speak"
    sentence = report.reach.of(scene.document.text)[-1:] in ".?!"
    whole = report.lemma in cues.load().tag and (not sentence or _has_finite(scene, report))
    return "its source is one that can speak, in a tag of a whole clause" if whole else ""


def _is_anybody(scene: Scene, report: Report) -> bool:
    """*Everyone would agree that …*, *people who say that …*: nobody has said so."""
    if report.source is None or report.cue is None or report.source.end > report.cue.start:
        return False
    between = scene.between(report.source.end, report.cue.start)
    named, verb = (
        report.source.of(scene.document.text).lower(),
        scene.document.tokens_in(report.cue)[0],
    )
    if any(token.tag == "MD" for token in between):
        return named in _ANYBODY | _SOME
    return named in _WHOEVER and verb.dep == "relcl" and verb.tag in _PRESENT


def _has_finite(scene: Scene, report: Report) -> bool:
    tokens = (t for piece in report.content for t in scene.document.tokens_in(piece))
    return any(token.tag in FINITE for token in tokens)


def in_words(scene: Scene, report: Report, lexicon: CueLexicon) -> str:
    """How the verb says that the source put it in words, "" where it does not."""
    if _is_nobodys(scene, report):
        return ""
    classes = lexicon.classes(report.lemma)
    if CueClass.COMMIT in classes and (_is_bare(scene, report) or is_infinitive(scene, report)):
        return bound_to_act(scene, report)
    if classes & _IN_WORDS:
        said = CueClass.ASK not in classes or report.source is not None
        return "the verb is one of speech" if said else ""
    if report.lemma in ACCUSES and report.source is not None and not report.negated:
        return "an accusation is words itself" if _lays(scene, report.source) else ""
    if CueClass.SHOW in classes:
        return shown(scene, report, lexicon)
    clear = report.lemma == "make" or report.lemma in lexicon.made_clear
    by_somebody = report.source is None or can_speak(scene, report.source)
    return "the verb says that it was made clear" if clear and by_somebody else ""


def _is_nobodys(scene: Scene, report: Report) -> bool:
    """*so the story goes*, *it was agreed that …*, *the cloud signalled rain*: no words."""
    if report.source is None:
        return report.lemma == _AGREED
    thing = report.lemma in _SHOWN_BY_THINGS and not can_speak(scene, report.source)
    return thing or report.lemma == _GOES


def _lays(scene: Scene, source: TextSpan) -> bool:
    """Whether a source can lay a deed to somebody; *many blamed the mayor* is what they think."""
    return can_speak(scene, source) and source.of(scene.document.text).lower() not in _SOME


def _is_bare(scene: Scene, report: Report) -> bool:
    """*ordered the road cleared*: neither a clause with a tense nor one led by "that"."""
    orders = report.lemma in ORDERS - {"ask"}
    return orders and not (_has_finite(scene, report) or is_led_by_that(scene, report))


def _overlaps_strings(
    scene: Scene, content: tuple[TextSpan, ...], unsaid: Collection[TextSpan]
) -> bool:
    """Whether quoted words make up most of it: then their own decision counts."""
    inside = sum(
        min(piece.end, s.outer.end) - max(piece.start, s.outer.start)
        for piece in content
        for s in scene.strings_over(piece)
        if _is_outermost(scene, s) and s.outer not in unsaid
    )
    return inside > 0.5 * sum(map(len, content))


def _is_outermost(scene: Scene, string: QuotedString) -> bool:
    """Whether no marks stand around the string; those of a turn are none."""
    if string.style == TURN:
        return False
    return string.parent is None or scene.strings[string.parent].style == TURN
