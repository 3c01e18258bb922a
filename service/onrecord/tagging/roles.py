"""What else a report tells: to whom, and whether it was not said at all."""

from __future__ import annotations

from onrecord.document.tree import VERBAL, Token
from onrecord.lexicon import cues, people
from onrecord.lexicon.cues import CueClass
from onrecord.lexicon.grammar import ABLE
from onrecord.tagging.control import done_by_object
from onrecord.tagging.cues import is_to_act
from onrecord.tagging.occasions import takes_to
from onrecord.tagging.phrases import NOMINAL
from onrecord.tagging.scope import Scope

_OF_THINGS = frozenset({"promise", "order"})
"""Verbs whose object is as often a thing as somebody."""
TALES = frozenset(
    {"story", "tale", "truth", "lie", "joke", "news", "secret", "fact", "difference", "time",
     "question", "favour", "favor", "permission", "help", "issue", "matter", "problem"}
)  # fmt: skip
"""What is told, asked or given, rather than who."""
_LOUD = frozenset(
    {"shout", "yell", "hiss", "snap", "bark", "scream", "bellow", "roar", "growl", "snarl", "swear"}
)
_ECHOES = frozenset({"cheer", "applause", "laughter", "boo", "jeer", "gasp", "groan", "whistle"})
"""*said, to cheers*: what answered."""
_NOTHING = frozenset({"nothing", "anything", "something", "everything", "what", "it", "that"})
_RANKED = frozenset({"first", "second", "third", "last", "latest", "one", "ones"})
_FARTHEST = 4
_DONE = frozenset({"VBD", "VBN", "VBZ"})
_UNSAID = (["yet", "to"], ["short", "of"])
"""Words before a verb: *has yet to say*, *stopped short of saying*."""
_FAILS = frozenset({"fail", "forget", "omit", "neglect"})
_INTENDS = frozenset({"hope", "plan", "intend", "aim", "prepare"})
_REACHES = frozenset(
    {"write", "call", "phone", "ring", "telephone", "email", "text", "message", "reply"}
)
"""What one does to say something (*wrote back to say that …*)."""
_NOBODY = frozenset({"nobody", "none", "neither", "no"})


def addressee(scope: Scope, verb: Token, classes: frozenset[CueClass]) -> Token | None:
    """Head of the one who is told, asked or written to."""
    if classes <= {CueClass.THINK}:
        return None
    for child in scope.document.children(verb):
        if CueClass.TELL in classes and child.dep == "nsubjpass" and scope.same(child, verb):
            # *The minister was told by an aide that …*
            return child if child.pos in NOMINAL and child.tag[0] != "W" else None
        if child.index < verb.index or not scope.same(child, verb):
            continue
        if any(c.tag in {"WDT", "WP$"} for c in scope.document.children(child)):
            # *asked which policy*: what is asked, not who.
            continue
        tells = CueClass.TELL in classes and child.dep in {"dobj", "dative"}
        if tells and child.pos in NOMINAL and child.tag != "WP" and _hears(verb, child):
            return None if verb.lemma == "warn" and _is_bare(scope, child) else child
        to = child.lower == "to" or (child.lower == "at" and verb.lemma in _LOUD)
        to = to or (verb.lemma == "call" and child.lower == "on" and is_to_act(scope, verb))
        noun = object_of(scope, child) if to and child.dep in {"prep", "dative"} else None
        if noun is not None and noun.lemma not in _ECHOES | TALES:
            return noun
    return None


def _hears(verb: Token, noun: Token) -> bool:
    """Whether an object can be told something: *promised MPs*, not *promised a refund*."""
    if noun.lower in _NOTHING:
        return False
    if noun.pos != "NOUN":
        return True
    if verb.lemma not in _OF_THINGS:
        return noun.lemma not in TALES
    known = people.load()
    hears = known.is_role(noun.lemma) or noun.lemma in known.group
    return hears or noun.lemma in cues.load().venue


def _is_bare(scope: Scope, noun: Token) -> bool:
    """*Bank warns price fight “not won”*: of one thing, no article, what the warning is about."""
    plain = not any(c.dep in {"det", "poss"} for c in scope.document.children(noun))
    known = people.is_utterer(noun.lemma) or noun.lemma in cues.load().venue
    return noun.tag == "NN" and plain and not known


def negated(scope: Scope, verb: Token, classes: frozenset[CueClass]) -> bool:
    """Whether it was not said, or denied; a denial denied is none."""
    children = list(scope.document.children(verb))
    by_not = any(child.dep == "neg" for child in children)
    subjects = (c for c in children if c.dep == "nsubj" and scope.same(c, verb))
    by_nobody = any(_is_nobody(scope, subject) for subject in subjects)
    before = [token.lower for token in scope.document.tokens[max(0, verb.index - 2) : verb.index]]
    unsaid = before in _UNSAID or _held_by(scope, verb, _FAILS)
    return (by_not or by_nobody or unsaid) != (CueClass.DENY in classes)


def _is_nobody(scope: Scope, subject: Token) -> bool:
    """*Nobody*, *neither the ministry nor the company*, *no minister*."""
    opening = (subject, *scope.document.children(subject))
    denied = any(token.lower == "not" and token.index < subject.index for token in opening)
    return denied or any(token.lower in _NOBODY for token in opening)


def hypothetical(scope: Scope, verb: Token) -> bool:
    """Whether a modal or a purpose keeps it from having been said (*could say*, *to say that*).

    *Could not say whether* is a report: of something that was not said. *Plans to say* is none.
    """
    while _shares_auxiliary(scope, verb):
        verb = scope.document.head(verb)
    children = list(scope.document.children(verb))
    modals = {c.lemma for c in children if c.tag == "MD" and c.index < verb.index}
    unsaid = any(c.dep == "neg" for c in children) and modals <= ABLE
    if modals - {"will", "would", "wo", "'d", "’d"} and not unsaid:
        return True
    if _held_by(scope, verb, _INTENDS):
        return True
    infinitive = any(c.dep == "aux" and c.lower == "to" for c in children)
    infinitive = infinitive and first_to(scope, verb) is None
    infinitive = infinitive and done_by_object(scope, verb) is None
    infinitive = infinitive and not (_is_gone_on_to(scope, verb) or takes_to(scope, verb))
    return infinitive and verb.dep in {"advcl", "acl", "relcl", "csubj", "ROOT", "pcomp"}


def _held_by(scope: Scope, verb: Token, above: frozenset[str]) -> bool:
    """*failed to say*, *plans to say*: whether a verb is the infinitive of one of these."""
    head = scope.document.head(verb)
    to = verb.dep == "xcomp" and any(c.tag == "TO" for c in scope.document.children(verb))
    return to and head.lemma in above and head.index < verb.index and scope.same(head, verb)


def first_to(scope: Scope, verb: Token) -> Token | None:
    """*The Courier was (one of) the first to report that …*: who did so, None of other verbs."""
    document = scope.document
    to = next((c for c in document.children(verb) if c.tag == "TO"), None)
    if to is None or document.tokens[to.index - 1].lower not in _RANKED:
        return None
    copula = document.head(verb)
    for _ in range(_FARTHEST):
        if copula.pos in VERBAL:
            break
        copula = document.head(copula)
    if copula.lemma != "be" or copula.tag not in _DONE or copula.index > verb.index:
        return None
    return document.subject(copula)


def _is_gone_on_to(scope: Scope, verb: Token) -> bool:
    """*Ruiz went on to say that …*, *wrote to say that …*: she did say so.

    Not *go on television to say*.
    """
    head = scope.document.head(verb)
    if head.lemma in _REACHES and head.tag in _DONE and head.index < verb.index:
        return not {"neg", "dobj"} & {c.dep for c in scope.document.children(head)}
    return head.lemma == "go" and any(
        child.lower == "on" and head.index < child.index < verb.index
        for child in scope.document.children(head)
        if not any(scope.document.children(child))
    )


def _shares_auxiliary(scope: Scope, verb: Token) -> bool:
    """*The firm should delete them and say how many*: what "should" binds."""
    if verb.dep != "conj" or verb.tag != "VB" or scope.document.head(verb).tag != "VB":
        return False
    children = scope.document.children(verb)
    return not any(c.dep in {"aux", "nsubj", "nsubjpass"} for c in children)


def object_of(scope: Scope, preposition: Token) -> Token | None:
    """The noun that a preposition governs."""
    return next(
        (c for c in scope.document.children(preposition) if c.dep == "pobj" and c.pos in NOMINAL),
        None,
    )


def behind_according(scope: Scope, noun: Token) -> Token:
    """*according to Ruiz, who said …*: Ruiz, where the clause hangs on the phrase."""
    if noun.lower != "according":
        return noun
    to = (c for c in scope.document.children(noun) if c.lower == "to")
    return next((found for c in to if (found := object_of(scope, c))), noun)
