"""What the trained tagger says of a quoted string: do its words look like what somebody said?

The tagger was trained on real news and reads the words themselves, which the other features leave
alone. It knows the articles that the weights are fitted on, so its own are fitted apart, on others
(`training/speech.py`).
"""

from __future__ import annotations

import math

from onrecord.attribution.scene import Scene

PREFIX = "tagger"
"""How the names of these features start."""

_LEAST = 1e-6
_MOST = 4.0
"""Log-odds beyond which nothing more is told apart."""


def heard(scene: Scene, number: int, size: str) -> dict[str, float]:
    """Log-odds, between -1 and 1, that the string's words are none of a report's content.

    Nothing for a string inside another one: its words are content anyhow.

    Args:
        scene: the article.
        number: position of the string.
        size: the range that its number of words falls in.
    """
    if number >= len(scene.heard) or scene.strings[number].depth:
        return {}
    chance = min(max(scene.heard[number], _LEAST), 1.0 - _LEAST)
    odds = math.log((1.0 - chance) / chance)
    value = max(-_MOST, min(_MOST, odds)) / _MOST
    return {PREFIX: value, f"{PREFIX} & words: {size}": value}
