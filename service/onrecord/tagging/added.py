"""What hangs on a reported clause and is the article's: *…, without naming a date*."""

from __future__ import annotations

from collections.abc import Iterator

from onrecord.document.tree import SUBJECTS, Token
from onrecord.tagging.clauses import thats
from onrecord.tagging.scope import Scope

_ASKED = frozenset({"ask", "press", "question", "contact", "challenge"})
_TELLS = frozenset(
    {"name", "identify", "specify", "elaborate", "say", "explain", "disclose", "cite"}
)
_GIVES = frozenset({"give", "provide", "offer"})
_OF_TELLING = frozenset(
    {"name", "date", "detail", "reason", "figure", "evidence", "example", "explanation"}
)
"""What one gives who tells more."""
_GOES = frozenset({"leave", "arrive", "walk", "enter", "emerge"})
_SCENE = frozenset({"as", "while"})
_WHEN_ASKED = frozenset({"when", "if"})
_PERSONS = frozenset({"he", "she", "they"})
_LEADS = frozenset({"advcl", "prep", "npadvmod"})


def added(scope: Scope, root: Token) -> Iterator[Token]:
    """What hangs on a reported clause and tells how, when or with what left out it was said.

    *would close | when asked about it*, *would close, | without naming a date*, *would close | as
    she left the court*; before "that", *said, | while walking to her car, | that …*.
    """
    for child in scope.document.children(root):
        behind = child.index > root.index and scope.same(child, root)
        if _leads(scope, root, child) or (behind and _is_of_the_scene(scope, root, child)):
            yield child


def _is_of_the_scene(scope: Scope, root: Token, child: Token) -> bool:
    return _when_asked(scope, root, child) or _unsaid(scope, child) or _goes(scope, root, child)


def _leads(scope: Scope, root: Token, child: Token) -> bool:
    """Whether a phrase between commas stands before the "that" of a clause, and so outside."""
    first, last = scope.document.subtree(child)
    that = next(thats(scope, root), None)
    if that is None or child.dep not in _LEADS or last > that.index or not first:
        return False
    commas = scope.document.tokens[first - 1], scope.document.tokens[that.index - 1]
    return all(token.text == "," for token in commas)


def _when_asked(scope: Scope, root: Token, clause: Token) -> bool:
    """*would close when asked by reporters*; of what is past one may be asked within the story."""
    if clause.dep != "advcl" or clause.tag != "VBN" or clause.lemma not in _ASKED:
        return False
    below = list(scope.document.children(clause))
    bound = any(c.dep in SUBJECTS | {"aux", "auxpass"} for c in below)
    opening = any(c.lower in _WHEN_ASKED and c.index < clause.index for c in below)
    return opening and not bound and (_is_to_come(scope, root) or _is_parted(scope, clause))


def _unsaid(scope: Scope, phrase: Token) -> bool:
    """*…, without giving details*: what the source left out, behind a comma."""
    if phrase.lower != "without" or not _is_parted(scope, phrase):
        return False
    for gerund in scope.document.children(phrase):
        if gerund.dep == "pcomp" and gerund.tag == "VBG":
            objects = (c.lemma for c in scope.document.children(gerund) if c.dep == "dobj")
            gives = gerund.lemma in _GIVES and any(noun in _OF_TELLING for noun in objects)
            return gerund.lemma in _TELLS or gives
    return False


def _goes(scope: Scope, root: Token, clause: Token) -> bool:
    """*would close as she left the court*: the scene in which it was said of what is to come."""
    if clause.dep != "advcl" or clause.lemma not in _GOES or clause.tag != "VBD":
        return False
    below = list(scope.document.children(clause))
    opening = any(c.dep == "mark" and c.lower in _SCENE for c in below)
    subject = next((c for c in below if c.dep in SUBJECTS), None)
    own = next((c for c in scope.document.children(root) if c.dep in SUBJECTS), None)
    named = subject is not None and subject.lower in _PERSONS
    same = own is not None and subject is not None and own.lower == subject.lower
    return opening and named and not same and _is_to_come(scope, root)


def _is_to_come(scope: Scope, root: Token) -> bool:
    """Whether a clause tells of the future, as the past has it: *would close*."""
    return any(c.tag == "MD" and c.index < root.index for c in scope.document.children(root))


def _is_parted(scope: Scope, child: Token) -> bool:
    """Whether a comma stands before a phrase."""
    first, _ = scope.document.subtree(child)
    return first > 0 and scope.document.tokens[first - 1].text == ","
