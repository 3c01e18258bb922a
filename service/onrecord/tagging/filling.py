"""What a clause is by the trained tagger where the parse has not seen it, or not all of it."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import replace

from onrecord.document.tree import ANY_SUBJECT, AUXILIARIES, FINITE, RELATIVE_TAGS, Document, Token
from onrecord.lexicon.cues import CueClass, CueLexicon
from onrecord.tagging.phrases import NOMINAL
from onrecord.tagging.scope import Scope
from onrecord.types import Construction, Report, TaggedRelation, TextSpan

IN_WORDS = frozenset({CueClass.SAY, CueClass.ASK, CueClass.DENY, CueClass.TELL})
"""Classes of the verbs whose content is put in words."""
_OPENERS = frozenset({"that", "whether", "if"})
_SUBJECTS = ANY_SUBJECT | {"expl"}
_NO_OBJECT = frozenset({"say", "insist", "argue", "contend"})
_NO_OPENERS = frozenset({"ADP", "CCONJ"})
_OF_A_NUMBER = frozenset({"advmod", "quantmod"})
"""*At least ten people were lost*: a preposition that brings no phrase."""
_LIKELY = 0.5
"""The least confidence of a relation by which a clause is taken that no parse shows."""
_SURE = 0.75
"""The least by which words are taken that are no clause."""
_LINK = re.compile(
    r",?\s{1,9}(?:and|but|or)\s{1,9}(?:(?:then|later|finally|lastly|also|even)\s{1,9})?"
    r"that\s{1,9}(?=\w)|"
    r",\s{1,9}that\s{1,9}(?=\w)"
)
_LINKS = 2
"""Words of *and that*."""
_MORE = re.compile(r",?\s{1,9}(?:and|or)\s{1,9}that\b")
_LEADS = 12
"""Characters that hold "that" and a mark."""
_LEAD = re.compile(r"(?:that\b)?[\s,:“\"'‘]*", re.IGNORECASE)
_BEHIND = re.compile(r"\S")
_EDGE = " \t\r\n\"“”‘’',;:.—–-"


def missed_clause(
    scope: Scope, report: Report, relation: TaggedRelation, lexicon: CueLexicon
) -> tuple[TextSpan, ...]:
    """*She declined to say how much*: words that the parser makes no clause of, without marks.

    Where the content stands in quotation marks for the most part, the marks say what it is.
    """
    cue, classes = report.cue, lexicon.classes(report.lemma)
    if report.construction is not Construction.COLON or cue is None or relation.cue is None:
        return ()
    closes = bool(relation.content) and relation.content[-1].end <= cue.start
    brings = IN_WORDS | {CueClass.SHOW} if closes else IN_WORDS
    if not classes & brings or relation.cue.end > cue.end or relation.confidence < _LIKELY:
        return ()
    voice = scope.level(scope.document.tokens_in(cue)[0])
    pieces = [
        TextSpan(max(piece.start, cue.end) if piece.overlaps(cue) else piece.start, piece.end)
        for piece in relation.content
        if not cue.contains(piece) and not _is_expletive(scope, piece, relation)
    ]
    held = [t for piece in pieces for t in scope.document.tokens_in(piece)]
    held = held[1:] if closes and held and held[0].pos == "CCONJ" else held
    marked = sum(scope.level(t) > voice for t in held)
    characterised = marked > 0 and CueClass.CHARACTERISE in classes
    if characterised or (2 * marked >= len(held) and not _leads_to_marks(scope, held)):
        return ()
    if closes and not marked and _is_all_of_it(scope, report, relation):
        return clauses(scope.document.text, pieces)
    questions = report.negated or CueClass.ASK in classes
    if not _opens_a_clause(scope, held, questions=questions) and not (
        report.lemma in _NO_OBJECT
        and _holds_a_clause(scope, [t for t in held if scope.level(t) == voice])
    ):
        return ()
    return clauses(scope.document.text, pieces)


def _leads_to_marks(scope: Scope, held: Sequence[Token]) -> bool:
    """*replied at once that it was “no business of theirs”*: a clause that opens before marks."""
    levels = [scope.level(token) for token in held]
    before = next((n for n, level in enumerate(levels) if level != levels[0]), len(held))
    return bool(held) and held[0].lower == "that" and any(t.tag in FINITE for t in held[:before])


def _is_all_of_it(scope: Scope, report: Report, relation: TaggedRelation) -> bool:
    """*Not so, says her brother.*: a tag of words without a verb, and nothing else in the sentence.

    Not of a time or place (*On Tuesday, the mayor said*).
    """
    if report.source is None or report.cue is None or relation.confidence < _SURE:
        return False
    document, (first, *more) = scope.document, relation.content
    opening = document.tokens[document.sentence_of(document.token_at(first.start)).first]
    tag = min(report.source.start, report.cue.start)
    gap = document.text[first.end : max(first.end, tag)].strip()
    behind = _BEHIND.search(document.text, max(report.source.end, report.cue.end))
    opens = opening.start == first.start and not more and opening.pos != "ADP"
    return opens and gap == "," and not (behind and behind.group().isalnum())


def parted(scope: Scope, report: Report) -> Iterator[Report]:
    """*… that it rained and that it snowed*: one report for each clause that opens with "that".

    Behind a tag's words stands none: *He said first that …, and finally that …, the log states*.
    """
    *before, last = report.content or (None,)
    if report.construction is Construction.TAG:
        yield report
        return
    while last is not None:
        links = _LINK.finditer(scope.document.text, last.start, last.end)
        spans = (TextSpan(*link.span()) for link in links)
        link = next((link for link in spans if _parts(scope, report, last, link)), None)
        if link is None:
            break
        yield replace(report, content=(*before, TextSpan(last.start, link.start)))
        before, last = [], TextSpan(link.end, last.end)
    yield report if last is None else replace(report, content=(*before, last))


def _parts(scope: Scope, report: Report, piece: TextSpan, link: TextSpan) -> bool:
    """Whether *and that* joins a clause to the one that a piece starts with.

    *a plan that would cut fares and that would last*: not one that a relative pronoun opens, nor
    one behind a clause that holds another "that". A comma alone joins one of a series
    (*that it rained, that it snowed and that …*).
    """
    document = scope.document
    held = [t for t in document.tokens_in(link) if any(map(str.isalpha, t.text))]
    level = scope.level(document.token_at(piece.start))
    if any(scope.level(token) != level for token in held):
        return False
    that = held[-1]
    lead = document.text[max(0, piece.start - _LEADS) : piece.start]
    led = lead.rstrip("\"“‘'« ").endswith(" that") or len(held) > _LINKS
    if len(held) < _LINKS:
        more = _MORE.search(document.text, link.end, piece.end)
        led = led and bool(more or _MORE.match(document.text, piece.end)) and that.dep == "mark"
    elif not led:
        before = document.tokens_in(TextSpan(piece.start, link.start))
        alone = all(t.lower != "that" or t.dep == "det" for t in before)
        led = alone and that.dep == "mark" and report.construction is Construction.CLAUSE
    return led and that.tag not in RELATIVE_TAGS and that.dep not in _SUBJECTS


def _is_expletive(scope: Scope, piece: TextSpan, relation: TaggedRelation) -> bool:
    """*It was reported by the Courier that …*: what stands for the clause is none of it."""
    return piece is not relation.content[-1] and piece.of(scope.document.text).lower() == "it"


def _opens_a_clause(scope: Scope, held: Sequence[Token], *, questions: bool) -> bool:
    """Whether words are a clause: "that", or a finite verb before anything that binds one."""
    if held and held[0].lower in _OPENERS:
        return True
    if held and held[0].tag[0] == "W":
        return questions
    if held and held[0].pos in _NO_OPENERS and held[0].dep not in _OF_A_NUMBER:
        return False
    for token in held:
        if token.tag[0] == "W" or token.dep in {"mark", "cc"}:
            return False
        if token.tag in FINITE:
            return not _is_set_off(scope, held, token)
    return False


def _holds_a_clause(scope: Scope, held: Sequence[Token]) -> bool:
    """*said a check that would have caught it was off*: a verb beside that of a relative clause."""
    if not held or held[0].pos not in {"DET", "NOUN", "PROPN", "NUM"}:
        return False
    finite = sum(t.tag in FINITE or _is_past(scope, t) for t in held)
    return finite > sum(t.tag[0] == "W" or t.dep == "mark" for t in held)


def _is_past(scope: Scope, token: Token) -> bool:
    """*said clerks nicknamed it “old”*: a participle has no object, so that it is none.

    Nor is *used* in *said clerks used to call it so*.
    """
    if token.tag != "VBN" or token.dep != "acl":
        return False
    children = list(scope.document.children(token))
    habit = token.lemma == "use" and any(c.dep == "xcomp" for c in children)
    return habit or any(c.dep == "dobj" for c in children)


def _is_set_off(scope: Scope, held: Sequence[Token], finite: Token) -> bool:
    """*said it again, in case we had missed it*: a comma parts the verb from the first words."""
    verb = scope.document.head(finite) if finite.dep in AUXILIARIES else finite
    subject = next((c for c in scope.document.children(verb) if c.dep in _SUBJECTS), finite)
    first, _ = scope.document.subtree(subject)
    return any(t.text == "," and held[0].index < t.index < first for t in held)


def behind_apposition(
    document: Document, report: Report, content: tuple[TextSpan, ...], relation: TaggedRelation
) -> tuple[TextSpan, ...]:
    """*According to her niece, Ada, the letter was lost*: what the tagger has in the source.

    An apposition behind the source of a phrase that opens its sentence is no part of the clause.
    """
    seen = clauses(document.text, relation.content)
    if report.construction is not Construction.ACCORDING_TO or not content or not seen:
        return content
    if report.source is None or relation.source is None:
        return content
    first, begin = content[0], seen[0].start
    apposed = report.source.end <= first.start < relation.source.end <= begin < first.end
    return (TextSpan(begin, first.end), *content[1:]) if apposed else content


def with_subject(
    document: Document, report: Report, content: tuple[TextSpan, ...], relation: TaggedRelation
) -> tuple[TextSpan, ...]:
    """*said guard Ruiz, out since May, is back*: what the parse has before the verb of the clause.

    The tagger's content starts right behind the cue or its "that", and ends where the clause does
    or goes on behind it (*…, and that …*).
    """
    seen = clauses(document.text, relation.content)
    if len(content) != 1 or len(seen) != 1 or report.cue is None:
        return content
    first, begin = document.tokens_in(content[0])[0], seen[0].start
    behind = (report.cue, report.addressee)
    led = document.text.endswith(" that ", 0, begin)
    led = led or any(span is not None and span.end + 1 == begin for span in behind)
    whole = led and report.cue.end < begin < content[0].start and content[0].end <= seen[0].end
    lost = first.tag in FINITE or (whole and _is_lost(document, begin, first))
    return (TextSpan(begin, content[0].end),) if whole and lost else content


def _is_lost(document: Document, begin: int, first: Token) -> bool:
    """*said the X-rays, if clear, showed it*: a noun, a comma and a clause without subject."""
    lead = document.tokens_in(TextSpan(begin, first.start))
    nouns = [t for t in lead if t.pos in NOMINAL]
    return first.dep == "mark" and bool(nouns) and lead[-1].text == "," and lead[0].pos != "ADP"


def around_tag(
    document: Document, report: Report, content: tuple[TextSpan, ...], relation: TaggedRelation
) -> tuple[TextSpan, ...]:
    """*Wells, he said, get cleaned*: the subject before the tag, where the parse lost it."""
    seen = clauses(document.text, relation.content)
    behind = report.construction in {Construction.TAG, Construction.CLAUSE}
    if not behind or len(content) != 1 or len(seen) != 2:
        return content
    if report.cue is None or report.source is None or seen[1] != content[0]:
        return content
    tag = min(report.cue.start, report.source.start)
    before = seen[0].end < tag and document.text[seen[0].end : tag] == ", "
    *_, last = opening = document.tokens_in(seen[0])
    bare = last.pos in NOMINAL and not any(token.tag in FINITE for token in opening)
    return seen if before and bare and tag < content[0].start else content


def cut_short(
    document: Document, report: Report, content: tuple[TextSpan, ...], relation: TaggedRelation
) -> tuple[TextSpan, ...]:
    """*Her claim that she was ill, which Ruiz disputes, | is odd*: a noun without its verb.

    The parse takes the verb of the sentence for one of the clause; the tagger ends before it.
    """
    seen = clauses(document.text, relation.content)
    if report.construction is not Construction.NOMINAL or report.cue is None:
        return content
    noun = document.tokens_in(report.cue)[-1]
    alone = noun.dep == "ROOT" and len(content) == len(seen) == 1
    shorter = alone and seen[0].start == content[0].start and seen[0].end < content[0].end
    return seen if shorter else content


def clauses(text: str, content: Sequence[TextSpan]) -> tuple[TextSpan, ...]:
    """Pieces of a content without the leading "that" and the punctuation at their edges."""
    made = []
    for number, piece in enumerate(content):
        start, end = piece.start, piece.end
        if number == 0:
            lead = _LEAD.match(text, start, end)
            start = lead.end() if lead else start
        while start < end and text[start] in _EDGE:
            start += 1
        while start < end and text[end - 1] in _EDGE:
            end -= 1
        if start < end:
            made.append(TextSpan(start, end))
    return tuple(made)
