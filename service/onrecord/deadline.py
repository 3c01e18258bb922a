"""How long an article may take: looked at between stages, and inside those that take long."""

from __future__ import annotations

import math
import time

from onrecord.errors import OutOfTime


class Deadline:
    """A moment after which work on an article is given up.

    It stops nothing by itself: whoever works asks it now and then, so that no thread is ever
    interrupted in the middle of something.
    """

    __slots__ = ("_end", "_seconds")

    def __init__(self, seconds: float = math.inf) -> None:
        """A deadline some seconds from now; by default one that never comes."""
        self._seconds = seconds
        self._end = time.monotonic() + seconds

    @property
    def left(self) -> float | None:
        """Seconds that are left, 0 where there are none; None where it never comes."""
        return None if math.isinf(self._end) else max(0.0, self._end - time.monotonic())

    def check(self) -> None:
        """Go on where there is time left.

        Raises:
            OutOfTime: where there is none.
        """
        if time.monotonic() >= self._end:
            raise OutOfTime(f"the article was not read within {self._seconds:g} seconds")


NEVER = Deadline()
"""No limit."""
