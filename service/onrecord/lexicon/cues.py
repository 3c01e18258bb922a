"""The reporting cues of English: which words bring in what somebody said, and how."""

from __future__ import annotations

import tomllib
from collections.abc import Sequence
from dataclasses import dataclass
from enum import StrEnum
from functools import cache, cached_property
from importlib.resources import files
from itertools import pairwise

_OF = frozenset({"of", "du", "des", "de", "do", "da", "dos", "del", "della", "dello", "di", "för"})
"""What brings the place into the name of an outlet."""
_SHORTEST_END = 6

_NO_CLASSES: frozenset[CueClass] = frozenset()


class CueClass(StrEnum):
    """What a reporting verb takes and tells; `cues.toml` describes each."""

    SAY = "say"
    TELL = "tell"
    ASK = "ask"
    COMMIT = "commit"
    GERUND = "gerund"
    CHARACTERISE = "characterise"
    SHOW = "show"
    DENY = "deny"
    THINK = "think"
    REPORT = "report"
    CITE = "cite"


SAYS_OR_TELLS = frozenset({CueClass.SAY, CueClass.TELL})
SPOKEN = SAYS_OR_TELLS | {CueClass.ASK}
"""Classes of the verbs with which one utters words."""


@dataclass(frozen=True)
class CueLexicon:
    """Cue words by dictionary form.

    Attributes:
        verbs: the classes of each reporting verb.
        made_clear: complements that make a reporting phrase of *make* (*make clear*).
        nominal: nouns that can be a cue (*claim*, *allegation*).
        alleged: those of them that tell of words whose source is not named (*faced claims that …*).
        mental: those of them that name a state of mind (*belief*).
        utterances: nouns for words once they are said (*that was the verdict of …*).
        points: nouns for what somebody lists in words (*made two findings: …*).
        medium: nouns that name where or through what words are put.
        venue: nouns that name a gathering.
        sitting: nouns for bodies that hear people, and for who sits in them.
        outlet: words that end the names of newspapers, stations and agencies, or head them.
        abroad: words that stand anywhere in the names of those of other tongues.
        airs: words that make an outlet of any name that they stand in (*Radio Halden*).
        agency: outlets and agencies whose names do not show what they are.
        document: nouns that name documents and findings.
        press: nouns for newspapers, stations and agencies (*the magazine*).
        channel: nouns for those that are known to be one already (*the station*).
        tag: verbs of short tags between commas (*…, the Courier reported*).
        reacting: what one does with voice, face or head in a talk (*shrug*).
        carrier: nouns that only pass on what somebody else says (*reports from X*).
    """

    verbs: dict[str, frozenset[CueClass]]
    made_clear: frozenset[str]
    nominal: frozenset[str]
    alleged: frozenset[str]
    mental: frozenset[str]
    utterances: frozenset[str]
    points: frozenset[str]
    tag: frozenset[str]
    reacting: frozenset[str]
    medium: frozenset[str]
    venue: frozenset[str]
    sitting: frozenset[str]
    outlet: frozenset[str]
    abroad: frozenset[str]
    airs: frozenset[str]
    agency: frozenset[str]
    document: frozenset[str]
    press: frozenset[str]
    channel: frozenset[str]
    carrier: frozenset[str]

    @cached_property
    def citing(self) -> frozenset[str]:
        """The verbs that hand on somebody's words."""
        return frozenset(verb for verb, of in self.verbs.items() if CueClass.CITE in of)

    @cached_property
    def conveying(self) -> frozenset[str]:
        """Nouns for where, or through what, words are put."""
        return self.medium | self.venue

    @cached_property
    def written(self) -> frozenset[str]:
        """Nouns for what holds words: documents, and what they are put through."""
        return self.medium | self.document

    @cached_property
    def newsrooms(self) -> frozenset[str]:
        """Nouns for newspapers, stations and agencies, known to be one already or not."""
        return self.press | self.channel

    @cached_property
    def of_outlets(self) -> frozenset[str]:
        """Words that make an outlet of a name, wherever they stand in it."""
        return self.airs | self.abroad

    def classes(self, lemma: str) -> frozenset[CueClass]:
        """The classes of a verb, none where it does not report."""
        return self.verbs.get(lemma, _NO_CLASSES)

    def tag_verb(self, word: str) -> str:
        """The verb of tags that a word is a present form of, "" where it is none.

        For where the parser may take it for a noun (*…, emails show*).
        """
        stems = [word, word.removesuffix("s"), word.removesuffix("es")]
        if word.endswith("ies"):
            stems.append(word.removesuffix("ies") + "y")
        return next((stem for stem in stems if stem in self.tag), "")

    def names_outlet(self, name: Sequence[str]) -> bool:
        """Whether the name of a body is that of a newspaper, station or agency.

        Args:
            name: its words in order, lower case.
        """
        if len(name) == 1 and name[0] in self.agency:
            return True
        if not self.of_outlets.isdisjoint(name) or not self.outlet.isdisjoint(name[-1:]):
            return True
        if any(word.endswith(self._endings) for word in name):
            # *Nordposten*, *Abendzeitung*: one word in other tongues.
            return True
        return any(word in self.outlet and behind in _OF for word, behind in pairwise(name))

    @cached_property
    def _endings(self) -> tuple[str, ...]:
        """Words in outlets' names of other tongues that are long enough to end a word."""
        return tuple(word for word in self.abroad if len(word) >= _SHORTEST_END)


@cache
def load() -> CueLexicon:
    """The lexicon that ships with the package."""
    raw = tomllib.loads(files(__package__).joinpath("cues.toml").read_text(encoding="utf-8"))
    verbs: dict[str, frozenset[CueClass]] = {}
    for name, words in raw["verbs"].items():
        for lemma in words.split():
            verbs[lemma] = verbs.get(lemma, frozenset()) | {CueClass(name)}
    phrases, nouns = raw["phrases"], raw["nouns"]
    return CueLexicon(
        verbs=verbs,
        made_clear=frozenset(phrases["made_clear"]),
        tag=frozenset(phrases["tag"].split()),
        reacting=frozenset(phrases["reacting"].split()),
        **{name: frozenset(words.split()) for name, words in nouns.items()},
    )
