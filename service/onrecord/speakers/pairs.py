"""Two pronouns of one sentence tell each other apart: *She told him that …* speaks of two people.

*The minister met Mary Quill. She told him …*: were the minister *she*, nobody would be *he*.
"""

from __future__ import annotations

from collections.abc import Iterator

from onrecord.document.tree import SUBJECTS, Document, Token
from onrecord.lexicon import cues
from onrecord.lexicon.cues import CueClass
from onrecord.speakers.figures import Figure
from onrecord.speakers.places import Layout
from onrecord.speakers.pronouns import FARTHEST_PARAGRAPH
from onrecord.speakers.salience import Salience, Sort
from onrecord.speakers.sites import Site
from onrecord.types import Gender, MentionKind, SpeakerKind

_OTHER = {
    Gender.MASCULINE: (Gender.FEMININE, frozenset({"she", "her", "hers"})),
    Gender.FEMININE: (Gender.MASCULINE, frozenset({"he", "him", "his"})),
}
"""Gender of a pronoun -> the other one, and the pronouns of that."""


def apart(document: Document, layout: Layout, salience: Salience, site: Site) -> Iterator[Figure]:
    """Whom a pronoun does not mean, as what else is said of *he* and *she* shows."""
    yield from _needed_elsewhere(document, layout, salience, site)
    yield from _accusing(document, salience, site)


def _needed_elsewhere(
    document: Document, layout: Layout, salience: Salience, site: Site
) -> Iterator[Figure]:
    """Of whom a pronoun is not, being the only one whom the other pronoun of the sentence fits.

    Only where somebody else is known to be of the pronoun's own gender.
    """
    gender = site.mention.gender
    if gender not in _OTHER:
        return
    other, forms = _OTHER[gender]
    near = _persons(salience, site)
    fitting = {figure for figure in near if not figure.differs(other)}
    surely = any(figure.gender is gender for figure in near - fitting)
    if len(fitting) == 1 and surely and _has_other(document, layout, site, forms):
        yield from (figure for figure in fitting if figure.gender is Gender.UNKNOWN)


def _accusing(document: Document, salience: Salience, site: Site) -> Iterator[Figure]:
    """*Zyxa Thorn said Peter Vane had lied. He denied it*: the accuser, of no known gender."""
    speaking, gender = salience.speaking, site.mention.gender
    opens = document.head(site.head).dep == "ROOT"
    if not (opens and denies(document, site)) or speaking is None:
        return
    accused = any(
        event.place.reported
        and event.place.sentence == site.place.sentence - 1
        and event.figure.gender is gender
        for event in salience.recent(Sort.PERSON)
        if event.figure is not speaking
    )
    if accused and speaking.gender is Gender.UNKNOWN:
        yield speaking


def denies(document: Document, site: Site) -> bool:
    """Whether a mention is who denies something."""
    verb = document.head(site.head)
    return site.head.dep in SUBJECTS and CueClass.DENY in cues.load().classes(verb.lemma)


def answers_charge(document: Document, site: Site) -> bool:
    """*Quill accused the board of hiding it, a claim | it denied*: who denies it has spoken.

    So it is in *…, which it denied*.
    """
    verb = document.head(site.head)
    if verb.dep != "relcl" or not denies(document, site):
        return False
    which = any(c.lower == "which" for c in document.children(verb))
    return which or document.head(verb).lemma in cues.load().nominal


def _persons(salience: Salience, site: Site) -> set[Figure]:
    earliest = site.place.paragraph - FARTHEST_PARAGRAPH
    events = salience.recent(Sort.PERSON)
    return {event.figure for event in events if event.place.paragraph >= earliest}


def _has_other(document: Document, layout: Layout, site: Site, forms: frozenset[str]) -> bool:
    """Whether one of the forms comes in the voice of the pronoun, before anybody else is named."""
    sentence = document.sentence_of(site.head)
    for token in document.tokens[sentence.first : sentence.last]:
        there = layout.at(token.index)
        if token.lower in forms:
            return there is None or there.place.quotation == site.place.quotation
        if there is not None and there is not site and _names_somebody(there, token):
            return False
    return False


def _names_somebody(there: Site, token: Token) -> bool:
    if there.mention.kind is MentionKind.NAME:
        return there.mention.speaker_kind is not SpeakerKind.ORGANIZATION
    return there.mention.kind is MentionKind.NOMINAL and token.pos == "NOUN"
