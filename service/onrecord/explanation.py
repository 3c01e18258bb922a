"""Why a quotation got its speaker and its confidence, in words that a person reads.

Nothing here decides anything: it tells what the stages have decided by, and is made only where it
is asked for.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from functools import cached_property
from typing import NamedTuple

from onrecord.attribution import Decision, Scene
from onrecord.attribution.rank import probabilities
from onrecord.confidence import Calibration, Case, reasons
from onrecord.types import (
    Candidate,
    Explanation,
    Feature,
    QuotationType,
    Resolution,
    Speaker,
    Statement,
    TextSpan,
    Way,
    Weighed,
)

MOST_DECIDING = 5
"""Features that are named as deciding."""

_FARTHEST = 12


class _Heard(NamedTuple):
    """The source that tells the speaker, who that is, by which rule, and who else it might be."""

    source: TextSpan | None
    speaker: Speaker | None
    rule: str | None
    rivals: tuple[str, ...]


class Explainer:
    """Explains the statements of one article."""

    def __init__(
        self,
        scene: Scene,
        decisions: Sequence[Decision],
        statements: Sequence[Statement],
        resolution: Resolution,
        calibration: Calibration,
    ) -> None:
        self._scene = scene
        self._decisions = decisions
        self._statements = statements
        self._resolution = resolution
        self._calibration = calibration

    def explanation(self, number: int, case: Case) -> Explanation:
        """Why a statement is as it is."""
        statement = self._statements[number]
        decision = self._decision(statement)
        weighed = tuple(self._weighed(decision)) if decision else ()
        speech = (
            next((c.evidence for c in decision.weighed if not c.spoken), ()) if decision else ()
        )
        heard = self._heard(statement)
        rule = self._rule(statement) if decision is None else None
        return Explanation(
            rule=rule,
            summary=tuple(self._summary(statement, weighed, rule, heard)),
            deciding=_deciding(weighed) if weighed else statement.evidence,
            speech=_by_weight(speech),
            weighed=weighed,
            resolution=heard.rule,
            confidences=reasons(self._calibration, case),
        )

    def _decision(self, statement: Statement) -> Decision | None:
        """The decision about the first string of a quotation, None for indirect statements."""
        if statement.type is QuotationType.INDIRECT or not statement.quoted:
            return None
        number = self._strings.get(statement.quoted[0])
        return None if number is None else self._decisions[number]

    def _weighed(self, decision: Decision) -> Iterator[Weighed]:
        offered = [candidate for candidate in decision.weighed if candidate.spoken]
        for candidate, chance in zip(offered, probabilities(offered), strict=True):
            report = None if candidate.report is None else self._scene.reports[candidate.report]
            yield Weighed(
                way=_way(candidate),
                source=report.source if report else None,
                cue=report.cue if report else None,
                follows=self._followed(candidate),
                chosen=candidate is decision.chosen,
                probability=round(chance, 4),
                features=_by_weight(candidate.evidence),
            )

    def _followed(self, candidate: Candidate) -> str | None:
        if candidate.follows is None:
            return None
        number = self._quotations.get(self._scene.strings[candidate.follows].parts[0])
        return None if number is None else f"q{number + 1}"

    def _rule(self, statement: Statement) -> str:
        if statement.report is not None and self._scene.reports[statement.report].evidence:
            return self._scene.reports[statement.report].evidence
        return "it goes on in the voice of the source before"

    def _heard(self, statement: Statement) -> _Heard:
        """Its own source, or that of the statement before whose speaker it shares."""
        for _ in range(_FARTHEST):
            if statement.source is not None or statement.follows is None:
                break
            statement = self._statements[statement.follows]
        found = self._resolved.get(statement.source) if statement.source else None
        return _Heard(statement.source, *(found or (None, None, ())))

    def _summary(
        self,
        statement: Statement,
        weighed: Sequence[Weighed],
        rule: str | None,
        heard: _Heard,
    ) -> Iterator[str]:
        if rule is not None:
            yield f"A rule found it: {rule}."
        yield from self._choice(weighed)
        if heard.source is None:
            yield "Nobody is named as its source."
        elif heard.speaker is None:
            yield f"Who “{self._words(heard.source)}” is was not found."
        else:
            name = heard.speaker.name
            yield f"“{self._words(heard.source)}” is {name}, by the rule: {heard.rule}."
            if heard.rivals:
                yield f"It might have been {' or '.join(heard.rivals)}."
        if statement.negated:
            yield "The text says that it was not said, or denies it."

    def _choice(self, weighed: Sequence[Weighed]) -> Iterator[str]:
        chosen = next((one for one in weighed if one.chosen), None)
        rival = next((one for one in weighed if not one.chosen), None)
        if chosen is None:
            return
        yield f"The model chose {self._worded(chosen)} ({chosen.probability:.0%})."
        if rival is None:
            yield "Nothing else came into question."
        else:
            yield f"The next best was {self._worded(rival)} ({rival.probability:.0%})."

    def _worded(self, weighed: Weighed) -> str:
        if weighed.way is Way.UNTAGGED:
            return "that nobody near is its source"
        if weighed.way is Way.FOLLOWS:
            return f"the speaker of {weighed.follows or 'the quoted words before'}"
        cue = f"the tag “{self._words(weighed.cue)}”" if weighed.cue else "a tag without a verb"
        return f"{cue} of “{self._words(weighed.source)}”" if weighed.source else cue

    def _words(self, span: TextSpan) -> str:
        return " ".join(span.of(self._scene.document.text).split())

    @cached_property
    def _strings(self) -> Mapping[TextSpan, int]:
        return {string.parts[0]: n for n, string in enumerate(self._scene.strings)}

    @cached_property
    def _quotations(self) -> Mapping[TextSpan, int]:
        return {part: n for n, s in enumerate(self._statements) for part in s.quoted}

    @cached_property
    def _resolved(self) -> Mapping[TextSpan, tuple[Speaker, str, tuple[str, ...]]]:
        who = self._resolution
        others = who.rivals or ((),) * len(who.rules)
        found = zip(who.by_source, who.rules, others, strict=True)
        return {span: (who.speakers[n], rule, rivals) for (span, n, _), rule, rivals in found}


def _way(candidate: Candidate) -> Way:
    if candidate.report is not None:
        return Way.TAG
    return Way.FOLLOWS if candidate.follows is not None else Way.UNTAGGED


def _deciding(weighed: Sequence[Weighed]) -> tuple[Feature, ...]:
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
    telling = [lead for lead in _by_weight(leads) if lead.contribution > 0]
    return tuple(telling[:MOST_DECIDING])


def _by_weight(features: Iterator[Feature] | Sequence[Feature]) -> tuple[Feature, ...]:
    return tuple(sorted(features, key=lambda feature: -abs(feature.contribution)))
