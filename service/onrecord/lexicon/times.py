"""Phrases that tell when something happened: *on Monday*, *late last week*, *minutes later*.

What tells for how long, how often or until when (*for two years*, *every day*, *until Monday*) is
none of them.
"""

from __future__ import annotations

import re

DAYS = frozenset({"monday", "tuesday", "wednesday", "thursday", "friday", "saturday", "sunday"})
MONTHS = frozenset(
    {"january", "february", "march", "april", "may", "june", "july", "august", "september",
     "october", "november", "december"}
)  # fmt: skip
PARTS = frozenset({"morning", "afternoon", "evening", "night"})
"""Parts of a day."""
UNITS = frozenset({"moment", "second", "minute", "hour", "day", "week", "month", "year"})
"""What the time from one event to another is counted in (*minutes after the vote*)."""
VAGUE = frozenset(
    {"later", "earlier", "afterwards", "afterward", "recently", "previously", "subsequently"}
)
"""Words that tell no more than the order."""

_WEEKDAY = "(?-i:" + "|".join(sorted(day.capitalize() for day in DAYS)) + ")"
_MONTH = (
    "(?-i:"
    + "|".join(sorted(month.capitalize() for month in MONTHS))
    + r"|(?:Jan|Feb|Mar|Apr|Aug|Sept?|Oct|Nov|Dec)(?:\.|(?=\s\d)))"
)
_CENTURY = "(?:1[5-9]|20)"
_YEAR = rf"{_CENTURY}\d\d"
_PART = rf"(?:{'|'.join(sorted(PARTS))}|lunchtime)"
_NTH = r"\d{1,2}(?:st|nd|rd|th)?"
_DATE = rf"(?:{_MONTH}\s{_NTH}(?:,?\s{_YEAR})?|{_NTH}\s(?:of\s)?{_MONTH}(?:,?\s{_YEAR})?)"
_DAY = rf"(?:{_WEEKDAY}(?:\s{_PART})?(?:,?\s{_DATE})?|{_DATE})"
_SEASON = "(?:spring|summer|autumn|winter)"
_STRETCH = rf"(?:day|week|weekend|month|quarter|year|season|decade|century|{_PART}|{_SEASON})"
_UNIT = "(?:moment|second|minute|hour|day|week|fortnight|month|year|decade)s?"
_NUMBER = (
    r"(?:(?:an?|one|two|three|four|five|six|seven|eight|nine|ten|eleven|twelve|\w{3,5}teen|twenty|"
    r"thirty|forty|fifty|a\sfew|several|some|many|a\scouple\sof|half\san|\d{1,3})(?:\smore)?)"
)
_CLOCK = (
    r"(?:\d{1,2}(?:[.:]\d\d)?\s?(?:[ap]m\b|[ap]\.m\.)|\d{1,2}[.:]\d\d|noon|midday|midnight|dawn|dusk|"
    r"lunchtime|\w{3,6}\so['’]clock|(?:one|two|three|four|five|six|seven|eight|nine|ten|eleven|twelve)"
    rf"(?=\sin\sthe\s{_PART}))"
)
_PAUSE = r"(?=\s?[,.:;—–\"”]|\sthat\b)"
_SITTING = "(?:meeting|programme|program|interview|hearing|debate|trial|session|show|broadcast)"
_ROUGHLY = r"(?:early|late|mid)(?:\s|-)"
_SAME = r"(?:last|this|that|(?:the|that)\s(?:same|previous|following|next|other))"
_ALTERNATIVES = (
    # on Monday, on the night of 9 March, on that day
    rf"on\s(?:the\s(?:{_PART}|eve)\sof\s)?{_DAY}",
    rf"on\s(?:the|that|this)\s(?:(?:same|previous|following|next)\s)?(?:day|weekend|{_PART})",
    # in (early) March 2021, in 2021, in the summer of 2021, in the 1990s, in recent days
    rf"in\s(?:{_ROUGHLY})?(?:{_MONTH}(?:\s(?:of\s)?{_YEAR})?|{_YEAR}(?![,.]\d))",
    rf"in\s(?:the\s)?(?:{_ROUGHLY})?{_SEASON}(?:\sof\s{_YEAR})?",
    rf"in\sthe\s(?:early\shours|{_PART})(?:\sof\s{_DAY})?",
    rf"in\sthe\s(?:{_ROUGHLY})?{_CENTURY}\d0s",
    rf"in\s(?:recent|the\s(?:past|last)(?:\s{_NUMBER})?)\s{_UNIT}",
    # at 9.30am, at the time, at the end of the week, over the weekend
    rf"(?:at|around|about|at\s(?:around|about))\s{_CLOCK}",
    r"at\sthe\s(?:time|weekend)",
    rf"at\sthe\s(?:start|beginning|end|turn)\sof\s(?:the\s|last\s|this\s)?(?:{_STRETCH}|{_MONTH})",
    rf"(?:over|during)\s(?:the|this|that|last)\s(?:(?:past|last)\s)?{_STRETCH}",
    # Monday, last week, yesterday morning, two days ago, later
    _DAY,
    rf"{_SAME}\s(?:{_STRETCH}|{_WEEKDAY}|{_MONTH})(?:\s{_PART})?",
    rf"(?:yesterday|today)(?:\s{_PART})?|tonight|overnight",
    rf"(?:(?:just|only|barely)\s)?(?:{_NUMBER}\s)?{_UNIT}\s(?:ago|later|earlier|afterwards?)",
    rf"(?:the|{_NUMBER})\s(?:{_UNIT}|{_PART})\sbefore{_PAUSE}",
    rf"(?:earlier|later)\s(?:on\s)?in\sthe\s(?:{_STRETCH}|{_SITTING})",
    rf"(?:shortly|soon)\safter{_PAUSE}|(?:shortly|soon|long)\safterwards?",
    r"later\son|" + "|".join(sorted(VAGUE)),
)
_LEAD = (
    r"(?:as\s(?:recently|early|late)\sas\s|(?:very\s|too\s)?(?:early|late|earlier|later|just)\s)?"
)
_SINGLE = rf"(?:{_LEAD}(?:{'|'.join(_ALTERNATIVES)}))"
PHRASE = re.compile(
    rf"(?<![\w$£€-])(?<!every\s)(?<!each\s){_SINGLE}(?![\w%]|-\w|['’]s\b)",
    re.IGNORECASE,
)
"""A phrase of time; two that stand side by side (*at noon | on Monday*) are two."""
YEAR_OR_DAY = re.compile(rf"{_YEAR}|{_WEEKDAY}|{_MONTH}")
"""What stands before a noun to tell of when it is: *a 2019 email*, *his October letter*."""


_TELLING = (
    DAYS
    | MONTHS
    | PARTS
    | VAGUE
    | {"jan", "feb", "mar", "apr", "aug", "sep", "sept", "oct", "nov", "dec"}
    | {"moment", "second", "minute", "hour", "day", "week", "fortnight", "month", "year", "decade"}
    | {"moments", "seconds", "minutes", "hours", "days", "weeks", "fortnights", "months", "years"}
    | {"decades", "weekend", "quarter", "season", "century", "spring", "summer", "autumn", "winter"}
    | {"yesterday", "today", "tonight", "overnight", "ago", "time", "after", "shortly", "soon"}
    | {"noon", "midday", "midnight", "dawn", "dusk", "lunchtime", "o'clock", "o’clock"}
    | {"meeting", "programme", "program", "interview", "hearing", "debate", "trial", "session"}
    | {"show", "broadcast"}
)
"""Words of which every phrase of time has one, digits apart."""


def may_tell_time(word: str) -> bool:
    """Whether a word, in lower case, may be one of a phrase: a first look that saves time."""
    return word.rstrip(".") in _TELLING or word[:1].isdigit() or word[-1:].isdigit()


def is_part_of_a_name(phrase: str) -> bool:
    """*the show Vale Tonight*: whether a phrase of time opens with a capital that no day has.

    It may still open a sentence.
    """
    word = phrase.split(maxsplit=1)[0]
    return word[0].isupper() and YEAR_OR_DAY.match(word) is None
