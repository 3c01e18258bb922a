"""Noun phrases: from a head token to the mention it heads."""

from __future__ import annotations

from collections.abc import Sequence

from onrecord.document.tree import ADNOMINAL, ANY_SUBJECT, FINITE, VERBAL, Token
from onrecord.lexicon import cues
from onrecord.tagging.about import about_whom
from onrecord.tagging.scope import Scope
from onrecord.types import TextSpan

_STOPS = frozenset({",", ";", ":", "|", "(", ")", "[", "]", "-", "–", "—", "--", "..."})
_CAME = frozenset(
    {"see", "obtain", "publish", "release", "send", "leak", "issue", "file", "post", "review",
     "circulate", "relay", "unveil", "deliver", "distribute", "share", "submit", "prepare",
     "view", "acquire", "seize", "quote", "cite", "read"}
)  # fmt: skip
"""How documents come to a newspaper; no part of what they are called."""

_LEAKED = frozenset({"leak", "obtain"})
"""Of these, the ways of documents alone, whatever their noun."""
_SEEN = frozenset({"see", "obtain", "review", "view", "leak"})
"""Of these, what a newspaper does with them."""

OF_A_NAME = frozenset({"du", "des", "de", "do", "da", "dos", "del", "della", "dello", "di"})
"""What joins the parts of a name in other tongues."""
FOREIGN_ARTICLES = frozenset({"La", "Le", "Les", "El", "Los", "Il", "Lo", "O", "A"})
_NAMELESS = frozenset({"named", "identified", "anonymity", "anonymous", "anonymously", "name"})
_RELATIVE = frozenset({"that", "which", "where"})

_LONGEST_CLIMB = 5
_JOINED = 3
"""Words of one that a hyphen joins."""

NOMINAL = frozenset({"NOUN", "PROPN", "PRON", "NUM"})


def mention_span(scope: Scope, head: Token) -> TextSpan:
    """The noun phrase of `head` up to what a comma sets off: titles before the name included."""
    document = scope.document
    first, last = document.subtree(head)
    start = head.index
    while start > first and _belongs(scope, document.tokens[start - 1], head):
        start -= 1
    while start < head.index and not any(map(str.isalnum, document.tokens[start].text)):
        start += 1
    start = _before_a_title(scope, head, start, first) or start
    start = _of_a_foreign_name(scope, start)
    if document.tokens[start].lower == "according" and start + 2 <= head.index:
        start += 2
    end = head.index + 1
    last = min(last, _provenance(scope, head) or last, _inner_clause(scope, head, last))
    last = min(last, _seen_by(scope, head, last), about_whom(scope, head, last))
    while end < last and end != head.head and _belongs(scope, document.tokens[end], head):
        end += 1
    while end - 1 > head.index and _is_no_part(document.tokens[end - 1]):
        end -= 1
    end = _behind_a_foreign_name(scope, head, end)
    while start < head.index and document.tokens[start].dep in {"punct", "cc", "prep", "mark"}:
        start += 1
    return document.span_of(_behind_per(scope, start, end), end)


def is_forename_per(token: Token) -> bool:
    """*her lawyer, Per Lie*: with a capital letter the preposition only opens a sentence."""
    return token.text == "Per"


def _behind_per(scope: Scope, start: int, end: int) -> int:
    """*Per | Olsen said …*: the forename in front, where a verb stands behind the name."""
    tokens = scope.document.tokens
    before, behind = tokens[max(0, start - 1)], tokens[end : end + 1]
    named = is_forename_per(before) and start > 0 and tokens[start].pos == "PROPN"
    return start - 1 if named and behind and behind[0].tag in FINITE else start


def hyphenated(scope: Scope, noun: Token) -> tuple[str, int]:
    """A noun with what hyphens join to it (*e-mail*, *op-ed*), in lower case, and where it ends."""
    tokens = scope.document.tokens
    first = last = noun.index
    while first > 1 and tokens[first - 1].text == "-" and _touch(tokens[first - 2 : first + 1]):
        first -= 2
    while (
        tokens[last + 1 : last + 2] and tokens[last + 1].text == "-" and _touch(tokens[last:][:3])
    ):
        last += 2
    word = scope.document.text[tokens[first].start : tokens[last].end].lower()
    return word, tokens[last].end


def _touch(words: Sequence[Token]) -> bool:
    """Whether no space stands between three words, the middle one a hyphen."""
    return len(words) == _JOINED and words[0].end + 1 == words[1].end == words[2].start


def _is_no_part(token: Token) -> bool:
    """Whether the last word of a phrase is none of it: a mark, *and*, a mere *there* or *that*.

    *was told by the engineers that, if it rained, …*: "that" opens what they told.
    """
    if token.dep in {"punct", "cc", "case"} or token.lower == "that":
        return True
    return token.dep == "advmod" and token.lower == "there"


def _seen_by(scope: Scope, head: Token, last: int) -> int:
    """Where *seen by …* begins in *a report by the police seen by the Courier*, else `last`.

    So does *that was sent …*. The parser hangs it on the nearest noun.
    """
    document, lexicon = scope.document, cues.load()
    held = document.tokens[head.index : last]
    if not any(t.pos == "NOUN" and t.lemma in lexicon.document for t in held):
        return last
    for token in held:
        below = {child.dep for child in document.children(token)}
        seen = token.dep == "acl" and token.lemma in _SEEN and "agent" in below
        came = token.dep == "relcl" and token.lemma in _CAME and "nsubjpass" in below
        if token.tag == "VBN" and (seen or came):
            return document.subtree(token)[0]
    return last


def _before_a_title(scope: Scope, head: Token, start: int, first: int) -> int | None:
    """*the “Night Bus” singer*: the article before a name in quotation marks, if it is the noun's.

    Args:
        scope: the article.
        head: the noun.
        start: first token of its phrase behind the closing mark.
        first: first token below the noun.
    """
    tokens = scope.document.tokens
    index = start - 1
    while index > first and scope.level(tokens[index]) == scope.level(head):
        if any(map(str.isalnum, tokens[index].text)):
            return None
        index -= 1
    while index > first and not scope.same(tokens[index], head):
        index -= 1
    while index > first and not any(map(str.isalnum, tokens[index].text)):
        index -= 1
    determiner = tokens[index].pos in {"DET", "PRON"} and tokens[index].head == head.index
    return index if determiner and index < start - 1 else None


def _provenance(scope: Scope, head: Token) -> int | None:
    """First token of what is no part of a noun's name.

    How a document came (*a memo seen by …*) and what it holds (*a memo that …*, *a memo in which
    …*), how one was met (*one engineer I met tonight*), and a that-clause, which is the content of
    the verb before it (*said to the clerk that …*).
    """
    document = scope.document
    lexicon = cues.load()
    paper = head.pos == "NOUN" and head.lemma in lexicon.written
    for child in document.children(head):
        ways = _CAME if paper else _LEAKED
        came = child.dep == "acl" and child.tag == "VBN" and child.lemma in ways
        first = document.subtree(child)[0]
        opening = document.tokens[first]
        that = any(t.lower in _RELATIVE for t in document.tokens[first : first + 2])
        thing = that and (child.dep == "acl" or (paper and child.dep == "relcl"))
        met = child.dep == "relcl" and opening.dep == "nsubj" and opening.tag == "PRP"
        met = met or (child.dep == "relcl" and _is_shy(scope, child))
        if child.index > head.index and (came or thing or met):
            return _second_half(scope, child) or first
    return None


def _second_half(scope: Scope, clause: Token) -> int | None:
    """*one who worked on it and who asked not to be named*: where the second clause starts."""
    joined = (c for c in scope.document.children(clause) if c.dep == "conj" and _is_shy(scope, c))
    second = next(joined, None)
    if second is None or clause.dep != "relcl":
        return None
    first = scope.document.subtree(second)[0]
    conjunction = scope.document.tokens[first - 1]
    return first - 1 if conjunction.dep == "cc" else first


def _is_shy(scope: Scope, clause: Token) -> bool:
    """*a trader who asked not to be named*: no more is known of him by it."""
    first, last = scope.document.subtree(clause)
    return any(t.lower in _NAMELESS for t in scope.document.tokens[first:last])


def _inner_clause(scope: Scope, head: Token, last: int) -> int:
    """Where a clause begins that only tells what is in it: *the minutes of a meeting at which …*.

    `last` where there is none.
    """
    tokens = scope.document.tokens
    for index in range(head.index + 2, last):
        if tokens[index].lower in {"which", "whom"} and tokens[index - 1].pos == "ADP":
            return index - 1
    return last


def _of_a_foreign_name(scope: Scope, start: int) -> int:
    """*La Dépêche des Cols*, where the parser has parted the name at its preposition."""
    tokens = scope.document.tokens
    first = scope.document.sentence_of(tokens[start]).first
    while start - 2 >= first and tokens[start].text[:1].isupper():
        noun = tokens[start - 2]
        if tokens[start - 1].lower not in OF_A_NAME or not noun.text[:1].isupper():
            break
        start -= 2
        before = tokens[start - 1]
        if start > first and before.text in FOREIGN_ARTICLES:
            start -= 1
    return start


def _behind_a_foreign_name(scope: Scope, head: Token, end: int) -> int:
    """*the Gazeta do Porto*, where the parser takes the preposition for a verb."""
    tokens = scope.document.tokens
    while head.pos == "PROPN" and end + 1 < scope.document.sentence_of(head).last:
        joins = tokens[end].lower in OF_A_NAME and tokens[end].text.islower()
        if not joins or not tokens[end + 1].text[:1].isupper() or not scope.same(tokens[end], head):
            break
        end += 2
    return end


def _belongs(scope: Scope, token: Token, head: Token) -> bool:
    if not scope.same(token, head):
        return False
    if token.text in _STOPS and not _joins_words(scope, token):
        return False
    return token.pos != "SPACE" and not _is_mark(token)


def _joins_words(scope: Scope, token: Token) -> bool:
    """Whether a hyphen stands inside a word (*Marn-Loy*)."""
    text = scope.document.text
    before, behind = text[token.start - 1 : token.start], text[token.end : token.end + 1]
    return token.text == "-" and before.isalnum() and behind.isalnum()


def _is_mark(token: Token) -> bool:
    return token.pos == "PUNCT" and token.text in {'"', "''", "``"}


def closing_noun(scope: Scope, end: int, begin: int, *, subject: bool = False) -> Token | None:
    """The noun of the phrase that ends before a token: *the memo to all staff |*.

    Args:
        scope: the article.
        end: index of that token.
        begin: index of the first token of its sentence.
        subject: whether the phrase is a subject, that of the verb where the parse has one in it.
    """
    token = found = scope.document.tokens[end - 1]
    for _ in range(_LONGEST_CLIMB):
        above = scope.document.head(token)
        inside = begin <= above.index < end and above.index != token.index
        if not inside or token.dep in ANY_SUBJECT:
            break
        if above.pos in VERBAL and above.dep not in ADNOMINAL:
            if not subject:
                break
            subjects = (c for c in scope.document.children(above) if c.dep in ANY_SUBJECT)
            return next((c for c in subjects if begin <= c.index < above.index), None)
        token = above
        found = token if token.pos in NOMINAL else found
    return found if found.pos in NOMINAL else None
