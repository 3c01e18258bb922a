"""Kinds of sources that no mention matches."""

from __future__ import annotations

import pytest

from onrecord.speakers import wording
from onrecord.types import SpeakerKind


@pytest.mark.parametrize(
    ("phrase", "kind"),
    [
        ("Those who spoke", SpeakerKind.GROUP),
        ("Several of them", SpeakerKind.GROUP),
        ("the will", SpeakerKind.DOCUMENT),
        ("press", SpeakerKind.GROUP),
        ("the ministry of old things", SpeakerKind.ORGANIZATION),
        ("One regular", SpeakerKind.UNKNOWN),
        ("one of them", SpeakerKind.UNKNOWN),
        ("”", SpeakerKind.UNKNOWN),
        ("", SpeakerKind.UNKNOWN),
    ],
)
def test_kind(phrase: str, kind: SpeakerKind) -> None:
    assert wording.kind(phrase) is kind
