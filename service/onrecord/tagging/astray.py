"""Clauses that belong to a cue and that the parser hangs on another word."""

from __future__ import annotations

from collections.abc import Iterator

from onrecord.document.tree import ADNOMINAL, OBJECTS, SUBJECTS, Token
from onrecord.lexicon.cues import CueClass, CueLexicon
from onrecord.lexicon.grammar import WHETHER
from onrecord.tagging.clauses import has_that, thats
from onrecord.tagging.cues import SIDESTEPS, Cue, is_writing
from onrecord.tagging.phrases import NOMINAL
from onrecord.tagging.roles import TALES
from onrecord.tagging.scope import Scope

_HANGS_ON = ADNOMINAL | {"ccomp"}
_DESCRIBES = frozenset({"with", "without", "in", "at", "from"})
_WHEN_OR_WHERE = frozenset({"at", "after", "before", "during", "over"})
_ON_A_DAY = frozenset({"on", "in"})
_ABOUT = frozenset({"on", "about", "over"})
_TO, _FACT = "to", "fact"
_COMPLETES = frozenset({"ccomp", "dobj", "acomp", "attr"})
"""What hangs on the verb of a clause that leaves no object out."""
_WHEN = frozenset({"prep", "npadvmod", "advmod"})


def to_act(scope: Scope, cue: Cue) -> Iterator[Token]:
    """*asked anyone with a key to come*: the parser hangs what is to be done on the nearest noun.

    Not in *asked him about a plan to close it*.
    """
    told = next((c for c in scope.document.children(cue.inner) if c.dep == "dobj"), None)
    if told is None or told.index < cue.inner.index:
        return
    rest = scope.document.tokens[told.index + 1 : scope.document.sentence_of(told).last]
    if not rest or rest[0].lower not in _DESCRIBES:
        return
    for token in rest:
        if token.pos in {"PUNCT", "VERB"} and token.tag != "VB":
            return
        far = token.dep in ADNOMINAL and token.tag == "VB" and token.head > told.index
        if far and any(c.tag == "TO" for c in scope.document.children(token)):
            yield token
            return


def to_be_done(scope: Scope, cue: Cue) -> Iterator[Token]:
    """*ordered the sale to be halted*: the noun, on which the parser hangs what is to be done."""
    document = scope.document
    for noun in document.children(cue.inner):
        if noun.dep != "dobj" or noun.index < cue.inner.index or noun.pos == "PRON":
            continue
        for act in document.children(noun):
            below = list(document.children(act))
            to_be = any(c.tag == "TO" for c in below) and any(c.dep == "auxpass" for c in below)
            if act.dep in ADNOMINAL and act.tag == "VBN" and to_be:
                yield noun
                return


def promised(scope: Scope, cue: Cue) -> Iterator[Token]:
    """*vowed on Monday to stay*: behind a time the parser takes what is promised for a purpose."""
    behind = [c for c in scope.document.children(cue.inner) if c.index > cue.inner.index]
    for number, child in enumerate(behind):
        if child.dep == "advcl" and child.tag == "VB":
            opening = scope.document.tokens[scope.document.subtree(child)[0]]
            if opening.tag == "TO" and all(c.dep in _WHEN for c in behind[:number]):
                yield child
            return


def asked_about(scope: Scope, cue: Cue) -> Iterator[Token]:
    """*Pressed by a deputy, Ada Quill, on whether it was safe, she …*: what is behind "on".

    The parser may hang it on the verb that follows.
    """
    document, verb = scope.document, cue.verb
    main = document.head(verb)
    between = [c for c in document.children(main) if verb.index < c.index < main.index]
    for preposition in (*document.children(verb), *(between if verb.dep == "advcl" else ())):
        if preposition.lower in _ABOUT and preposition.index > verb.index:
            yield from (c for c in scope.document.children(preposition) if c.dep == "pcomp")


def asked_by(scope: Scope, cue: Cue) -> Iterator[Token]:
    """*was asked by the clerk of the court whether it was safe*: it hangs on one of its nouns."""
    document = scope.document
    for agent in (c for c in document.children(cue.verb) if c.dep == "agent"):
        first, last = document.subtree(agent)
        for clause in document.tokens[first:last]:
            below = document.children(clause)
            asks = any(c.dep == "mark" and c.lower in WHETHER for c in below)
            asks = asks and document.head(clause).pos in NOMINAL
            if asks and document.subtree(clause)[1] == last:
                yield clause
                return


def lent(scope: Scope, cue: Cue, lexicon: CueLexicon) -> Iterator[Token]:
    """*A clerk told deputies, the affidavit says, that …*: the clause hangs on the tag's verb.

    *A clerk told deputies, according to the log, that …*: it looks like one beside the cue. *The
    Lamp reported last week, citing a clerk, that …*: the cue may look like a clause of it.
    """
    above = scope.document.head(cue.verb)
    if cue.verb.dep == "ccomp" and above.index > cue.verb.index and _follows_comma(scope, above):
        yield above
    for child in scope.document.children(cue.verb):
        if child.dep in {"parataxis", "ccomp"} and child.lemma in lexicon.tag:
            yield from (c for c in scope.document.children(child) if _follows_comma(scope, c))
        elif child.dep == "conj" and _follows_comma(scope, child):
            yield child


def _follows_comma(scope: Scope, root: Token) -> bool:
    that = next(thats(scope, root), None)
    return that is not None and scope.document.tokens[that.index - 1].text == ","


def behind_phrase(scope: Scope, cue: Cue, lexicon: CueLexicon) -> Iterator[Token]:
    """*argued in a brief that …*, *was told by clerks that …*: the clause hangs on the noun.

    So it may on where (*in a closed session that …*), or on when one was told (*told him at dawn
    that …*).
    """
    document = scope.document
    told_by = CueClass.TELL in cue.classes
    for preposition in document.children(cue.verb):
        if preposition.dep not in {"prep", "agent"} or preposition.index < cue.verb.index:
            continue
        if cue.verb.lemma in SIDESTEPS and preposition.lower in _ABOUT:
            # *commented on reports that …*: what is commented on is not what was said
            continue
        for noun in document.children(preposition):
            if is_writing(scope, noun):
                yield from (c for c in document.children(noun) if has_that(scope, c))
            if noun.dep == "pobj":
                clauses = (c for c in document.children(noun) if c.dep in ADNOMINAL)
                carries = noun.lemma in lexicon.conveying
                carries = carries or (told_by and preposition.dep == "agent")
                carries = carries or (told_by and _is_when(scope, preposition, noun))
                yield from (
                    c
                    for c in clauses
                    if _is_led(scope, c)
                    or _has_two_subjects(scope, c)
                    or (carries and _is_whole(scope, c))
                )


def _is_when(scope: Scope, preposition: Token, noun: Token) -> bool:
    """*told him at dawn, on Monday, over the phone that he was …*: no clause tells which one."""
    if preposition.lower in _WHEN_OR_WHERE:
        return True
    determined = any(c.dep in {"det", "poss"} for c in scope.document.children(noun))
    return preposition.lower in _ON_A_DAY and not determined


def behind_told(scope: Scope, cue: Cue) -> Iterator[Token]:
    """*told a producer that he would do it*: the clause hangs on the one who is told."""
    for noun in scope.document.children(cue.inner):
        told = noun.dep in {"dobj", "dative", "xcomp"} and noun.pos in {"NOUN", "PROPN"}
        if told and noun.index > cue.inner.index and noun.lemma not in TALES:
            below = scope.document.children(noun)
            yield from (
                c for c in below if c.dep in _HANGS_ON and (_is_led(scope, c) or _is_his(scope, c))
            )


def behind_citation(scope: Scope, cue: Cue, lexicon: CueLexicon) -> Iterator[Token]:
    """*reported, citing a clerk, that he would go*: the clause hangs on the verb that cites."""
    for citing in scope.document.children(cue.inner):
        cites = citing.tag == "VBG" and CueClass.CITE in lexicon.classes(citing.lemma)
        if not cites or citing.index < cue.inner.index:
            continue
        for clause in scope.document.children(citing):
            that = next(thats(scope, clause), None) if clause.dep == "ccomp" else None
            if that is not None and scope.document.tokens[that.index - 1].text == ",":
                yield clause


def _is_his(scope: Scope, clause: Token) -> bool:
    """*told police | he feared for his life*: no relative clause, it wants for no object.

    *told the man he loved* and *told the man she met at work* leave one out.
    """
    children = list(scope.document.children(clause))
    subject = next((c for c in children if c.dep in SUBJECTS), None)
    if subject is None or subject.tag != "PRP" or any(c.tag[0] == "W" for c in children):
        return False
    if scope.document.subtree(clause)[0] != subject.index:
        return False
    told = scope.document.head(clause)
    bare = not any(c.dep in {"det", "poss"} for c in scope.document.children(told))
    whole = any(c.dep in _COMPLETES and c.index > clause.index for c in children)
    return bare or whole or clause.lemma == "be" or subject.dep == "nsubjpass"


def of_the_fact(scope: Scope, cue: Cue) -> Iterator[Token]:
    """*stressed the fact that it was shut*, *pointed to the fact that …*: its clause."""
    for child in scope.document.children(cue.verb):
        to = child.lower == _TO and child.dep == "prep"
        for noun in scope.document.children(child) if to else (child,):
            if noun.lower == _FACT and noun.dep in OBJECTS:
                yield from (c for c in scope.document.children(noun) if _is_led(scope, c))


def _is_led(scope: Scope, clause: Token) -> bool:
    """Whether "that" opens a clause with a subject of its own, and is tagged as no pronoun.

    The parser may take it for the object of a relative clause all the same.
    """
    children = list(scope.document.children(clause))
    subject = any(c.dep in {"nsubj", "nsubjpass", "expl"} for c in children)
    that = any(c.lower == "that" and c.tag == "IN" for c in children)
    return has_that(scope, clause) or (subject and that)


def _is_whole(scope: Scope, clause: Token) -> bool:
    """Whether a clause behind "that" has a subject of its own: *a call that they had won*."""
    children = list(scope.document.children(clause))
    subject = any(c.dep in SUBJECTS and c.tag != "WDT" for c in children)
    return subject and any(c.lower == "that" and c.tag == "WDT" for c in children)


def _has_two_subjects(scope: Scope, clause: Token) -> bool:
    """*answered through an interpreter that the case was closed*: "that" is no subject of it.

    The parser takes it for one, and for another the noun before the auxiliary.
    """
    children = list(scope.document.children(clause))
    that = next((c for c in children if c.lower == "that" and c.dep in SUBJECTS), None)
    if that is None:
        return False
    verbs = (clause, *(c for c in children if c.pos == "AUX"))
    below = (c for verb in verbs for c in scope.document.children(verb))
    return any(c.dep in SUBJECTS and that.index < c.index < clause.index for c in below)
