"""How questions and answers of interviews and of courts are labelled: *Q:*, *A.*, *ANSWER*."""

from __future__ import annotations

import re

_BEHIND = r"(?:[ \t]*[:.][ \t]+|[ \t]{2,})"
"""A colon, a stop or, in the record of a court, a gap."""

QUESTION = re.compile(rf"(?P<label>Q|QUESTION|Question){_BEHIND}")
ANSWER = re.compile(rf"(?P<label>A|ANSWER|Answer){_BEHIND}")
