"""The ways in which quoted words may be somebody's, and what decided among them."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from onrecord.attribution import Decision
from onrecord.types import Candidate, Feature, Way, Weighed

MOST_DECIDING = 5
"""Features that are named as deciding."""

EVEN = "both ways weigh the same, and the first to come is taken"
"""What decides where nothing tells two ways apart, in words."""


def offered(decision: Decision) -> tuple[Candidate, ...]:
    """The ways in which it is somebody's words, the likeliest first."""
    return tuple(candidate for candidate in decision.weighed if candidate.spoken)


def same(candidate: Candidate, taken: Candidate) -> bool:
    """Whether two candidates are one way."""
    return (candidate.report, candidate.follows) == (taken.report, taken.follows)


def kind_of(candidate: Candidate) -> Way:
    """What sort of way a candidate is."""
    if candidate.report is not None:
        return Way.TAG
    return Way.FOLLOWS if candidate.follows is not None else Way.UNTAGGED


def brought_in(rule: str) -> Weighed:
    """A way that the model did not weigh."""
    return Weighed(Way.UNTAGGED, None, None, None, True, 0.0, (Feature(rule, 1.0),))


def against_speech(decision: Decision | None) -> tuple[Feature, ...]:
    """What spoke against, and for, its being anybody's speech."""
    nobody = (c for c in decision.weighed if not c.spoken) if decision else iter(())
    return by_weight(next((candidate.evidence for candidate in nobody), ()))


def deciding(weighed: Sequence[Weighed]) -> tuple[Feature, ...]:
    """By which features the chosen way is ahead of the next one, the most telling first."""
    chosen = next((one for one in weighed if one.chosen), weighed[0])
    rival = next((one for one in weighed if one is not chosen), None)
    own = {feature.name: feature for feature in chosen.features}
    other = {feature.name: feature for feature in rival.features} if rival else {}
    nothing = Feature("", 0.0)
    leads = (
        Feature(
            name,
            own.get(name, nothing).value,
            own.get(name, nothing).contribution - other.get(name, nothing).contribution,
        )
        for name in dict.fromkeys([*own, *other])
    )
    telling = [lead for lead in by_weight(leads) if lead.contribution > 0]
    return tuple(telling[:MOST_DECIDING]) or (Feature(EVEN, 1.0),)


def by_weight(features: Iterator[Feature] | Sequence[Feature]) -> tuple[Feature, ...]:
    """The features that weigh most, for or against, first."""
    return tuple(sorted(features, key=lambda feature: -abs(feature.contribution)))
