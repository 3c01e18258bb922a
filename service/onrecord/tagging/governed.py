"""Which clauses hang on a verbal cue: the heads of what it reports."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from itertools import chain, islice

from onrecord.document.tree import ADNOMINAL, AUXILIARIES, FINITE, OBJECTS, SUBJECTS, VERBAL, Token
from onrecord.lexicon.cues import SAYS_OR_TELLS, CueClass, CueLexicon
from onrecord.lexicon.grammar import PROMISES, WHETHER
from onrecord.tagging import astray, clefts, tags
from onrecord.tagging.accusations import deed
from onrecord.tagging.clauses import has_that, thats
from onrecord.tagging.cues import Cue
from onrecord.tagging.demands import asked_for
from onrecord.tagging.parallel import parallel
from onrecord.tagging.rebuttals import rebutted
from onrecord.tagging.roles import TO_ACT
from onrecord.tagging.scope import Scope

_BESIDE_A_CLAUSE = frozenset({"parataxis", "ccomp"})
_PARTIES = frozenset({"dobj", "dative", "agent"})
"""Dependencies of who is asked, and of who asks."""
_CLAUSAL = frozenset({"VERB", "AUX", "ADJ", "NOUN", "PROPN", "ADV"})


def is_tag(scope: Scope, verb: Token, lexicon: CueLexicon) -> bool:
    """*Two men said he fled, the Lamp reported*: whether a verb is that of a tag, no content."""
    if verb.dep not in _BESIDE_A_CLAUSE or verb.lemma not in lexicon.tag:
        return False
    subject = scope.document.subject(verb)
    return subject is not None and tags.find(scope, verb, subject, None) is not None


def roots_of(scope: Scope, cue: Cue, lexicon: CueLexicon) -> list[Token]:
    """Heads of the clauses that a cue reports, in order; those with "that" where there are any."""
    cleft = clefts.parted(scope, cue)
    if cleft is not None:
        return [cleft]
    roots = list(_governed(scope, cue, lexicon))
    if has_that(scope, cue.verb):
        # *The Lamp reported, citing a clerk, that he had opened talks*: no clause of "opened".
        roots = [root for root in roots if root.index > cue.verb.index]
    if cue.inner.pos == "ADJ":
        roots = [c for c in roots if c.index > cue.inner.index]
    roots = roots or _elsewhere(scope, cue, lexicon)
    behind = [root for root in roots if root.index > cue.verb.index]
    led = [root for root in behind if has_that(scope, root)]
    if led and behind[0] is not led[0] and _follows(scope, cue, behind[0]):
        return [behind[0], *led]
    torn = [root for root in behind if is_torn_off(scope, root, led)]
    return sorted([*led, *torn], key=lambda r: r.index) or behind or roots


def _elsewhere(scope: Scope, cue: Cue, lexicon: CueLexicon) -> list[Token]:
    """The clauses of a cue on which none hangs: the first way that finds any."""
    ways: list[Iterable[Token]] = []
    if cue.last.dep == "prep":
        ways.append(c for c in scope.document.children(cue.last) if c.dep == "pcomp")
    if CueClass.TELL in cue.classes:
        ways.append(astray.behind_told(scope, cue))
    if {CueClass.TELL, CueClass.COMMIT} <= cue.classes:
        ways += [astray.to_act(scope, cue), astray.to_be_done(scope, cue)]
    if cue.inner.lemma in PROMISES:
        ways.append(astray.promised(scope, cue))
    if CueClass.ASK in cue.classes:
        ways += [astray.asked_about(scope, cue), astray.asked_by(scope, cue)]
    ways += [asked_for(scope, cue), filter(None, [deed(scope, cue), rebutted(scope, cue.inner)])]
    if CueClass.SAY in cue.classes:
        lent, behind = astray.lent(scope, cue, lexicon), astray.behind_phrase(scope, cue, lexicon)
        ways.append(islice(chain(lent, behind), 1))
        ways += [astray.of_the_fact(scope, cue), astray.behind_citation(scope, cue, lexicon)]
    return next((found for found in map(list, ways) if found), [])


def is_torn_off(scope: Scope, root: Token, roots: Sequence[Token]) -> bool:
    """*found that homes built last year | were cold*: the predicate of a clause, parsed as another.

    Nothing stands between it and one of the clauses with "that". Behind one that has a predicate
    it is the verb of the sentence: *White House claims that it was done | were wrong*.
    """
    begin = scope.document.subtree(root)[0]
    if root.dep != "ccomp" or has_that(scope, root) or scope.document.tokens[begin].lower == "that":
        return False
    before = (r for r in roots if has_that(scope, r) and scope.document.subtree(r)[1] == begin)
    return any(root.tag not in FINITE or not _has_predicate(scope, r) for r in before)


def _has_predicate(scope: Scope, root: Token) -> bool:
    """Whether a clause has a verb that is no participle: one with an auxiliary, or a copula."""
    below = {c.dep for c in scope.document.children(root)}
    return bool(below & AUXILIARIES) or (root.pos == "AUX" and bool(below & {"acomp", "attr"}))


def _follows(scope: Scope, cue: Cue, root: Token) -> bool:
    """*said it rained, that it snowed and that …*: a clause of its own right behind the cue."""
    bound = any(c.dep in SUBJECTS for c in scope.document.children(root))
    return bound and scope.document.subtree(root)[0] == cue.last.index + 1


def _governed(scope: Scope, cue: Cue, lexicon: CueLexicon) -> Iterator[Token]:
    """The clauses that hang on the cue; for a tag among them, the clause that it closes."""
    for child in _beneath(scope, cue):
        if child.dep == "ccomp" and parallel(scope, child, cue.verb, lexicon):
            continue
        if not is_tag(scope, child, lexicon):
            if _is_content(scope, cue, child) or _is_asked(scope, cue, child):
                yield child
            continue
        for clause in scope.document.children(child):
            between = cue.inner.index < clause.index < child.index
            if between and clause.dep == "ccomp":
                yield clause


def _beneath(scope: Scope, cue: Cue) -> Iterator[Token]:
    """What hangs on a cue; of *made clear that*, *was adamant that* on either word."""
    yield from scope.document.children(cue.inner)
    if cue.inner.pos == "ADJ":
        yield from (c for c in scope.document.children(cue.verb) if c.index > cue.inner.index)


def _is_content(scope: Scope, cue: Cue, child: Token) -> bool:
    if _is_held_so(cue, child):
        return False
    if child.dep in {"ccomp", "pcomp"} and child.pos in _CLAUSAL:
        own = child.index > cue.verb.index or not (
            _is_participle(scope, child) or _says_no(scope, cue.verb)
        )
        return own and not _is_joined_to_words(scope, cue, child)
    if cue.inner.pos == "ADJ":
        return child.dep in {"advcl", "csubj"}
    below = list(scope.document.children(child))
    called_on = child.dep == "advcl" and _is_called_on(scope, cue)
    if child.dep == "advcl" and not called_on and child.index > cue.inner.index:
        return _is_open(scope, cue, below)
    return (child.dep == "xcomp" or called_on) and _is_open_clause(cue, child, below)


def _is_held_so(cue: Cue, child: Token) -> bool:
    """*holding the police accountable*: how they are treated, no clause with a verb."""
    return cue.inner.lemma == "hold" and child.pos == "ADJ"


def _says_no(scope: Scope, verb: Token) -> bool:
    """*It was late, so the mayor said no*: what is said stands behind the verb."""
    children = scope.document.children(verb)
    return any(c.dep == "intj" and c.index == verb.index + 1 for c in children)


def _is_called_on(scope: Scope, cue: Cue) -> bool:
    """*called on the board to resign*, *pleaded with the board to resign*."""
    if cue.verb.lemma == "call":
        return cue.last is not cue.verb
    to = TO_ACT.get(cue.verb.lemma)
    return any(c.lower == to for c in scope.document.children(cue.verb))


def _is_open_clause(cue: Cue, child: Token, below: Sequence[Token]) -> bool:
    """Whether a clause without a subject of its own is one that the cue takes.

    *Vale, who officials say hid it*: the parser knows no subject of *hid*.
    """
    if cue.verb.dep == "relcl" and child.tag in FINITE and child.index > cue.inner.index:
        return CueClass.SAY in cue.classes
    auxiliaries = [c for c in below if c.dep in AUXILIARIES]
    if any(c.lower == "to" for c in auxiliaries):
        return CueClass.COMMIT in cue.classes
    gerund = child.tag == "VBG" or any(c.tag == "VBG" for c in auxiliaries)
    return gerund and CueClass.GERUND in cue.classes


def _is_open(scope: Scope, cue: Cue, below: Sequence[Token]) -> bool:
    """*would not say when it had begun*, *called for how it began*: a question is left open."""
    unsaid = any(c.dep == "neg" for c in scope.document.children(cue.verb))
    unsaid = unsaid and cue.inner.lemma == "say"
    return (unsaid or cue.last.dep == "prep") and any(c.tag == "WRB" for c in below)


def _is_asked(scope: Scope, cue: Cue, clause: Token) -> bool:
    """*asked her if she was well*, *was asked by her if …*: right behind the verb or its noun.

    Anywhere else "if" opens a condition.
    """
    if clause.dep != "advcl" or CueClass.ASK not in cue.classes:
        return False
    first = scope.document.subtree(clause)[0]
    asked = (c for c in scope.document.children(cue.inner) if c.dep in _PARTIES)
    behind = {cue.last.index + 1, *(scope.document.subtree(c)[1] for c in asked)}
    return scope.document.tokens[first].lower in WHETHER and first in behind


def _is_joined_to_words(scope: Scope, cue: Cue, clause: Token) -> bool:
    """*A sign promised “Joy,” and a band played*: a clause of the article's own behind "and"."""
    document = scope.document
    opening = document.subtree(clause)[0]
    joint = document.tokens[opening - 1]
    if joint.pos != "CCONJ" or joint.index < cue.last.index or has_that(scope, clause):
        return False
    between = range(cue.last.index + 1, joint.index)
    return any(scope.levels[index] > scope.level(cue.verb) for index in between)


def beside_the_cue(scope: Scope, cue: Cue, last: Token, lexicon: CueLexicon) -> list[Token]:
    """*said that it rained, and that it snowed*: a clause that the parser joins to the cue."""
    if _is_told_by_another(scope, cue, last, lexicon):
        return []
    above = _governor_of_its_noun(scope, cue.verb)
    beside = [cue.inner] if above is None else [cue.inner, above]
    joined = (
        c
        for verb in beside
        for c in scope.document.children(verb)
        if c.dep == "conj" and c.pos in VERBAL
    )
    return [
        clause
        for clause in joined
        if clause.index > last.index and _has_its_that(scope, clause, cue)
    ]


def _has_its_that(scope: Scope, clause: Token, cue: Cue) -> bool:
    """Whether "that", in the voice of the cue, opens a clause whose verb may stand in marks."""
    return any(scope.same(that, cue.verb) for that in thats(scope, clause))


def _governor_of_its_noun(scope: Scope, verb: Token) -> Token | None:
    """*cited a study that found it was old, and that it leaked*: *cited*, which has no clause."""
    noun = scope.document.head(verb)
    if verb.dep not in ADNOMINAL or noun.dep not in OBJECTS:
        return None
    above = scope.document.head(noun)
    above = scope.document.head(above) if noun.dep == "pobj" else above
    clauses = (c for c in scope.document.children(above) if c.dep == "ccomp")
    return above if above.pos in VERBAL and not any(clauses) else None


def _is_told_by_another(scope: Scope, cue: Cue, root: Token, lexicon: CueLexicon) -> bool:
    """*said it had offered to go, and that it snowed*: the second clause is of the outer verb.

    Nothing of the inner verb's own opens with "that".
    """
    above = scope.document.head(cue.verb)
    told = cue.verb.dep == "ccomp" and above.index < cue.verb.index
    reports = lexicon.classes(above.lemma) & SAYS_OR_TELLS
    return told and bool(reports) and not has_that(scope, root)


def _is_participle(scope: Scope, root: Token) -> bool:
    """*Asked about it, Ruiz said …*: no clause of its own."""
    children = scope.document.children(root)
    bound = any(c.dep in {"aux", "auxpass", "nsubj", "nsubjpass", "expl"} for c in children)
    return root.tag in {"VBN", "VBG", "VBD"} and not bound
