"""What the trained tagger says of a quoted string: do its words look like what somebody said?

The tagger was trained on real news and reads the words themselves, which the other features leave
alone. It knows the articles that the weights are fitted on, so its own are fitted apart, on others
(`training/speech.py`).
"""

from __future__ import annotations

from collections.abc import Iterator

from onrecord.attribution.scene import Scene

_RANGES = ((0.1, "< 0.1"), (0.3, "0.1 to 0.3"), (0.6, "0.3 to 0.6"), (0.9, "0.6 to 0.9"))
_SURE = "> 0.9"

PREFIX = "tagger"
"""How the names of these features start."""


def heard(scene: Scene, number: int, size: str) -> Iterator[str]:
    """Features of the mean probability of the string's words to be content of a report.

    Args:
        scene: the article.
        number: position of the string.
        size: the range that its number of words falls in.
    """
    if number >= len(scene.heard):
        return
    chance = scene.heard[number]
    near = next((name for top, name in _RANGES if chance < top), _SURE)
    yield f"{PREFIX} {near}"
    yield f"{PREFIX} {near} & words: {size}"
