"""Which verbs report: the verb that has the subject, and the one that has the content."""

from __future__ import annotations

from typing import NamedTuple

from onrecord.document.tree import VERBAL, Token
from onrecord.lexicon.cues import SAYS_OR_TELLS, CueClass, CueLexicon
from onrecord.lexicon.grammar import ABLE
from onrecord.tagging.scope import Scope
from onrecord.tagging.wordings import laid_out, stance, told_of

HESITATIONS = frozenset({"decline", "refuse"})
_DEMANDS = frozenset({"demand", "ask"})
"""*demanded to know whether …*: a question."""
SIDESTEPS = frozenset({"comment", "speculate", "elaborate", "discuss", "confirm", "draw"})
_SPEAKS = {
    "speak": frozenset({"of", "about"}),
    "talk": frozenset({"of", "about"}),
    "attribute": frozenset({"to"}),
    "ascribe": frozenset({"to"}),
}
"""Verbs that report where quoted words stand behind a preposition of theirs."""
_PHRASAL = frozenset({"make", "let"})
_LET = frozenset({"slip", "known", "drop"})
_UPON = frozenset({"on", "upon"})
_ACTS = frozenset({"xcomp", "advcl"})
_ABOUT = frozenset({"on", "about"})
_NOUNS = frozenset({"NOUN", "PROPN", "PRON"})
_BREAKS = frozenset({",", ":"})
_HABITS = frozenset({"like", "love", "use"})


class Cue(NamedTuple):
    """A verbal cue.

    Attributes:
        verb: the verb that has the subject.
        inner: the verb or adjective that has the content (*say* of *declined to say*).
        last: the last word of the cue.
        classes: what the lexicon says of it.
    """

    verb: Token
    inner: Token
    last: Token
    classes: frozenset[CueClass]


def cue_at(scope: Scope, token: Token, lexicon: CueLexicon) -> Cue | None:
    """The cue that a verb begins, or None where it reports nothing.

    Verbs that the lexicon does not know count where quoted words stand beside them.
    """
    if not _is_full_verb(scope, token) or is_writing(scope, token) or token.lower == "according":
        return None
    if token.lemma in _PHRASAL:
        return (
            _let_slip(scope, token) if token.lemma == "let" else _made_clear(scope, token, lexicon)
        )
    return _of_several_words(scope, token) or _of_one_verb(scope, token, lexicon)


def _of_one_verb(scope: Scope, token: Token, lexicon: CueLexicon) -> Cue | None:
    """*said*, *declined to say*: a cue by what the lexicon says of its verb."""
    classes = _classes(scope, token, lexicon)
    if classes is None:
        return None
    asked = _known(scope, token) if token.lemma in _DEMANDS else None
    if asked is not None:
        return Cue(token, asked, asked, classes)
    inner = _inner(scope, token, lexicon) if token.lemma in HESITATIONS else None
    if inner is not None:
        return Cue(token, inner, _about(scope, inner) or inner, classes | {CueClass.DENY})
    last = _about(scope, token) or _upon(scope, token) or _particle(scope, token)
    if token.lemma == "rule" and last.lower == "out":
        classes |= {CueClass.DENY, CueClass.GERUND}
    return Cue(token, token, last, classes)


def _of_several_words(scope: Scope, verb: Token) -> Cue | None:
    """*was adamant that*, *laid out how*, *spoke of how*: a cue by more than the verb."""
    said = frozenset({CueClass.SAY})
    if (word := stance(scope, verb)) is not None:
        return Cue(verb, word, word, said)
    last = laid_out(scope, verb) or told_of(scope, verb)
    return None if last is None else Cue(verb, verb, last, said)


def _classes(scope: Scope, token: Token, lexicon: CueLexicon) -> frozenset[CueClass] | None:
    """What a verb takes and tells where it stands; None where it is no cue there."""
    if token.lemma == "draw" and _is_drawn(scope, token):
        return frozenset({CueClass.SAY})
    if token.lemma in _SPEAKS and _speaks_of_quoted_words(scope, token):
        return frozenset({CueClass.CHARACTERISE})
    classes = lexicon.classes(token.lemma)
    if _moves(scope, token) or (not classes and not beside_quoted_words(scope, token)):
        return None
    discerns = token.lemma == "tell" and _discerns(scope, token)
    tastes = token.lemma == "find" and (_is_taste(scope, token, lexicon) or _learns(scope, token))
    tends = token.lemma in _HABITS and _is_habit_of_saying(scope, token, lexicon)
    return None if discerns or tastes or tends else classes


def _moves(scope: Scope, verb: Token) -> bool:
    """*was going “nowhere”*: quoted words without a pause are where to, or what to do.

    *And she went, “No!”* is how one talks.
    """
    behind = scope.levels[verb.index + 1 : verb.index + 3]
    pause = scope.document.tokens[verb.index + 1 : verb.index + 2]
    opens = any(level > scope.level(verb) for level in behind)
    return verb.lemma == "go" and opens and not any(token.text in _BREAKS for token in pause)


def habit_of(scope: Scope, verb: Token) -> Token | None:
    """*…, she liked to say*: the verb that holds the one that reports."""
    head = scope.document.head(verb)
    return head if verb.dep == "xcomp" and verb.tag == "VB" and head.lemma in _HABITS else None


def _is_habit_of_saying(scope: Scope, verb: Token, lexicon: CueLexicon) -> bool:
    """*she likes to say …*: what she says, not what she likes."""
    said = (c for c in scope.document.children(verb) if c.lemma in lexicon.tag)
    return any(habit_of(scope, child) == verb for child in said)


def _is_drawn(scope: Scope, verb: Token) -> bool:
    """*would not be drawn on whether …*: declined to say."""
    children = list(scope.document.children(verb))
    passive = any(c.dep == "auxpass" for c in children) and any(c.dep == "neg" for c in children)
    return passive and _about(scope, verb) is not None


def _is_full_verb(scope: Scope, token: Token) -> bool:
    """Whether a token is a verb of its own, no auxiliary, participle or misread dash."""
    if token.pos not in VERBAL or not token.text[0].isalpha():
        return False
    reduced = token.dep == "acl" and token.tag == "VBN" and not is_main(scope, token)
    return not reduced and token.dep not in {"amod", "compound", "aux", "auxpass"}


def is_main(scope: Scope, verb: Token) -> bool:
    """*The audit called for the mill to be closed*: the parser takes the verb for a participle.

    Nothing else has a verb. Where its form may be that of one, a clause or an apposition between
    commas stands before it (*The board, which sits here, called on them to go*).
    """
    document = scope.document
    noun = document.head(verb)
    if verb.dep != "acl" or noun.dep != "ROOT" or noun.pos not in _NOUNS:
        return False
    if verb.tag == "VBD":
        return noun.pos == "NOUN"
    if document.tokens[verb.index - 1].text != ",":
        return False
    between = (c for c in document.children(noun) if noun.index < c.index < verb.index)
    return any(c.dep in {"relcl", "appos"} for c in between)


def _is_taste(scope: Scope, verb: Token, lexicon: CueLexicon) -> bool:
    """*said she had found him “dull”*: what somebody says of a taste of his, no finding."""
    said = lexicon.classes(scope.document.head(verb).lemma) & SAYS_OR_TELLS
    if verb.dep != "ccomp" or not said or _is_of_a_document(scope, verb, lexicon):
        return False
    found = [c for c in scope.document.children(verb) if c.dep in {"ccomp", "oprd"}]
    return bool(found) and all(c.pos == "ADJ" for c in found)


def _learns(scope: Scope, verb: Token) -> bool:
    """*wants to find out how it was done*: who learns something tells nothing."""
    return any(c.dep == "prt" and c.lower == "out" for c in scope.document.children(verb))


def _is_of_a_document(scope: Scope, verb: Token, lexicon: CueLexicon) -> bool:
    """*said that a study had found it “dull”*: a study has no tastes."""
    children = scope.document.children(verb)
    return any(c.dep == "nsubj" and c.lemma in lexicon.document for c in children)


def _speaks_of_quoted_words(scope: Scope, verb: Token) -> bool:
    """*spoke of “a bad year”*, *attributed it to “bad luck”*; who speaks at a rally only speaks."""
    words = _SPEAKS[verb.lemma]
    of = next((c for c in scope.document.children(verb) if c.lower in words), None)
    levels = scope.levels[of.index + 1 : of.index + 3] if of is not None else ()
    return any(level > scope.level(verb) for level in levels)


def _discerns(scope: Scope, verb: Token) -> bool:
    """*They could not tell whether it was loaded*: nobody is told anything."""
    children = list(scope.document.children(verb))
    able = any(c.tag == "MD" and c.lemma in ABLE for c in children)
    heard = any(c.dep in {"dobj", "dative", "nsubjpass"} and c.tag[0] != "W" for c in children)
    return able and not heard


def is_writing(scope: Scope, token: Token) -> bool:
    """*warned in writing that …*: a noun that looks like a verb."""
    return token.lower == "writing" and scope.document.tokens[token.index - 1].lower == "in"


def _known(scope: Scope, verb: Token) -> Token | None:
    """*demanded to know why*: the infinitive that holds the question."""
    children = scope.document.children(verb)
    return next((c for c in children if c.dep == "xcomp" and c.lemma == "know"), None)


def beside_quoted_words(scope: Scope, verb: Token) -> bool:
    """Whether only marks, a comma or a colon stand between the verb and quoted words."""
    for step in (-1, 1):
        index = verb.index + step
        while 0 <= index < len(scope.levels) and abs(index - verb.index) <= 4:
            if scope.levels[index] > scope.level(verb):
                return True
            if scope.document.tokens[index].pos not in {"PUNCT", "SPACE"}:
                break
            index += step
    return False


def _inner(scope: Scope, verb: Token, lexicon: CueLexicon) -> Token | None:
    """*declined to say*: the infinitive that holds the content."""
    for child in scope.document.children(verb):
        speaks = lexicon.classes(child.lemma) & {CueClass.SAY, CueClass.ASK}
        if child.dep == "xcomp" and (speaks or child.lemma in SIDESTEPS):
            return child
    return None


def _about(scope: Scope, verb: Token) -> Token | None:
    """*comment on whether …*: the preposition that brings the clause ends the cue."""
    if verb.lemma not in SIDESTEPS:
        return None
    for child in scope.document.children(verb):
        clause = any(c.dep == "pcomp" for c in scope.document.children(child))
        clause = clause or _brings_question(scope, child)
        if child.dep == "prep" and child.lower in _ABOUT and clause:
            return child
    return None


def _brings_question(scope: Scope, preposition: Token) -> bool:
    """*be drawn on when it would end*: the parser hangs the question on the verb."""
    behind = scope.document.tokens[preposition.index + 1 : preposition.index + 2]
    return any(token.tag == "WRB" for token in behind)


def is_to_act(scope: Scope, verb: Token) -> bool:
    """*called on the council to resign*: an infinitive beside the verb tells what is asked for."""
    acts = (c for c in scope.document.children(verb) if c.dep in _ACTS and c.tag == "VB")
    return any(c.tag == "TO" for act in acts for c in scope.document.children(act))


def _upon(scope: Scope, verb: Token) -> Token | None:
    """*called on the council to resign*: the preposition behind which stands who is to act."""
    if verb.lemma != "call":
        return None
    children = list(scope.document.children(verb))
    beside = (c for c in children if c.lower in _UPON and c.index == verb.index + 1)
    return next(beside, None) if is_to_act(scope, verb) else None


def _made_clear(scope: Scope, token: Token, lexicon: CueLexicon) -> Cue | None:
    """*made it clear that*: the adjective ends the cue and governs the clause."""
    for child in scope.document.children(token):
        if child.lower in lexicon.made_clear and child.index - token.index <= 3:
            return Cue(token, child, child, frozenset({CueClass.SAY}))
    return None


def _let_slip(scope: Scope, token: Token) -> Cue | None:
    """*let slip that*, *let it be known that*: the second verb governs the clause."""
    for child in scope.document.children(token):
        if child.dep in {"ccomp", "xcomp"} and child.lower in _LET and child.index > token.index:
            return Cue(token, child, child, frozenset({CueClass.SAY}))
    return None


def _particle(scope: Scope, verb: Token) -> Token:
    """*pointed out*: the particle belongs to the cue."""
    for child in scope.document.children(verb):
        if child.dep == "prt" and child.index == verb.index + 1:
            return child
    return verb
