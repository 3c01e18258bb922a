"""Statements, chains and speakers put together."""

from __future__ import annotations

from onrecord.answer import Composer, sources, uttered
from onrecord.attribution import Chain, Decision, Link, Scene
from onrecord.confidence import Calibration
from onrecord.confidence.calibrate import Logistic
from onrecord.explanation import Explainer
from onrecord.types import (
    Candidate,
    Construction,
    Extraction,
    HopRelation,
    QuotationType,
    QuotedString,
    Relation,
    RelationKind,
    Report,
    Resolution,
    Speaker,
    SpeakerKind,
    Statement,
    TaggedRelation,
    TextSpan,
)
from tests.build import document, span

BUILT = document(
    "“ No lamps ” said=say/VERB Ada/PROPN/compound/Quill Quill/PROPN/nsubj/said . “ None . ”",
    "She/PRON/nsubj/fears fears=fear/VERB rain/NOUN .",
)
ADA, SAID = span(BUILT, "Ada Quill"), span(BUILT, "said")
FIRST, SECOND = span(BUILT, "No lamps"), span(BUILT, "None.")
QUILL = Speaker("s1", "Ada Quill", SpeakerKind.PERSON, True, "Mayor", (ADA,))
KNOWN = Resolution((QUILL,), ((ADA, 0, 0.9),), ("name",))
EVEN = Calibration(
    {name: Logistic(0.0, {}) for name in ("quotation", "speaker", "chain")},
)

TAGGED = Statement(QuotationType.DIRECT, (FIRST,), (FIRST,), report=0, source=ADA, cue=SAID)
FOLLOWING = Statement(QuotationType.DIRECT, (SECOND,), (SECOND,), follows=0)


def quoted(words: TextSpan) -> QuotedString:
    return QuotedString((words,), TextSpan(words.start - 1, words.end + 1))


def scene(tagged: tuple[TaggedRelation, ...]) -> Scene:
    reach = TextSpan(0, BUILT.paragraphs[0].end)
    said = Report(Construction.TAG, SAID, "say", ADA, (), reach)
    fears = Report(
        Construction.CLAUSE,
        span(BUILT, "fears"),
        "fear",
        span(BUILT, "She"),
        (span(BUILT, "rain"),),
        BUILT.paragraphs[1],
        kind=RelationKind.THOUGHT,
    )
    return Scene(BUILT, (quoted(FIRST), quoted(SECOND)), (said, fears), tagged)


def extraction(*chains: Chain, tagged: tuple[TaggedRelation, ...] = ()) -> Extraction:
    made = Composer(scene(tagged), (TAGGED, FOLLOWING), chains, KNOWN, EVEN)
    return made.extraction("en", "test")


def test_a_quotation_has_the_speaker_of_its_source() -> None:
    quotation = extraction().quotes[0]
    assert (quotation.speaker, quotation.source, quotation.cue) == (QUILL, ADA, SAID)


def test_a_quotation_without_a_tag_shares_the_speaker_but_not_the_mention() -> None:
    quotation = extraction().quotes[1]
    assert (quotation.speaker, quotation.source, quotation.cue) == (QUILL, None, None)


def test_the_confidence_is_that_all_is_right() -> None:
    quotation = extraction().quotes[0]
    assert dict(quotation.confidences) == {"quotation": 0.5, "speaker": 0.5}
    assert quotation.confidence == 0.25


def test_a_chain_becomes_an_attribution_that_its_quotation_refers_to() -> None:
    link = Link(ADA, SAID, HopRelation.REPORTED)
    found = extraction(Chain(0, (FIRST,), (link,)))
    (attribution,) = found.attributions
    assert found.quotes[0].attribution == attribution.id
    assert found.quotes[1].attribution is None
    assert [(hop.speaker, hop.relation) for hop in attribution.chain] == [
        (QUILL, HopRelation.REPORTED)
    ]


def test_a_hop_may_borrow_the_speaker_of_a_statement() -> None:
    link = Link(None, None, HopRelation.SAID, statement=0)
    (attribution,) = extraction(Chain(1, (SECOND,), (link,))).attributions
    assert [hop.speaker for hop in attribution.chain] == [QUILL]


def test_the_confidence_of_an_attribution_is_explained_with_its_quotation() -> None:
    read, chain = scene(()), Chain(0, (FIRST,), (Link(ADA, SAID, HopRelation.REPORTED),))
    chosen = Candidate(0, 0, None)
    decided = Decision(chosen, 0.9, 0.9, (chosen, Candidate(0, None, None)))
    explainer = Explainer(read, (decided, decided), (TAGGED, FOLLOWING), KNOWN, EVEN)
    made = Composer(read, (TAGGED, FOLLOWING), (chain,), KNOWN, EVEN, explainer)
    first, second = (quote.explanation for quote in made.extraction("en", "test").quotes)
    assert first is not None
    assert second is not None
    assert [name for name, _ in first.confidences] == ["quotation", "speaker", "chain"]
    assert [name for name, _ in second.confidences] == ["quotation", "speaker"]


def test_relations_are_those_of_the_tagger_as_it_marks_them() -> None:
    rain, she = span(BUILT, "rain"), span(BUILT, "She")
    thought = TaggedRelation(she, span(BUILT, "fears"), (rain,), RelationKind.THOUGHT, 0.7, ())
    found = extraction(tagged=(thought,)).relations
    assert Relation(she, span(BUILT, "fears"), (rain,), RelationKind.THOUGHT, 0.7) in found


def test_a_relation_that_the_tagger_does_not_believe_itself_is_left_out() -> None:
    rain, fears = span(BUILT, "rain"), span(BUILT, "fears")
    doubtful = TaggedRelation(None, fears, (rain,), RelationKind.THOUGHT, 0.14, ())
    assert all(r.cue != fears for r in extraction(tagged=(doubtful,)).relations)


def test_quotations_that_the_tagger_has_missed_are_relations_with_their_marks() -> None:
    chances = ()
    known = TaggedRelation(ADA, SAID, (FIRST,), RelationKind.SPEECH, 0.9, chances)
    found = extraction(tagged=(known,)).relations
    assert [r.content[0].of(BUILT.text) for r in found] == ["No lamps", "“None.”"]


def test_a_relation_without_a_tag_has_the_source_it_follows() -> None:
    assert extraction().relations[1].source == ADA


def test_words_are_counted_without_punctuation() -> None:
    assert extraction().words == 9


def test_sources_are_asked_for_once_and_in_order() -> None:
    late = TextSpan(ADA.end + 1, ADA.end + 2)
    chain = Chain(
        0, (FIRST,), (Link(late, None, HopRelation.CITED), Link(None, None, HopRelation.SAID))
    )
    assert sources((TAGGED, TAGGED, FOLLOWING), (chain,)) == (ADA, late)


def test_the_name_beside_a_role_is_the_mention() -> None:
    mayor = span(BUILT, "lamps")
    said = Statement(QuotationType.DIRECT, (FIRST,), (FIRST,), source=mayor, cue=SAID)
    beside = Resolution((QUILL,), ((mayor, 0, 0.9),), ("apposition",), names=((mayor, ADA),))

    [quote] = Composer(scene(()), (said,), (), beside, EVEN).extraction("en", "m").quotes
    assert (quote.source, quote.speaker) == (ADA, QUILL)


def test_a_sentence_before_the_words_gives_a_speaker_and_no_tag() -> None:
    told = Statement(
        QuotationType.DIRECT, (SECOND,), (SECOND,), report=0, source=ADA, cue=SAID, context=True
    )

    [quote] = Composer(scene(()), (told,), (), KNOWN, EVEN).extraction("en", "m").quotes
    assert (quote.speaker, quote.source, quote.cue) == (QUILL, None, None)


def test_words_in_marks_are_uttered_by_the_source_of_their_statement() -> None:
    assert uttered((TAGGED, FOLLOWING)) == {FIRST: ADA, SECOND: ADA}


def test_a_statement_that_is_less_likely_one_than_not_is_no_relation() -> None:
    doubt = Calibration({**EVEN.models, "quotation": Logistic(-1.0, {})})
    made = Composer(scene(()), (TAGGED, FOLLOWING), (), KNOWN, doubt)
    assert made.extraction("en", "test").relations == ()
