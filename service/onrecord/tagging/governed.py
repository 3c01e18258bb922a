"""Which clauses hang on a verbal cue: the heads of what it reports."""

from __future__ import annotations

from collections.abc import Iterator

from onrecord.document.tree import Token
from onrecord.lexicon.cues import CueClass, CueLexicon
from onrecord.tagging import tags
from onrecord.tagging.clauses import has_that
from onrecord.tagging.cues import Cue
from onrecord.tagging.scope import Scope

_BESIDE_A_CLAUSE = frozenset({"parataxis", "ccomp"})
_HANGS_ON = frozenset({"acl", "relcl", "ccomp"})
_TOLD_THINGS = frozenset({"story", "tale", "truth", "lie", "joke", "news", "secret", "fact"})
"""What is told, rather than who."""
_CLAUSAL = frozenset({"VERB", "AUX", "ADJ", "NOUN", "PROPN", "ADV"})


def is_tag(scope: Scope, verb: Token, lexicon: CueLexicon) -> bool:
    """*Two men said he fled, the Lamp reported*: whether a verb is that of a tag, no content."""
    if verb.dep not in _BESIDE_A_CLAUSE or verb.lemma not in lexicon.tag:
        return False
    subject = next((c for c in scope.document.children(verb) if c.dep == "nsubj"), None)
    return subject is not None and tags.find(scope, verb, subject, None) is not None


def roots_of(scope: Scope, cue: Cue, lexicon: CueLexicon) -> list[Token]:
    """Heads of the clauses that a cue reports, in order; those with "that" where there are any."""
    document = scope.document
    roots = list(_governed(scope, cue, lexicon))
    if cue.inner.pos == "ADJ":
        roots = [c for c in roots if c.index > cue.inner.index]
    if not roots and cue.last.dep == "prep":
        roots = [c for c in document.children(cue.last) if c.dep == "pcomp"]
    if not roots and CueClass.TELL in cue.classes:
        roots = list(_behind_told(scope, cue))
    if not roots and CueClass.SAY in cue.classes:
        roots = [*_lent(scope, cue, lexicon), *_behind_phrase(scope, cue, lexicon)][:1]
    behind = [root for root in roots if root.index > cue.verb.index]
    thats = [root for root in behind if has_that(scope, root)]
    return thats or behind or roots


def _governed(scope: Scope, cue: Cue, lexicon: CueLexicon) -> Iterator[Token]:
    """The clauses that hang on the cue; for a tag among them, the clause that it closes."""
    for child in scope.document.children(cue.inner):
        if not is_tag(scope, child, lexicon):
            if _is_content(scope, cue, child):
                yield child
            continue
        for clause in scope.document.children(child):
            between = cue.inner.index < clause.index < child.index
            if between and clause.dep == "ccomp":
                yield clause


def _lent(scope: Scope, cue: Cue, lexicon: CueLexicon) -> Iterator[Token]:
    """*A clerk told deputies, the affidavit says, that …*: the clause hangs on the tag's verb.

    *A clerk told deputies, according to the log, that …*: it looks like one beside the cue.
    """
    for child in scope.document.children(cue.verb):
        if child.dep in {"parataxis", "ccomp"} and child.lemma in lexicon.tag:
            yield from (c for c in scope.document.children(child) if _follows_comma(scope, c))
        elif child.dep == "conj" and _follows_comma(scope, child):
            yield child


def _follows_comma(scope: Scope, root: Token) -> bool:
    that = next(
        (c for c in scope.document.children(root) if c.dep == "mark" and c.lower == "that"), None
    )
    return that is not None and scope.document.tokens[that.index - 1].text == ","


def _behind_phrase(scope: Scope, cue: Cue, lexicon: CueLexicon) -> Iterator[Token]:
    """*argued in a brief that …*, *was told by clerks that …*: the clause hangs on the noun."""
    document = scope.document
    for preposition in document.children(cue.verb):
        if preposition.dep not in {"prep", "agent"} or preposition.index < cue.verb.index:
            continue
        for noun in document.children(preposition):
            if noun.dep == "pobj":
                clauses = (c for c in document.children(noun) if c.dep in {"acl", "relcl"})
                carries = noun.lemma in lexicon.conveying
                yield from (
                    c for c in clauses if has_that(scope, c) or (carries and _is_whole(scope, c))
                )


def _behind_told(scope: Scope, cue: Cue) -> Iterator[Token]:
    """*told a producer that he would do it*: the clause hangs on the one who is told."""
    for noun in scope.document.children(cue.inner):
        told = noun.dep in {"dobj", "dative", "xcomp"} and noun.pos in {"NOUN", "PROPN"}
        if told and noun.index > cue.inner.index and noun.lemma not in _TOLD_THINGS:
            below = scope.document.children(noun)
            yield from (c for c in below if c.dep in _HANGS_ON and has_that(scope, c))


def _is_whole(scope: Scope, clause: Token) -> bool:
    """Whether a clause behind "that" has a subject of its own: *a call that they had won*."""
    children = list(scope.document.children(clause))
    subject = any(c.dep in {"nsubj", "nsubjpass"} and c.tag != "WDT" for c in children)
    return subject and any(c.lower == "that" and c.tag == "WDT" for c in children)


def _is_content(scope: Scope, cue: Cue, child: Token) -> bool:
    if child.dep in {"ccomp", "pcomp"} and child.pos in _CLAUSAL:
        return child.index > cue.verb.index or not _is_participle(scope, child)
    if cue.inner.pos == "ADJ":
        return child.dep == "advcl"
    below = list(scope.document.children(child))
    if child.dep == "advcl" and child.index > cue.inner.index:
        unsaid = any(c.dep == "neg" for c in scope.document.children(cue.verb))
        return unsaid and cue.inner.lemma == "say" and any(c.tag == "WRB" for c in below)
    if child.dep != "xcomp":
        return False
    auxiliaries = [c for c in below if c.dep in {"aux", "auxpass"}]
    if any(c.lower == "to" for c in auxiliaries):
        return CueClass.COMMIT in cue.classes
    gerund = child.tag == "VBG" or any(c.tag == "VBG" for c in auxiliaries)
    return gerund and CueClass.GERUND in cue.classes


def _is_participle(scope: Scope, root: Token) -> bool:
    """*Asked about it, Ruiz said …*: no clause of its own."""
    children = scope.document.children(root)
    bound = any(c.dep in {"aux", "auxpass", "nsubj", "nsubjpass", "expl"} for c in children)
    return root.tag in {"VBN", "VBG", "VBD"} and not bound
