"""What an outlet says of its own news: *the Courier understands*, *this newspaper can reveal that*.

An outlet that learns, understands or can reveal something tells it so. Of anybody else the same
words are a thought (*she learned that the door was open*), or are not said yet.
"""

from __future__ import annotations

from onrecord.document.tree import Token
from onrecord.lexicon.cues import CueClass
from onrecord.lexicon.grammar import ARTICLES
from onrecord.tagging.cues import Cue
from onrecord.tagging.outlets import Outlets
from onrecord.tagging.scope import Scope

_KNOWS = frozenset({"understand", "gather", "establish"})
_NEWS = frozenset({CueClass.SAY, CueClass.REPORT})
_MIND = frozenset({CueClass.THINK})
_TELLS = frozenset({"reveal", "disclose", "report", "confirm", "announce"})
_CAN = "can"
_DETERMINERS = ARTICLES | {"this", "our"}
LEARNS = "learn"
"""The verb for all ways in which an outlet knows."""


def of_news(cue: Cue, source: Token | None, outlets: Outlets) -> Cue:
    """The cue, of speech where an outlet knows something, of thought where somebody learns it.

    *The Courier understands that …* tells it; *Ruiz learned that …* tells nobody.
    """
    if cue.verb.lemma not in _KNOWS | {LEARNS} or source is None:
        return cue
    if is_newsroom(source, outlets):
        return cue if cue.verb.lemma == LEARNS else cue._replace(classes=_NEWS)
    return cue._replace(classes=_MIND) if cue.verb.lemma == LEARNS else cue


def is_known(cue: Cue) -> bool:
    """Whether a cue tells what an outlet knows."""
    return cue.verb.lemma in _KNOWS and cue.classes == _NEWS


def can_tell(scope: Scope, verb: Token, source: Token | None, outlets: Outlets) -> bool:
    """*The Courier can reveal that …*: and so it does."""
    able = any(c.tag == "MD" and c.lower == _CAN for c in scope.document.children(verb))
    return able and verb.lemma in _TELLS and is_newsroom(source, outlets)


def is_newsroom(noun: Token | None, outlets: Outlets) -> bool:
    """Whether a noun names an outlet, or is what one calls itself (*this newspaper*)."""
    if noun is None:
        return False
    if outlets.has(noun):
        return True
    own = (c.lower in _DETERMINERS for c in outlets.scope.document.children(noun))
    return noun.lower in outlets.lexicon.newsrooms and any(own)
