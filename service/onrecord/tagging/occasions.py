"""What is done in order to say something: *took to social media to say that …*: it was said."""

from __future__ import annotations

from collections.abc import Iterator

from onrecord.document.tree import OBJECTS, Token
from onrecord.lexicon import cues
from onrecord.lexicon.cues import CueClass
from onrecord.tagging.scope import Scope

_DONE = frozenset({"VBD", "VBN"})
_TAKES = frozenset(
    {"take", "use", "break", "go", "issue", "post", "release", "send", "write", "give", "make",
     "appear", "record", "put"}
)  # fmt: skip
"""What one does with a platform or a paper."""
_PLATFORMS = frozenset(
    {
        "silence",
        "record",
        "floor",
        "stand",
        "stage",
        "microphone",
        "mic",
        "podium",
        "airwave",
        "air",
    }
)
"""What one takes, goes on or breaks, besides what words are put through."""
_COMES = {
    "come": frozenset({"forward", "out"}),
    "step": frozenset({"in", "forward", "up"}),
    "speak": frozenset({"out", "up"}),
    "rise": frozenset[str](),
    "intervene": frozenset[str](),
}
"""Verbs of getting up to speak, with their particles."""
_NOTHING_DONE = frozenset({"neg", "auxpass"})


def takes_to(scope: Scope, verb: Token) -> bool:
    """Whether an infinitive of saying tells what a deed before it was for.

    *broke her silence to say*, *went on television to deny that*; not *economists go on
    television to say*, nor *called a meeting to explain*.
    """
    head = scope.document.head(verb)
    if verb.dep != "advcl" or head.tag not in _DONE or head.index > verb.index:
        return False
    if CueClass.SAY not in cues.load().classes(verb.lemma) or not scope.same(head, verb):
        return False
    children = list(scope.document.children(head))
    if any(c.dep in _NOTHING_DONE or c.tag == "MD" for c in children):
        return False
    if head.lemma in _COMES:
        return not _COMES[head.lemma] or any(c.lower in _COMES[head.lemma] for c in children)
    known = cues.load().medium | _PLATFORMS
    nouns = _objects(scope, children, verb)
    if head.lemma not in _TAKES:
        return False
    return any(
        known & {noun.lemma, noun.lower} or _is_platform(scope, noun, head) for noun in nouns
    )


def _is_platform(scope: Scope, noun: Token, verb: Token) -> bool:
    """*took to Plaza to say*: a name behind *took to*."""
    return verb.lemma == "take" and noun.pos == "PROPN" and scope.document.head(noun).lower == "to"


def _objects(scope: Scope, children: list[Token], verb: Token) -> Iterator[Token]:
    """What a verb is done with, before the infinitive."""
    for child in children:
        below = scope.document.children(child) if child.dep == "prep" else (child,)
        yield from (c for c in below if c.dep in OBJECTS and c.index < verb.index)
