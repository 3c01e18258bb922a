"""What a verbal cue reports: which clauses are its content, one report for each that-clause."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from typing import NamedTuple

from onrecord.document.tree import RELATIVE_TAGS, Token
from onrecord.lexicon.cues import CueClass, CueLexicon
from onrecord.tagging import tags
from onrecord.tagging.accusations import with_accused
from onrecord.tagging.added import added
from onrecord.tagging.agents import behind_deed
from onrecord.tagging.clauses import (
    beside,
    clause_pieces,
    glued,
    has_that,
    is_finite,
    parted_by_that,
    thats,
)
from onrecord.tagging.cues import Cue, habit_of
from onrecord.tagging.demands import who_is_to
from onrecord.tagging.governed import beside_the_cue, is_tag, is_torn_off, roots_of
from onrecord.tagging.newsroom import is_newsroom
from onrecord.tagging.outlets import Outlets
from onrecord.tagging.parallel import parallels
from onrecord.tagging.passives import said_of
from onrecord.tagging.phrasal import closing_according
from onrecord.tagging.phrases import mention_span
from onrecord.tagging.resuming import resumed
from onrecord.tagging.scope import Scope
from onrecord.tagging.sittings import sits
from onrecord.tagging.sources import is_passive
from onrecord.types import Construction, TextSpan

_SHOWN = frozenset({"read", "say"})
"""What a sign does that has words on it."""
_ACCORDING = frozenset({"according", "per"})
_IDENTIFIES = frozenset({"name", "identify", "specify", "disclose", "describe", "detail"})


class Content(NamedTuple):
    """The pieces of one reported clause, and the form in which it is reported."""

    pieces: tuple[TextSpan, ...]
    construction: Construction

    def holds(self, token: Token | None) -> bool:
        """Whether a token stands in it."""
        return token is not None and any(p.contains(token.span) for p in self.pieces)


def contents(
    scope: Scope, cue: Cue, source: Token | None, told: Token | None, outlets: Outlets
) -> tuple[Content, ...]:
    """The reported clauses of a cue, in order; one without pieces where there is none.

    Args:
        scope: the article.
        cue: the cue.
        source, told: heads of the source and of the one who is told.
        outlets: the outlets of the article, with the cue lexicon.
    """
    lexicon = outlets.lexicon
    tag = _tag(scope, cue, source, told, outlets)
    if tag is not None:
        return (Content(tag.content, Construction.TAG),)
    legend = _legend(scope, cue)
    if legend:
        return (Content(legend, Construction.CLAUSE),)
    passive = said_of(scope, cue)
    if passive:
        return (Content(passive, Construction.CLAUSE),)
    roots = roots_of(scope, cue, lexicon)
    if roots:
        return tuple(_without(c, source) for c in _clauses(scope, cue, told, roots, lexicon))
    aside = cue.verb.dep == "parataxis" or (cue.verb.dep == "ccomp" and _inverted(scope, cue))
    if aside and cue.classes:
        head = scope.document.head(cue.verb)
        pieces = () if _parted(scope, cue, head) else clause_pieces(scope, head, {cue.verb.index})
        return (_without(Content(pieces, Construction.TAG), source),)
    return (Content((), Construction.COLON),)


def _legend(scope: Scope, cue: Cue) -> tuple[TextSpan, ...]:
    """*a sign reading “Shut” was taken down*: what stands in the marks, and no more."""
    verb, levels = cue.verb, scope.levels
    noun = scope.document.tokens[max(0, verb.index - 1)]
    if verb.lemma not in _SHOWN or verb.tag != "VBG" or noun.pos != "NOUN":
        return ()
    behind = scope.document.tokens[cue.last.index + 1 : cue.last.index + 4]
    first = next((t for t in behind if t.pos != "PUNCT"), verb)
    if levels[first.index] <= scope.level(verb):
        return ()
    return tuple(scope.strings[levels[first.index]].parts)


def _parted(scope: Scope, cue: Cue, head: Token) -> bool:
    """*“Is it?” asked Vine; “It is,” said Cobb*: each side of a semicolon has its own tag."""
    first, last = sorted((cue.verb.index, head.index))
    between = scope.document.tokens[first:last]
    return any(t.text == ";" and scope.same(t, cue.verb) for t in between)


def _without(content: Content, source: Token | None) -> Content:
    """*Ruiz, asked about it, laughed*: a clause that holds the source is not what it says."""
    pieces = tuple(p for p in content.pieces if source is None or not p.contains(source.span))
    return Content(pieces, content.construction if pieces else Construction.COLON)


def _tag(
    scope: Scope, cue: Cue, source: Token | None, told: Token | None, outlets: Outlets
) -> tags.Tag | None:
    hears = told is not None and (sits(told, outlets.lexicon) or is_newsroom(told, outlets))
    if hears and source is None:
        source, told = told, None
    if cue.inner is not cue.verb or source is None or cue.verb.lemma not in outlets.lexicon.tag:
        return None
    if not scope.same(source, cue.verb) or source.sentence != cue.verb.sentence:
        return None
    habit = habit_of(scope, cue.verb)
    return tags.find(scope, habit or cue.verb, source, cue.verb if habit else told)


def _clauses(
    scope: Scope, cue: Cue, told: Token | None, roots: list[Token], lexicon: CueLexicon
) -> Iterator[Content]:
    """What the clauses of the cue say: those without "that" together, each other one alone."""
    before = roots[0].index < cue.verb.index
    construction = Construction.TAG if before else Construction.CLAUSE
    further = [] if before else [j for root in roots for j in beside(scope, root)]
    further += [] if before else beside_the_cue(scope, cue, roots[-1], lexicon)
    further += [root for root in roots[1:] if not before and has_that(scope, root)]
    barred = {cue.verb.index, cue.inner.index, *(t.index for t in further)}
    first: list[TextSpan] = []
    for root in roots:
        if root in further:
            continue
        pieces = clause_pieces(scope, root, barred | set(_foreign(scope, root, cue, lexicon)))
        if first and pieces and is_torn_off(scope, root, roots):
            # The space between the two is of the clause.
            pieces = (TextSpan(first.pop().start, pieces[0].end), *pieces[1:])
        first.extend(pieces)
    shared = (
        _shared_object(scope, cue, roots[0])
        or who_is_to(scope, cue, told, roots[0])
        or with_accused(scope, cue, roots[0])
    )
    if shared is not None and first and shared.start < first[0].start:
        first[0] = TextSpan(shared.start, first[0].end)
    held = _one_side(scope, cue, glued(scope, first), before=before)
    for pieces in parted_by_that(scope, held):
        yield Content(pieces, construction)
    for root in sorted(further, key=lambda token: token.index):
        out = barred - {root.index} | set(_foreign(scope, root, cue, lexicon))
        pieces = clause_pieces(scope, root, out)
        if pieces:
            yield Content(pieces, construction)


def _foreign(scope: Scope, root: Token, cue: Cue, lexicon: CueLexicon) -> Iterator[int]:
    """What hangs on a clause and is no part of it: *but did not say why*, *as Ruiz claims*."""
    for child in scope.document.children(root):
        if resumed(scope, child, lexicon) is not None or is_tag(scope, child, lexicon):
            yield child.index
            continue
        if child.dep == "conj" and child.tag == "VBG" and root.tag == "VB":
            # *pleading with them to stop and begging her to leave*
            yield child.index
            continue
        if child.dep == "prep" and child.lower in _ACCORDING and _leads(scope, root, child):
            yield child.index
            continue
        below = list(scope.document.children(child))
        as_clause = any(c.dep == "mark" and c.lower == "as" for c in below)
        subject = any(c.dep == "nsubj" for c in below)
        classes = lexicon.classes(child.lemma)
        as_said = as_clause and subject and CueClass.SAY in classes
        citing = child.tag == "VBG" and CueClass.CITE in classes
        if child.dep == "advcl" and (as_said or citing or _is_aside(scope, child, lexicon)):
            yield child.index
    yield from parallels(scope, root, cue.verb, lexicon)
    yield from _unnamed(scope, root)
    yield from (token.index for token in added(scope, root))
    closing = closing_according(scope, root)
    if closing is not None:
        yield closing.index
    yield from (token.index for token in behind_deed(scope, root))


def _unnamed(scope: Scope, root: Token) -> Iterator[int]:
    """*It would sue two firms, which it did not name*: what the article says was left out."""
    first, last = scope.document.subtree(root)
    for clause in scope.document.tokens[first:last]:
        if clause.dep != "relcl" or clause.lemma not in _IDENTIFIES:
            continue
        opening = scope.document.tokens[scope.document.subtree(clause)[0]]
        before = scope.document.tokens[max(0, opening.index - 1)]
        unsaid = any(c.dep == "neg" for c in scope.document.children(clause))
        if unsaid and opening.tag in RELATIVE_TAGS and before.text == ",":
            yield clause.index


def _is_aside(scope: Scope, clause: Token, lexicon: CueLexicon) -> bool:
    """*It was miscounted, which the council says is not so*: somebody else's word for it."""
    first, _ = scope.document.subtree(clause)
    opening, before = scope.document.tokens[first], scope.document.tokens[max(0, first - 1)]
    subject = any(c.dep == "nsubj" and c.tag[0] != "W" for c in scope.document.children(clause))
    reports = bool(lexicon.classes(clause.lemma) & {CueClass.SAY, CueClass.DENY})
    return opening.tag == "WDT" and before.text == "," and subject and reports


def _leads(scope: Scope, root: Token, phrase: Token) -> bool:
    """Whether a phrase stands before the "that" of a clause, and so outside of it."""
    return any(phrase.index < that.index for that in thats(scope, root))


def _one_side(
    scope: Scope, cue: Cue, pieces: list[TextSpan], *, before: bool
) -> tuple[TextSpan, ...]:
    """Of a clause behind its cue: what stands behind it, and before the next semicolon.

    Of a clause before its cue: what no semicolon parts from it.
    """
    sentence = scope.document.sentence_of(cue.verb)
    if before:
        left = scope.document.tokens[sentence.first : cue.verb.index]
        begin = _behind_semicolons(scope, cue, left)
        kept = [piece for piece in pieces if piece.end > begin]
        return tuple(TextSpan(max(p.start, begin), p.end) for p in kept)
    tokens = scope.document.tokens[cue.last.index + 1 : sentence.last]
    end = next(
        (
            t.start
            for t in tokens
            if t.text == ";" and scope.same(t, cue.verb) and not _that_next(scope, t)
        ),
        tokens[-1].end if tokens else cue.last.end,
    )
    kept = [p for p in pieces if cue.last.end <= p.start < end or _is_relative(scope, p)]
    return tuple(TextSpan(p.start, min(p.end, end)) for p in kept)


def _behind_semicolons(scope: Scope, cue: Cue, left: Sequence[Token]) -> int:
    """Where the words behind the last semicolon of the cue's own voice start, 0 without one."""
    last = max((t.index for t in left if t.text == ";" and scope.same(t, cue.verb)), default=None)
    return 0 if last is None else scope.document.tokens[last + 1].start


def _is_relative(scope: Scope, piece: TextSpan) -> bool:
    """*the park, which he said is full*: the pronoun that the clause sent ahead."""
    return all(t.tag in {"WDT", "WP", "WRB"} for t in scope.document.tokens_in(piece))


def _that_next(scope: Scope, token: Token) -> bool:
    words = scope.document.tokens[token.index + 1 : token.index + 3]
    return any(word.lower == "that" for word in words)


def _shared_object(scope: Scope, cue: Cue, root: Token) -> TextSpan | None:
    """*Promised the lamp would stay lit*: the subject that the parser takes for an object.

    So it is in *were told their homes were safe*.
    """
    children = list(scope.document.children(root))
    if any(c.dep in {"nsubj", "nsubjpass", "mark", "expl"} or c.tag[0] == "W" for c in children):
        return None
    told = cue.verb.lemma == "tell" and not is_passive(scope, cue.verb)
    if told or not is_finite(scope, root):
        return None
    for child in scope.document.children(cue.inner):
        if child.dep == "dobj" and cue.inner.index < child.index < root.index:
            return mention_span(scope, child)
    return None


def _inverted(scope: Scope, cue: Cue) -> bool:
    """*The mill will close, said Ruiz* where the parser takes the first verb for the root.

    Not in *condemned what its head, Ruiz, called a farce*.
    """
    head = scope.document.head(cue.verb)
    opening = scope.document.tokens[scope.document.subtree(cue.verb)[0]]
    if has_that(scope, cue.verb) or opening.tag == "WP":
        return False
    between = scope.document.tokens[head.index : cue.verb.index]
    return head.index < cue.verb.index and any(t.text == "," for t in between)
