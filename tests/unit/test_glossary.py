"""The glossary explains every public type and every value of an enumeration."""

from __future__ import annotations

import inspect
import re
from dataclasses import fields
from enum import StrEnum
from pathlib import Path

import pytest

from onrecord import types

GLOSSARY = Path(__file__).parents[2] / "docs" / "glossary.md"
TERM = re.compile(r"^### (.+)\n((?:(?!#).*\n?)*)", re.MULTILINE)
TERMS = TERM.findall(GLOSSARY.read_text(encoding="utf-8"))

PUBLIC = [
    value
    for name, value in vars(types).items()
    if inspect.isclass(value) and value.__module__ == types.__name__ and not name.startswith("_")
]
ENUMERATIONS = [value for value in PUBLIC if issubclass(value, StrEnum)]


def sections_with(name: str) -> list[str]:
    return [words for _, words in TERMS if f"`{name}`" in words]


@pytest.mark.parametrize("public", PUBLIC, ids=lambda value: value.__name__)
def test_every_public_type_stands_in_the_glossary(public: type) -> None:
    assert sections_with(public.__name__)


@pytest.mark.parametrize("enumeration", ENUMERATIONS, ids=lambda value: value.__name__)
def test_every_value_stands_where_its_enumeration_does(enumeration: type[StrEnum]) -> None:
    text = "\n".join(sections_with(enumeration.__name__))
    assert [value for value in enumeration if f"`{value.value}`" not in text] == []


@pytest.mark.parametrize("name", [f.name for f in fields(types.Quotation) if f.name != "id"])
def test_every_field_of_a_quotation_is_explained(name: str) -> None:
    assert sections_with(name)


def test_a_term_is_explained_once() -> None:
    names = [name for name, _ in TERMS]
    assert sorted(names) == sorted(set(names))


def test_every_term_has_its_words() -> None:
    assert [name for name, words in TERMS if not words.strip()] == []
