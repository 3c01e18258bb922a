"""Whether an article can be read at all; looks at characters alone and changes none."""

from __future__ import annotations

import re
from datetime import date, datetime

from onrecord.errors import InvalidArticle, UnsupportedLanguage
from onrecord.types import Article

LANGUAGES = ("en",)
"""Primary language subtags (BCP 47) that can be read, whatever script or region follows."""

LONGEST_TITLE = 1_000
"""Most characters that a title or a byline may have."""

_UNREADABLE = re.compile("[\x00\ud800-\udfff]")
_WORD = re.compile(r"[^\W_]")
_TAG = re.compile(r"([A-Za-z]{2,8})(?:-[A-Za-z0-9]{1,8})*")
_DATE = re.compile(r"\d{4}-\d{2}-\d{2}")
_DATE_TIME = re.compile(
    r"(\d{4}-\d{2}-\d{2})[Tt ](\d{2}:\d{2}:)(\d{2})(?:\.\d+)?([Zz]|[+-]\d{2}:\d{2})",
)


def check(article: Article, limit: int | None) -> None:
    """Refuse an article that no stage could make sense of.

    Args:
        article: as it came in.
        limit: most characters (code points) that its text may have; None for no limit.

    Raises:
        UnsupportedLanguage: where its language is none of `LANGUAGES`.
        InvalidArticle: where its text is empty, too long or without a word, or where a field
            holds a character that no text can hold, is too long, or is not a date.
    """
    _check_text(article.text, limit)
    for field, value in (("title", article.title), ("byline", article.byline)):
        if value is not None:
            _check_short(field, value)
    found = None if article.published_at is None else date_flaw(article.published_at)
    if found is not None:
        raise InvalidArticle("published_at", found)
    found = language_flaw(article.language)
    if found is not None:
        raise UnsupportedLanguage("language", found)


def flaw(value: str) -> str | None:
    """What makes a string no text: its first NUL or unpaired surrogate, with its offset.

    Returns:
        a phrase such as "holds a NUL character at offset 3", in code points, or None.
    """
    found = _UNREADABLE.search(value)
    if found is None:
        return None
    what = "a NUL character" if found.group() == "\x00" else "an unpaired surrogate"
    return f"holds {what} at offset {found.start()}"


def _check_text(text: str, limit: int | None) -> None:
    if not text:
        raise InvalidArticle("text", "is empty")
    if limit is not None and len(text) > limit:
        raise InvalidArticle(
            "text", f"is {len(text):,} characters long; at most {limit:,} are read"
        )
    _refuse_flaw("text", text)
    if _WORD.search(text) is None:
        raise InvalidArticle("text", "holds no words: not one letter or digit")


def _check_short(field: str, value: str) -> None:
    if len(value) > LONGEST_TITLE:
        raise InvalidArticle(
            field, f"is {len(value):,} characters long; at most {LONGEST_TITLE:,} are read"
        )
    _refuse_flaw(field, value)


def _refuse_flaw(field: str, value: str) -> None:
    found = flaw(value)
    if found is not None:
        raise InvalidArticle(field, found)


def date_flaw(value: str) -> str | None:
    """What makes a string no date of RFC 3339: neither a full date, nor a date-time with its
    offset, such as a leap second has as well; None of one that is."""
    try:
        if _DATE.fullmatch(value):
            date.fromisoformat(value)
            return None
        found = _DATE_TIME.fullmatch(value)
        if found is not None:
            day, minute, second, zone = found.groups()
            second = "59" if second == "60" else second
            datetime.fromisoformat(f"{day}T{minute}{second}{zone.upper()}")
            return None
    except ValueError:
        pass
    return "is no date such as 2031-05-17 or 2031-05-17T08:30:00Z (RFC 3339)"


def language_flaw(value: str) -> str | None:
    """What makes a string no tag of a language that can be read; None of one that is."""
    found = _TAG.fullmatch(value)
    if found is not None and found.group(1).lower() in LANGUAGES:
        return None
    return f"is not supported; supported: {', '.join(LANGUAGES)} (and en-GB and such)"
