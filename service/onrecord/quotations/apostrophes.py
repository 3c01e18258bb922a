"""What a single mark costs as a quotation mark, where it may be an apostrophe or a prime.

The words are those of English: elisions at the start of a word (*'em*, *'90s*), dropped letters
at its end (*goin'*, *th'*), possessives of plurals (*the cartels' operations*), primes (*6'*).
"""

from __future__ import annotations

import re

from onrecord.quotations.costs import NEVER, Costs

_ELISION = re.compile(
    r"(?:\d\d(?:s\b|(?![.,%]?\d|%|\sper\s?cent|['’]))|"
    r"(?:em|n|til|till|tis|twas|twill|twere|tisn|twasn|cause|cos|coz|cuz|bout|round|ere|nuff|"
    r"gainst|neath|hood|burbs|merica|murica|fraid|nother|scuse|spose|gator|stache|un|im|ello|"
    r"alf|ave|ard|ouse|orse|ospital|ome|appen|s|re|ll|ve|m|d|t)\b(?!-))",
    re.IGNORECASE,
)
_DROPPED = re.compile(
    r"(?:\b(?:o|an|th|ol|lil|po|wi|y|ma|mo|fo|de|n|t|d|da|ha|yo|lo|tha|jus|mus|can|won|don|isn|ain)|"
    r"[a-z][b-z]in)\Z",
    re.IGNORECASE,
)
_WORD_END = 8
_NO_NOUN = re.compile(
    r"\s+(?:and|or|but|nor|in|of|to|is|are|was|were|be|been|has|have|had|will|would|can|could|may|"
    r"might|should|must|that|which|who|whom|for|on|at|by|with|from|as|than|if|when|while|because|"
    r"so|about|into|after|before|during|since|until|under|over|between|against|through|the|a|an|"
    r"this|these|those|he|she|it|they|we|I|you|his|her|its|their|our|my|your|said|says|told|"
    r"did|does|do|not)\b"
)
"""What never stands between a possessive and its noun."""

_POSSESSIVE = re.compile(r"s\b")
_CLOSING_PUNCTUATION = frozenset(".,;:!?)]}…")


def opening(text: str, end: int, left: Costs) -> Costs:
    """The costs of a single mark before a word, which may be an elision.

    Args:
        text: the article.
        end: where the mark ends.
        left: the costs of its glyph before a word that is none.
    """
    if not _ELISION.match(text, end):
        return left
    return Costs(left.opens + 1.5, NEVER, 0.3 if left.ignored < 3.5 else 1.0)


def floating(text: str, start: int, between: Costs) -> Costs:
    """The costs of a single mark between spaces: where words are set apart from their marks.

    Args:
        text: the article.
        start: where the mark starts.
        between: the costs of its glyph between spaces.
    """
    if text[max(0, start - 2) : start].rstrip()[-1:] in _CLOSING_PUNCTUATION:
        return Costs(min(between.opens, 0.7), 0.5, 3.0)
    return between


def inside(text: str, end: int, inner: Costs) -> Costs:
    """The costs of a single mark without a space on either side: *L.A.'s*, *“Tar Barge”’s*.

    Args:
        text: the article.
        end: where the mark ends.
        inner: the costs of its glyph there, where no possessive follows.
    """
    return Costs(NEVER, 2.0, 0.0) if _POSSESSIVE.match(text, end) else inner


def closing(text: str, start: int, end: int, after: str) -> Costs:
    """The costs of a single mark behind a letter or digit, which may be an apostrophe.

    Args:
        text: the article.
        start: where the mark starts.
        end: where the run of marks around it ends.
        after: the character there.
    """
    before = text[max(0, start - _WORD_END) : start]
    stop = not after or after in _CLOSING_PUNCTUATION
    if before[-1:].isnumeric():
        return Costs(NEVER, 0.7 if stop else 1.0, 0.5)
    if before[-1:] in "sS":
        if stop or _NO_NOUN.match(text, end):
            return Costs(NEVER, 0.3, 2.0)
        return Costs(NEVER, 1.5, 0.5)
    if _DROPPED.search(before):
        return Costs(NEVER, 1.0 if stop else 1.5, 0.4)
    if before[-1:] in "xzXZ":
        return Costs(NEVER, 0.4, 1.2)
    return Costs(NEVER, 0.2 if stop else 0.4, 3.0 if stop else 2.5)
