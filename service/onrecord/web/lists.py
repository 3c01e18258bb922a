"""Header fields that hold lists: to read a long one takes seconds, and nobody needs one."""

from __future__ import annotations

from flask import Request

from onrecord.problems import Kind, Problem
from onrecord.web.errors import ProblemError

LONGEST = 4_096
"""Characters of one list, all fields of its name together."""

_LISTS = ("Accept", "Accept-Encoding", "If-None-Match")


def check_lists(request: Request) -> None:
    """See that each list can be read in no time.

    Raises:
        ProblemError: where one is longer; names it, and the limit.
    """
    for name in _LISTS:
        if not is_short(request, name):
            detail = f"{name} holds more than {LONGEST:,} characters"
            raise ProblemError(Problem(Kind.HEADERS, detail))


def is_short(request: Request, name: str) -> bool:
    """Whether a list is short enough to be read."""
    return len(request.headers.get(name, "")) <= LONGEST
