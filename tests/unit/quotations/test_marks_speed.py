"""Time grows in line with the length of the text, whatever marks it holds.

What an idle machine takes is told in `docs/quotation-marks.md`: a second for a million characters
at most.
"""

from __future__ import annotations

import pytest

from benchmarks.marks import LENGTH, MIXES, seconds, table
from onrecord.document.paragraphs import split
from onrecord.quotations import find
from tests.pace import in_time, patience

SECONDS_PER_MB = 5.0

TRIES = 5
"""Work beside a measurement can spoil it; growth that is not in line spoils every one."""


@pytest.mark.parametrize("name", MIXES)
def test_time_grows_in_line_with_the_length(name: str) -> None:
    assert any(_is_in_line(name) for _ in range(TRIES))


def _is_in_line(name: str) -> bool:
    once, twice, four_times = (seconds(MIXES[name](factor * LENGTH)) for factor in (1, 2, 4))
    slack = patience(0.3)
    return (
        in_time(four_times, SECONDS_PER_MB)
        and twice < 4 * once + slack
        and four_times < 8 * once + slack
    )


def test_a_long_article_is_read_to_its_end() -> None:
    paragraph = "“We sail at dawn,” said Ilse Randow, the mate of the Tar Barge, to the mayor.\n\n"
    text = paragraph * 3000

    assert len(find(text, split(text))) == 3000


def test_the_table_has_a_line_for_each_mix() -> None:
    head, rule, *lines = table([100, 200], 1)

    assert head == "| mix | 100 characters | 200 characters |"
    assert rule.count("|") == head.count("|")
    assert len(lines) == len(MIXES)
