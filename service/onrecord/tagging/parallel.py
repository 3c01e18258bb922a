"""Reports that a bare *and* joins: *The ministry said the line was safe and the union said not*.

The parser makes the second verb of saying a part of the first clause, or a second clause of the
first verb. The tense tells them from a report within the first one: what is told of an earlier
saying is shifted back (*said the line was safe and the union had said so*).
"""

from __future__ import annotations

from collections.abc import Iterator

from onrecord.document.tree import ANY_SUBJECT, Token
from onrecord.lexicon.cues import CueClass, CueLexicon
from onrecord.tagging.clauses import has_that
from onrecord.tagging.scope import Scope
from onrecord.tagging.subjects import is_thing

_STATING = frozenset({CueClass.SAY, CueClass.TELL, CueClass.DENY, CueClass.REPORT, CueClass.SHOW})
_JOINS = frozenset({"and", "but", "while"})
_SPEAKS = frozenset({"he", "she", "they", "others", "some", "many"})
"""Pronouns that can open a report of their own; *it* goes on with what the clause is about."""
_PRESENT, _PAST = "present", "past"
_TENSES = {"VBD": _PAST, "VBP": _PRESENT, "VBZ": _PRESENT}
_FARTHEST = 4
"""Steps from the noun that the parser joins to an object up to the verb of the clause."""


def parallel(scope: Scope, verb: Token, cue: Token, lexicon: CueLexicon) -> bool:
    """Whether a verb that hangs on what a cue reports has a report of its own beside the cue's.

    Args:
        scope: the article.
        verb: head of a clause that the parser gives to the cue, or joins to such a clause.
        cue: the verb of the first report.
        lexicon: tells which verbs report.
    """
    if not lexicon.classes(verb.lemma) & _STATING or has_that(scope, verb):
        return False
    subject = own_subject(scope, verb)
    if subject is None or not _can_speak(subject) or not scope.same(verb, cue):
        return False
    joint = scope.document.tokens[scope.document.subtree(subject)[0] - 1]
    if joint.lower not in _JOINS or joint.index < cue.index:
        return False
    return _reports(scope, verb) and _as_direct(scope, verb, cue, joint)


def parallels(scope: Scope, root: Token, cue: Token, lexicon: CueLexicon) -> Iterator[int]:
    """What is no part of the clause at `root`, being a report of its own beside that of the cue."""
    for child in scope.document.children(root):
        if child.dep == "conj" and parallel(scope, child, cue, lexicon):
            yield child.index
    for beside in scope.document.children(cue):
        noun = astray_subject(scope, beside)
        if noun is not None and parallel(scope, beside, cue, lexicon):
            yield noun.index


def own_subject(scope: Scope, verb: Token) -> Token | None:
    """The subject of a verb behind a conjunction, be it joined to an object of the clause before.

    *Polls say it will lose 12 seats, and a survey found that …*: the survey.
    """
    bound = (c for c in scope.document.children(verb) if c.dep in ANY_SUBJECT)
    subject = next((c for c in bound if c.index < verb.index), None)
    return subject or astray_subject(scope, verb)


def astray_subject(scope: Scope, verb: Token) -> Token | None:
    """The noun right before a verb without a subject that "and" joins to an object."""
    document = scope.document
    first = document.subtree(verb)[0]
    noun = document.tokens[max(0, first - 1)]
    if verb.dep != "ccomp" or first != verb.index or noun.pos == "PUNCT":
        return None
    for _ in range(_FARTHEST):
        if noun.dep in {"conj", "ROOT"}:
            break
        noun = document.head(noun)
    ends = document.subtree(noun)[1] == first
    joined = noun.dep == "conj" and document.head(noun).dep in {"dobj", "pobj", "attr"}
    return noun if joined and ends and noun.pos in {"NOUN", "PROPN"} else None


def _can_speak(subject: Token) -> bool:
    if subject.pos == "PRON":
        return subject.lower in _SPEAKS
    return subject.pos in {"NOUN", "PROPN"} and not is_thing(subject)


def _reports(scope: Scope, verb: Token) -> bool:
    """Whether a clause stands behind the verb that is what it reports."""
    return any(c.dep == "ccomp" and c.index > verb.index for c in scope.document.children(verb))


def _as_direct(scope: Scope, verb: Token, cue: Token, joint: Token) -> bool:
    """Whether the verb is in the tense of the cue; behind a comma, in any that is not shifted."""
    own, other = _tense(scope, verb), _tense(scope, cue)
    comma = scope.document.tokens[joint.index - 1].text == ","
    return own is not None and other is not None and (own == other or comma)


def _tense(scope: Scope, verb: Token) -> str | None:
    """The tense of a verb; none where another verb governs it but *have*."""
    auxiliaries = [c.lower for c in scope.document.children(verb) if c.dep in {"aux", "auxpass"}]
    if not auxiliaries:
        return _TENSES.get(verb.tag)
    return _PRESENT if auxiliaries in (["has"], ["have"]) else None
