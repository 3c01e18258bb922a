"""Answers of the engine held to what people marked, quotation by quotation.

Only corpora of which the answers are responses of the API are read here; the scorers that come
with the corpora stay the judges of everything else.
"""

from __future__ import annotations

from bisect import bisect_right
from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, replace

from evaluation.agreement import SAME_QUOTATION, agree, alike
from evaluation.corpora import Json

COVERED = 0.8
"""Share of a quotation's characters that marked words must hold."""


@dataclass(frozen=True, slots=True)
class Judged:
    """One quotation of an answer and whether it is right.

    Attributes:
        groups: what it belongs to, by the name of the grouping: `type`, `speaker`, `genre`.
        confidence: that it was given.
        right: whether the words and the speaker are what people marked.
        found: whether the words are.
        marked: False where these are the content of a marked attribution, and not among the marked
            quotations, to which *according to …* without marks does not belong.
    """

    groups: Mapping[str, str]
    confidence: float
    right: bool
    found: bool
    marked: bool = True


Judge = Callable[[Json, Json], Iterator[Judged]]
"""From an annotated article and the response to it."""


def gold(article: Json, response: Json) -> Iterator[Judged]:
    """By the rules of the gold set: the same words by 0.8 (Jaccard), and the speaker's name; what
    says the content of a marked attribution is held to its last hop."""
    words = _Words(article["text"])
    names = {s["id"]: [s["name"], *s["aliases"]] for s in article["speakers"]}
    marked = [(words.within(q["parts"]), names.get(q["speaker"])) for q in article["quotes"]]
    told = [(words.within(a["content"]), _origin(a, names)) for a in article["attributions"]]
    for quote in response["quotes"]:
        own = words.within(_pairs(quote["parts"]))
        found, wanted = _same(own, marked)
        again, origin = _same(own, told)
        if again and not found and quote["type"] == "indirect":
            judged = _judged(quote, article["genre"], found=True, right=_is_named(quote, origin))
            yield replace(judged, marked=False)
        else:
            yield _judged(quote, article["genre"], found, right=_is_named(quote, wanted))


Named = Sequence[str] | None
"""The names that are right; None where nobody is known."""


def _origin(attribution: Json, names: Mapping[str, Sequence[str]]) -> Named:
    chain = attribution["chain"]
    return names.get(chain[-1]["source"]) if chain else None


def _same(
    own: frozenset[int], marked: Iterable[tuple[frozenset[int], Named]]
) -> tuple[bool, Named]:
    """Whether one of them has the same words, and the names of the one that has most of them."""
    pairs = ((_jaccard(own, words), wanted) for words, wanted in marked)
    share, wanted = max(pairs, key=lambda pair: pair[0], default=(0.0, None))
    return share >= SAME_QUOTATION, wanted


def polnear(article: Json, response: Json) -> Iterator[Judged]:
    """Direct quotations: marked words hold them, and their source is a mention of the speaker."""
    mentions = {s["id"]: _pairs(s["mentions"]) for s in response["speakers"]}
    for quote in response["quotes"]:
        if quote["type"] != "direct":
            continue
        own = _pairs([quote["speaker_mention"]] if quote["speaker_mention"] else [])
        own += mentions.get(quote["speaker"]["id"], []) if quote["speaker"] else []
        marked = max(
            article["attributions"],
            key=lambda one: _covered(quote, one["content"]),
            default=None,
        )
        found = marked is not None and _covered(quote, marked["content"]) >= COVERED
        sources = marked["source"] if marked is not None else []
        right = any(_overlap(one, other) for one in own for other in sources)
        yield _judged(quote, article["publisher"], found, right=right)


def sourcing(article: Json, response: Json) -> Iterator[Judged]:
    """A marked statement holds it, and names the speaker, or is of somebody without a name."""
    for quote in response["quotes"]:
        holding = [
            one
            for one in article["statements"]
            if one["start"] is not None and _covered(quote, [[one["start"], one["end"]]]) >= COVERED
        ]
        right = any(_is_source(quote["speaker"], one) for one in holding)
        yield _judged(quote, "news story", bool(holding), right=right)


JUDGES: Mapping[str, Judge] = {"gold": gold, "polnear": polnear, "sourcing": sourcing}


def _is_source(speaker: Json | None, statement: Json) -> bool:
    if speaker is None:
        return False
    if statement["name"]:
        return agree(speaker["name"], statement["name"], loose=True)
    return not speaker["named"]


def _is_named(quote: Json, wanted: Sequence[str] | None) -> bool:
    name = quote["speaker"]["name"] if quote["speaker"] else None
    if agree(name, list(wanted) if wanted else None):
        return True
    return name is not None and any(alike(name, one) for one in wanted or ())


def _judged(quote: Json, genre: str, found: bool, *, right: bool) -> Judged:
    groups = {"type": quote["type"], "speaker": _kind(quote["speaker"]), "genre": genre}
    return Judged(groups, quote["confidence"], found and right, found)


def _kind(speaker: Json | None) -> str:
    if speaker is None:
        return "nobody"
    return speaker["kind"] if speaker["named"] else f"{speaker['kind']}, no name"


class _Words:
    """The words of a text by position."""

    def __init__(self, text: str) -> None:
        self._starts = [
            at for at, c in enumerate(text) if c.isalnum() and not text[at - 1 : at].isalnum()
        ]

    def within(self, spans: Iterable[Sequence[int]]) -> frozenset[int]:
        """The words that start in some spans."""
        return frozenset(
            n
            for start, end in spans
            for n in range(
                bisect_right(self._starts, start - 1), bisect_right(self._starts, end - 1)
            )
        )


def _pairs(spans: Iterable[Json]) -> list[list[int]]:
    return [[span["start"], span["end"]] for span in spans]


def _covered(quote: Json, spans: Iterable[Sequence[int]]) -> float:
    """Share of a quotation's characters inside some spans that do not overlap each other."""
    parts = _pairs(quote["parts"])
    inside = sum(
        max(0, min(end, other[1]) - max(start, other[0])) for start, end in parts for other in spans
    )
    return inside / sum(end - start for start, end in parts)


def _overlap(one: Sequence[int], other: Sequence[int]) -> bool:
    return one[0] < other[1] and other[0] < one[1]


def _jaccard(one: frozenset[int], other: frozenset[int]) -> float:
    return len(one & other) / len(one | other) if one | other else 0.0
