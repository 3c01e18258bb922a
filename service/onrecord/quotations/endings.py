"""Where a string ends whose closing mark is missing."""

from __future__ import annotations

import re
from functools import cache

from onrecord.lexicon.cues import SAYS_OR_TELLS, load

_TAG_LENGTH = 200
_LONGEST_TAG = 8
_TAG_REACH = 4
"""Words of a tag up to its reporting verb: *Harbour Master Ilse Randow said*."""

_CUT = re.compile(r"[,?!…—–](?=\s)")
_TOKEN = re.compile(r"[^\W\d_][\w’'-]*|[^\w\s]")
_NEW_SENTENCE = re.compile(r"\w{4}[.?!]\s{1,40}[A-Z“\"‘]")
_NAME_AND_ROLE = re.compile(
    r"\s{0,4}[A-Z][\w.’'-]{1,30}(?:\s[A-Z][\w.’'-]{0,30}){0,4},\s"
    r"(?:(?:who|an?|the|its|his|her|their|our|of|from|\d{1,3},)\s?)[^.,;:!?\"“”\n]{0,80}"
    r"(?:,\s[^.,;:!?\"“”\n]{1,60})?,\s"
)
"""A name with capitals, and who that is, between commas."""

_NO_TAG = frozenset({
    "which", "who", "whom", "whose", "that", "when", "where", "while", "as", "if", "because",
    "although", "though", "and", "but", "or", "so",
})  # fmt: skip
"""Words with which a clause starts that is no tag."""

_ALSO_DEEDS = frozenset({
    "go", "begin", "start", "open", "close", "end", "finish", "hit", "fire", "shoot", "sum",
    "call", "offer", "pledge", "publish", "print", "press", "order", "command", "rule", "sing",
    "read", "cheer", "jeer", "hint", "move",
})  # fmt: skip
"""Reporting verbs that tell of deeds as often: too weak to show that a quotation ended."""

_IRREGULAR = {
    "say": "said", "tell": "told", "write": "wrote", "weep": "wept", "swear": "swore",
    "admit": "admitted", "rebut": "rebutted", "quip": "quipped",
}  # fmt: skip


def before_mark(text: str, start: int, limit: int) -> int:
    """The end of a string that the next opening mark cuts short.

    Before a tag with a reporting verb (*“We lost, sighed the captain. “I wept.”*), else before
    the last comma where a few words and a full stop follow it, else before the mark.

    Args:
        text: the article.
        start: the earliest end.
        limit: where the next string starts.
    """
    reported = before_tag(text, start, limit)
    if reported is not None:
        return reported
    cuts = [cut.end() for cut in _CUT.finditer(text, max(start, limit - _TAG_LENGTH), limit)]
    tag = text[cuts[-1] : limit].rstrip() if cuts else ""
    if tag.endswith((".", ":")) and len(tag.split()) <= _LONGEST_TAG:
        return cuts[-1]
    return limit


def before_tag(text: str, start: int, limit: int) -> int | None:
    """The end of a string that goes over into its tag: *“We lost, sighed the captain.*

    The tag is one sentence's rest, between a comma, a question or exclamation mark and a stop at
    `limit`, and its reporting verb is among its first words.
    """
    start = max(start, limit - _TAG_LENGTH)
    if text[start:limit].rstrip()[-1:] not in {".", ":", ","}:
        return None
    for cut in _CUT.finditer(text, start, limit):
        if not _NEW_SENTENCE.search(text, cut.end(), limit) and is_tag(text, cut.end(), limit):
            return cut.end()
    return None


def is_tag(text: str, start: int, end: int) -> bool:
    """Whether what stands from `start` on is a tag: a reporting verb among the first few words.

    Who somebody is may stand between the name and the verb: *Ana Ruiz, a mail carrier, told …*.
    """
    forms = reporting_forms()
    named = _NAME_AND_ROLE.match(text, start, end)
    if named is not None:
        start = named.end()
    for number, found in enumerate(_TOKEN.finditer(text, start, end)):
        word = found.group().lower()
        if number > _TAG_REACH or word in ",;:()" or (not number and word in _NO_TAG):
            return False
        if word in forms:
            return not text[found.end() : end].lstrip().startswith("that ")
    return False


@cache
def reporting_forms() -> frozenset[str]:
    """Past and present forms of the verbs that take quoted words."""
    lemmas = [v for v, classes in load().verbs.items() if classes & SAYS_OR_TELLS]
    return frozenset(
        form
        for lemma in lemmas
        if lemma not in _ALSO_DEEDS
        for form in (_past(lemma), _present(lemma))
    )


def _past(lemma: str) -> str:
    if lemma in _IRREGULAR:
        return _IRREGULAR[lemma]
    if lemma.endswith("e"):
        return lemma + "d"
    if lemma.endswith("y") and lemma[-2] not in "aeiou":
        return lemma[:-1] + "ied"
    doubled = len(lemma) <= 4 and re.search(r"[^aeiou][aeiou][bgmnpt]$", lemma)
    return lemma + (lemma[-1] if doubled else "") + "ed"


def _present(lemma: str) -> str:
    if lemma.endswith("y") and lemma[-2] not in "aeiou":
        return lemma[:-1] + "ies"
    return lemma + ("es" if lemma.endswith(("s", "sh", "ch", "x", "o")) else "s")
