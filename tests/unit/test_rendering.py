from __future__ import annotations

from dataclasses import replace

import pytest

from onrecord.document.offsets import OffsetUnit
from onrecord.options import Options, Section
from onrecord.rendering import Json, article_id, render
from onrecord.types import (
    Article,
    Attribution,
    Extraction,
    Feature,
    Hop,
    HopRelation,
    Quotation,
    QuotationType,
    Relation,
    RelationKind,
    Speaker,
    SpeakerKind,
    TextSpan,
)
from onrecord.version import __version__

TEXT = "😀 “Stay,” Ada said, “or go.” Ben said no."
ADA = Speaker("s1", "Ada Quill", SpeakerKind.PERSON, True, "Reeve", (TextSpan(10, 13),))
BEN = Speaker("s2", "Ben", SpeakerKind.PERSON, True, None, (TextSpan(29, 32),))
CLEO = Speaker("s3", "Cleo", SpeakerKind.PERSON, True, None, (TextSpan(0, 1),))
CUE = TextSpan(14, 18)

DIRECT = Quotation(
    id="q1",
    type=QuotationType.DIRECT,
    parts=(TextSpan(3, 8), TextSpan(21, 27)),
    speaker=ADA,
    source=TextSpan(10, 13),
    cue=CUE,
    addressee=None,
    medium=None,
    time=None,
    negated=False,
    attribution="t1",
    confidence=0.9,
    confidences=(("quotation", 0.95), ("speaker", 0.947)),
    evidence=(Feature("cue: say", 1.0, 1.23456),),
)
INDIRECT = replace(
    DIRECT,
    id="q2",
    type=QuotationType.INDIRECT,
    parts=(TextSpan(38, 40),),
    speaker=BEN,
    source=None,
    cue=None,
    attribution=None,
    confidence=0.4,
)
CHAIN = Attribution(
    "t1", (TextSpan(3, 8),), (Hop(None, ADA, CUE, HopRelation.SAID),), confidence=0.8
)
EXTRACTION = Extraction(
    text=TEXT,
    language="en-GB",
    quotes=(DIRECT, INDIRECT),
    attributions=(CHAIN,),
    speakers=(ADA, BEN, CLEO),
    relations=(Relation(None, CUE, (TextSpan(2, 9),), RelationKind.SPEECH, 0.7),),
    words=8,
    model="m 1",
)
ALL = frozenset(Section)


def rendered(**options: object) -> Json:
    return render(EXTRACTION, Options(**{"include": ALL, **options}), "a1", 0.0412)  # type: ignore[arg-type]


def test_an_answer_begins_with_the_id_and_ends_with_what_it_was_made_by() -> None:
    answer = rendered()
    assert next(iter(answer.items())) == ("id", "a1")
    assert answer["language"] == "en-GB"
    assert answer["meta"] == {
        "version": __version__,
        "model": "m 1",
        "words": 8,
        "elapsed_ms": 41.2,
        "offset_unit": "codepoint",
    }


def test_a_quotation_is_rendered_whole() -> None:
    assert rendered()["quotes"][0] == {
        "id": "q1",
        "type": "direct",
        "text": "Stay, or go.",
        "parts": [
            {"start": 3, "end": 8, "text": "Stay,"},
            {"start": 21, "end": 27, "text": "or go."},
        ],
        "speaker": {
            "id": "s1",
            "name": "Ada Quill",
            "kind": "person",
            "named": True,
            "title": "Reeve",
        },
        "speaker_mention": {"start": 10, "end": 13, "text": "Ada"},
        "cue": {"start": 14, "end": 18, "text": "said"},
        "addressee": None,
        "medium": None,
        "time": None,
        "negated": False,
        "attribution": "t1",
        "confidence": 0.9,
        "confidences": {"quotation": 0.95, "speaker": 0.947},
    }


def test_an_unattributed_quotation_has_no_speaker() -> None:
    alone = replace(EXTRACTION, quotes=(replace(DIRECT, speaker=None, source=None),))
    quote = render(alone, Options(), "a1", 0)["quotes"][0]
    assert (quote["speaker"], quote["speaker_mention"]) == (None, None)


def test_a_chain_is_rendered_hop_by_hop() -> None:
    assert rendered()["attributions"] == [
        {
            "id": "t1",
            "content": [{"start": 3, "end": 8, "text": "Stay,"}],
            "chain": [
                {
                    "source": None,
                    "speaker": rendered()["quotes"][0]["speaker"],
                    "cue": {"start": 14, "end": 18, "text": "said"},
                    "relation": "said",
                }
            ],
            "confidence": 0.8,
        }
    ]


def test_a_relation_is_rendered_with_its_kind() -> None:
    assert rendered()["relations"] == [
        {
            "source": None,
            "cue": {"start": 14, "end": 18, "text": "said"},
            "content": [{"start": 2, "end": 9, "text": "“Stay,”"}],
            "kind": "speech",
            "confidence": 0.7,
        }
    ]


def test_an_explanation_names_the_features_that_decided() -> None:
    assert rendered()["explanations"][0] == {
        "quote": "q1",
        "features": [{"name": "cue: say", "value": 1.0, "contribution": 1.2346}],
    }


def test_only_speakers_whom_the_answer_names_are_listed() -> None:
    listed = {s["name"]: s["quotes"] for s in rendered()["speakers"]}
    assert listed == {"Ada Quill": ["q1"], "Ben": ["q2"]}


def test_types_choose_quotations_and_with_them_speakers() -> None:
    answer = rendered(types=frozenset({QuotationType.INDIRECT}))
    assert [q["id"] for q in answer["quotes"]] == ["q2"]
    assert [(s["name"], s["quotes"]) for s in answer["speakers"]] == [
        ("Ada Quill", []),
        ("Ben", ["q2"]),
    ]
    assert [e["quote"] for e in answer["explanations"]] == ["q2"]


def test_the_least_confidence_holds_for_everything_that_has_one() -> None:
    answer = rendered(min_confidence=0.85)
    assert [q["id"] for q in answer["quotes"]] == ["q1"]
    assert (answer["attributions"], answer["relations"]) == ([], [])
    assert answer["quotes"][0]["attribution"] is None


@pytest.mark.parametrize("section", Section)
def test_sections_are_there_if_asked_for(section: Section) -> None:
    assert list(rendered(include=frozenset({section}))) == ["id", "language", section, "meta"]


def test_relations_and_explanations_have_to_be_asked_for() -> None:
    assert list(render(EXTRACTION, Options(), "a", 0)) == [
        "id",
        "language",
        "quotes",
        "attributions",
        "speakers",
        "meta",
    ]


@pytest.mark.parametrize(
    ("unit", "start", "end"), [(OffsetUnit.UTF16, 4, 9), (OffsetUnit.UTF8, 8, 13)]
)
def test_offsets_are_in_the_unit_asked_for(unit: OffsetUnit, start: int, end: int) -> None:
    span = rendered(offset_unit=unit)["quotes"][0]["parts"][0]
    assert span == {"start": start, "end": end, "text": "Stay,"}


def test_an_id_is_made_of_the_text_alone() -> None:
    assert article_id("a") == article_id(Article("a", title="b").text)
    assert article_id("a") != article_id("a ")
    assert len(article_id("\ud800")) == 16


def meta(text: str, unread: int = 0) -> Json:
    made = replace(EXTRACTION, text=text, quotes=(), attributions=(), relations=(), speakers=())
    made = replace(made, unread=unread)
    told: Json = render(made, Options(), "a", 0.0)["meta"]
    return told


def test_a_text_that_is_not_english_is_answered_with_a_warning() -> None:
    german = "Der Rat hat am Dienstag beschlossen, das alte Bad zu schließen. " * 3
    (warning,) = meta(german)["warnings"]
    assert warning["type"] == "urn:onrecord:warning:not-english"
    assert "only English is read" in warning["detail"]


def test_where_there_is_nothing_to_warn_of_there_are_no_warnings() -> None:
    assert "warnings" not in meta("The council voted on Tuesday to close the old pool. " * 3)


def test_an_answer_tells_of_quotation_marks_that_were_left_alone() -> None:
    english = "The council voted on Tuesday to close the old pool. " * 3
    (one,) = meta(english, unread=1)["warnings"]
    (several,) = meta(english, unread=7)["warnings"]
    assert one["type"] == several["type"] == "urn:onrecord:warning:unread-marks"
    assert "marks of a paragraph were" in one["detail"]
    assert "marks of 7 paragraphs were" in several["detail"]


def test_several_warnings_stand_side_by_side() -> None:
    german = "Der Rat hat am Dienstag beschlossen, das alte Bad zu schließen. " * 3
    assert len(meta(german, unread=2)["warnings"]) == 2
