from __future__ import annotations

import json
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from onrecord.errors import NotJson, NotUtf8
from onrecord.strict_json import decode, parse

VALUES: Any = st.recursive(
    st.none()
    | st.booleans()
    | st.integers()
    | st.floats(allow_nan=False, allow_infinity=False)
    | st.text(),
    lambda below: st.lists(below) | st.dictionaries(st.text(), below),
)


@given(VALUES)
def test_what_is_json_is_read(value: Any) -> None:
    assert parse(json.dumps(value)) == value


def test_a_byte_order_mark_is_passed_over() -> None:
    assert parse(decode(b"\xef\xbb\xbf[1]")) == [1]


@pytest.mark.parametrize(
    ("text", "said"),
    [
        ("", "there is nothing in it"),
        ("\n", "there is nothing in it"),
        ("{'a': 1}", "line 1, column 2"),
        ('{"a": 1,\n "a": 2}', "the member 'a' is given twice"),
        ('{"\\ud800": 1, "\\ud800": 2}', r"the member '\\ud800' is given twice"),
        ("[NaN]", "NaN is no JSON number"),
        ("[" * 100_000, "nested too deep"),
        ("9" * 5_000, "too many digits"),
    ],
)
def test_what_is_not_json_is_refused(text: str, said: str) -> None:
    with pytest.raises(NotJson, match=said):
        parse(text)


@pytest.mark.parametrize("raw", [b"ab\xff", b"ab\xed\xa0\x80", b"ab\xe2\x82"])
def test_what_is_not_utf8_is_refused_with_its_place(raw: bytes) -> None:
    with pytest.raises(NotUtf8, match="the byte at offset 2 is not UTF-8"):
        decode(raw)
