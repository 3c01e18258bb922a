from __future__ import annotations

import pytest

from onrecord.deadline import NEVER, Deadline
from onrecord.errors import OutOfTime


def test_there_is_time_before_a_deadline_and_none_after_it() -> None:
    deadline = Deadline(60)
    deadline.check()
    assert 0 < (deadline.left or 0) <= 60
    gone = Deadline(0)
    assert gone.left == 0
    with pytest.raises(OutOfTime, match="not read within 0 seconds"):
        gone.check()


def test_there_is_always_time_before_one_that_never_comes() -> None:
    NEVER.check()
    assert NEVER.left is None
