"""Which sources are documents, newspapers, stations and agencies."""

from __future__ import annotations

from onrecord.attribution.scene import Scene
from onrecord.lexicon.cues import CueLexicon
from onrecord.types import TextSpan


def is_paper(scene: Scene, source: TextSpan, lexicon: CueLexicon) -> bool:
    """Whether a source is a document or an outlet, by its noun or its name."""
    noun = head_noun(scene, source)
    known = noun in lexicon.document or noun in lexicon.press
    return known or _names_outlet(scene, source, lexicon)


def head_noun(scene: Scene, span: TextSpan) -> str:
    """Dictionary form of the noun that a phrase is built on, "" where it has none.

    *The will* is one where the parser takes it for an auxiliary.
    """
    words = scene.document.tokens_in(span)
    if words[-1].pos == "AUX" and words[-1].tag[0] in "NM":
        return words[-1].lower
    nouns = [t for t in scene.document.tokens_in(span) if t.pos in {"NOUN", "PROPN"}]
    inner = {t.index for t in nouns}
    heads = [t for t in nouns if t.head not in inner or t.head == t.index]
    return heads[0].lemma if heads else ""


def _names_outlet(scene: Scene, span: TextSpan, lexicon: CueLexicon) -> bool:
    tokens = scene.document.tokens_in(span)
    last = max((n for n, t in enumerate(tokens, 1) if t.pos in {"PROPN", "X"}), default=0)
    words = tuple(_bare(t.lower) for t in tokens[:last] if t.pos != "PUNCT")
    return bool(words) and lexicon.names_outlet(words[1:] if words[0] == "the" else words)


def _bare(word: str) -> str:
    """*l'écho*: the word behind an elided article."""
    return word[2:] if word[:2] in {"l'", "l’"} else word
