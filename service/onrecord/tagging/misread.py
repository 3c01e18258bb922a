"""Present verbs of documents, and of people, that the parser takes for nouns.

*It was paid for in cash, purchase records show.* *The policy states, on page 14, that …*
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from itertools import pairwise

from onrecord.document.tree import ANY_SUBJECT, FINITE, VERBAL, Document, Token
from onrecord.lexicon import people
from onrecord.lexicon.cues import CueClass, CueLexicon
from onrecord.tagging.clauses import pieces_of
from onrecord.tagging.phrases import mention_span
from onrecord.tagging.scope import Scope
from onrecord.types import Construction, Report, TaggedRelation, TextSpan

_FEWEST_BEFORE = 3
_LONGEST_SOURCE = 9
_LONGEST_BREAK = 7
_WRITTEN = frozenset({"read", "reads"})
_OPENING = re.compile(r"[,:]?\s{1,3}[\"“‘'«]\s?")
_ENDS = frozenset({".", "!", "?"})
_OPENS = frozenset({"DET", "ADJ", "NOUN", "PROPN", "PRON", "NUM", "VERB", "SYM", "X"})
"""Parts of speech with which a source begins, also where a word of it is misread."""
_NO_SOURCE = frozenset({"VBD", "VBZ", "VBP", "MD", "PRP", "WP", "WDT", "WRB", "IN"})
_WHERE = frozenset({"on", "in", "at", "under"})
"""What opens a phrase between a verb and "that"."""


def misread_reports(scope: Scope, lexicon: CueLexicon) -> Iterator[Report]:
    """One report for every such verb at the end of its sentence, or before "that"."""
    for sentence in scope.document.sentences:
        tokens = scope.document.tokens[sentence.first : sentence.last]
        yield from _closing(scope, tokens, lexicon)
        yield from _before_that(scope, tokens, lexicon)


def _closing(scope: Scope, tokens: Sequence[Token], lexicon: CueLexicon) -> Iterator[Report]:
    """*…, an internal email shows.*"""
    if len(tokens) < _FEWEST_BEFORE + 3 or tokens[-1].text not in _ENDS:
        return
    cue = tokens[-2]
    comma = max((i for i, t in enumerate(tokens) if t.text == ","), default=0)
    said, source = tokens[:comma], tokens[comma + 1 : -2]
    if comma < _FEWEST_BEFORE or not any(t.tag in FINITE for t in said):
        return
    if not _is_misread(scope, cue, source) or not _states(cue, source, lexicon):
        return
    if not all(scope.same(token, cue) for token in (*said[:1], *source)):
        return
    whose = TextSpan(source[0].start, source[-1].end)
    content = pieces_of(scope, [t.index for t in said])
    yield _report(scope, cue, whose, content, lexicon, Construction.TAG)


def _before_that(scope: Scope, tokens: Sequence[Token], lexicon: CueLexicon) -> Iterator[Report]:
    """*Papers lodged on Monday state that …*, *The policy states, on page 14, that …*"""
    for place in range(1, min(len(tokens) - 2, _LONGEST_SOURCE + 1)):
        cue, source = tokens[place], tokens[:place]
        if cue.pos not in {"NOUN", "PROPN"} or not _states(cue, source, lexicon):
            continue
        that = _that(tokens, place)
        clause = scope.document.head(that) if that is not None else None
        if that is None or clause is None or not scope.same(cue, source[0]):
            continue
        if that.dep != "mark" or clause.pos not in VERBAL or clause.index < that.index:
            continue
        content = pieces_of(scope, range(that.index + 1, scope.document.subtree(clause)[1]))
        if content:
            whose = mention_span(scope, _noun(source, lexicon) or source[-1])
            whose = TextSpan(source[0].start, min(max(whose.end, source[0].end), source[-1].end))
            yield _report(scope, cue, whose, content, lexicon, Construction.CLAUSE)
        return


def _that(tokens: Sequence[Token], place: int) -> Token | None:
    """The "that" right behind a verb, or behind a phrase that says where."""
    behind = tokens[place + 1 : place + 2 + _LONGEST_BREAK]
    if behind[0].lower == "that":
        return behind[0]
    if behind[0].lower in _WHERE:
        # *report in the journal Perch that …*
        return next((t for t in behind if t.lower == "that"), None)
    if behind[0].text != "," or len(behind) < _FEWEST_BEFORE or behind[1].lower not in _WHERE:
        return None
    pairs = pairwise(behind[1:])
    return next((that for comma, that in pairs if comma.text == "," and that.lower == "that"), None)


def _is_misread(scope: Scope, cue: Token, source: Sequence[Token]) -> bool:
    """Whether the parse has no subject for a verb right behind its source."""
    if not 0 < len(source) <= _LONGEST_SOURCE:
        return False
    if cue.pos not in VERBAL:
        return True
    inside = {token.index for token in source}
    return not any(c.dep in ANY_SUBJECT and c.index in inside for c in scope.document.children(cue))


def _states(cue: Token, source: Sequence[Token], lexicon: CueLexicon) -> bool:
    """Whether a word is a present form of a verb of tags, what stands before it its subject."""
    verb = lexicon.tag_verb(cue.lower)
    noun = _noun(source, lexicon)
    if not verb or noun is None or source[0].pos not in _OPENS or source[0].tag in _NO_SOURCE:
        return False
    if (noun.lower.endswith("s") and noun.tag != "NN") == (cue.lower != verb):
        return False
    between = source[source.index(noun) + 1 :]
    reduced = between[:1] and between[0].tag in {"VBD", "VBN"}
    rest = between[1:] if reduced else between
    plain = not any(t.tag in FINITE or t.text in {",", ":", ";"} for t in rest)
    return plain and (not between or reduced or between[0].pos == "ADP")


def _noun(source: Sequence[Token], lexicon: CueLexicon) -> Token | None:
    """The first noun for documents or people that no further noun follows at once."""
    for number, token in enumerate(source):
        last = number + 1 == len(source) or source[number + 1].pos not in {"NOUN", "PROPN"}
        known = token.lemma in lexicon.document or token.lower in lexicon.document
        known = known or (token.tag == "NNS" and people.load().is_person(token.lemma))
        known = known and (number == 0 or token.pos not in VERBAL)
        if known and last and (token.text.islower() or (not number and token.pos == "NOUN")):
            return token
        if token.pos == "ADP" or token.text == ",":
            return None
    return None


def closing_verb(document: Document, relation: TaggedRelation, lexicon: CueLexicon) -> Token | None:
    """*…, emails obtained by the Courier show*: a verb that the parser takes for a noun.

    Right behind its source, at the end of the sentence or before words that a mark opens (*A note
    left at the diner read, “Thanks”*).
    """
    if relation.cue is None or relation.source is None or not relation.content:
        return None
    *_, last = document.tokens_in(relation.cue)
    behind = document.tokens[last.index + 1 : document.sentence_of(last).last]
    closes = not any(map(str.isalnum, "".join(token.text for token in behind)))
    gap = document.text[last.end : max(last.end, relation.content[0].start)]
    opens = bool(_OPENING.fullmatch(gap)) and last.pos == "NOUN"
    beside = relation.cue.start == relation.source.end + 1
    return last if (closes or opens) and beside and verb_of(last, lexicon) else None


def verb_before_that(
    document: Document, relation: TaggedRelation, lexicon: CueLexicon
) -> Token | None:
    """*Papers lodged on Monday state that …*: a verb that the parser takes for a noun.

    Right behind its source, and before "that", or the clause alone where a document opens the
    sentence (*Emails seen by the Courier show Ruiz knew*).
    """
    cue, source = relation.cue, relation.source
    if cue is None or source is None or cue.start != source.end + 1 or not relation.content:
        return None
    *_, last = document.tokens_in(cue)
    begin = relation.content[0].start
    led = document.text.startswith(" that ", last.end) and begin <= last.end + len(" that ")
    led = led or (begin == last.end + 1 and _opens_with(document, source, last, lexicon))
    return last if led and last.pos in {"NOUN", "PROPN"} and verb_of(last, lexicon) else None


def _opens_with(document: Document, source: TextSpan, cue: Token, lexicon: CueLexicon) -> bool:
    """Whether a document opens the sentence, and behind its verb stands a finite one."""
    opening = document.tokens_in(source)
    sentence = document.sentence_of(cue)
    behind = document.tokens[cue.index + 2 : sentence.last]
    stated = opening[0].index == sentence.first and _states(cue, opening, lexicon)
    return stated and any(token.tag in FINITE for token in behind)


def verb_of(word: Token, lexicon: CueLexicon) -> str:
    """The reporting verb that a word is a form of, whatever the parser takes it for."""
    lower = word.lower
    stated = lower.removesuffix("s")
    known = lexicon.tag_verb(lower) or ("read" if lower in _WRITTEN else "")
    return known or (stated if CueClass.SHOW in lexicon.classes(stated) else "")


def _report(
    scope: Scope,
    cue: Token,
    source: TextSpan,
    content: tuple[TextSpan, ...],
    lexicon: CueLexicon,
    construction: Construction,
) -> Report:
    sentence = scope.document.sentence_of(cue)
    return Report(
        construction=construction,
        cue=cue.span,
        lemma=lexicon.tag_verb(cue.lower),
        source=source,
        content=content,
        reach=scope.document.span_of(sentence.first, sentence.last),
        evidence=f"the verb “{cue.text}”",
    )
