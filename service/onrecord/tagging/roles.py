"""What else a report tells: to whom the words are."""

from __future__ import annotations

from onrecord.document.tree import VERBAL, Token
from onrecord.lexicon import cues, people
from onrecord.lexicon.cues import CueClass
from onrecord.tagging.cues import is_to_act
from onrecord.tagging.phrases import NOMINAL
from onrecord.tagging.scope import Scope

_OF_THINGS = frozenset({"promise", "order"})
"""Verbs whose object is as often a thing as somebody."""
TALES = frozenset(
    {"story", "tale", "truth", "lie", "joke", "news", "secret", "fact", "difference", "time",
     "question", "favour", "favor", "permission", "help", "issue", "matter", "problem"}
)  # fmt: skip
"""What is told, asked or given, rather than who."""
TO_ACT = {"call": "on", "plead": "with", "appeal": "to"}
"""Behind which preposition stands who is to act: *called on them to go*, *pleaded with them to*."""
_LOUD = frozenset(
    {"shout", "yell", "hiss", "snap", "bark", "scream", "bellow", "roar", "growl", "snarl", "swear"}
)
_ECHOES = frozenset({"cheer", "applause", "laughter", "boo", "jeer", "gasp", "groan", "whistle"})
"""*said, to cheers*: what answered."""
_NOTHING = frozenset({"nothing", "anything", "something", "everything", "what", "it", "that"})
_RANKED = frozenset({"first", "second", "third", "last", "latest", "one", "ones"})
_FARTHEST = 4
DONE = frozenset({"VBD", "VBN", "VBZ"})
REACHES = frozenset(
    {"write", "call", "phone", "ring", "telephone", "email", "text", "message", "reply"}
)
"""What one does to say something (*wrote back to say that …*)."""


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
        if (
            tells
            and child.pos in NOMINAL
            and child.tag != "WP"
            and (_hears(verb, child) or _is_a_body(scope, verb, child))
        ):
            return None if verb.lemma == "warn" and _is_bare(scope, child) else child
        to = child.lower == "to" or (child.lower == "at" and verb.lemma in _LOUD)
        to = to or (child.lower == TO_ACT.get(verb.lemma) and is_to_act(scope, verb))
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


def _is_a_body(scope: Scope, verb: Token, pronoun: Token) -> bool:
    """*Halden had informed it that the boat was late*: "it" hears where a clause is told."""
    behind = scope.document.tokens[pronoun.index + 1 : pronoun.index + 2]
    clause = any(
        c.dep == "ccomp" and c.index > pronoun.index for c in scope.document.children(verb)
    )
    led = bool(behind) and behind[0].lower == "that" and behind[0].dep == "mark"
    return pronoun.lower == "it" and clause and led


def _is_bare(scope: Scope, noun: Token) -> bool:
    """*Bank warns price fight “not won”*: of one thing, no article, what the warning is about."""
    plain = not any(c.dep in {"det", "poss"} for c in scope.document.children(noun))
    known = people.is_utterer(noun.lemma) or noun.lemma in cues.load().venue
    return noun.tag == "NN" and plain and not known


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
    if copula.lemma != "be" or copula.tag not in DONE or copula.index > verb.index:
        return None
    return document.subject(copula)


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
