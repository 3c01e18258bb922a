"""Names compared."""

from __future__ import annotations

import pytest

from onrecord.speakers import names


@pytest.mark.parametrize(
    ("name", "words"),
    [
        ("The Halden Courier", ("halden", "courier")),
        ("William “Bill” Hart", ("william", "hart")),
        ("José Ibáñez", ("jose", "ibanez")),
        ("Jane Soto-Lund", ("jane", "soto-lund")),
        ("U.N.", ("un",)),
        ("Hart & Lund", ("hart", "&", "lund")),
        ("The", ("the",)),
    ],
)
def test_words(name: str, words: tuple[str, ...]) -> None:
    assert names.words(name) == words


def test_the_nickname_inside_a_name() -> None:
    assert names.nickname("William “Bill” Hart") == "bill"
    assert names.nickname("William Hart") is None


@pytest.mark.parametrize(
    ("one", "other", "same"),
    [
        ("Ada Quill", "Ada Quill", True),
        ("Ada Quill", "A. Quill", True),
        ("Bill Hart", "William Hart", True),
        ("Rox Hart", "Roxana Hart", True),
        ("Ada Quill", "Tom Quill", False),
        ("Ada Quill", "Ada Vane", False),
        ("Tom Quill", "Tom Quill Jr.", True),
        ("Ada M. Quill", "Ada Quill", True),
        ("Quill", "Ada Quill", False),
    ],
)
def test_same_person(one: str, other: str, same: bool) -> None:
    assert names.same_person(names.words(one), names.words(other)) is same


@pytest.mark.parametrize(
    ("one", "other", "same"),
    [
        ("Tarrow Foods", "Tarrow Foods Inc.", True),
        ("Port Authority", "Port Authority of Lindholt", True),
        ("Halden County", "Halden County Registrar", False),
        ("Republic", "Republic of Osmark", False),
        ("Osmark's Port Authority", "Port Authority", True),
        ("Osmark's Port Authority", "Authority", False),
    ],
)
def test_same_body(one: str, other: str, same: bool) -> None:
    assert names.same_body(names.words(one), names.words(other)) is same


@pytest.mark.parametrize(
    ("handle", "name", "fits"),
    [
        ("@OPortAuth", "Osmark Port Authority", True),
        ("@HaldenFire", "Halden Fire and Rescue", True),
        ("@Halden", "Halden Fire", False),
        ("@HaldenPolice", "Halden Fire", False),
    ],
)
def test_a_handle_spelled_in_a_name(handle: str, name: str, fits: bool) -> None:
    assert names.spelled_in(handle, names.words(name)) is fits


def test_initials_leave_out_small_words_and_owners() -> None:
    assert names.initials(names.words("Forum for the Study of Bees")) == "fsb"
    assert names.unowned(names.words("Osmark’s Port Authority")) == ("port", "authority")
    assert names.unowned(("port", "authority")) == ("port", "authority")


@pytest.mark.parametrize(
    ("name", "noun"),
    [("Ministry of Tides", "ministry"), ("Lindholt Port Authority", "authority"), ("Of", "of")],
)
def test_the_noun_of_a_body(name: str, noun: str) -> None:
    assert names.head_of(names.words(name)) == noun
