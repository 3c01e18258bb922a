"""Who a pronoun stands for: agreement first, then nearness, subjecthood and who spoke last.

The preferences are those of Lappin and Leass (1994) and of centering (Grosz, Joshi and Weinstein
1995), with one of news: in a run of statements *she* goes on being the last speaker.
"""

from __future__ import annotations

from collections.abc import Iterator
from collections.abc import Set as AbstractSet
from dataclasses import replace
from math import log2

from onrecord.speakers import rules
from onrecord.speakers.figures import MOST_RIVALS, Figure, Found
from onrecord.speakers.salience import Event, Salience, Sort
from onrecord.speakers.sites import Place
from onrecord.types import Gender, Mention, SpeakerKind

PER_SENTENCE, PER_PARAGRAPH = -0.6, -0.5
"""What each sentence and each paragraph between costs."""
FARTHEST_PARAGRAPH = 8
SUBJECT, SPOKE, SPOKE_LAST, GENDER, NAMED, FREQUENT = 0.8, 0.3, 0.4, 0.5, 0.9, 0.35
NAMED_THING = 0.0
"""`NAMED` for *it*, which means what was mentioned last, be it a firm or a letter."""
SUBJECT_FROM_ELSEWHERE = 0.5
"""`SUBJECT`, for a pronoun that is no subject itself."""
CONTRARY = -3.0
"""Against a figure of whom one pronoun of the other gender has been taken."""
HERE = 0.7
"""For a subject of the same paragraph."""
REPORTED = -0.8
"""Against whom a speaker speaks of, beside the speaker (*Vane*, in *Quill said Vane had left*)."""
INTRODUCED = 0.4
"""For the subject of the sentence before, in a tag (*Quill was less sure. “Hardly,” she said*)."""
OFTEN, TOPIC, MOST = 5, 0.1, 15
"""Mentions, pronouns left out, from which a figure is as likely as one with many more; what the
pronouns add, and up to how many, which may themselves have been resolved wrongly."""
SEVERAL, PLACE, WITHIN = 0.9, -1.0, -0.4
"""For *they*, what is plural; against *it*, a place; against all but *they*, what stands inside
another noun phrase (*a friend of Quill*)."""
HEADS = 0.6
"""For a person of whom the headline speaks: obituaries and profiles go on being about them."""
CLEAR = 0.8
"""How far ahead of the next the best candidate must be to be called clear."""

_OF_ONE = frozenset({Gender.MASCULINE, Gender.FEMININE})
_THINGS = (SpeakerKind.ORGANIZATION, SpeakerKind.DOCUMENT)
_FREQUENT = tuple(FREQUENT * log2(1 + count) for count in range(OFTEN + 1))
_TOPIC = tuple(TOPIC * log2(1 + count) for count in range(MOST + 1))


def resolve(
    mention: Mention,
    place: Place,
    salience: Salience,
    barred: AbstractSet[Figure | None] = frozenset(),
    reads: bool = False,
) -> Found | None:
    """The figure that *he*, *she*, *it* or *they* stands for.

    Args:
        barred: figures that it does not stand for.
        reads: whether it is something that reads thus (*“Back soon,” it read*).
    """
    ranked = [item for item in rank(mention, place, salience) if item[0] not in barred]
    if reads:
        written = [item for item in ranked if item[0].kind is SpeakerKind.DOCUMENT]
        ranked = written or ranked
    if not ranked and mention.plural:
        return _singular(mention, place, salience)
    if not ranked:
        return None
    figure, best = ranked[0]
    rivals = tuple(rival for rival, _ in ranked[1 : 1 + MOST_RIVALS])
    if mention.plural and not figure.plural:
        return Found(figure, rules.THEY_OF_ONE, "they, of one", rivals)
    if not rivals:
        return Found(figure, rules.PRONOUN_ALONE, "pronoun, one candidate")
    if best - ranked[1][1] >= CLEAR:
        return Found(figure, rules.PRONOUN_CLEAR, "pronoun, clear candidate", rivals)
    return Found(figure, rules.PRONOUN_CLOSE, "pronoun, close candidates", rivals)


def surname(
    mention: Mention, place: Place, salience: Salience, barred: AbstractSet[Figure | None]
) -> Found | None:
    """*Quill told the hall … On Tuesday she said …*: who spoke, of a bare name taken for a body's.

    Only where *he* or *she* can be nobody else.
    """
    figure = salience.still_speaking(place.token)
    if figure is None or figure in barred or mention.gender not in _OF_ONE:
        return None
    bare = figure.named and len(figure.words) == 1 and figure.name.istitle()
    known = figure.person or figure.plural or figure.place
    if known or not bare or not salience.is_in(figure, place.paragraph):
        return None
    figure.person, figure.kind = True, SpeakerKind.PERSON
    return Found(figure, rules.PRONOUN_CLOSE, "pronoun, one name near by")


def _singular(mention: Mention, place: Place, salience: Salience) -> Found | None:
    """*They*, of the only person near by, of whom no gender is known."""
    one = replace(mention, plural=False)
    ranked = [figure for figure, _ in rank(one, place, salience)]
    alone = len(ranked) == 1 and ranked[0].person and ranked[0].gender is Gender.UNKNOWN
    return Found(ranked[0], rules.THEY_OF_ONE, "they, of one") if alone else None


def rank(mention: Mention, place: Place, salience: Salience) -> list[tuple[Figure, float]]:
    """Whom a mention can reach back to, with the weight of each, the best first."""
    best: dict[Figure, float] = {}
    introduced = _introduced(mention, place, salience) if place.tag else None
    reached = list(_reached(mention, place, salience))
    speakers = {there.sentence: figure for figure, there in reached if _says(there)}
    for event in reached:
        figure, there = event
        known = best.get(figure)
        if known is not None and not (there.subject or there.source):
            continue
        weight = _weigh(mention, place, event, salience)
        weight += INTRODUCED * (figure is introduced)
        if there.reported and speakers.get(there.sentence, figure) is not figure:
            weight += REPORTED
        best[figure] = weight if known is None else max(weight, known)
    return sorted(best.items(), key=lambda item: -item[1])


def _reached(mention: Mention, place: Place, salience: Salience) -> Iterator[Event]:
    """The mentions that one can reach back to, the last of each sort first."""
    earliest = place.paragraph - FARTHEST_PARAGRAPH
    for sort in _sorts(mention):
        for event in salience.recent(sort):
            if event.place.paragraph < earliest:
                break
            if _agrees(mention, event.figure) and _reaches(place, event, salience):
                yield event


def _says(there: Place) -> bool:
    return there.subject and there.source and not there.reported


def _introduced(mention: Mention, place: Place, salience: Salience) -> Figure | None:
    """The only subject of the last sentence that has one in the paragraph: named, or a source."""
    found: Event | None = None
    for event in (event for sort in _sorts(mention) for event in salience.recent(sort)):
        figure, there = event
        if there.paragraph != place.paragraph:
            break
        if found is not None and there.sentence < found.place.sentence:
            break
        told = there.quotation is None and there.sentence < place.sentence
        if told and there.subject and not there.reported and _agrees(mention, figure):
            if found is not None and found.figure is not figure:
                return None
            found = event
    told = found is not None and (found.figure.named or found.place.source)
    return found.figure if found is not None and told else None


def _sorts(mention: Mention) -> tuple[Sort, ...]:
    if mention.plural:
        return Sort.SEVERAL, Sort.THING
    return (Sort.THING,) if mention.gender is Gender.NEUTER else (Sort.PERSON,)


def _agrees(mention: Mention, figure: Figure) -> bool:
    """Whether a pronoun can stand for a figure, by number, gender and kind."""
    neuter = mention.gender is Gender.NEUTER
    if figure.person and not (neuter and figure.kind is SpeakerKind.ORGANIZATION):
        return figure.fits(mention.gender)
    if figure.plural:
        return True
    return figure.kind in (*_THINGS, SpeakerKind.GROUP)


def _reaches(place: Place, event: Event, salience: Salience) -> bool:
    """Whether a pronoun at the place can mean what is mentioned there.

    From outside nothing reaches into a quotation. *He* and *him* are never the other part of
    their verb, nor the speaker quoted: *Quill told him*; *“He left,” Quill said*; *in a letter it
    said*.
    """
    there = event.place
    if there.quotation is not None:
        if place.quotation is None:
            return False
    elif place.quotation is not None and salience.spoke_in(event.figure, place.paragraph):
        return False
    if place.personal and place.subject and there.clause == place.governor:
        return False
    return not place.personal or there.governor != place.governor


def _prominence(figure: Figure) -> float:
    """How much an article makes of somebody."""
    often = _FREQUENT[min(figure.told, OFTEN)] + _TOPIC[min(len(figure.mentions), MOST)]
    return NAMED * figure.named + often


def _weigh(mention: Mention, place: Place, event: Event, salience: Salience) -> float:
    figure, there = event
    neuter = mention.gender is Gender.NEUTER
    weight = (
        PER_SENTENCE * (place.sentence - there.sentence)
        + PER_PARAGRAPH * (place.paragraph - there.paragraph)
        + GENDER * (figure.gender is mention.gender)
        + CONTRARY * figure.differs(mention.gender)
        + SEVERAL * figure.plural
        + PLACE * figure.place
        + HEADS * (figure.heads and figure.person)
        + WITHIN * (there.within and mention.gender is not Gender.UNKNOWN)
        + (NAMED_THING * figure.named if neuter else _prominence(figure))
    )
    if there.subject:
        weight += SUBJECT if place.subject else SUBJECT_FROM_ELSEWHERE
        weight += HERE * (there.paragraph == place.paragraph)
    if place.source:
        weight += SPOKE * there.source + SPOKE_LAST * (salience.speaking is figure)
    return weight
