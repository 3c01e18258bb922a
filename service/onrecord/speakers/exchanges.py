"""Who has just spoken, who was asked, and who it is then that goes on or replies."""

from __future__ import annotations

from onrecord.document.tree import Document
from onrecord.speakers import rules
from onrecord.speakers.figures import Figure, Found
from onrecord.speakers.register import others
from onrecord.speakers.salience import Salience
from onrecord.speakers.sites import Site

_REPLIES = frozenset({"reply", "answer", "respond", "retort", "counter", "shoot"})
_ASKS = frozenset({"ask", "question", "press", "quiz", "challenge"})
_OBJECTS = frozenset({"dobj", "dative"})


class Exchange:
    """Questions and replies of one article, as far as it has been read."""

    def __init__(self, document: Document, salience: Salience) -> None:
        self._document = document
        self._salience = salience
        self._asked: tuple[int, Figure] | None = None
        self._told = -1

    def note(self, figure: Figure, site: Site) -> None:
        """Remember whom a sentence asks something."""
        if site.place.quotation is not None:
            return
        self._told = site.place.sentence
        if site.head.dep in _OBJECTS and self._document.head(site.head).lemma in _ASKS:
            self._asked = (site.place.sentence, figure)

    def replying(self, site: Site) -> Found | None:
        """*Quill asked Vane why. “Not a word,” he replied*: whom the last words asked."""
        if self._asked is None or not self._replies(site) or self._asked[0] != self._told:
            return None
        figure = self._asked[1]
        fits = figure.person and figure.fits(site.mention.gender)
        return Found(figure, rules.PRONOUN_CLEAR, "pronoun, who was asked") if fits else None

    def going_on(self, site: Site, found: Found | None) -> Found | None:
        """*Tom Quill scoffed …* / *“No,” Mr. Quill said*: the namesake who has just spoken.

        By the surname alone news calls the one whom the article is about.
        """
        mention = site.mention
        speaking = self._salience.still_speaking(site.head.index)
        addressed = len(mention.span) > len(mention.head) and mention.title is None
        if found is None or speaking is None or speaking not in found.rivals:
            return None
        surer = found.figure.gender is mention.gender and speaking.gender is not mention.gender
        if not (site.place.source and addressed and speaking.fits(mention.gender)) or surer:
            return None
        return Found(speaking, rules.SHARED_SURNAME, "surname", others([found.figure], speaking))

    def answered(self, site: Site) -> Figure | None:
        """*“Yes,” she replied*, in a new paragraph: not the one who spoke in that before."""
        return self._salience.spoke_before(site.place.paragraph) if self._replies(site) else None

    def _replies(self, site: Site) -> bool:
        return site.place.tag and self._document.head(site.head).lemma in _REPLIES
