"""Explanations name what decided: where that alone changes in the text, the answer does too."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from typing import NamedTuple

import pytest

import onrecord
from onrecord import Pipeline, attribution, pipeline
from onrecord.attribution import Decision
from onrecord.types import Candidate, Explanation, Feature, Quotation, Way

pytestmark = pytest.mark.model

BOTH = "“The pier is safe,” Ada Quill said.\n\n“The lamps are not,” Mara Lorne said."
ECHO = (
    "Minister tells council to ‘get a grip’\n\n"
    "Housing minister Callum Brathwaite visited Derby on Monday.\n\n"
    "The council has to “get a grip” on repairs, Harriet Osei, the tenants' leader, said."
)
AGAIN = "the article says the same words again below, and tells whose they are"
NESTED = "In the note, Kiki Lavelle claims, Barry Tranter called her “a sorry babe”."
INNERMOST = "where reports nest, the words are those of the innermost source"
TURN = "“Were you afraid?” Ruiz asked Jo Pell.\n\n“Of him? Never,” Pell said.\n\n“Not once?”"
IN_TURN = "a turn of a dialogue: it answers the turn before, and is of who spoke before that"
RATHER = " rather than "
TIE = "tie: content of a verb of saying"


class Told(NamedTuple):
    """What is answered of the last words that are quoted or reported, and what is told of that.

    Attributes:
        answer: speaker and words; None where nothing is quoted or reported.
        deciding: what the explanation says decided it: features, a rule, a sign of speech.
        all: everything that holds of it, whether it decided or not: `source: feature` for each tag
            that was weighed, the signs of its being speech, the rules.
        sources: of the tags that were weighed.
    """

    answer: tuple[str | None, str] | None
    deciding: frozenset[str]
    all: frozenset[str]
    sources: frozenset[str]


class Case(NamedTuple):
    """A text, what is named as deciding in it, and a change to what that speaks of alone.

    Attributes:
        kind: which part of what is told is looked at: the `tags` that were weighed, the `rule` that
            told whose the words are, `who` the source is, or whether they are `speech`.
        moved: all that changes with it, which is nothing else that was named as deciding.
    """

    kind: str
    text: str
    named: str
    old: str
    new: str
    moved: frozenset[str] = frozenset()
    after: tuple[str, str] | None = None


CASES = {
    "a ranker's feature: the other tag stands in another paragraph": Case(
        kind="tags",
        text="Mara Lorne said yes.\n\n“The pier is safe.” Ada Quill said no.",
        named="other paragraph, tag before",
        old="\n\n",
        new=" ",
        moved=frozenset({"other paragraph, tag before"}),
        after=("Mara Lorne", "The pier is safe."),
    ),
    "a ranker's feature: a full stop parts the words from the tag behind": Case(
        kind="tags",
        text="Mara Lorne said yes. “The pier is safe.” Ada Quill said afterwards.",
        named="full stop closes the string, tag behind",
        old=".”",
        new=",”",
        moved=frozenset(
            {
                "full stop closes the string, tag behind",
                "comma or question closes the string, tag behind",
                "other sentence, tag behind",
                "form: colon",
                "form: tag",
                "reported clause holds the string",
                "the clause of another report holds the string",
            }
        ),
        after=("Ada Quill", "The pier is safe,"),
    ),
    "a ranker's feature: the cue is a verb of saying": Case(
        kind="tags",
        text="Ada Quill said it was late and Mara Lorne wrote “the pier is safe”.",
        named="cue: a verb of saying",
        old="wrote",
        new="left",
        moved=frozenset({"cue: a verb of saying", "cue: no reporting verb"}),
        after=("Ada Quill", "it was late and Mara Lorne left “the pier is safe”"),
    ),
    "an echo: the body says the words of the headline again": Case(
        kind="rule",
        text=ECHO,
        named=AGAIN,
        old="‘get a grip’",
        new="‘lose a grip’",
        moved=frozenset({AGAIN}),
        after=("Callum Brathwaite", "to ‘lose a grip’"),
    ),
    "nested reports: another calls her that in there": Case(
        kind="rule",
        text=NESTED,
        named=INNERMOST,
        old="called her",
        new="is",
        moved=frozenset({INNERMOST}),
        after=("Kiki Lavelle", "Barry Tranter is “a sorry babe”"),
    ),
    "a turn of a dialogue: it answers": Case(
        kind="rule",
        text=TURN,
        named=IN_TURN,
        old="\n\n“Not",
        new=" “Not",
        moved=frozenset({IN_TURN}),
        after=("Jo Pell", "Of him? Never, Not once?"),
    ),
    "who it is: of the surname": Case(
        kind="who",
        text="Ada Quill came in May. “It is safe,” Quill said.",
        named="surname",
        old="Ada Quill",
        new="Ada Pell",
        moved=frozenset({"surname", "name"}),
        after=("Quill", "It is safe,"),
    ),
    "who it is: the name beside": Case(
        kind="who",
        text="“It is a lighthouse,” its director, Yevka Lindmark, told reporters.",
        named="apposition, name",
        old=", Yevka Lindmark,",
        new="",
        moved=frozenset({"apposition, name", "unnamed"}),
        after=("its director", "It is a lighthouse,"),
    ),
    "who it is: of two the one mentioned last": Case(
        kind="who",
        text="Mary Lorne came in May. Anna Quill came in June.\n\n“It is safe,” she said.",
        named="“she” is Anna Quill rather than Mary Lorne: pronoun, close candidates",
        old="Mary Lorne came in May. Anna Quill came in June.",
        new="Anna Quill came in June. Mary Lorne came in May.",
        moved=frozenset(
            {
                "“she” is Anna Quill rather than Mary Lorne: pronoun, close candidates",
                "“she” is Mary Lorne rather than Anna Quill: pronoun, close candidates",
            }
        ),
        after=("Mary Lorne", "It is safe,"),
    ),
    "what is speech: the words are the content of a verb of saying": Case(
        kind="speech",
        text="Tired of it, Ada Quill wrote “I am leaving” on the wall.",
        named=f"no speech, {TIE}",
        old="wrote",
        new="left",
        moved=frozenset(
            f"no speech, {sign}{tie}"
            for sign in ("", "place: behind a verb & ", "words: 3-4 & ", "capitals: first & ")
            for tie in (TIE, "tie: content of no reporting verb")
        )
        | {"no speech, no report in its sentence"},
    ),
}


@pytest.fixture(scope="module")
def engine() -> Pipeline:
    return onrecord.load_pipeline()


@pytest.fixture
def decided(monkeypatch: pytest.MonkeyPatch) -> list[Decision]:
    """What the model decided last, kept also of words that it takes for nobody's."""
    kept: list[Decision] = []
    decide = attribution.decide

    def keeping(
        ranker: attribution.Ranker, candidates: Sequence[Sequence[Candidate]]
    ) -> tuple[Decision, ...]:
        made = decide(ranker, candidates)
        kept[:] = made
        return made

    monkeypatch.setattr(attribution, "decide", keeping)
    return kept


def told(engine: Pipeline, text: str, kind: str, decided: list[Decision]) -> Told:
    quotes = engine.extract(text, explain=True).quotes
    quote = _asked(text, quotes)
    why = quote.explanation if quote else None
    answer = (name(quote), words(quote, text)) if quote else None
    if kind == "speech":
        signs = next((c.evidence for d in decided[:1] for c in d.weighed if not c.spoken), ())
        against = _names(f for f in (why.speech if why else ()) if f.contribution < 0)
        return Told(answer, against, _names(signs), frozenset())
    if why is None:
        return Told(answer, frozenset(), frozenset(), frozenset())
    if kind == "tags":
        tags = frozenset(_tags(why, text))
        sources = frozenset(tag.partition(": ")[0] for tag in tags)
        return Told(answer, _names(why.deciding), tags, sources)
    rules = frozenset(_rules(why) if kind == "rule" else _who(why))
    return Told(answer, rules, rules, frozenset())


def _rules(why: Explanation) -> Iterator[str]:
    """What a rule went by that told whose the words are."""
    if why.rule is not None:
        yield why.rule
        yield from (f.name for f in why.deciding if RATHER not in f.name)


def _who(why: Explanation) -> Iterator[str]:
    """The rule that told who the source is, and whom it was taken for."""
    yield str(why.resolution)
    yield from (f.name for f in why.deciding if RATHER in f.name)


def _asked(text: str, quotes: tuple[Quotation, ...]) -> Quotation | None:
    """The first quotation of a text that begins with a headline, else the last one."""
    if not quotes:
        return None
    return quotes[0] if text.startswith("Minister") else quotes[-1]


def _tags(why: Explanation, text: str) -> Iterator[str]:
    """`source: feature` for every feature of every tag that was weighed."""
    for way in why.weighed:
        if way.source is not None:
            yield from (f"{way.source.of(text)}: {f.name}" for f in way.features if f.value)


def _names(features: Iterable[Feature]) -> frozenset[str]:
    return frozenset(feature.name for feature in features)


def changed(before: Told, after: Told) -> frozenset[str]:
    """What holds before or after but not both, of tags so far as they are weighed both times."""
    apart = before.all ^ after.all
    if not before.sources:
        return apart
    both = before.sources & after.sources
    split = (one.partition(": ") for one in apart)
    return frozenset(feature for source, _, feature in split if source in both)


def name(quote: Quotation) -> str | None:
    return quote.speaker.name if quote.speaker else None


def words(quote: Quotation, text: str) -> str:
    return " ".join(part.of(text) for part in quote.parts)


def first(engine: Pipeline, text: str) -> Quotation:
    return engine.extract(text, explain=True).quotes[0]


@pytest.mark.parametrize("case", CASES.values(), ids=list(CASES))
def test_the_deciding_feature_decides(
    engine: Pipeline, decided: list[Decision], case: Case
) -> None:
    assert case.text.count(case.old) == 1
    before = told(engine, case.text, case.kind, decided)
    after = told(engine, case.text.replace(case.old, case.new), case.kind, decided)
    assert case.named in before.deciding
    assert case.named in changed(before, after)
    assert changed(before, after) == case.moved
    assert before.answer != after.answer == case.after


def test_the_chosen_way_is_the_likeliest_and_says_whose_tag_it_is(engine: Pipeline) -> None:
    explanation = first(engine, BOTH).explanation
    assert explanation is not None
    chosen = next(one for one in explanation.weighed if one.chosen)
    assert chosen.way is Way.TAG
    assert chosen.source is not None
    assert chosen.source.of(BOTH) == "Ada Quill"
    assert chosen.probability == max(one.probability for one in explanation.weighed)
    assert "Ada Quill" in " ".join(explanation.summary)


def test_who_else_a_pronoun_might_have_been_is_told(engine: Pipeline) -> None:
    text = "Mary Lorne spoke at the mill. Anna Quill spoke at the mill.\n\n“It is safe,” she said."
    quote = first(engine, text)
    assert quote.explanation is not None
    (said,) = [s for s in quote.explanation.summary if s.startswith("It might have been ")]
    other = {"Mary Lorne", "Anna Quill"} - {name(quote)}
    assert all(one in said for one in other)
    assert set(quote.explanation.rivals) == other


INTERVIEW = (
    "Mara Lorne has run the mill for years. Lorne talks of wheat.\n\n"
    "When did you start?\n\nI started when I was nine, with my father and his horse.\n\n"
    "What came next?\n\nThen came the war, and nothing was as it had been before.\n\n"
    "And then, what did you do?\n\nI went back to my mill."
)


@pytest.mark.parametrize(
    ("text", "rule"), [(ECHO, AGAIN), (NESTED, INNERMOST), (INTERVIEW, "an interview without")]
)
def test_a_rule_before_the_model_is_named_and_flags_whom_the_answer_has(
    engine: Pipeline, text: str, rule: str
) -> None:
    quotes = engine.extract(text, explain=True).quotes
    why = quotes[0].explanation
    assert why is not None
    assert why.rule is not None
    assert why.rule.startswith(rule)
    (chosen,) = [way for way in why.weighed if way.chosen]
    by_other = chosen.follows is not None
    said = name(quotes[int(chosen.follows[1:]) - 1]) if chosen.follows else None
    said = said if by_other or chosen.source is None else chosen.source.of(text)
    assert said == name(quotes[0])
    assert f"is {name(quotes[0])}, by the rule" in why.summary[-1]


def test_nothing_is_explained_unless_asked_for(
    engine: Pipeline, monkeypatch: pytest.MonkeyPatch
) -> None:
    def refused(*_: object) -> None:
        raise AssertionError("explained without being asked")

    monkeypatch.setattr(pipeline, "Explainer", refused)
    assert engine.extract(BOTH).quotes[0].explanation is None
