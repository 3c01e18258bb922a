"""Which commands, requests and promises are words: *ordered them to leave*, *vowed to go*."""

from __future__ import annotations

from onrecord.attribution.scene import Scene
from onrecord.document.tree import FINITE, Token
from onrecord.lexicon import cues, people
from onrecord.lexicon.grammar import PROMISES
from onrecord.types import Construction, Report, TextSpan

_IN_SO_MANY_WORDS = PROMISES | frozenset(
    {"urge", "beg", "implore", "exhort", "warn", "advise", "tell", "claim", "profess", "remind",
     "caution", "counsel"}
)  # fmt: skip
"""Commands, promises and claims that are words themselves; one may agree, order or ask without."""
ORDERS = frozenset({"order", "ask", "instruct", "command"})
"""Words too where somebody tells of them: *cooks said that a captain had ordered them to …*."""
_OF_THINGS = frozenset({"threaten", "promise"})
"""What a storm or a deal does as well."""
_REQUESTS = frozenset({"ask", "instruct", "appeal", "call", "plead", "challenge"})
"""Words too where somebody is asked to do something: *asked both sides to stop*."""


def bound_to_act(scene: Scene, report: Report) -> str:
    """How *promised to go*, *asked them to go* put something in words."""
    if report.lemma != "tell" and _is_in_front_of_a_tag(scene, report):
        return ""
    if report.lemma in _OF_THINGS and report.source and not can_speak(scene, report.source):
        return ""
    if report.lemma in _IN_SO_MANY_WORDS:
        return "a command or promise is words itself"
    if _is_request(scene, report) or _is_demand(scene, report):
        return "somebody is asked to do something"
    if report.lemma in ORDERS - {"ask"} and _is_order(scene, report):
        return "one who can give orders tells somebody to do something"
    told_of = report.outer is not None and report.addressee is not None and not report.negated
    told_of = told_of and not _is_to_come(scene, report)
    return "somebody tells of the order" if told_of and report.lemma in ORDERS else ""


def _is_request(scene: Scene, report: Report) -> bool:
    """*asked both sides to stop*: words that somebody heard.

    Not *asked to leave*, nor what only tells who somebody is (*a judge who asked them to share*).
    """
    told = report.lemma in _REQUESTS and report.addressee is not None and report.source is not None
    return told and _is_done(scene, report)


def _is_order(scene: Scene, report: Report) -> bool:
    """*The judge ordered the firm to pay*, *the sale to be halted*: of one who says so in words.

    Not *Osmark ordered two envoys to leave*.
    """
    if report.source is None or not _is_done(scene, report) or not _commands(scene, report.source):
        return False
    opening = scene.document.tokens_in(report.content[0])
    to = next((number for number, token in enumerate(opening) if token.tag == "TO"), 0)
    passive = to > 0 and [t.lower for t in opening[to : to + 2]] == ["to", "be"]
    return report.addressee is not None or passive


def _commands(scene: Scene, source: TextSpan) -> bool:
    """Whether a source is a person, a pronoun, or a court: a firm orders by what it does."""
    head = _head(scene, source)
    if head.pos == "PRON" or scene.document.label_of(head) == "PERSON":
        return True
    noun = head.lower if head.pos == "PROPN" else head.lemma
    return people.load().is_person(noun) or noun in cues.load().sitting


def _is_done(scene: Scene, report: Report) -> bool:
    """Whether somebody has done so, and the verb does not only tell who somebody is."""
    if report.negated or report.cue is None or _is_to_come(scene, report):
        return False
    return scene.document.tokens_in(report.cue)[0].dep != "relcl"


def _is_demand(scene: Scene, report: Report) -> bool:
    """*called for the minister to resign*: words, whoever hears them."""
    opening = scene.document.tokens_in(report.content[0])[0]
    return opening.lower == "for" and not report.negated and not _is_to_come(scene, report)


def _is_in_front_of_a_tag(scene: Scene, report: Report) -> bool:
    """*He had begged her to stay, the Courier said*: the whole clause is what the Courier said.

    Not where somebody *had told her to stay*, which is to say so.
    """
    if report.outer is None:
        return False
    return scene.reports[report.outer].construction is Construction.TAG


def _is_to_come(scene: Scene, report: Report) -> bool:
    """*It said it would ask a judge to step in*: nobody has asked yet."""
    if report.cue is None:
        return False
    children = scene.document.children(scene.document.tokens_in(report.cue)[0])
    return any(c.tag == "MD" for c in children)


def is_infinitive(scene: Scene, report: Report) -> bool:
    """Whether no finite verb stands in the content before "to": *to go*, *ministers to go*."""
    for token in scene.document.tokens_in(report.content[0]):
        if token.tag in FINITE:
            return False
        if token.tag == "TO":
            return True
    return False


def can_speak(scene: Scene, source: TextSpan) -> bool:
    """Whether a source is a name, a pronoun, or a noun for people, bodies or documents."""
    head = _head(scene, source)
    return head.pos != "NOUN" or people.is_utterer(head.lemma)


def _head(scene: Scene, source: TextSpan) -> Token:
    tokens = scene.document.tokens_in(source)
    inner = {token.index for token in tokens}
    return next((t for t in tokens if t.head not in inner or t.head == t.index), tokens[-1])
