"""The contract breaks nothing that a released one promised, and the check would notice."""

from __future__ import annotations

from collections.abc import Callable
from copy import deepcopy
from typing import Any

import pytest
import yaml

from tests.web import contract
from tests.web.breaking import breaks
from tests.web.server import ROOT

RELEASED = sorted((ROOT / "docs" / "released").glob("openapi-*.yaml"))
"""The contracts of releases, of one major version."""

NOW = contract.document()


@pytest.mark.parametrize("place", RELEASED, ids=lambda place: place.stem)
def test_nothing_that_was_released_is_broken(place: Any) -> None:
    assert breaks(yaml.safe_load(place.read_bytes()), NOW) == []


def test_the_same_contract_breaks_nothing() -> None:
    assert breaks(NOW, NOW) == []


def schemas(document: Any) -> Any:
    return document["components"]["schemas"]


CHANGES: dict[str, Callable[[Any], Any]] = {
    "GET /docs is gone": lambda d: d["paths"].pop("/docs"),
    "POST /quotes: text/html is gone": lambda d: d["paths"]["/quotes"]["post"]["requestBody"][
        "content"
    ].pop("text/html"),
    "POST /quotes 200: text/csv is gone": lambda d: d["paths"]["/quotes"]["post"]["responses"][
        "200"
    ]["content"].pop("text/csv"),
    "POST /quotes: 304 is gone": lambda d: d["paths"]["/quotes"]["post"]["responses"].pop("304"),
    "parameter Id is required now": lambda d: d["components"]["parameters"]["Id"].update(
        required=True
    ),
    "ArticleRequest.id is required now": lambda d: schemas(d)["ArticleRequest"]["required"].append(
        "id"
    ),
    "Quotation.cue is not required now": lambda d: schemas(d)["Quotation"]["required"].remove(
        "cue"
    ),
    "Quotation: cue is gone": lambda d: schemas(d)["Quotation"]["properties"].pop("cue"),
    "OffsetUnit has no utf8 any more": lambda d: schemas(d)["OffsetUnit"]["enum"].remove("utf8"),
    "ArticleText is narrower: maxLength": lambda d: schemas(d)["ArticleText"].update(maxLength=9),
    "Span.start is of another type": lambda d: schemas(d)["Span"]["properties"]["start"].update(
        type="string"
    ),
}


@pytest.mark.parametrize("told", CHANGES)
def test_a_change_that_breaks_is_told(told: str) -> None:
    changed = deepcopy(NOW)
    CHANGES[told](changed)
    assert told in breaks(NOW, changed)


def test_an_addition_breaks_nothing() -> None:
    changed = deepcopy(NOW)
    changed["paths"]["/new"] = {"get": {"operationId": "getNew", "responses": {}}}
    schemas(changed)["Quotation"]["properties"]["new"] = {"type": "string"}
    schemas(changed)["ArticleRequest"]["properties"]["new"] = {"type": "string"}
    assert breaks(NOW, changed) == []
