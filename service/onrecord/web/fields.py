"""The kinds of value that a request holds, strict and told about in our own words."""

from __future__ import annotations

import re
from collections.abc import Callable, Sequence
from difflib import get_close_matches
from enum import StrEnum
from typing import Any, NoReturn

from marshmallow import ValidationError, fields

from onrecord.document.article import flaw
from onrecord.problems import shown

MESSAGES: dict[str, str | list[Any] | dict[Any, Any]] = {
    "required": "is missing",
    "null": "is null",
}

_NUMBER = re.compile(r"-?\d{1,9}(?:\.\d{1,30})?(?:[eE][+-]?\d{1,3})?", re.ASCII)


class Text(fields.Field[str]):
    """A string of `least` to `most` characters that can be written as UTF-8."""

    default_error_messages = MESSAGES

    def __init__(
        self,
        least: int = 0,
        most: int | None = None,
        further: Callable[[str], str | None] = flaw,
        **kwargs: Any,
    ) -> None:
        """A field.

        Args:
            least: characters that it has at least.
            most: characters that it may have.
            further: tells what is wrong with it besides, or None.
        """
        super().__init__(**kwargs)
        self._least = least
        self._most = most
        self._further = further

    def _deserialize(self, value: Any, *_: Any, **__: Any) -> str:
        if not isinstance(value, str):
            raise ValidationError("is no string")
        if len(value) < self._least:
            raise ValidationError("is empty")
        if self._most is not None and len(value) > self._most:
            length = f"{len(value):,}"
            raise ValidationError(f"is {length} characters long; at most {self._most:,} are read")
        found = flaw(value) or self._further(value)
        if found is not None:
            raise ValidationError(found)
        return value


class Choice(fields.Field[Any]):
    """One of a few words."""

    default_error_messages = MESSAGES

    def __init__(self, choices: Sequence[str], **kwargs: Any) -> None:
        super().__init__(**kwargs)
        self._choices = choices

    def _deserialize(self, value: Any, *_: Any, **__: Any) -> Any:
        if isinstance(value, str) and value in self._choices:
            return self._choices[self._choices.index(value)]
        raise ValidationError(f"is not supported; supported: {', '.join(self._choices)}")


class Choices(fields.Field[frozenset[Any]]):
    """Some of a few words, each at most once."""

    default_error_messages = MESSAGES

    def __init__(self, choices: type[StrEnum], **kwargs: Any) -> None:
        super().__init__(**kwargs)
        self._choices = {choice.value: choice for choice in choices}

    def _deserialize(self, value: Any, *_: Any, **__: Any) -> frozenset[StrEnum]:
        if not isinstance(value, list) or not value:
            raise ValidationError(f"is no list of some of: {', '.join(self._choices)}")
        if len(value) > len(self._choices):
            raise ValidationError(f"names more than the {len(self._choices)} there are")
        for place, item in enumerate(value):
            if not isinstance(item, str) or item not in self._choices:
                self._refuse(place, item)
        if len(set(value)) < len(value):
            raise ValidationError("names one twice")
        return frozenset(self._choices[item] for item in value)

    def _refuse(self, place: int, item: object) -> NoReturn:
        detail = f"is not supported; supported: {', '.join(self._choices)}"
        raise ValidationError({place: [nearest(detail, item, list(self._choices))]})


class Fraction(fields.Field[float]):
    """A number from 0 to 1."""

    default_error_messages = MESSAGES

    def _deserialize(self, value: Any, *_: Any, **__: Any) -> float:
        is_number = isinstance(value, int | float) and not isinstance(value, bool)
        if not is_number or not 0 <= value <= 1:
            raise ValidationError("is no number from 0 to 1")
        return float(value)


class QueryChoices(Choices):
    """The same in a query: comma-separated."""

    def _deserialize(self, value: Any, *args: Any, **kwargs: Any) -> frozenset[StrEnum]:
        return super()._deserialize(value.split(",") if value else [], *args, **kwargs)


class QueryFraction(Fraction):
    """The same in a query: written as JSON writes numbers."""

    def _deserialize(self, value: Any, *args: Any, **kwargs: Any) -> float:
        number = float(value) if _NUMBER.fullmatch(value) else None
        return super()._deserialize(number, *args, **kwargs)


def nearest(detail: str, name: object, known: Sequence[str]) -> str:
    """The detail, or the known name that was meant, where one is near."""
    near = get_close_matches(shown(name), known, n=1) if isinstance(name, str) else []
    return f"{detail.partition(';')[0]}; did you mean {near[0]}?" if near else detail
