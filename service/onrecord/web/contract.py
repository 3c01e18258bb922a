"""The contract as the service gives it out: `openapi.yaml`, and the same as JSON."""

from __future__ import annotations

import json
from dataclasses import dataclass
from pathlib import Path

import yaml

from onrecord.web.page import page

_HERE = Path(__file__).resolve()
_PLACES = (_HERE.with_name("openapi.yaml"), _HERE.parents[3] / "openapi.yaml")
"""In an installed package, and in a checkout."""


@dataclass(frozen=True, slots=True)
class Contract:
    """The bytes of `openapi.yaml`, and of the same document as JSON and as a page."""

    as_yaml: bytes
    as_json: bytes
    as_page: bytes


def load() -> Contract:
    """Read the contract.

    Raises:
        FileNotFoundError: where the package was built without it.
    """
    place = next((place for place in _PLACES if place.is_file()), None)
    if place is None:
        raise FileNotFoundError(f"openapi.yaml is in none of: {', '.join(map(str, _PLACES))}")
    raw = place.read_bytes()
    document = yaml.safe_load(raw)
    as_json = json.dumps(document, ensure_ascii=False)
    return Contract(raw, as_json.encode(), page(document).encode())
