"""Small words of English that rules of several packages look for, and promises."""

from __future__ import annotations

ARTICLES = frozenset({"the", "a", "an"})
HE_OR_SHE = frozenset({"he", "she"})
"""Pronouns of one person who is spoken of."""
I_OR_WE = frozenset({"i", "we"})
FIRST_PERSON = I_OR_WE | {"me", "us", "my", "our"}
RELATIVES = frozenset({"who", "which", "that"})
WHETHER = frozenset({"whether", "if"})
"""What opens a question within a sentence."""
ANSWERS = frozenset({"no", "yes", "never", "nonsense", "rubbish", "absolutely", "hardly"})
"""Words that answer by themselves."""
ABLE = frozenset({"can", "could", "ca"})
"""Dictionary forms of *can*; the last one is that of *can't*."""
PROMISES = frozenset({"promise", "vow", "pledge", "swear", "threaten", "undertake"})
"""Verbs by which one says what one will do oneself."""
ACCUSES = frozenset({"accuse", "blame"})
"""Verbs by which one lays a deed to somebody."""
_ELIDED = ("l'", "l’", "d'", "d’")


def without_elided(word: str) -> str:
    """*l'écho*, *d'écho*: a word without the foreign article or preposition grown into it."""
    return word[2:] if word.startswith(_ELIDED) else word
