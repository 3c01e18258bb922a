"""Reported statements without quotation marks, and which reports are none."""

from __future__ import annotations

from dataclasses import replace

import pytest

from onrecord import tagging
from onrecord.attribution import Scene
from onrecord.attribution.handing_on import handing_on
from onrecord.attribution.indirect import indirect_statements
from onrecord.lexicon import cues
from onrecord.types import (
    Construction,
    QuotedString,
    RelationKind,
    Statement,
    TaggedRelation,
    TextSpan,
)
from tests.parses import parsed, strings, tagged
from tests.unit.attribution.scenes import report


def scene(text: str) -> Scene:
    built = parsed(text)
    return Scene(built, strings(built), tagged(text))


def stated(text: str) -> list[str]:
    read = scene(text)
    return [_words(read, statement) for statement in indirect_statements(read, ())]


def _words(read: Scene, statement: Statement) -> str:
    return " … ".join(part.of(read.document.text) for part in statement.parts)


IN_WORDS = [
    ("The clerk demanded to know who had the key.", "who had the key"),
    ("She said she had been told by the board that it was late.", "it was late"),
    ("He paid for calls in which, Marn insists, nobody spoke.", "nobody spoke"),
    ("Loy said the dam would hold.", "the dam would hold"),
    ("Loy denied having met the contractor.", "having met the contractor"),
    ("Marn vowed to dig a canal.", "to dig a canal"),
    ("Loy told the crew to leave the boat.", "to leave the boat"),
    ("The bishop asked parishioners to pray.", "parishioners to pray"),
    (
        "The union called on the minister to publish the figures.",
        "the minister to publish the figures",
    ),
    (
        "Milan Dorr revealed that he had asked the umpire to stop play.",
        "he had asked the umpire to stop play",
    ),
    (
        "Rao denied that Qasr had threatened to leave the group.",
        "Qasr had threatened to leave the group",
    ),
    ("The court heard that Dunn had moved the money.", "Dunn had moved the money"),
    (
        "The driver had been drinking for six hours, a court heard.",
        "The driver had been drinking for six hours",
    ),
    ("Marn wrote to the choir to say that the hall was shut.", "the hall was shut"),
    ("Vane let slip that they had a house.", "they had a house"),
    (
        "Parents complained that the toy had begun to tell them to leave.",
        "the toy had begun to tell them to leave",
    ),
    ("Inspectors found that the alarm was off.", "the alarm was off"),
    ("The memo shows that the alarm was off.", "the alarm was off"),
    ("The dam was shut, according to the clerk.", "The dam was shut"),
    ("Her accusation that the board had lied was read aloud.", "the board had lied"),
    ("Marn made it clear that no ferry would be sold.", "no ferry would be sold"),
    ("It was revealed that both had known.", "both had known"),
    ("It was found that both had known.", "both had known"),
    # a finding, though no verb is seen in it
    (
        "A poll found that half of the voters named rents.",
        "half of the voters named rents",
    ),
    ("Mill moss digests rubber, study finds", "Mill moss digests rubber"),
    ("Loy denied that anyone had told her.", "anyone had told her"),
    # a time before the source parts nothing
    ("In March, a clerk warned managers that it was dear, the Herald reported.", "it was dear"),
    # who cannot say has said nothing
    (
        "She admitted that her lab could not say when it had come.",
        "her lab could not say when it had come",
    ),
    # a tag has the whole clause, whoever asked in it
    (
        "Loy had begged her to stay, the Herald reported, citing a clerk.",
        "Loy had begged her to stay",
    ),
    ("The mayor had left, it was reported on Monday.", "The mayor had left"),
    # who is yet to ask has not asked
    (
        "Loy said the board would ask a judge to step in.",
        "the board would ask a judge to step in",
    ),
    ("A reporter asked whether the dam was safe.", "whether the dam was safe"),
    ("Marn would not say whether it was safe.", "whether it was safe"),
    (
        "Officers think it would help, although they note that the goats can jump.",
        "the goats can jump",
    ),
    ("Loy would say only that the dam was old.", "the dam was old"),
    # what the article says was left out is none of it
    ("She said it would sue two firms, which it did not name.", "it would sue two firms"),
    ("Police: Dam was shut by force ¶ It leaked.", "Dam was shut by force"),
    ("Clerks were told by guards that the dam was old.", "the dam was old"),
    ("A survey found that two in three named it.", "two in three named it"),
    ("A captain ordered them to paint it.", "them to paint it"),
    ("The judge ordered that the dam be shut.", "the dam be shut"),
    ("Loy ordered the dam to be shut.", "the dam to be shut"),
    # who is asked has accepted nothing, and who could not say has said nothing
    (
        "She asked whether he accepted that the dam was old.",
        "whether he accepted that the dam was old",
    ),
    (
        "Marn admitted that her clerk could not say when the dam was shut.",
        "her clerk could not say when the dam was shut",
    ),
]


@pytest.mark.parametrize(("text", "content"), IN_WORDS)
def test_what_a_source_put_in_words_is_a_statement(text: str, content: str) -> None:
    assert stated(text) == [content]


NOT_IN_WORDS = [
    "The bishop asked to stay.",
    "The bishop heard that the shop was for sale.",
    # of the mind alone
    "Loy believes that they are wrong.",
    # might have been said
    "Marn could say that the dam is safe.",
    # deeds that need no words
    "The coastguard ordered two trawlers to leave the bay.",
    "Loy agreed to leave the bay.",
    # nobody is said to have asked
    "Asked whether she would go, Marn shook her head.",
    "Her husband was asked what he would miss.",
    # a word alone
    "Loy said so.",
    "Loy vowed revenge.",
    # a noun that nobody owns
    "The claim that the board had lied was read aloud.",
    # a person who shows
    "The clerk showed that the alarm was off.",
    "It was shown that the alarm was off.",
    # nothing is left to report
    "Loy denied wrongdoing.",
    # a country's order, and what a storm threatens
    "Osmark ordered two clerks to leave the bay.",
    "The storm threatened to flood the bay.",
    # nobody whose words they are, a question, and a condition
    "Nobody has claimed that the dam was old.",
    "Anyone who says that the dam is safe is lying.",
    "Did Loy say that the dam was old?",
    "If Loy says that the dam is safe, they will stay.",
    # a thing that was not confirmed, and what many think
    "Loy declined to confirm that account.",
    "Many blamed the board for shutting the dam.",
    # a thing that is found, a clause that stands for a noun, what anybody would say
    "She finds the dam quaint and is right.",
    "It is whatever the clerk says it is.",
    "Everyone would agree that the dam is old.",
]


@pytest.mark.parametrize("text", NOT_IN_WORDS)
def test_what_nobody_put_in_words_is_none(text: str) -> None:
    assert stated(text) == []


def test_an_order_that_was_never_given_is_part_of_what_is_said() -> None:
    text = "Two cooks said a captain had never ordered them to paint it."
    assert stated(text) == ["a captain had never ordered them to paint it"]


def test_quoted_words_keep_their_marks_at_the_edge_of_a_statement() -> None:
    assert stated("According to the log, “old” dams were left out.") == ["“old” dams were left out"]


def test_mostly_quoted_words_are_decided_by_their_string() -> None:
    assert stated("Loy said that “the dam will hold for a hundred years” or so.") == []


def test_a_report_that_hands_on_another_is_no_statement() -> None:
    text = "Officials told the Gazette that the mayor had said the harbour was bankrupt."
    read = scene(text)
    (outer,) = set(handing_on(read, cues.load(), ()))
    assert read.reports[outer].lemma == "tell"
    assert stated(text) == ["the harbour was bankrupt"]


def test_a_tag_around_a_report_hands_it_on() -> None:
    text = "A neighbour told deputies, the indictment says, that the money was in the wall."
    assert stated(text) == ["the money was in the wall"]


def test_a_report_deep_inside_another_is_part_of_it() -> None:
    text = "Marn said the road would be shut when the clerk said it was safe."
    assert stated(text) == ["the road would be shut when the clerk said it was safe"]


def test_the_tag_of_quoted_words_is_taken() -> None:
    read = scene("Loy said the dam would hold.")
    place = next(n for n, report in enumerate(read.reports) if report.lemma == "say")
    assert list(indirect_statements(read, {place})) == []


def test_reports_inside_quotations_are_not_the_articles() -> None:
    assert stated("“The clerk said the dam would hold,” Loy recalled.") == []


def test_the_evidence_names_form_class_and_what_is_missing() -> None:
    read = scene("Loy declined to say who had paid.")
    (statement,) = indirect_statements(read, ())
    names = {feature.name for feature in statement.evidence}
    assert {"form: clause", "class: say", "negated"} <= names
    (passive,) = indirect_statements(scene("It was revealed that both had known."), ())
    assert "no source" in {feature.name for feature in passive.evidence}


FREE = "The minister said the line would close. Buses would run instead. It was late."


def test_free_indirect_speech_goes_on_with_what_was_said() -> None:
    assert stated(FREE) == ["the line would close", "Buses would run instead."]


def test_free_indirect_speech_has_a_source_and_no_cue() -> None:
    read = scene(FREE)
    statement = list(indirect_statements(read, ()))[-1]
    assert statement.source is not None
    assert statement.source.of(read.document.text) == "The minister"
    assert statement.cue is None
    assert [feature.name for feature in statement.evidence] == ["free indirect"]


ANSWERS = [
    ("No, said the mayor.", "said", "the mayor", "No", True),
    ("Never, says Loy.", "says", "Loy", "Never", True),
    ("Late, said the mayor.", "said", "the mayor", "Late", False),
]


@pytest.mark.parametrize(("text", "cue", "source", "word", "said"), ANSWERS)
def test_one_word_is_a_statement_where_it_answers(
    text: str, cue: str, source: str, word: str, said: bool
) -> None:
    built = parsed(text)
    tag = report(built, cue, source, word, construction=Construction.TAG)
    assert bool(list(indirect_statements(Scene(built, (), (tag,)), ()))) is said


GOING_ON = [
    (
        "The minister said the line would close. ¶ They would run from the square.",
        ["They would run from the square."],
    ),
    (
        "The minister said the line would close. ¶ There would be buses instead. The line would "
        "be sold.",
        ["There would be buses instead.", "The line would be sold."],
    ),
    (
        "The minister said the line would close and that the yard would follow. There would be "
        "buses instead.",
        ["There would be buses instead."],
    ),
]


@pytest.mark.parametrize(("text", "free"), GOING_ON)
def test_it_goes_on_once_and_into_a_paragraph_that_takes_it_up(text: str, free: list[str]) -> None:
    read = scene(text)
    found = [_words(read, s) for s in indirect_statements(read, ()) if s.cue is None]
    assert found == free


NOT_FREE = [
    # what explains a plan; what one would not say; what would have been; a question; news between
    "The minister said the line would close. The measure would spare the coast.",
    "The minister said the bill would pass. It would close the line.",
    "The minister said the line would close. He would not discuss the cost.",
    "The minister said the line would close. Riders would have liked a vote.",
    "The minister said the line would close. Would buses run instead?",
    "The minister said the line would close. ¶ The clerk wept. ¶ They would run from the square.",
    # a condition; a cue; a quotation; the present; a paragraph of news; a report of no future
    "The minister said the line would close. If it froze, work would stop.",
    "The minister said the line would close. “We would stop,” Loy said.",
    "The minister says the line would close. Buses would run instead.",
    "The minister said the line would close. ¶ Buses would run instead.",
    "The minister said the line was closed. Buses would run instead.",
    "The minister said the line would close. I would stop.",
    "The minister said the line would close. The clerk said it would not.",
    "The minister said the line would close. It is late.",
    "It was revealed that the line would close. Buses would run instead.",
]


@pytest.mark.parametrize("text", NOT_FREE)
def test_what_does_not_go_on(text: str) -> None:
    read = scene(text)
    found = indirect_statements(read, ())
    assert not [s for s in found if s.cue is None]


def test_the_tag_of_quoted_words_may_stand_inside_another_tag() -> None:
    text = "“It is late,” the indictment says, “and dear,” the clerk told a friend."
    read = scene(text)
    taken = {n for n, report in enumerate(read.reports) if not report.content}
    assert [_words(read, s) for s in indirect_statements(read, taken)] == []


TURN = "MARN: The clerk said it would close. I said it was late."


def test_a_turn_of_a_transcript_may_report_others_but_not_its_speaker() -> None:
    built = parsed(TURN)
    words = TextSpan(TURN.index("The clerk"), len(TURN))
    turn = (QuotedString((words,), words, style="turn"),)
    read = Scene(built, turn, tagging.tag(built, turn))
    assert [_words(read, s) for s in indirect_statements(read, ())] == ["it would close"]


def test_what_the_parse_alone_takes_for_a_report_is_none_where_the_tagger_is_silent() -> None:
    """Where it has read the article: a thing as a source, a tag without a verb or a source."""
    elsewhere = TaggedRelation(
        source=None, cue=None, content=(TextSpan(0, 3),), kind=RelationKind.SPEECH,
        confidence=0.9, chances=(),
    )  # fmt: skip
    for text, kept in (
        ("The cuts add that the dam is shut.", []),
        ("Loy said the dam would hold.", ["the dam would hold"]),
        ("The mill will close, the Vessel Gazette reported.", ["The mill will close"]),
    ):
        read = replace(scene(text), tagged=(elsewhere,))
        assert [_words(read, made) for made in indirect_statements(read, ())] == kept


def test_a_relative_pronoun_is_none_of_the_words() -> None:
    assert stated("The park, which Loy said is full, was closed.") == ["is full"]
