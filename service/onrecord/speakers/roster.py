"""The full names of an article, entered before it is read: a surname may come first."""

from __future__ import annotations

import re
from collections import Counter, defaultdict
from collections.abc import Sequence
from itertools import pairwise

from onrecord.document.tree import Document, Entity
from onrecord.lexicon import cues, people
from onrecord.speakers import families
from onrecord.speakers.bearers import Bearers
from onrecord.speakers.figures import Figure
from onrecord.speakers.names import Words, person, words
from onrecord.speakers.register import Register, weigh
from onrecord.types import Gender, Mention, MentionKind, SpeakerKind

_DATELINE = re.compile(
    r"([A-Z][A-Z.'’-]{2,30}(?: [A-Z][A-Z.'’-]{1,30}){0,3})"
    r"(?:, ([A-Z][a-z]+(?:[ -][A-Z][a-z]+){0,2})(?=[ ,])(?! \d))?"
    r"(?:,[^\n—–(]{0,40})?(?: \([^\n()]{1,40}\))?\s(?:—|–|--|-)\s"
)
LONGEST_DATELINE = 120
"""Characters at the head of a paragraph in which a dateline is looked for."""
_AGE_BEHIND = re.compile(r",? \(?([1-9]\d?|1\d\d)(?=[,.;:)])")
_AGE_BEFORE = re.compile(r"\b([1-9]\d?|1\d\d)-year-old [^.,;]{0,24}\Z")
LONGEST_AGE = 36
"""Characters before a name in which an age is looked for."""
_PLACES = frozenset({"GPE", "LOC", "FAC"})
_SPEAKING = frozenset({"LOC", "FAC"})
"""Labels of places that say nothing: what says something is none."""


class Roster:
    """The names of one article and what is known of them beforehand."""

    def __init__(
        self,
        document: Document,
        mentions: Sequence[Mention],
        register: Register,
        bearers: Bearers,
    ) -> None:
        self._document = document
        self._register = register
        self._bearers = bearers
        self._names = [mention for mention in mentions if mention.kind is MentionKind.NAME]
        self._kinds = weigh(self._names)
        self._kin = _kin(document, self._names)
        self._places = _places(document)

    def enter(self) -> None:
        """Enter full names, what acronyms mean, and the gender that forms of address show."""
        for name, label in self._document.title_entities:
            if label == "PERSON" and len(words(name)) > 1:
                self._register.enter(name, SpeakerKind.PERSON).names.setdefault(name, 0)
        for mention in self._names:
            if len(words(mention.name)) > 1:
                self._enter(mention)
        for before, mention in pairwise(self._names):
            if self._document.text[before.head.end : mention.head.start].strip() == "(":
                self._register.define(mention.name, before.name)
        self._enter_families()
        for mention in self._names:
            if mention.gender is not Gender.UNKNOWN:
                self._enter_gender(mention)

    def _enter_families(self) -> None:
        """*Ada Quill and her husband, Tom*: which surname Tom bears, and that Ada is a woman."""
        for mention, gender in families.married(self._document, self._names):
            bearers = self._register.bearers(person(words(mention.name))[-1])
            if len(bearers) == 1:
                bearers[0].learn(gender)
        for relative in families.relatives(self._document, self._names):
            forename = words(relative.mention.name)[0]
            if self._register.is_known(forename):
                continue
            figure = self.figure(relative.mention)
            figure.take(relative.mention)
            self._register.relate(figure, relative.surname)

    def figure(self, mention: Mention) -> Figure:
        """A new figure for a name of one word, or the firm whose name goes on after it."""
        key = words(mention.name)
        kind = self._kinds[key]
        if kind is not SpeakerKind.PERSON and len(key) == 1 and not self._is_place(key):
            firm = self._register.begun_by(key[0])
            if firm is not None:
                return firm
        figure = Figure(kind, key, person=kind is SpeakerKind.PERSON, plural=mention.plural)
        figure.place = self._is_place(key)
        return self._register.create(figure)

    def learn(self, figure: Figure, mention: Mention) -> None:
        """Remember the roles that stand before and beside a name."""
        before = self._document.text[mention.span.start : mention.head.start]
        self._bearers.learn(figure, f"{before} {mention.title or ''}")
        self._learn_age(figure, mention)

    def _learn_age(self, figure: Figure, mention: Mention) -> None:
        """*Ada Quill, 46*; *46-year-old Ada Quill*."""
        text, start = self._document.text, mention.head.start
        found = _AGE_BEHIND.match(text, mention.head.end) or _AGE_BEFORE.search(
            text, max(0, start - LONGEST_AGE), start
        )
        if found:
            self._bearers.learn_age(figure, found[1])

    def _enter(self, mention: Mention) -> None:
        key = words(mention.name)
        figure = self._register.enter(
            mention.name, self._kinds[key], self._kin.get(key, frozenset())
        )
        figure.expected += 1
        firm = figure.words[-1] in people.load().corporate
        figure.place = not firm and (figure.place or self._is_place(key))
        figure.take(mention)
        self.learn(figure, mention)

    def _enter_gender(self, mention: Mention) -> None:
        """*Ms. Quill*: of the only bearer, else of one who is known by the surname alone."""
        key = words(mention.name)
        surname = key[-1] if key else ""
        if len(key) == 1 and self._register.relative(surname, mention.gender):
            return
        bearers = self._register.bearers(surname)
        if len(bearers) == 1:
            bearers[0].take(mention)
        if len(key) > 1 or not bearers:
            return
        fitting = [bearer for bearer in bearers if bearer.fits(mention.gender)]
        if not fitting:
            figure = Figure(SpeakerKind.PERSON, key, gender=mention.gender, person=True)
            fitting = [self._register.create(figure)]
        for figure in fitting:
            figure.expected += 1

    def _is_place(self, key: Words) -> bool:
        return key in self._places or (bool(key) and key[-1] in people.load().location)


def _kin(document: Document, names: Sequence[Mention]) -> dict[Words, frozenset[str]]:
    """For *P. Quill, Jonah's father*: that this Quill is not the one called Jonah."""
    kin: dict[Words, frozenset[str]] = {}
    for mention in names:
        if mention.apposition is None:
            continue
        tokens = document.tokens_in(mention.apposition)
        owners = {one.lower for one, two in pairwise(tokens) if two.tag == "POS"}
        key = words(mention.name)
        kin[key] = kin.get(key, frozenset()) | owners.difference(key)
    return kin


def _places(document: Document) -> frozenset[Words]:
    """Names that the entities mostly take for places."""
    labels: dict[Words, Counter[bool]] = defaultdict(Counter)
    for entity in document.entities:
        key = words(entity.span.of(document.text))
        place = entity.label in _PLACES and not (
            entity.label in _SPEAKING and _says(document, entity)
        )
        labels[key][place] += 1
    known = frozenset(key for key, count in labels.items() if count[True] > count[False])
    return known | _places_by_use(document) | _datelines(document)


def _says(document: Document, entity: Entity) -> bool:
    """*According to Northern Grid*, *Northern Grid said*."""
    before = document.tokens[max(entity.first - 2, 0) : entity.first]
    head = document.tokens[entity.last - 1]
    told = [token.lower for token in before] == ["according", "to"]
    return told or (head.dep == "nsubj" and document.head(head).lemma in cues.load().tag)


def _datelines(document: Document) -> frozenset[Words]:
    """Names in capitals before a dash at the head of a paragraph (*PORT OSMARK, Quillia —*)."""
    found = (
        _DATELINE.match(document.text, span.start, min(span.end, span.start + LONGEST_DATELINE))
        for span in document.paragraphs
    )
    return frozenset(words(place) for match in found if match for place in match.groups() if place)


def _places_by_use(document: Document) -> frozenset[Words]:
    """Names that mostly stand after *in*, *near* or *mayor of*."""
    uses: dict[Words, Counter[bool]] = defaultdict(Counter)
    for entity in document.entities:
        before = [token.lower for token in document.tokens[max(entity.first - 2, 0) : entity.first]]
        placed = before[-1:] in (["in"], ["near"], ["outside"]) or before == ["mayor", "of"]
        key = words(entity.span.of(document.text))
        uses[key][placed and entity.label not in {"DATE", "TIME"}] += 1
    return frozenset(key for key, count in uses.items() if count[True] > count[False])
