"""Signs of how sure a statement is, each of a few words."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace

import pytest

from onrecord.confidence import Case, Circumstances
from onrecord.document.tree import Document
from onrecord.types import (
    Construction,
    QuotationType,
    QuotedString,
    Report,
    Resolution,
    Speaker,
    SpeakerKind,
    Statement,
    TextSpan,
)
from tests.build import document, span

BUILT = document(
    "Lamps out in Osmark",
    "“ No lamps ” said=say/VERB Ada/PROPN Quill/PROPN .",
    "“ None ” said=say/VERB she/PRON .",
    "“ Not one ”",
)
LAMPS, NONE, NOT_ONE = (span(BUILT, words) for words in ("No lamps", "None", "Not one"))
ADA, SHE = span(BUILT, "Ada Quill"), span(BUILT, "she")
QUILL = Speaker("s1", "Ada Quill", SpeakerKind.PERSON, True, None, (ADA, SHE))
TAGGED = Statement(QuotationType.DIRECT, (LAMPS,), source=ADA)
BY_HER = Statement(QuotationType.DIRECT, (NONE,), source=SHE)


def quoted(words: TextSpan) -> QuotedString:
    return QuotedString((words,), TextSpan(words.start - 1, words.end + 1))


def known(
    *sources: TextSpan, speaker: Speaker = QUILL, others: Sequence[Speaker] = ()
) -> Resolution:
    by_source = tuple((source, 0, 0.8) for source in sources)
    return Resolution((speaker, *others), by_source, ("name",) * len(sources))


def case(
    *statements: Statement,
    who: Resolution | None = None,
    built: Document = BUILT,
    reports: Sequence[Report] = (),
) -> Case:
    """The last statement with its signs; the tagger has found nothing."""
    strings = tuple(quoted(s.parts[0]) for s in statements if s.type is QuotationType.DIRECT)
    resolution = who if who is not None else known(ADA, SHE)
    seen = Circumstances(built, (), statements, resolution, strings, reports)
    return seen.case(len(statements) - 1)


def signs(*statements: Statement, **given: object) -> set[str]:
    found = case(*statements, **given).signs  # type: ignore[arg-type]
    return set(found) - {"tagger: nothing here", "marks without partner in the article"}


def test_a_named_source_in_the_same_paragraph_is_the_plain_case() -> None:
    made = case(TAGGED)
    assert signs(TAGGED) == {"source: a name"}
    assert made.resolved == 0.8


def test_a_statement_without_source_has_that_sign_alone() -> None:
    assert signs(Statement(QuotationType.DIRECT, (NOT_ONE,))) == {"no source"}
    assert case(Statement(QuotationType.DIRECT, (NOT_ONE,))).resolved is None


def test_a_source_that_is_not_resolved_has_no_speaker() -> None:
    assert case(TAGGED, who=Resolution((), ())).resolved is None


def test_an_untagged_quotation_has_the_signs_of_the_source_before() -> None:
    follows = Statement(QuotationType.DIRECT, (NOT_ONE,), follows=0)
    assert signs(BY_HER, follows) == {
        "source: a pronoun", "source in another paragraph", "persons near: 1",
    }  # fmt: skip


def test_a_source_several_quotations_back_shows() -> None:
    chain = [BY_HER, *(Statement(QuotationType.DIRECT, (NOT_ONE,), follows=n) for n in range(2))]
    assert "source several quotations back" in signs(*chain)


def test_statements_that_follow_each_other_in_a_ring_end() -> None:
    ring = [Statement(QuotationType.DIRECT, (NOT_ONE,), follows=1 - n) for n in range(2)]
    assert "no source" in signs(*ring)


def test_a_first_line_without_a_full_stop_is_a_headline() -> None:
    told = Statement(QuotationType.INDIRECT, (span(BUILT, "Lamps out"),), source=ADA)
    assert "in the headline" in signs(told)
    assert "in the headline" not in signs(TAGGED)


@pytest.mark.parametrize(
    ("source", "form"),
    [
        ("Ada/PROPN Quill/PROPN", "a name"),
        ("Quill/PROPN 's/PART lawyer/NOUN", "a name and more"),
        ("the/DET clerk/NOUN", "known to the reader"),
        ("her/PRON clerk/NOUN", "known to the reader"),
        ("a/DET clerk/NOUN", "new to the reader"),
        ("two/NUM clerks/NOUN", "new to the reader"),
        ("clerks/NOUN", "without an article"),
        ("he/PRON", "a pronoun"),
        ("it/PRON", "it"),
        ("We/PRON", "the first person"),
        ("they/PRON", "they or who"),
    ],
)
def test_the_form_of_the_source(source: str, form: str) -> None:
    built = document(f"“ No lamps ” said=say/VERB {source}")
    words = TextSpan(built.text.index("said") + 5, len(built.text))
    said = Statement(QuotationType.DIRECT, (span(built, "No lamps"),), source=words)
    assert f"source: {form}" in signs(said, who=known(words), built=built)


@pytest.mark.parametrize(
    ("change", "sign"),
    [
        ({"named": False}, "speaker without a name"),
        ({"kind": SpeakerKind.DOCUMENT}, "speaker: document"),
        ({"kind": SpeakerKind.ORGANIZATION}, "speaker: organization"),
    ],
)
def test_who_the_speaker_is(change: dict[str, object], sign: str) -> None:
    other = replace(QUILL, **change)  # type: ignore[arg-type]
    assert sign in signs(TAGGED, who=known(ADA, speaker=other))


def test_a_namesake_shows() -> None:
    ben = Speaker("s2", "Ben Quill", SpeakerKind.PERSON, True, None, (TextSpan(0, 1),))
    assert "others of the same last name" in signs(TAGGED, who=known(ADA, others=[ben]))


def test_rivals_of_the_speaker_are_counted() -> None:
    who = replace(known(ADA), rivals=(("Ben Moss", "Mara Lorne"),))
    assert "rivals: 2" in signs(TAGGED, who=who)


def test_persons_near_a_pronoun_are_counted_up_to_three() -> None:
    others = [
        Speaker(f"s{n}", f"P{n} Moss", SpeakerKind.PERSON, True, None, (TextSpan(n, n + 1),))
        for n in range(5)
    ]
    assert "persons near: 3" in signs(BY_HER, who=known(SHE, others=others))


def test_the_form_of_the_words() -> None:
    small = Statement(QuotationType.DIRECT, (span(BUILT, "lamps"), LAMPS), source=ADA)
    assert {"several parts", "starts in lower case"} <= signs(small)


def test_a_mark_without_partner_shows_in_its_paragraph_alone() -> None:
    said = Statement(QuotationType.INDIRECT, (NONE,), source=ADA)
    assert "a mark without partner in the paragraph" in signs(said)
    assert "a mark without partner in the paragraph" not in signs(TAGGED)


@pytest.mark.parametrize(
    ("lemma", "tagged", "expected"),
    [
        ("say", 0, set()),
        ("claim", 0, {"cue: another verb than say"}),
        ("juggle", 0, {"cue: no verb of speech"}),
        ("", 0, set()),
        ("say", None, {"found by the grammar alone"}),
    ],
)
def test_the_tag(lemma: str, tagged: int | None, expected: set[str]) -> None:
    whole = BUILT.paragraphs[1]
    report = Report(Construction.TAG, None, lemma, ADA, (), whole, tagged=tagged)
    found = signs(replace(TAGGED, report=0), reports=(report,))
    assert found == {"source: a name"} | expected
