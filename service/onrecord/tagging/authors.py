"""Who put his words in a paper: *The board issued a statement saying …* are words of the board.

The paper is the medium then; it is a source of its own where nobody is told whose it is.
"""

from __future__ import annotations

from typing import NamedTuple

from onrecord.document.tree import Token
from onrecord.lexicon.cues import CueLexicon
from onrecord.tagging import sources
from onrecord.tagging.phrases import mention_span
from onrecord.tagging.scope import Scope
from onrecord.types import TextSpan

_ISSUES = frozenset(
    {"issue", "release", "send", "post", "write", "pen", "file", "lodge", "submit", "circulate",
     "distribute", "leave", "deliver", "give", "make", "tweet", "email", "text", "record", "upload",
     "draft", "dictate", "put", "air", "address", "mail", "fax", "cable"}
)  # fmt: skip
"""What one does with words of one's own; what is published, signed or received may be others'."""
_OTHERS = frozenset({"by", "from"})
_STANDS_THERE = frozenset({"read"})
"""*left a sign that read …*: the sign says so."""


class Author(NamedTuple):
    """Head of the one whose words they are, and the paper that has them."""

    source: Token
    medium: TextSpan


def author(scope: Scope, verb: Token, paper: Token | None, lexicon: CueLexicon) -> Author | None:
    """Whose words a paper holds that a cue has for its source, None where that is not told.

    Args:
        scope: the article.
        verb: the cue (*saying*, *that said*).
        paper: its source by the grammar.
        lexicon: the cue lexicon.
    """
    if paper is None or paper.pos != "NOUN" or verb.lemma in _STANDS_THERE:
        return None
    if paper.lemma not in lexicon.written or paper.index > verb.index:
        return None
    document = scope.document
    first, _ = document.subtree(paper)
    maker = document.head(paper) if paper.dep == "dobj" else document.tokens[max(0, first - 1)]
    if maker.lemma not in _ISSUES or maker.index > paper.index or maker.pos != "VERB":
        return None
    if any(c.lower in _OTHERS and c.index < verb.index for c in document.children(paper)):
        return None
    source = None if sources.is_passive(scope, maker) else sources.find(scope, maker)
    if source is None or source.index >= paper.index or not scope.same(source, verb):
        return None
    span = mention_span(scope, paper)
    return Author(source, TextSpan(span.start, min(span.end, paper.end)))
