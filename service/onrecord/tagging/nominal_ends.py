"""Where the clause of a noun ends, and what the trained tagger has of such a noun."""

from __future__ import annotations

from itertools import pairwise

from onrecord.document.tree import FINITE, SUBJECTS, Token
from onrecord.lexicon import cues
from onrecord.tagging import nominal_sources
from onrecord.tagging.nominal_clauses import is_relative
from onrecord.tagging.phrases import mention_span
from onrecord.tagging.scope import Scope
from onrecord.types import Construction, Report, TextSpan

_WITH_VERB = frozenset({"aux", "auxpass", "neg"})


def main_verb(scope: Scope, noun: Token) -> Token | None:
    """Where the predicate of a noun begins: *Her warning that it broke | was ignored*."""
    verb = scope.document.head(noun)
    if noun.dep not in SUBJECTS or verb.index < noun.index:
        return None
    auxiliaries = (c for c in scope.document.children(verb) if c.dep in _WITH_VERB)
    return min([verb, *(c for c in auxiliaries if c.index > noun.index)], key=lambda t: t.index)


def before_main_verb(
    scope: Scope, noun: Token, pieces: tuple[TextSpan, ...]
) -> tuple[TextSpan, ...]:
    """*Her claim that she was ill | prompted laughter*: where the parse has no verb above the noun.

    It takes the main verb for a part of the clause then: for a participle, or for a second verb.
    """
    document = scope.document
    sentence = document.sentence_of(noun)
    closes = document.tokens[sentence.last - 1].text in {".", "!", "?"}
    if noun.dep != "ROOT" or len(pieces) != 1 or not closes:
        return pieces
    (piece,) = pieces
    words = document.tokens_in(piece)
    seen = False
    for before, word in pairwise(words):
        if seen and _is_main(scope, before, word):
            return (TextSpan(piece.start, before.end),)
        seen = seen or word.tag in FINITE
    return pieces


def _is_main(scope: Scope, before: Token, word: Token) -> bool:
    """Whether a verb behind the first one of a clause has no subject in it."""
    past = word.tag in {"VBN", "VBD"} or (word.tag == "JJ" and word.lower.endswith("ed"))
    if past and word.dep == "amod":
        return before.pos in {"NOUN", "PROPN", "ADJ", "ADV"}
    subject = any(c.dep in SUBJECTS for c in scope.document.children(word))
    alone = not subject or before.lower in {"nothing", "it", "him", "her", "them"}
    return word.tag in FINITE and word.pos == "VERB" and alone and word.dep == "ccomp"


def is_hearer(scope: Scope, report: Report, source: TextSpan | None) -> bool:
    """*dismissed a claim that …*, *received a warning that …*: who does so says nothing."""
    if report.construction is not Construction.NOMINAL or report.cue is None or source is None:
        return False
    noun = scope.document.tokens_in(report.cue)[-1]
    if _runs_up_to(scope, source):
        return True
    return nominal_sources.is_acted_on(scope, noun, source)


def _runs_up_to(scope: Scope, source: TextSpan) -> bool:
    """*commented on | reports that …*: no source, but the words before the noun."""
    return scope.document.tokens_in(source)[-1].pos == "ADP"


def of_noun(
    scope: Scope, noun: Token, source: TextSpan | None, content: tuple[TextSpan, ...]
) -> tuple[TextSpan | None, tuple[TextSpan, ...]]:
    """Source and content that the tagger gives a noun, as the grammar bounds them."""
    owner = nominal_sources.owner(scope, noun, cues.load())
    source = mention_span(scope, owner) if owner is not None else source
    if source is not None and _runs_up_to(scope, source):
        source = None
    return source, _before(content, main_verb(scope, noun))


def _before(content: tuple[TextSpan, ...], verb: Token | None) -> tuple[TextSpan, ...]:
    """*Her warning that it would break | was ignored*: up to the predicate of the noun."""
    (*_, last) = content
    if verb is None or len(content) != 1 or not last.start < verb.start < last.end:
        return content
    return (TextSpan(last.start, verb.start),)


def tells_which(scope: Scope, cue: TextSpan) -> bool:
    """*broke | the promise that he had made*: a cue with a noun whose clause reports nothing."""
    nouns = (t for t in scope.document.tokens_in(cue) if t.lemma in cues.load().nominal)
    return any(is_relative(scope, noun) for noun in nouns)
