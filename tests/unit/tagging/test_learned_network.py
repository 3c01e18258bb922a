"""Networks as onnxruntime works them out."""

from __future__ import annotations

import numpy as np
import onnxruntime
import pytest

from onrecord.tagging.learned import sums
from onrecord.tagging.learned.model import _session


class Asked:
    """Options that only keep what is set."""

    def __init__(self) -> None:
        self.entries: dict[str, str] = {}

    def add_session_config_entry(self, name: str, value: str) -> None:
        """Keep it."""
        self.entries[name] = value


def test_sums_of_products_are_the_same_on_every_processor() -> None:
    """Two products of 255 and 127 do not fit the 16 bits in which some processors add them."""
    (found,) = _session(sums.PRODUCT).run(None, {"a": np.full((3, 8), 255, np.uint8)})
    assert found.tolist() == [[8 * 255 * 127]] * 3


def test_sums_told_to_be_exact_do_not_overflow() -> None:
    options = onnxruntime.SessionOptions()
    options.add_session_config_entry(*sums.EXACTLY)
    assert not sums.overflow(options)


@pytest.mark.parametrize(("wrong", "entries"), [(True, [sums.EXACTLY]), (False, [])])
def test_only_a_processor_whose_sums_overflow_is_told_to_be_exact(
    monkeypatch: pytest.MonkeyPatch, wrong: bool, entries: list[tuple[str, str]]
) -> None:
    """Being told so doubles the time of the others."""
    monkeypatch.setattr(sums, "overflow", lambda _: wrong)
    assert list(sums.made_exact(Asked()).entries.items()) == entries
