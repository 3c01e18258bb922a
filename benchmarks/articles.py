"""Made-up articles of any length and number; nobody in them exists."""

from __future__ import annotations

import random
from collections.abc import Iterator
from typing import Any

Json = dict[str, Any]

_FIRST = ("Ana", "Tobias", "Miriam", "Joel", "Petra", "Samuel", "Ines", "Ruth", "Karim", "Della")
_LAST = ("Voss", "Okaro", "Lindqvist", "Marn", "Teller", "Abrams", "Quill", "Hastings", "Roe")
_ROLES = ("Mayor", "Governor", "Senator", "Judge", "Minister", "Professor")
_BODIES = ("the harbor office", "the water board", "Northwind Rail", "the Elmford council")
_OUTLETS = ("the Elmford Courier", "the Coastal Gazette", "Radio Brightwater")
_THINGS = ("the bridge", "the ferry line", "the old mill", "the school roof", "the tram depot")
_PLACES = ("Elmford", "Brightwater", "the lower valley", "the northern district")
_DAYS = ("Monday", "Tuesday", "Thursday", "Saturday")
_VERBS = ("said", "told reporters", "wrote in a statement", "argued", "added")
_QUOTED = (
    "We have no choice, and we have no money left",
    "Nobody asked the people who live here",
    "I would rather close it for a month than for good",
    "The figures were wrong from the first page to the last",
    "It's the engineers' turn to speak",
    "This is a “temporary” fix, whatever they call it",
)
_CLAIMS = (
    "{thing} would close before the winter",
    "repairs to {thing} would cost twice as much as planned",
    "nobody had inspected {thing} since the flood",
    "the plans for {thing} had been ready for a year",
)
_FORMS = (
    "“{quoted},” {last} {verb}.",
    "“{quoted},” said {role} {first} {last} of {place}.",
    "{last} said on {day} that {claim}.",
    "According to {body}, {claim}.",
    "Two officials told {outlet} that {claim}.",
    "{outlet} reported that {last} believed {claim}.",
    "Residents of {place} fear that {claim}.",
    "The road to {place} was empty on {day}, and {thing} stood behind a fence.",
    "{body} declined to comment on {thing}.",
    "The work began on {day} with a crew of twelve and two cranes on a barge.",
    "“{quoted},” she {verb}, “and {place} will remember it.”",
)


def article(number: int, words: int) -> Json:
    """One article, always the same for the same number.

    Args:
        number: which.
        words: about how many it has.
    """
    draw = random.Random(number)  # noqa: S311  # nothing secret
    paragraphs: list[str] = []
    left = words
    while left > 0:
        sentences = [_sentence(draw) for _ in range(draw.randint(1, 3))]
        paragraphs.append(" ".join(sentences))
        left -= len(paragraphs[-1].split())
    return {"id": f"n{number}", "text": "\n\n".join(paragraphs)}


def articles(number: int, words: int) -> Iterator[Json]:
    """Many articles, from a third to nearly twice of these words each."""
    for place in range(number):
        yield article(place, max(1, words * (1 + place % 5) // 3))


def _sentence(draw: random.Random) -> str:
    chosen = {
        "first": draw.choice(_FIRST),
        "last": draw.choice(_LAST),
        "role": draw.choice(_ROLES),
        "body": draw.choice(_BODIES),
        "outlet": draw.choice(_OUTLETS),
        "thing": draw.choice(_THINGS),
        "place": draw.choice(_PLACES),
        "day": draw.choice(_DAYS),
        "verb": draw.choice(_VERBS),
        "quoted": draw.choice(_QUOTED),
    }
    claim = draw.choice(_CLAIMS).format(**chosen)
    made = draw.choice(_FORMS).format(claim=claim, **chosen)
    return made[0].upper() + made[1:]
