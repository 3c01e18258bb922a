"""Why a quotation got its speaker and its confidence, in words that a person reads.

Nothing here decides anything: it tells what the stages have decided by, and is made only where it
is asked for.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import replace
from functools import cached_property

from onrecord.attribution import (
    AGAIN,
    BESIDE,
    FREE,
    GOES_ON,
    POINT,
    Decision,
    Scene,
    construction,
    grounds,
    left_out,
)
from onrecord.attribution.rank import probabilities
from onrecord.confidence import Calibration, Case, reasons
from onrecord.types import (
    Candidate,
    Explanation,
    Feature,
    QuotationType,
    Resolution,
    Statement,
    TextSpan,
    Way,
    Weighed,
)
from onrecord.voices import Found, Voice, found_by_source, voices
from onrecord.ways import (
    against_speech,
    brought_in,
    by_weight,
    deciding,
    kind_of,
    offered,
    same,
)

ALONE = "neither a tag nor a quotation before it stands near"
"""The rule where nothing is there to choose from, in words."""


NOBODYS = "the quoted words before, which are taken for nobody's"
"""What a way goes by that follows words which are no quotation, in words."""


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
        """Take what the stages made.

        Args:
            decisions: of the model, before any rule has set another in its place.
        """
        self._scene = scene
        self._decisions = decisions
        self._statements = statements
        self._resolution = resolution
        self._calibration = calibration

    def explanation(
        self, number: int, case: Case, chain: Mapping[str, float] | None = None
    ) -> Explanation:
        """Why a statement is as it is.

        Args:
            number: its position.
            case: what its confidence goes by.
            chain: what that of its attribution goes by, where it has one.
        """
        statement, voice = self._statements[number], self._voices[number]
        decision = self._decision(statement)
        rule = self._rule(statement, voice, decision)
        weighed = tuple(self._ways(statement, voice, decision)) if decision else ()
        told = self._went_by(statement, rule) if rule else deciding(weighed)
        who = self._who.get(voice.heard) if voice.heard else None
        taken = next((one for one in weighed if one.chosen), None)
        return Explanation(
            rule=rule,
            summary=tuple(self._summary(statement, voice, decision, rule, weighed)),
            deciding=(*told, *self._rather(voice, who)),
            features=taken.features if taken else told,
            speech=against_speech(decision),
            weighed=weighed,
            resolution=who.rule if who else None,
            rivals=who.rivals if who else (),
            confidences=reasons(self._calibration, case, chain),
        )

    def _decision(self, statement: Statement) -> Decision | None:
        """The decision about the first string of a quotation, None for indirect statements."""
        if statement.type is QuotationType.INDIRECT or not statement.quoted:
            return None
        number = self._strings.get(statement.quoted[0])
        return None if number is None else self._decisions[number]

    def _rule(self, statement: Statement, voice: Voice, decision: Decision | None) -> str | None:
        """The rule that decided, in words; None where the model did."""
        if decision is None:
            return self._form(statement)
        if voice.echoed:
            return AGAIN
        if statement.taken is not None and statement.taken.rule:
            return statement.taken.rule
        only, *others = offered(decision)
        return ALONE if not others and kind_of(only) is Way.UNTAGGED else None

    def _form(self, statement: Statement) -> str:
        """The form of words of a statement without quotation marks."""
        if statement.report is None:
            return GOES_ON if statement.follows is None else POINT
        if statement.report in self._tags:
            return BESIDE
        return construction(self._scene.reports[statement.report])

    def _went_by(self, statement: Statement, rule: str) -> tuple[Feature, ...]:
        """What a rule went by, as features that add to no score."""
        return tuple(Feature(name, 1.0) for name in self._grounds(statement, rule))

    def _grounds(self, statement: Statement, rule: str) -> Iterable[str]:
        if statement.type is not QuotationType.INDIRECT or rule in {BESIDE, POINT}:
            return (rule,)
        if statement.report is None:
            return (rule, *FREE)
        return grounds(self._scene, self._scene.reports[statement.report])

    def _rather(self, voice: Voice, who: Found | None) -> Iterator[Feature]:
        """Whom the source was taken for, where it might have been others."""
        if who is not None and voice.heard is not None and who.rivals:
            name, others = who.speaker.name, " or ".join(who.rivals)
            words = f"“{self._words(voice.heard)}” is {name} rather than {others}: {who.rule}"
            yield Feature(words, 1.0)

    def _ways(self, statement: Statement, voice: Voice, decision: Decision) -> Iterator[Weighed]:
        """The ways that the model weighed, then the one that a rule brought in, if it is none."""
        weighed, taken = offered(decision), statement.taken or decision.chosen
        known = False
        for candidate, chance in zip(weighed, probabilities(weighed), strict=True):
            chosen = not voice.echoed and taken is not None and same(candidate, taken)
            known = known or chosen
            way = self._way(candidate, round(chance, 4))
            source = statement.source if chosen and taken and taken.rule else None
            yield replace(way, chosen=chosen, source=source or way.source)
        if voice.echoed and statement.echoes is not None:
            yield replace(brought_in(AGAIN), way=Way.FOLLOWS, follows=f"q{statement.echoes + 1}")
        elif taken is not None and not known:
            way = self._way(taken, 0.0)
            yield replace(way, chosen=True, source=statement.source or way.source)

    def _way(self, candidate: Candidate, chance: float) -> Weighed:
        report = None if candidate.report is None else self._scene.reports[candidate.report]
        return Weighed(
            way=kind_of(candidate),
            source=report.source if report else None,
            cue=report.cue if report else None,
            follows=self._followed(candidate),
            chosen=False,
            probability=chance,
            features=by_weight(candidate.evidence),
        )

    def _followed(self, candidate: Candidate) -> str | None:
        if candidate.follows is None:
            return None
        number = self._quotations.get(self._scene.strings[candidate.follows].parts[0])
        return None if number is None else f"q{number + 1}"

    def _summary(
        self,
        statement: Statement,
        voice: Voice,
        decision: Decision | None,
        rule: str | None,
        weighed: Sequence[Weighed],
    ) -> Iterator[str]:
        if decision is None:
            yield f"A rule found it: {rule}."
        else:
            yield from self._choice(decision, rule, weighed)
        yield from self._heard(statement, voice)
        if statement.negated:
            yield "The text says that it was not said, or denies it."

    def _choice(
        self, decision: Decision, rule: str | None, weighed: Sequence[Weighed]
    ) -> Iterator[str]:
        """What the model chose, and what a rule made of that."""
        by_model = weighed[: len(offered(decision))]
        taken = next((one for one in weighed if one.chosen), None)
        first, rival = by_model[0], next(iter(by_model[1:]), None)
        if rule is None:
            yield f"The model chose {self._worded(first)} ({first.probability:.0%})."
            if rival is not None:
                yield f"The next best was {self._worded(rival)} ({rival.probability:.0%})."
            yield from self._left_out(decision)
            return
        if rival is None:
            yield f"A rule decided: {rule}."
            yield "Nothing else came into question."
        elif taken is first:
            yield f"A rule tells whose it is: {rule}."
        else:
            yield f"The model chose {self._worded(first)} ({first.probability:.0%})."
            yield f"A rule went before that: {rule}."
        if taken is not None and taken is not first:
            yield f"By that it is {self._worded(taken)}."

    def _left_out(self, decision: Decision) -> Iterator[str]:
        """The tags that the model was not to choose."""
        for report in left_out(self._scene, decision.weighed[0].string):
            way = self._way(Candidate(0, report, None), 0.0)
            yield f"A rule left out {self._worded(way)} beforehand: a nearer cue has the words."

    def _heard(self, statement: Statement, voice: Voice) -> Iterator[str]:
        """Who the source is, by which rule, and who else it might have been."""
        if voice.echoed and statement.source is not None:
            yield from self._otherwise(statement.source, voice)
        if voice.heard is None:
            yield "Nobody is named as its source."
            return
        who, words = self._who.get(voice.heard), self._words(voice.heard)
        if who is None:
            yield f"Who “{words}” is was not found."
            return
        beside = self._beside.get(voice.heard)
        if beside is not None:
            yield f"“{words}” stands in apposition to “{self._words(beside)}”."
        yield f"“{words}” is {who.speaker.name}, by the rule: {who.rule}."
        if who.rivals:
            yield f"It might have been {' or '.join(who.rivals)}."

    def _otherwise(self, source: TextSpan, voice: Voice) -> Iterator[str]:
        """Whom the tag of a headline would have given without the words below."""
        who = self._who.get(source)
        if who is not None and who.speaker is not voice.speaker:
            words = self._words(source)
            yield f"“{words}” by itself would have been {who.speaker.name}: {who.rule}."

    def _worded(self, weighed: Weighed) -> str:
        if weighed.way is Way.UNTAGGED and weighed.source is not None:
            return f"“{self._words(weighed.source)}” of the text around it"
        if weighed.way is Way.UNTAGGED:
            return "that nobody near is its source"
        if weighed.way is Way.FOLLOWS:
            return f"the speaker of {weighed.follows or NOBODYS}"
        cue = f"the tag “{self._words(weighed.cue)}”" if weighed.cue else "a tag without a verb"
        return f"{cue} of “{self._words(weighed.source)}”" if weighed.source else cue

    def _words(self, span: TextSpan) -> str:
        return " ".join(span.of(self._scene.document.text).split())

    @cached_property
    def _voices(self) -> tuple[Voice, ...]:
        return voices(self._statements, self._resolution)

    @cached_property
    def _tags(self) -> frozenset[int | None]:
        """The reports that are the tag of quoted words and tell of nothing else."""
        return frozenset(s.report for s in self._statements if s.quoted and not s.context)

    @cached_property
    def _strings(self) -> Mapping[TextSpan, int]:
        return {string.parts[0]: n for n, string in enumerate(self._scene.strings)}

    @cached_property
    def _quotations(self) -> Mapping[TextSpan, int]:
        return {part: n for n, s in enumerate(self._statements) for part in s.quoted}

    @cached_property
    def _beside(self) -> Mapping[TextSpan, TextSpan]:
        """The sources that stand in apposition to a name -> the name."""
        return dict(self._resolution.names)

    @cached_property
    def _who(self) -> Mapping[TextSpan, Found]:
        return found_by_source(self._resolution)
