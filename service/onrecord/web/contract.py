"""The contract as the service gives it out: `openapi.yaml`, and the same as JSON."""

from __future__ import annotations

import json
from dataclasses import dataclass
from pathlib import Path

import yaml

_HERE = Path(__file__).resolve()
_PLACES = (_HERE.with_name("openapi.yaml"), _HERE.parents[3] / "openapi.yaml")
"""In an installed package, and in a checkout."""


@dataclass(frozen=True, slots=True)
class Contract:
    """The bytes of `openapi.yaml`, and of the same document as JSON."""

    as_yaml: bytes
    as_json: bytes


def load() -> Contract:
    """Read the contract.

    Raises:
        FileNotFoundError: where the package was built without it.
    """
    place = next((place for place in _PLACES if place.is_file()), None)
    if place is None:
        raise FileNotFoundError(f"openapi.yaml is in none of: {', '.join(map(str, _PLACES))}")
    raw = place.read_bytes()
    document = json.dumps(yaml.safe_load(raw), ensure_ascii=False)
    return Contract(raw, document.encode("utf-8"))
