"""How turns are labelled in interviews, in transcripts and by courts: *Q:*, *A.*, *MAYOR RUIZ:*."""

from __future__ import annotations

import re

_BOLD = r"[*_]{0,3}"
"""What bold type or italics leave in plain text."""
_BEHIND = rf"(?:[ \t]?\d{{1,2}})?(?:[ \t]*{_BOLD}[:.]{_BOLD}[ \t]+|[ \t]{{2,}})"
"""A number, and a colon, a stop or, in the record of a court, a gap."""

QUESTION = re.compile(rf"{_BOLD}(?P<label>Q|QUESTION|Question){_BEHIND}")
ANSWER = re.compile(rf"{_BOLD}(?P<label>A|ANSWER|Answer){_BEHIND}")
NAMED = re.compile(
    rf"(?:[\"“]|''|``|{_BOLD})(?P<label>[A-Z][\w.’'-]{{0,40}}+(?:[ \t]+[\w.’'-]{{1,40}}+){{0,4}})"
    rf"{_BOLD}(?P<role>,[^:\n()]{{1,80}})?(?:[ \t]*[(\[][^\n()\[\]]{{1,60}}[)\]])?"
    rf"{_BOLD}[ \t]*:{_BOLD}(?:[ \t]+(?=\S)|\Z)"
)
"""Who is named, a role or place behind the name, and nothing or the words behind the colon."""

ASKS = frozenset({"interviewer", "reporter", "journalist", "question", "questioner", "q"})
"""Labels of one who asks and stays without a name."""
_UNKNOWN = frozenset({"unidentified", "unknown"})
_COUNTED = 2
"""Words of *Speaker 2*."""


def names_nobody(label: str) -> bool:
    """Whether a label leaves open who speaks: *Q*, *REPORTER*, *Speaker 2*, *UNIDENTIFIED MALE*."""
    words = label.lower().split()
    counted = len(words) == _COUNTED and words[0] == "speaker" and words[1].isdigit()
    return counted or words[-1] in ASKS or words[0] in _UNKNOWN
