"""What the words of a source name, where no mention matches it: *those who spoke*, *the will*."""

from __future__ import annotations

from functools import cache

from onrecord.lexicon import cues, people
from onrecord.lexicon.people import plain
from onrecord.types import SpeakerKind

_SEVERAL = frozenset(
    {"those", "these", "several", "many", "some", "most", "both", "few", "others", "all"}
)
_AFTER_HEAD = frozenset(
    {"of", "for", "from", "in", "at", "on", "by", "with", "who", "that", "which", "to", "familiar"}
)


def kind(phrase: str) -> SpeakerKind:
    """The kind that the noun of a phrase shows; unknown where it shows none."""
    words = [plain(word.strip("“”‘’\"',")) for word in phrase.split()]
    lexicon = people.load()
    if words and words[0] in _SEVERAL:
        return SpeakerKind.GROUP
    if words in (["i"], ["we"]):
        return SpeakerKind.PERSON if words == ["i"] else SpeakerKind.GROUP
    noun = _head(words)
    if noun in lexicon.document:
        return SpeakerKind.DOCUMENT
    if noun in lexicon.group or (noun.endswith("s") and lexicon.is_person(noun[:-1])):
        return SpeakerKind.GROUP
    return SpeakerKind.ORGANIZATION if noun in lexicon.organization else SpeakerKind.UNKNOWN


@cache
def said() -> frozenset[str]:
    """Nouns for what somebody says or feels, those left out that name documents too."""
    lexicon = cues.load()
    return (lexicon.nominal | people.load().uttered) - lexicon.document


def _head(words: list[str]) -> str:
    """The word before the first one that only comes after a head noun."""
    end = next((i for i, word in enumerate(words) if i and word in _AFTER_HEAD), len(words))
    return words[end - 1] if end else ""
