"""Whose words each statement is."""

from __future__ import annotations

from dataclasses import replace

from onrecord.types import QuotationType, Resolution, Speaker, SpeakerKind, Statement, TextSpan
from onrecord.voices import Voice, spoken, voices

FIRST, SECOND = TextSpan(0, 5), TextSpan(30, 40)
ADA, ROLE = TextSpan(10, 13), TextSpan(20, 25)
QUILL = Speaker("s1", "Ada Quill", SpeakerKind.PERSON, True, None, (ADA,))
MAYOR = Speaker("s2", "Mayor", SpeakerKind.UNKNOWN, False, None, (ROLE,))
KNOWN = Resolution((QUILL, MAYOR), ((ADA, 0, 0.9), (ROLE, 1, 0.8)), ("name", "unnamed"))
TAGGED = Statement(QuotationType.DIRECT, (FIRST,), (FIRST,), source=ADA)
FOLLOWING = Statement(QuotationType.DIRECT, (SECOND,), (SECOND,), follows=0)
HEADLINE = Statement(QuotationType.DIRECT, (SECOND,), (SECOND,), source=ROLE, echoes=1)


def test_a_statement_with_a_source_has_its_speaker() -> None:
    assert voices((TAGGED,), KNOWN) == (Voice(ADA, QUILL, 0.9, ADA),)


def test_one_that_follows_has_the_speaker_and_not_the_mention() -> None:
    *_, voice = voices((TAGGED, FOLLOWING), KNOWN)
    assert voice == Voice(None, QUILL, 0.9, heard=ADA)


def test_a_source_that_was_not_resolved_has_no_speaker() -> None:
    assert voices((TAGGED,), Resolution((), ())) == (Voice(None, None, None, heard=ADA),)


def test_statements_that_follow_each_other_in_a_ring_end() -> None:
    ring = (replace(FOLLOWING, follows=1), FOLLOWING)
    assert [voice.speaker for voice in voices(ring, KNOWN)] == [None, None]
    assert spoken(ring, ring[0]).source is None


def test_a_headline_has_the_speaker_of_the_words_below() -> None:
    [voice, _] = voices((HEADLINE, TAGGED), KNOWN)
    assert voice == Voice(ROLE, QUILL, 0.9, heard=ADA, echoed=True)


def test_a_headline_keeps_its_own_where_nobody_says_the_words_below() -> None:
    [voice, _] = voices((HEADLINE, replace(TAGGED, source=None)), KNOWN)
    assert voice == Voice(ROLE, MAYOR, 0.8, heard=ROLE)
