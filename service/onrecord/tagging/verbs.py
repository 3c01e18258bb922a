"""Reports by a verb: *she said that*, *"…," he told reporters*, *declined to say whether*."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass

from onrecord.document.tree import Token
from onrecord.lexicon.cues import CueClass, CueLexicon
from onrecord.tagging import roles, sources
from onrecord.tagging.clauses import clause_pieces
from onrecord.tagging.phrases import mention_span
from onrecord.tagging.scope import Scope
from onrecord.types import Construction, RelationKind, Report, TextSpan

_HESITATIONS = frozenset({"decline", "refuse"})
_SPEECH = frozenset(
    {CueClass.SAY, CueClass.TELL, CueClass.ASK, CueClass.COMMIT, CueClass.DENY, CueClass.GERUND,
     CueClass.CHARACTERISE, CueClass.SHOW, CueClass.REPORT, CueClass.CITE}
)  # fmt: skip


@dataclass(frozen=True, slots=True)
class _Cue:
    """A verbal cue: the verb that has the subject, and the verb that has the content."""

    verb: Token
    inner: Token
    last: Token
    classes: frozenset[CueClass]


def verbal_reports(scope: Scope, lexicon: CueLexicon) -> Iterator[Report]:
    """One report for every reporting verb, and for every verb that stands beside quoted words."""
    merged: set[int] = set()
    for token in scope.document.tokens:
        cue = None if token.index in merged else _cue(scope, token, lexicon)
        if cue is None:
            continue
        if cue.inner.index != cue.verb.index:
            merged.add(cue.inner.index)
        yield _citation(scope, cue) or _report(scope, cue, lexicon)


def _cue(scope: Scope, token: Token, lexicon: CueLexicon) -> _Cue | None:
    word = token.text[0].isalpha()  # The parser may take a dash for a verb.
    if (
        not word
        or token.pos not in {"VERB", "AUX"}
        or token.dep in {"amod", "compound", "aux", "auxpass"}
    ):
        return None
    if token.dep == "acl" and token.tag == "VBN":
        return None
    classes = lexicon.classes(token.lemma)
    if token.lemma == "make":
        return _made_clear(scope, token, lexicon)
    if not classes and not beside_quoted_words(scope, token):
        return None
    inner = _inner(scope, token, lexicon) if token.lemma in _HESITATIONS else None
    if inner is not None:
        return _Cue(token, inner, inner, classes | {CueClass.DENY})
    return _Cue(token, token, _particle(scope, token), classes)


def _inner(scope: Scope, verb: Token, lexicon: CueLexicon) -> Token | None:
    """*declined to say*: the infinitive that holds the content."""
    for child in scope.document.children(verb):
        if child.dep == "xcomp" and lexicon.classes(child.lemma) & {CueClass.SAY, CueClass.ASK}:
            return child
    return None


def _made_clear(scope: Scope, token: Token, lexicon: CueLexicon) -> _Cue | None:
    """*made it clear that*: the adjective ends the cue and governs the clause."""
    for child in scope.document.children(token):
        if child.lower in lexicon.made_clear and child.index - token.index <= 3:
            return _Cue(token, child, child, frozenset({CueClass.SAY}))
    return None


def _particle(scope: Scope, verb: Token) -> Token:
    """*pointed out*: the particle belongs to the cue."""
    for child in scope.document.children(verb):
        if child.dep == "prt" and child.index == verb.index + 1:
            return child
    return verb


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


def _citation(scope: Scope, cue: _Cue) -> Report | None:
    """*…, citing two officials* or *which quoted a diplomat*: the object is the source."""
    verb = cue.verb
    hands_on = verb.dep in {"advcl", "acl", "relcl", "conj"} and CueClass.CITE in cue.classes
    if not hands_on or beside_quoted_words(scope, verb):
        return None
    cited = next((c for c in scope.document.children(verb) if c.dep == "dobj"), None)
    if cited is None or not scope.same(cited, verb):
        return None
    sentence = scope.document.sentence_of(verb)
    return Report(
        construction=Construction.CITATION,
        cue=verb.span,
        lemma=verb.lemma,
        source=mention_span(scope, cited),
        content=(),
        reach=scope.document.span_of(sentence.first, sentence.last),
        evidence=f"the verb “{verb.text}”",
    )


def _report(scope: Scope, cue: _Cue, lexicon: CueLexicon) -> Report:
    verb = cue.verb
    head = sources.find(scope, verb)
    told = roles.addressee(scope, cue.inner, cue.classes)
    medium = roles.medium(scope, verb, lexicon)
    content, construction = _content(scope, cue)
    to_outlet = told is not None and roles.is_outlet(told, lexicon)
    told_span = mention_span(scope, told) if told else None
    sentence = scope.document.sentence_of(verb)
    return Report(
        construction=construction,
        cue=TextSpan(verb.start, cue.last.end),
        lemma=verb.lemma if cue.inner is verb or cue.inner.pos == "ADJ" else cue.inner.lemma,
        source=mention_span(scope, head) if head else None,
        content=content,
        reach=scope.document.span_of(sentence.first, sentence.last),
        kind=_kind(cue.classes),
        addressee=None if to_outlet else told_span,
        medium=told_span if to_outlet else medium,
        negated=roles.negated(scope, verb, cue.classes),
        hypothetical=roles.hypothetical(scope, verb),
        evidence=f"the verb “{verb.text}”",
    )


def _kind(classes: frozenset[CueClass]) -> RelationKind:
    return RelationKind.SPEECH if classes & _SPEECH or not classes else RelationKind.THOUGHT


def _content(scope: Scope, cue: _Cue) -> tuple[tuple[TextSpan, ...], Construction]:
    barred = {cue.verb.index, cue.inner.index}
    roots = [c for c in scope.document.children(cue.inner) if _is_content(scope, cue, c)]
    if cue.inner.pos == "ADJ":
        roots = [c for c in roots if c.index > cue.inner.index]
    if roots:
        pieces = tuple(p for root in roots for p in clause_pieces(scope, root, barred))
        before = roots[0].index < cue.verb.index
        return pieces, Construction.TAG if before else Construction.CLAUSE
    if cue.verb.dep == "parataxis" or (cue.verb.dep == "ccomp" and _inverted(scope, cue)):
        return clause_pieces(scope, scope.document.head(cue.verb), barred), Construction.TAG
    return (), Construction.COLON


def _is_content(scope: Scope, cue: _Cue, child: Token) -> bool:
    if child.dep in {"ccomp", "pcomp"} and child.pos in {
        "VERB",
        "AUX",
        "ADJ",
        "NOUN",
        "PROPN",
        "ADV",
    }:
        return True
    if cue.inner.pos == "ADJ":
        return child.dep == "advcl"
    if child.dep != "xcomp":
        return False
    infinitive = any(c.dep == "aux" and c.lower == "to" for c in scope.document.children(child))
    if infinitive:
        return CueClass.COMMIT in cue.classes
    return child.tag == "VBG" and CueClass.GERUND in cue.classes


def _inverted(scope: Scope, cue: _Cue) -> bool:
    """*The mill will close, said Ruiz* where the parser takes the first verb for the root."""
    head = scope.document.head(cue.verb)
    between = scope.document.tokens[head.index : cue.verb.index]
    return head.index < cue.verb.index and any(t.text == "," for t in between)
