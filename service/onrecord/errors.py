"""What can go wrong, as the caller sees it."""

from __future__ import annotations


class OnrecordError(Exception):
    """Root of every error that onrecord raises on purpose."""


class InvalidInput(OnrecordError):
    """What was sent cannot be read; the sender can mend it."""


class InvalidArticle(InvalidInput):
    """The article cannot be read: `field` says where, `detail` what and the limit.

    Attributes:
        field: name of the field at fault, such as `text`.
        detail: what is wrong, in a sentence for the caller.
    """

    def __init__(self, field: str, detail: str) -> None:
        super().__init__(f"{field}: {detail}")
        self.field = field
        self.detail = detail


class UnsupportedLanguage(InvalidArticle):
    """The language is none of the supported ones."""


class NotUtf8(InvalidInput):
    """Bytes that were to be text are not UTF-8."""


class NotJson(InvalidInput):
    """A text that was to be JSON is none."""


class OutOfTime(OnrecordError):
    """An article was not read within the time that it was given; nothing is wrong otherwise."""


class InvalidSettings(OnrecordError):
    """A setting has a value that cannot be used."""


class ModelUnavailable(OnrecordError):
    """A trained model is missing or does not fit this version; the message says how to mend it."""
