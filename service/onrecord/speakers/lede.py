"""Who the lede leaves unnamed: *A retired nurse found a bomb …* / *Ada Quill, 81, said …*.

News tells first what sort of person did something, and opens the next paragraph with the name.
"""

from __future__ import annotations

from collections.abc import Sequence

from onrecord.document.tree import Document
from onrecord.lexicon import people
from onrecord.speakers.names import words
from onrecord.speakers.phrasing import noun_of
from onrecord.speakers.sites import Site
from onrecord.types import Gender, MentionKind, SpeakerKind

LEDE = 2
"""Paragraphs, headline included, in which news may withhold a name that it gives later."""

_OPENINGS = frozenset({"a", "an", "its"})


def withheld(document: Document, sites: Sequence[Site]) -> tuple[Site, Site] | None:
    """The noun phrase of the lede and the name that the next paragraph gives for it."""
    for site in sites:
        if site.place.paragraph >= LEDE:
            return None
        if _brings_in(document, site):
            named = _name(document, sites, site.place.paragraph + 1)
            return None if named is None or not _fit(site, named) else (site, named)
    return None


def _brings_in(document: Document, site: Site) -> bool:
    """Whether a phrase with *a*, or *the head of the board*, is the subject and means a person."""
    mention = site.mention
    if mention.kind is not MentionKind.NOMINAL or mention.plural or not site.place.subject:
        return False
    opening = document.tokens_in(mention.span)[0].lower
    told = opening == "the" and mention.span.end > mention.head.end
    return (opening in _OPENINGS or told) and people.load().is_person(noun_of(site.head))


def _name(document: Document, sites: Sequence[Site], paragraph: int) -> Site | None:
    """The full name, with no title before it, that a paragraph opens with.

    Or that utters the words with which it opens (*“It was dark,” Ada Quill said.*).
    """
    told = (
        site for site in sites if site.place.paragraph == paragraph and site.place.quotation is None
    )
    first = next(told, None)
    if first is None or first.mention.kind is not MentionKind.NAME:
        return None
    mention, start = first.mention, document.paragraphs[paragraph].start
    opens = mention.span.start == start and first.place.subject
    bare = mention.head.start == mention.span.start
    full = mention.speaker_kind is SpeakerKind.PERSON and len(words(mention.name)) > 1
    utters = first.place.tag and mention.title is None
    return first if bare and full and (opens or utters) else None


def _fit(site: Site, named: Site) -> bool:
    """Whether the genders that phrase and name show do not differ."""
    shown = {site.mention.gender, named.mention.gender}
    return len(shown - {Gender.UNKNOWN}) < 2
