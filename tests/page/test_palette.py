"""The colours of speakers: legible, and told apart by those who see colours differently."""

from __future__ import annotations

import re
from itertools import combinations, pairwise
from math import dist
from pathlib import Path

import pytest

import onrecord.web

STYLE = (Path(onrecord.web.__file__).parent / "static" / "page.css").read_text("utf-8")
Colour = tuple[float, float, float]

SIGHTS = {
    "all": ((1.0, 0.0, 0.0), (0.0, 1.0, 0.0), (0.0, 0.0, 1.0)),
    "no red": (
        (0.152286, 1.052583, -0.204868),
        (0.114503, 0.786281, 0.099216),
        (-0.003882, -0.048116, 1.051998),
    ),
    "no green": (
        (0.367322, 0.860646, -0.227968),
        (0.280085, 0.672501, 0.047413),
        (-0.011820, 0.042940, 0.968881),
    ),
    "no blue": (
        (1.255528, -0.076749, -0.178779),
        (-0.078411, 0.930809, 0.147602),
        (0.004733, 0.691367, 0.303900),
    ),
}
"""Machado, Oliveira and Fernandes 2009: linear RGB as it is seen with one kind of cone missing."""

LEAST_APART = 0.05
"""In OKLab, where 0.02 is about the least difference that can be seen side by side."""


def linear(code: str) -> Colour:
    values = [int(code[place : place + 2], 16) / 255 for place in (1, 3, 5)]
    r, g, b = (v / 12.92 if v <= 0.04045 else ((v + 0.055) / 1.055) ** 2.4 for v in values)
    return r, g, b


def contrast(one: Colour, other: Colour) -> float:
    """As WCAG 2 defines it."""
    low, high = sorted(0.2126 * r + 0.7152 * g + 0.0722 * b for r, g, b in (one, other))
    return (high + 0.05) / (low + 0.05)


def seen(colour: Colour, sight: str) -> Colour:
    """In OKLab, as somebody with this sight sees it."""
    rows = [sum(m * c for m, c in zip(row, colour, strict=True)) for row in SIGHTS[sight]]
    r, g, b = (max(0.0, value) for value in rows)
    x = (0.4122214708 * r + 0.5363325363 * g + 0.0514459929 * b) ** (1 / 3)
    y = (0.2119034982 * r + 0.6806995451 * g + 0.1073969566 * b) ** (1 / 3)
    z = (0.0883024619 * r + 0.2817188376 * g + 0.6299787005 * b) ** (1 / 3)
    return (
        0.2104542553 * x + 0.7936177850 * y - 0.0040720468 * z,
        1.9779984951 * x - 2.4285922050 * y + 0.4505937099 * z,
        0.0259040371 * x + 0.7827717662 * y - 0.8086757660 * z,
    )


def pair(name: str) -> tuple[Colour, Colour]:
    found = re.search(rf"{name}: light-dark\((#\w{{6}}), (#\w{{6}})\)", STYLE)
    assert found is not None, name
    return linear(found[1]), linear(found[2])


HUES = [
    (linear(light), linear(dark))
    for light, dark in re.findall(
        r'\[data-hue="\d"\] \{ --hue: light-dark\((#\w{6}), (#\w{6})\)', STYLE
    )
]
MODES = pytest.mark.parametrize("mode", [0, 1], ids=["light", "dark"])


def test_there_are_eight() -> None:
    assert len(HUES) == 8


@MODES
@pytest.mark.parametrize("sight", SIGHTS)
def test_no_two_look_alike(mode: int, sight: str) -> None:
    colours = [seen(hue[mode], sight) for hue in HUES]
    close = [
        (a + 1, b + 1, round(dist(colours[a], colours[b]), 3))
        for a, b in combinations(range(len(colours)), 2)
        if dist(colours[a], colours[b]) < LEAST_APART
    ]
    assert close == []


@MODES
@pytest.mark.parametrize("sight", SIGHTS)
def test_neighbours_look_very_different(mode: int, sight: str) -> None:
    """Of the first four speakers, whom most articles have no more of."""
    colours = [seen(hue[mode], sight) for hue in HUES[:4]]
    assert min(dist(a, b) for a, b in pairwise(colours)) > 2 * LEAST_APART


@MODES
def test_numbers_and_lines_stand_out(mode: int) -> None:
    paper, on_hue = pair("--paper")[mode], pair("--on-hue")[mode]
    assert all(contrast(hue[mode], paper) >= 4.5 for hue in HUES)
    assert all(contrast(hue[mode], on_hue) >= 4.5 for hue in HUES)
