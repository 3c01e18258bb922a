"""Which words are forenames, and whose: by the United States census of 1990, and abroad."""

from __future__ import annotations

import tomllib
from functools import cache, lru_cache
from importlib.resources import files
from unicodedata import combining, normalize

from onrecord.types import Gender

RARE = 0.002
"""Share of all bearers, in per cent, below which a forename says nothing about gender."""

CLEAR = 8.0
"""How many times commoner a forename must be for one gender than for the other to show it."""

SURE = 60.0
"""How many times commoner it must be for one gender to leave no doubt (*Andrea* does, abroad)."""

SELDOM = 0.02
"""Share of all bearers, in per cent, below which a forename may well be another one abroad."""


@lru_cache(maxsize=10_000)
def gender_of_forename(name: str) -> Gender:
    """The usual gender of a forename in the census or abroad; unknown if shared."""
    female, male = _forenames().get(_unmarked(name), (0.0, 0.0))
    if max(female, male) < RARE:
        return Gender.UNKNOWN
    if female >= CLEAR * male:
        return Gender.FEMININE
    return Gender.MASCULINE if male >= CLEAR * female else Gender.UNKNOWN


@lru_cache(maxsize=10_000)
def is_doubtful(name: str) -> bool:
    """Whether both genders bear a forename that shows one (*Andrea*), or few do (*Nikita*)."""
    female, male = _forenames().get(_unmarked(name), (0.0, 0.0))
    return 0.0 < max(female, male) < max(SELDOM, SURE * min(female, male))


@lru_cache(maxsize=10_000)
def is_forename(name: str) -> bool:
    """Whether the word is known as a forename, accents aside."""
    return _unmarked(name) in _forenames()


def _unmarked(name: str) -> str:
    """A name in lower case without accents, as the census writes it (*Émile*: `emile`)."""
    if name.isascii():
        return name.lower()
    return "".join(c for c in normalize("NFD", name.lower()) if not combining(c))


@cache
def _forenames() -> dict[str, tuple[float, float]]:
    """Forename -> share of the women and of the men who bear it, in per cent.

    Those of other countries, which the census has not, as if a few bore them.
    """
    shares: dict[str, tuple[float, float]] = {}
    for place, file in enumerate(("dist.female.first", "dist.male.first")):
        for line in files("names").joinpath(file).read_text(encoding="ascii").splitlines():
            name, share, *_ = line.split()
            female, male = shares.get(name.lower(), (0.0, 0.0))
            pair = (float(share), male) if place == 0 else (female, float(share))
            shares[name.lower()] = pair
    text = files(__package__).joinpath("forenames.toml").read_text(encoding="utf-8")
    abroad = tomllib.loads(text)["abroad"]
    shares |= dict.fromkeys(abroad[Gender.FEMININE].split(), (SELDOM, 0.0))
    shares |= dict.fromkeys(abroad[Gender.MASCULINE].split(), (0.0, SELDOM))
    return shares
