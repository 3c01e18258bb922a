"""Who a pronoun stands for: agreement first, then nearness, subjecthood and who spoke last.

The preferences are those of Lappin and Leass (1994) and of centering (Grosz, Joshi and Weinstein
1995), with one of news: in a run of statements *she* goes on being the last speaker.
"""

from __future__ import annotations

from math import log2

from onrecord.speakers import rules
from onrecord.speakers.figures import Figure, Found
from onrecord.speakers.places import Place
from onrecord.speakers.salience import Event, Salience, Sort
from onrecord.types import Gender, Mention, SpeakerKind

PER_SENTENCE, PER_PARAGRAPH = -0.6, -0.5
"""What each sentence and each paragraph between costs."""
FARTHEST_PARAGRAPH = 8
SUBJECT, SPOKE, SPOKE_LAST, GENDER, NAMED, FREQUENT = 0.8, 0.3, 0.8, 0.5, 0.9, 0.35
SUBJECT_FROM_ELSEWHERE = 0.5
"""`SUBJECT`, for a pronoun that is no subject itself."""
HERE = 0.7
"""For a subject of the same paragraph."""
OFTEN, TOPIC, MOST = 5, 0.1, 15
"""Mentions, pronouns left out, from which a figure is as likely as one with many more; what the
pronouns add, and up to how many, which may themselves have been resolved wrongly."""
SEVERAL, PLACE = 0.9, -1.0
"""For *they*, what is plural; against *it*, what is a place."""
CLEAR = 0.8
"""How far ahead of the next the best candidate must be to be called clear."""

_THINGS = frozenset({SpeakerKind.ORGANIZATION, SpeakerKind.DOCUMENT})


def resolve(
    mention: Mention, place: Place, salience: Salience, barred: Figure | None = None
) -> Found | None:
    """The figure that *he*, *she*, *it* or *they* stands for, never the `barred` one."""
    ranked = [item for item in rank(mention, place, salience) if item[0] is not barred]
    if not ranked:
        return None
    figure, best = ranked[0]
    if len(ranked) == 1:
        return Found(figure, rules.PRONOUN_ALONE, "pronoun, one candidate")
    if best - ranked[1][1] >= CLEAR:
        return Found(figure, rules.PRONOUN_CLEAR, "pronoun, clear candidate")
    return Found(figure, rules.PRONOUN_CLOSE, "pronoun, close candidates")


def rank(mention: Mention, place: Place, salience: Salience) -> list[tuple[Figure, float]]:
    """Whom a mention can reach back to, with the weight of each, the best first."""
    best: dict[Figure, float] = {}
    for sort in _sorts(mention):
        for event in salience.recent(sort):
            if place.paragraph - event.place.paragraph > FARTHEST_PARAGRAPH:
                break
            if event.figure in best and not (event.place.subject or event.place.source):
                continue
            if _may_be(mention, place, event, salience):
                weight = _weigh(mention, place, event, salience)
                best[event.figure] = max(weight, best.get(event.figure, weight))
    return sorted(best.items(), key=lambda item: -item[1])


def _sorts(mention: Mention) -> tuple[Sort, ...]:
    if mention.plural:
        return Sort.SEVERAL, Sort.THING
    return (Sort.THING,) if mention.gender is Gender.NEUTER else (Sort.PERSON,)


def _may_be(mention: Mention, place: Place, event: Event, salience: Salience) -> bool:
    figure, there = event.figure, event.place
    if there.quotation is not None and place.quotation is None:
        return False
    if _is_self(place, event, salience):
        return False
    if figure.person:
        return figure.fits(mention.gender)
    if figure.plural:
        return True
    return figure.kind in _THINGS or (mention.plural and figure.kind is SpeakerKind.GROUP)


def _is_self(place: Place, event: Event, salience: Salience) -> bool:
    """What *he* and *him* never are: the other part of their verb, or the speaker quoted.

    *Quill told him*; *“He left,” Quill said*.
    """
    if event.place.governor == place.governor and place.personal:
        return True
    quoted = place.quotation is not None and event.place.quotation is None
    return quoted and salience.spoke_in(event.figure, place.paragraph)


def _weigh(mention: Mention, place: Place, event: Event, salience: Salience) -> float:
    figure, there = event.figure, event.place
    speaking = place.source and salience.speaking is figure
    return (
        PER_SENTENCE * (place.sentence - there.sentence)
        + PER_PARAGRAPH * (place.paragraph - there.paragraph)
        + (SUBJECT if place.subject else SUBJECT_FROM_ELSEWHERE) * there.subject
        + HERE * (there.subject and there.paragraph == place.paragraph)
        + SPOKE * (there.source and place.source)
        + SPOKE_LAST * speaking
        + GENDER * (figure.gender is mention.gender)
        + NAMED * figure.named
        + SEVERAL * figure.plural
        + PLACE * figure.place
        + FREQUENT * log2(1 + min(figure.told, OFTEN))
        + TOPIC * log2(1 + min(len(figure.mentions), MOST))
    )
