"""Words that bring in a name, a title or a mere mention in quotation marks, not speech."""

from __future__ import annotations

import tomllib
from dataclasses import dataclass
from functools import cache
from importlib.resources import files


@dataclass(frozen=True, slots=True)
class NamingLexicon:
    """Dictionary forms, by what they bring in.

    Attributes:
        words: nouns for words and names themselves (*the word “mould”*).
        mentioned: those of them right behind which nobody speaks.
        spoken: those of them that somebody uses once (*the minister’s phrase was “bumpy”*).
        sayings: nouns for what everybody says (*the old saying “haste makes waste”*).
        works: nouns for works and other things that carry a title (*her novel “Salt”*).
        naming: verbs that give or tell a name (*known as “Duchess”*).
        naming_as: verbs that do so with *as* (*sold as “wild”*).
        titling: verbs that give a title and nothing else (*an essay titled “Salt”*).
        dubbing: verbs that give a name and nothing else (*dubbed the “tea tax”*).
        meaning: verbs between words and what they mean (*a word that means “quiet place”*).
        judging: verbs by which somebody judges (*she found the play “drowsy”*).
        choosing: verbs that pick a word (*“unwise” was the word she chose*).
        picking: verbs that pick an answer from a list (*a third chose “too dear”*).
        marking: verbs for what stands written on a thing (*a box marked “MUGS”*).
        so_called: adjectives that keep a distance (*a so-called “comedy”*).
    """

    words: frozenset[str]
    mentioned: frozenset[str]
    spoken: frozenset[str]
    sayings: frozenset[str]
    works: frozenset[str]
    naming: frozenset[str]
    naming_as: frozenset[str]
    titling: frozenset[str]
    dubbing: frozenset[str]
    meaning: frozenset[str]
    judging: frozenset[str]
    choosing: frozenset[str]
    picking: frozenset[str]
    marking: frozenset[str]
    so_called: frozenset[str]


@cache
def load() -> NamingLexicon:
    """The lexicon that ships with the package."""
    raw = tomllib.loads(files(__package__).joinpath("naming.toml").read_text(encoding="utf-8"))
    return NamingLexicon(**{name: frozenset(words.split()) for name, words in raw.items()})
