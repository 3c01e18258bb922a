"""Whose words a noun reports: *her claim*, *a warning from the police*, *made the claim*."""

from __future__ import annotations

from collections.abc import Sequence

from onrecord.document.tree import OBJECTS, SUBJECTS, VERBAL, Token
from onrecord.lexicon.cues import CueLexicon
from onrecord.lexicon.grammar import ARTICLES
from onrecord.lexicon.people import is_utterer
from onrecord.tagging import sources
from onrecord.tagging.phrases import mention_span
from onrecord.tagging.roles import object_of
from onrecord.tagging.scope import Scope
from onrecord.types import TextSpan

_BY = frozenset({"from", "by", "of", "among"})
_PLACES = frozenset({"GPE", "LOC", "FAC", "DATE", "TIME"})
_SPEAKS = frozenset({"PERSON", "ORG", "GPE", "NORP"})
UTTERS = frozenset(
    {"make", "issue", "give", "repeat", "reiterate", "renew", "deliver", "offer", "voice", "raise",
     "lodge", "file", "level", "sound", "send", "post", "publish", "provide", "add", "drop",
     "launch", "extend", "release", "relay", "advance", "venture", "air", "register", "restate",
     "put", "sign", "submit", "proffer", "throw", "hurl", "utter", "tweet", "let"}
)  # fmt: skip
"""Verbs whose subject utters what the noun behind them names."""
_ANSWERS = frozenset(
    {
        "respond",
        "reply",
        "end",
        "open",
        "begin",
        "start",
        "conclude",
        "close",
        "finish",
        "counter",
        "stir",
        "provoke",
        "anger",
        "infuriate",
        "surprise",
        "stun",
        "shock",
        "cheer",
        "stoke",
    }
)
"""Verbs behind which *with* brings in the words of the subject."""
_STANDS = {
    "persist": frozenset({"in", "with"}),
    "stand": frozenset({"by"}),
    "stick": frozenset({"by", "to", "with"}),
}
"""Verbs with the prepositions behind which stands what the subject keeps saying."""
_HELD = frozenset({"argument", "complaint", "response", "contention", "criticism"})
"""What one has who says it."""
_SEEKS = frozenset(
    {
        "seek",
        "want",
        "need",
        "demand",
        "request",
        "await",
        "expect",
        "require",
        "desire",
        "crave",
        "ask",
        "wait",
        "press",
        "push",
        "look",
        "hope",
        "beg",
        "plead",
        "lobby",
        "call",
        "pray",
    }
)
_WANTING = frozenset({"pending", "without", "lacking"})


def owner(scope: Scope, noun: Token, lexicon: CueLexicon) -> Token | None:
    """Whose claim it is: *her claim*, *a claim by the board*, *union claims*."""
    children = list(scope.document.children(noun))
    own = next((c for c in children if c.dep == "poss"), None)
    return own or _behind_by(scope, noun, lexicon) or _before(scope, noun, lexicon)


def _behind_by(scope: Scope, noun: Token, lexicon: CueLexicon) -> Token | None:
    """*a claim by the board*, *a claim made by the board*, also where that hangs on the verb."""
    document = scope.document
    below = document.children(noun)
    made = (c for c in below if c.dep == "acl" and c.tag == "VBN" and c.lemma in UTTERS)
    phrases = [c for verb in (noun, *made) for c in document.children(verb) if c.lower in _BY]
    behind = document.tokens[noun.index + 1 : noun.index + 2]
    phrases += [c for c in behind if c.lower in _BY and c.dep in {"prep", "agent"}]
    named = (object_of(scope, c) for c in phrases if c.index > noun.index)
    return next((n for n in named if n is not None and _can_own(scope, noun, n, lexicon)), None)


def _can_own(scope: Scope, noun: Token, of: Token, lexicon: CueLexicon) -> bool:
    """Whether a phrase names who says it: no place, and nothing that it is about."""
    preposition = scope.document.head(of).lower
    if preposition == "of" or noun.lemma in lexicon.carrier:
        if scope.document.label_of(of) in _PLACES and noun.lemma in lexicon.carrier:
            return False
        return of.pos != "NOUN" or is_utterer(of.lemma)
    return True


def _before(scope: Scope, noun: Token, lexicon: CueLexicon) -> Token | None:
    """*union claims*, *a Treasury warning*: a noun before it for somebody who can speak."""
    for word in scope.document.children(noun):
        if word.dep != "compound" or word.index + 1 != noun.index:
            continue
        named = word.pos == "PROPN" and scope.document.label_of(word) in _SPEAKS
        heard = word.lemma in lexicon.sitting and noun.lemma == "testimony"
        speaks = word.pos == "NOUN" and is_utterer(word.lemma)
        if (named or speaks) and not heard and word.lemma not in lexicon.document:
            return word
    return None


def source_span(scope: Scope, noun: Token, owner: Token, content: Sequence[TextSpan]) -> TextSpan:
    """The words that name the owner: without the noun's own article, and before the clause."""
    if owner.head == noun.index and owner.dep == "compound":
        first, _ = scope.document.subtree(owner)
        first += scope.document.tokens[first].lower in ARTICLES
        return scope.document.span_of(first, owner.index + 1)
    span = mention_span(scope, owner)
    begin = next((p.start for p in content if owner.end < p.start < span.end), None)
    if begin is None:
        return span
    held = scope.document.tokens_in(TextSpan(span.start, begin))
    last = next(t for t in reversed(held) if t.end <= begin and t.lower != "that")
    return TextSpan(span.start, last.end)


def uttering(scope: Scope, noun: Token) -> Token | None:
    """*made the claim*, *a claim was made*, *ended with a warning*: the verb that utters it."""
    above = scope.document.head(noun)
    if noun.dep == "pobj":
        verb = scope.document.head(above)
        answers = above.lower == "with" and verb.lemma in _ANSWERS
        stands = above.lower in _STANDS.get(verb.lemma, ())
        return verb if answers or stands else None
    bound = noun.dep in {"dobj", "nsubjpass"} and above.pos in VERBAL
    has = above.lemma == "have" and noun.dep == "dobj" and noun.lemma in _HELD
    return above if bound and (has or above.lemma in UTTERS) else None


def maker(scope: Scope, noun: Token) -> Token | None:
    """Who utters it, by the verb."""
    verb = uttering(scope, noun)
    return sources.find(scope, verb) if verb is not None else None


def is_acted_on(scope: Scope, noun: Token, source: TextSpan) -> bool:
    """*The mayor dismissed a claim*: whose deed it is to hear the words, not to utter them.

    Nor is it *budget* that utters *budget warnings*.
    """
    *_, last = scope.document.tokens_in(source)
    if last.head == noun.index and last.dep == "compound" and last.pos == "NOUN":
        return not is_utterer(last.lemma)
    above = scope.document.head(noun)
    verb = scope.document.head(above) if above.dep == "prep" else above
    if noun.dep not in OBJECTS or uttering(scope, noun) is not None or verb.pos not in VERBAL:
        return False
    subjects = (c for c in scope.document.children(verb) if c.dep in SUBJECTS and c is not noun)
    return any(source.contains(c.span) for c in subjects)


def is_sought(scope: Scope, noun: Token) -> bool:
    """*sought assurances that …*, *without a promise that …*: nobody has said so yet."""
    above = scope.document.head(noun)
    if noun.dep == "dobj":
        return above.lemma in _SEEKS
    verb = scope.document.head(above)
    wanting = above.lower in _WANTING
    return noun.dep == "pobj" and (wanting or (above.lower == "for" and verb.lemma in _SEEKS))


def is_none(scope: Scope, noun: Token) -> bool:
    """*no warning from the police that …*."""
    return any(c.dep == "det" and c.lower == "no" for c in scope.document.children(noun))
