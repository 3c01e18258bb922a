"""Which sources are documents, newspapers, stations and agencies."""

from __future__ import annotations

from onrecord.attribution.scene import Scene
from onrecord.document.tree import PROPER, SUBJECTS, Token
from onrecord.lexicon import cues, people
from onrecord.lexicon.cues import CueLexicon
from onrecord.lexicon.grammar import HE_OR_SHE, without_elided
from onrecord.types import TextSpan

PEOPLE = frozenset({"he", "she", "they", "i", "we", "you", "who"})
_NOUNS = frozenset({"NOUN", "PROPN"})

_DOERS = ("er", "or")
_NO_DOERS = frozenset(
    {"weather", "danger", "disaster", "number", "factor", "error", "terror", "horror", "labor",
     "behavior", "power", "order", "matter", "water", "fever", "cancer", "anger", "hunger",
     "prayer", "murder", "slander", "turnover", "takeover", "rumor", "color", "humor",
     "offer", "transfer", "answer", "quarter", "winter", "summer"}
)  # fmt: skip
"""Nouns that end like one for a person (*jeweller*) and give a reason."""
_RULES = frozenset({"decision", "term"})
"""Papers where they say something (*the terms of use state that …*), and mostly none."""
_PAPERS = frozenset({"budget", "intelligence", "recommendation", "remark", "warning", "wording"})
"""What holds words where it is cited, and says nothing otherwise."""


def is_reason(scene: Scene, cited: TextSpan, lexicon: CueLexicon) -> bool:
    """*citing safety concerns*, *citing a fall in demand*: what neither speaks nor holds words."""
    noun = _head(scene, cited)
    if noun is None or noun.pos != "NOUN" or noun.text[:1].isupper():
        return False
    doer = noun.lemma.endswith(_DOERS) and noun.lemma not in _NO_DOERS
    if doer or people.is_utterer(noun.lemma):
        return False
    holds = (lexicon.written, lexicon.newsrooms, lexicon.carrier, _PAPERS)
    return not any(noun.lemma in nouns or noun.lower in nouns for nouns in holds)


def is_paper(scene: Scene, source: TextSpan, lexicon: CueLexicon) -> bool:
    """Whether a source is a document or an outlet, by its noun or its name."""
    noun = head_noun(scene, source)
    known = noun in lexicon.document or noun in lexicon.press or noun in _RULES
    return known or scene.named(source) in scene.outlets or _names_outlet(scene, source, lexicon)


def head_noun(scene: Scene, span: TextSpan) -> str:
    """Dictionary form of the noun that a phrase is built on, "" where it has none.

    *The will* is one where the parser takes it for an auxiliary.
    """
    words = scene.document.tokens_in(span)
    if words[-1].pos == "AUX" and words[-1].tag[0] in "NM":
        return words[-1].lower
    head = _head(scene, span)
    return head.lemma if head else ""


def _head(scene: Scene, span: TextSpan) -> Token | None:
    nouns = [t for t in scene.document.tokens_in(span) if t.pos in _NOUNS or _is_misread(t)]
    inner = {t.index for t in nouns}
    heads = [t for t in nouns if t.head not in inner or t.head == t.index]
    return heads[0] if heads else None


def _is_misread(token: Token) -> bool:
    """*Gate logs show*: a subject that the parser takes for a verb."""
    return token.pos == "VERB" and token.dep in SUBJECTS


def is_human(scene: Scene, source: TextSpan) -> bool:
    """Whether a source is one or several human beings, who only *say* what they report.

    By a pronoun, a noun for people, a handle, or a name that the recogniser takes for a person's.
    """
    text, head = source.of(scene.document.text), _head(scene, source)
    if text.startswith("@") or text.lower() in PEOPLE:
        return True
    if head is None:
        return False
    if head.pos == "PROPN":
        return scene.document.label_of(head) == "PERSON"
    known = people.load()
    human = known.is_person(head.lemma) or head.lemma in known.veiled
    return human and not (text[:4].lower() == "the " and _is_called_one(head))


def _is_called_one(head: Token) -> bool:
    """*the Courier*, which the parser takes for a man with parcels."""
    return head.text.istitle() and cues.load().names_outlet((head.lower,))


def is_a_name(scene: Scene, source: TextSpan) -> bool:
    """Whether a source is one name or a pronoun for one (*he*), no common noun."""
    head = _head(scene, source)
    text = source.of(scene.document.text).lower()
    return text in HE_OR_SHE or (head is not None and head.tag == "NNP")


def _names_outlet(scene: Scene, span: TextSpan, lexicon: CueLexicon) -> bool:
    """*the Vessel Gazette*, but not *a clerk at the Gazette*, who is somebody, nor *Mr Forbes*."""
    head, tokens = _head(scene, span), scene.document.tokens_in(span)
    if head is not None and head.pos == "NOUN" and people.load().is_person(head.lemma):
        return False
    person = head is not None and scene.document.label_of(head) == "PERSON"
    if person and tokens[-1].text.istitle() and tokens[-1].lower in lexicon.agency:
        return False
    last = max((n for n, t in enumerate(tokens, 1) if t.pos in PROPER), default=0)
    words = tuple(without_elided(t.lower) for t in tokens[:last] if t.pos != "PUNCT")
    return bool(words) and lexicon.names_outlet(words[1:] if words[0] == "the" else words)
