"""Tags by their punctuation: *…, the Courier reported.*, *…, the study found, and …*

A short clause of source and reporting verb between commas reports the sentence around it. Parsers
that were trained on running text often hang such clauses elsewhere, so what stands between the
commas counts here, not the tree above the verb.
"""

from __future__ import annotations

from collections.abc import Collection, Sequence
from dataclasses import dataclass

from onrecord.document.tree import ANY_SUBJECT, AUXILIARIES, FINITE, TENSED, Token
from onrecord.lexicon import cues
from onrecord.lexicon.cues import CueClass
from onrecord.tagging.clauses import pieces_of
from onrecord.tagging.scope import Scope
from onrecord.types import TextSpan

_MAIN = frozenset({"ROOT", "ccomp", "conj", "parataxis", "dep"})
_SKIPPED = frozenset({"PUNCT", "SPACE", "CCONJ", "ADV"})
_SUBORDINATES = frozenset(
    {"when", "if", "once", "after", "while", "as", "although", "though", "because", "since",
     "before", "until", "unless", "so", "whereas", "whenever", "in", "at", "on", "during", "under"}
)  # fmt: skip
_OR_SO = ("or", "so")
"""*…, or so she said*: what leads a tag, as *as* does."""
_AT_WHICH = frozenset({"where", "when"})
_FEWEST_MISREAD = 8
_STOPS = frozenset({",", "—", "–", "--"})
_ENDS = frozenset({",", ";", "—", "–", "--", ".", "?", "!", ":"})
_AFTER_VERB = frozenset(
    {"prep", "advmod", "npadvmod", "punct", "prt", "dative", "advcl", "dobj", "neg", "conj", "cc",
     "appos", "ccomp", "tmod", "nmod"}
)  # fmt: skip
_WHEN = frozenset({"prep", "npadvmod", "advmod", "tmod", "aux", "punct"})
_BREAKS_OFF = frozenset(
    {"but", "while", "though", "although", "which", "who", "citing", "quoting", "adding", "as",
     "calling", "saying", "referring", "after", "whose", "when", "according", "per"}
)  # fmt: skip


@dataclass(frozen=True, slots=True)
class Tag:
    """A tag between commas: its first token, the token behind its last, and what it reports."""

    first: int
    last: int
    content: tuple[TextSpan, ...]


_LEFT_OUT = frozenset(
    {"name", "cite", "give", "say", "elaborate", "identify", "provide", "offer", "specify",
     "disclose", "attribute", "quote", "comment", "explain"}
)  # fmt: skip
"""*…, the Courier reported, without citing its sources*: what a report leaves out."""


def find(scope: Scope, verb: Token, subject: Token, told: Token | None) -> Tag | None:
    """The tag that `verb` and `subject` make, or None where they make none.

    Args:
        scope: the article.
        verb: the reporting verb.
        subject: head of its source.
        told: head of its addressee.
    """
    first = _first(scope, verb, subject)
    before = tuple(token.lower for token in scope.document.tokens[max(0, first - 2) : first])
    if first > 1 and (before[-1:] == ("as",) or before == _OR_SO):
        first -= 2 if before == _OR_SO else 1
    if not _opens(scope, first, verb) or not _bare(scope, verb, subject, told):
        return None
    sentence = scope.document.sentence_of(verb)
    body = max((t.index + 1 for t in (verb, told) if t is not None), default=0)
    if subject.index > verb.index:
        body = max(body, scope.document.subtree(subject)[1])
    body = _behind_day(scope, verb, body)
    last = _end(scope, body, sentence.last)
    if _brings_in_words(scope, verb, last, sentence.last):
        return None
    left = list(range(_begin(scope, sentence.first, first - 1), first - 1))
    rest = list(range(last + 1, sentence.last))
    if rest and _opens_a_relative(scope, first - 2):
        return Tag(first, last, pieces_of(scope, rest))
    if not _goes_on(scope, verb, body, last, rest):
        if not _has_main_clause(scope, left, verb):
            return None
        rest = []
    goes_on = _starts_a_clause(scope, left) and _has_finite(scope, rest)
    if not goes_on and not _says_something(scope, left, may_be_misread=subject.dep != "dobj"):
        return None
    return Tag(first, last, pieces_of(scope, left + rest))


def _behind_day(scope: Scope, verb: Token, body: int) -> int:
    """*…, a clerk said Friday, …*, *…, he says now, …*: past a bare day or adverb."""
    days = (c.index for c in scope.document.children(verb) if c.dep in {"npadvmod", "advmod"})
    return body + 1 if body in days else body


def _begin(scope: Scope, begin: int, end: int) -> int:
    """*It began in Delford, where a girl fell, the Star reported*: the last clause is reported."""
    tokens = scope.document.tokens
    comma = next((i for i in range(end - 1, begin, -1) if tokens[i].text == ","), begin)
    opening = tokens[comma + 1]
    return comma + 2 if comma > begin and opening.lower in _AT_WHICH else begin


def _opens_a_relative(scope: Scope, index: int) -> bool:
    """*calls in which, she insists, nobody spoke*: the tag reports the clause that goes on.

    So it does in *He came and, she says, slept*.
    """
    token = scope.document.tokens[index]
    return token.tag in {"WDT", "WP", "WRB"} or token.pos == "CCONJ"


def _first(scope: Scope, verb: Token, subject: Token) -> int:
    """First token of the tag: of the source, or the verb where it stands first."""
    if subject.index > verb.index:
        return verb.index
    return min(scope.document.subtree(subject)[0], verb.index)


def _opens(scope: Scope, first: int, verb: Token) -> bool:
    """Whether a comma stands before, in the same voice, and no quoted words touch it."""
    tokens = scope.document.tokens
    sentence = scope.document.sentence_of(verb)
    if first - 1 <= sentence.first or tokens[first - 1].text not in _STOPS:
        return False
    near = range(max(sentence.first, first - 3), first)
    return all(scope.levels[index] == scope.level(verb) for index in near) and not any(
        _is_mark(tokens[index]) for index in near
    )


def _is_mark(token: Token) -> bool:
    return token.text in {'"', "“", "”", "''", "``", "»", "«", "’", "'"}


def _bare(scope: Scope, verb: Token, subject: Token, told: Token | None) -> bool:
    """Whether the verb has no content behind it."""
    if verb.tag not in TENSED | {"VBN"}:
        return False
    inverted = subject.index > verb.index or subject.dep != "nsubj"
    tokens = scope.document.tokens
    behind = _behind_day(scope, verb, max(verb.index, told.index if told else 0) + 1)
    if subject.index > verb.index:
        behind = max(behind, scope.document.subtree(subject)[1])
    ends = behind < len(tokens) and tokens[behind].text in _ENDS
    for child in scope.document.children(verb):
        if child.index < verb.index or child is subject or (told and child.index == told.index):
            continue
        if child.dep not in _AFTER_VERB or (child.dep in {"dobj", "ccomp", "conj"} and not ends):
            return False
        if child.dep == "dobj" and verb.lemma == "say" and not inverted:
            return False
    return True


def _end(scope: Scope, body: int, last: int) -> int:
    """Index of the mark that closes the tag."""
    for index in range(body, last):
        if scope.document.tokens[index].text in _ENDS:
            return index
    return last


def _brings_in_words(scope: Scope, verb: Token, last: int, end: int) -> bool:
    """*…, Ruiz told the Courier: …*: a colon or quoted words behind; the tag is theirs."""
    tokens = scope.document.tokens
    if last < end and tokens[last].text == ":":
        return True
    near = range(last, min(last + 3, end))
    return any(scope.levels[index] > scope.level(verb) for index in near)


def _says_something(scope: Scope, left: Collection[int], may_be_misread: bool) -> bool:
    """Whether a finite verb stands before the tag, or so many words that one was misread.

    Not in *The firm, led by Ruiz, announced their plans*, whose verb has that for its subject.
    """
    tokens = [scope.document.tokens[index] for index in left]
    if _has_finite(scope, left) or not may_be_misread:
        return _has_finite(scope, left)
    words = [t for t in tokens if t.pos not in {"PUNCT", "SPACE"}]
    return len(words) >= _FEWEST_MISREAD and _starts_a_clause(scope, left)


def _starts_a_clause(scope: Scope, left: Collection[int]) -> bool:
    """Whether the first word could belong to a subject."""
    tokens = (scope.document.tokens[index] for index in left)
    first = next((t for t in tokens if t.pos not in {"PUNCT", "SPACE"}), None)
    return first is not None and first.pos in {"DET", "PROPN", "NOUN", "NUM", "PRON"}


def _has_finite(scope: Scope, indices: Collection[int]) -> bool:
    return any(scope.document.tokens[index].tag in FINITE for index in indices)


def _has_main_clause(scope: Scope, left: Collection[int], cue: Token) -> bool:
    """Whether the words before the tag are more than *When it was lost*, *Asked if it was*.

    Behind such a clause the parser hangs the main one on the verb of the tag, as if it were bound.
    """
    first = next((i for i in left if scope.document.tokens[i].pos not in _SKIPPED), None)
    document = scope.document
    if first is None:
        return True
    opening = document.tokens[first]
    if opening.lower not in _SUBORDINATES and opening.tag not in {"VBN", "VBG"}:
        return True
    for index in left:
        token = document.tokens[index]
        verb = document.head(token) if token.dep in AUXILIARIES else token
        bound = any(c.dep == "mark" or c.tag == "WRB" for c in document.children(verb))
        # No finite verb is a preposition: *In 1998 the mill | burned*.
        free = verb.dep in _MAIN | {"prep"} or (verb.dep == "advcl" and verb.head == cue.index)
        if token.tag in FINITE and free and not bound:
            return True
    return False


def _comments(participle: Token) -> bool:
    """*…, the mayor said, noting that …*: a further report by the same source."""
    lexicon = cues.load()
    reports = participle.lemma in lexicon.tag or participle.lemma in lexicon.citing
    return participle.tag == "VBG" and reports


def _goes_on(scope: Scope, verb: Token, body: int, last: int, rest: list[int]) -> bool:
    """Whether the words behind the second comma belong to what is reported."""
    tokens = scope.document.tokens
    if not rest or body != last or tokens[last].text not in _STOPS:
        return False
    words = [tokens[index] for index in rest if tokens[index].pos not in {"PUNCT", "SPACE"}]
    if not words or words[0].lower in _BREAKS_OFF or _comments(words[0]):
        return False
    if words[0].lower == "without" and words[1:] and words[1].lemma in _LEFT_OUT:
        return False
    if _is_outer_tag(scope, words):
        return False
    return all(scope.levels[index] == scope.level(verb) for index in rest[:3])


def _is_outer_tag(scope: Scope, words: Sequence[Token]) -> bool:
    """*…, officials said, | the Courier reported on Monday*: who reports that, and no more.

    Args:
        scope: the article.
        words: what stands between the comma behind a tag and the end of the sentence.
    """
    document = scope.document
    finite = next((t for t in words if t.tag in FINITE), None)
    verb = document.head(finite) if finite is not None and finite.dep == "aux" else finite
    if verb is None or CueClass.REPORT not in cues.load().classes(verb.lemma):
        return False
    below = [c for c in document.children(verb) if c.index >= words[0].index]
    subject = next((c for c in below if c.dep in ANY_SUBJECT), None)
    if subject is None or subject.pos not in {"NOUN", "PROPN"}:
        return False
    opens = words[0].index == min(document.subtree(subject)[0], verb.index)
    closes = words[-1].index < document.subtree(verb)[1]
    return opens and closes and all(c is subject or _is_beside(c) for c in below)


def _is_beside(child: Token) -> bool:
    """Whether what hangs on the verb of a tag says when or where, or whom the source cites."""
    return child.dep in _WHEN or (child.tag == "VBG" and child.lemma in cues.load().citing)
