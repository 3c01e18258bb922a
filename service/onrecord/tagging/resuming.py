"""Cues that share the subject of an earlier one: *He said it was lost, but did not say why*."""

from __future__ import annotations

from onrecord.document.tree import ADNOMINAL, ANY_SUBJECT, TENSED, Token
from onrecord.lexicon.cues import CueClass, CueLexicon
from onrecord.tagging.clauses import has_that
from onrecord.tagging.cues import HESITATIONS
from onrecord.tagging.retold import is_retold
from onrecord.tagging.scope import Scope
from onrecord.tagging.subjects import is_thing

_RESUMING = frozenset({CueClass.SAY, CueClass.DENY})


def resumed(scope: Scope, verb: Token, lexicon: CueLexicon) -> Token | None:
    """*He said the vote was lost, but did not say why*: the cue whose subject the verb shares.

    So does *adding that …* behind a reported clause. The parser joins the second cue to the
    reported clause. Tense tells it from a verb of that clause: the report is in the tense of the
    first cue, where the clause is shifted back.
    """
    if verb.dep not in {"conj", "advcl"} or not _in_a_report(scope, verb, lexicon):
        return None
    clause = scope.document.head(verb)
    governor = _governor(scope, clause)
    if verb.dep == "advcl":
        return governor if verb.lower == "adding" or _comments(scope, verb) else None
    if _cannot_speak(scope, verb):
        return governor
    if not lexicon.classes(verb.lemma) & _RESUMING:
        return None
    if verb.lemma == "add" or _unsaid(scope, verb, lexicon):
        return governor
    same_tense = verb.tag == governor.tag and verb.tag in TENSED
    shifted = clause.tag != verb.tag or _is_shifted(clause)
    retold = is_retold(scope.document, governor, clause, verb)
    return governor if same_tense and shifted and not retold else None


def _is_shifted(clause: Token) -> bool:
    """*said it was lost and asked for a recount*: what *was* so then, no deed before *asked*."""
    return clause.tag == "VBD" and clause.lemma == "be"


def _governor(scope: Scope, clause: Token) -> Token:
    """The verb that reports a clause; the clause itself where none does.

    The parser may hang it on where it was reported (*told us at a dinner that it rained*).
    """
    head = scope.document.head(clause)
    if clause.dep == "ccomp":
        return head
    told = clause.dep in ADNOMINAL and head.dep == "pobj" and has_that(scope, clause)
    return scope.document.head(scope.document.head(head)) if told else clause


def _in_a_report(scope: Scope, verb: Token, lexicon: CueLexicon) -> bool:
    """Whether a reporting verb without a subject was joined to what another one reports."""
    document = scope.document
    clause = document.head(verb)
    governor = _governor(scope, clause)
    if governor == clause or not lexicon.classes(governor.lemma) & _RESUMING:
        return False
    if any(child.dep in ANY_SUBJECT for child in document.children(verb)):
        return False
    return bool(lexicon.classes(verb.lemma) & (_RESUMING | {CueClass.CHARACTERISE}))


def _cannot_speak(scope: Scope, verb: Token) -> bool:
    """*She said the roof was sound but described it as …*: a roof describes nothing."""
    children = scope.document.children(scope.document.head(verb))
    subject = next((c for c in children if c.dep in ANY_SUBJECT), None)
    return subject is not None and is_thing(subject)


def _comments(scope: Scope, verb: Token) -> bool:
    """*He confirmed the deal was off, describing it as …*: a participle behind a comma."""
    first, _ = scope.document.subtree(verb)
    comma = first > 0 and scope.document.tokens[first - 1].text == ","
    return verb.dep == "advcl" and verb.tag == "VBG" and comma and first == verb.index


def _unsaid(scope: Scope, verb: Token, lexicon: CueLexicon) -> bool:
    """*did not say*, *declined to say*."""
    children = list(scope.document.children(verb))
    if verb.lemma in HESITATIONS:
        said = (lexicon.classes(c.lemma) for c in children if c.dep == "xcomp")
        return any(CueClass.SAY in classes for classes in said)
    did = any(c.dep == "aux" and c.lemma == "do" for c in children)
    return did and any(c.dep == "neg" for c in children)
