"""Which phrases tell where, or through what, words were put: *in a letter*, *on Perch*."""

from __future__ import annotations

from onrecord.document.tree import Token
from onrecord.lexicon import cues
from onrecord.lexicon.cues import CueLexicon
from onrecord.lexicon.times import DAYS, MONTHS, PARTS, UNITS
from onrecord.tagging.name_words import TIMES, name_of
from onrecord.tagging.phrases import hyphenated
from onrecord.tagging.roles import object_of
from onrecord.tagging.scope import Scope

CARRIERS = frozenset({"in", "on", "at", "via", "during", "through", "by", "over", "from"})
PLACED = frozenset({"outside", "at", "inside"})
LEADING = CARRIERS | PLACED
"""What may lead over to where, or through what, words were put."""
_THROUGH = frozenset({"via", "through"})
_MANNERS = frozenset({"tear", "tears", "tooth", "teeth", "sob", "laughter", "lip", "smile", "mask",
                      "mouthful", "grin", "nose", "haze"})  # fmt: skip
"""*said through tears*: how, not through what."""
TALKS = frozenset({"speak", "talk", "write", "chat"})
"""What one does when one puts words, beside the cue (*Ruiz, speaking at a rally, said*)."""
PUTS = TALKS | {"post", "tweet"}
"""The same, with what one does on a platform (*Posting on Perch, Ruiz said*)."""
ADDRESSES = frozenset(
    {"address", "brief", "phone", "ring", "telephone", "email", "text", "message"}
)
"""What one does to somebody, without "to" (*addressing a rally*)."""
POSTS = frozenset({"write", "post", "tweet", "share"})
SAYS = frozenset({"say", "add", "announce", "reply"})
_WRITES = frozenset(
    {"write", "scrawl", "scribble", "pencil", "chalk", "paint", "spray", "engrave", "carve",
     "inscribe", "daub", "scratch"}
)  # fmt: skip
"""What one does on something (*chalked on the wall*)."""
_MATTERS = PARTS | frozenset(
    {"subject", "topic", "issue", "matter", "theme", "behalf", "condition", "day", "date",
     "anniversary", "occasion", "basis"}
)  # fmt: skip
_LINES = frozenset({"line", "link", "box"})
"""*on the picket line*, *by video link*, *from the witness box*."""
_OF_LINES = frozenset({"witness", "satellite"})
_ONLINE = frozenset({"channel", "network", "app", "server"})
"""What one says something on (*on a rival network*), beside what the lexicon has."""
_ORDERS = frozenset({"after", "before", "later", "earlier", "afterwards", "ago"})
_FLOORS = frozenset({"house", "senate", "congress", "commons", "lords"})
_TOWNS = frozenset({"port", "harbour", "harbor"})
"""*In the port of Halden, a skipper said*: where somebody is, and no gathering."""
_PLACES = frozenset({"GPE", "LOC", "FAC", "EVENT", "NORP"})


def carries(
    scope: Scope, preposition: Token, noun: Token, clause: Token, lexicon: CueLexicon
) -> bool:
    """Whether words can be put where, or through what, a phrase of a clause tells."""
    if preposition.lower in _THROUGH:
        return noun.lemma not in _MANNERS
    if noun.text[:1].isupper() and scope.document.label_of(noun) in TIMES:
        return False
    if preposition.lower == "on" and clause.lemma in _WRITES and noun.pos in {"NOUN", "PRON"}:
        return noun.lemma not in _MATTERS
    if preposition.lower in PLACED and noun.lemma in lexicon.venue:
        return True
    known = preposition.lower in CARRIERS and _is_carrier(scope, noun, lexicon)
    if preposition.lower == "on":
        return known or noun.lemma in _ONLINE or _is_platform(scope, noun, clause)
    in_print = preposition.lower == "in" and _is_printed(scope, noun, clause, lexicon)
    return in_print or (known and not (preposition.lower == "in" and noun.lemma in _TOWNS))


def _is_printed(scope: Scope, noun: Token, clause: Token, lexicon: CueLexicon) -> bool:
    """*wrote in the Halden Quarterly that …*."""
    return clause.lemma == "write" and lexicon.names_outlet(name_of(scope, noun))


def _is_carrier(scope: Scope, noun: Token, lexicon: CueLexicon) -> bool:
    """Whether a noun names what carries words, or where people hear them."""
    if noun.lower == "one":
        return _is_one_of(scope, noun, lexicon)
    beside = (c.lemma for c in scope.document.children(noun) if c.dep == "compound")
    lines = lexicon.conveying | _OF_LINES
    lined = noun.lemma in _LINES and any(lemma in lines for lemma in beside)
    word, _ = hyphenated(scope, noun)
    joined = "-" in word and word in lexicon.conveying
    carries = not lexicon.conveying.isdisjoint({noun.lemma, noun.lower})
    return carries or joined or lined or _is_floor(scope, noun, lexicon)


def _is_floor(scope: Scope, noun: Token, lexicon: CueLexicon) -> bool:
    """*on the floor of the House*, *on the Senate floor*."""
    if noun.lemma != "floor":
        return False
    below = scope.document.children(noun)
    halls = [c for c in below if c.dep == "compound"]
    halls += [of for c in below if c.lower == "of" and (of := object_of(scope, c)) is not None]
    return any(hall.lower in _FLOORS or hall.lemma.lower() in lexicon.sitting for hall in halls)


def _is_platform(scope: Scope, noun: Token, clause: Token) -> bool:
    """*wrote on Perch*: a name that is neither a day nor, unless one posts on it, a place."""
    if _is_show(scope, noun, cues.load()):
        return True
    if not is_named(noun) or clause.lemma not in POSTS | SAYS | TALKS:
        return False
    barred = TIMES if clause.lemma in POSTS else TIMES | _PLACES
    if any(c.tag == "CD" for c in scope.document.children(noun)):
        # *On 9 March Ada Quill wrote*: a day, and a name that is none of it.
        return False
    return scope.document.label_of(noun) not in barred


def _is_show(scope: Scope, noun: Token, lexicon: CueLexicon) -> bool:
    """*on breakfast show Rise*: a name behind what it is the name of."""
    beside = scope.document.children(noun)
    return any(c.dep in {"compound", "nmod"} and c.lower in lexicon.medium for c in beside)


def before_a_time(scope: Scope, preposition: Token, noun: Token) -> Token | None:
    """*wrote on Perch | minutes after the verdict*, which the parser takes for one name.

    Args:
        scope: the article.
        preposition: the "on".
        noun: what the parser has it govern.
    """
    tokens = scope.document.tokens
    name = tokens[preposition.index + 1]
    if preposition.lower != "on" or noun.lemma not in UNITS or not is_named(name):
        return None
    counted = tokens[name.index + 1 : noun.index]
    behind = tokens[noun.index + 1 : noun.index + 2]
    loose = all(t.tag in {"CD", "DT", "JJ"} and t.text.islower() for t in counted)
    ordered = bool(behind) and behind[0].lower in _ORDERS
    days = name.lower in DAYS | MONTHS
    return name if loose and ordered and name.index < noun.index and not days else None


def is_named(noun: Token) -> bool:
    """Whether a noun is a name; those of platforms are often words that the parser knows."""
    return noun.text[:1].isupper()


def _is_one_of(scope: Scope, one: Token, lexicon: CueLexicon) -> bool:
    """*one of the emails*."""
    for child in scope.document.children(one):
        noun = object_of(scope, child) if child.lower == "of" else None
        if noun is not None:
            return noun.lemma in lexicon.medium
    return False
