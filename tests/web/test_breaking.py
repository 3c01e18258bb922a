"""The contract breaks nothing that a released one promised, and the check would notice."""

from __future__ import annotations

from collections.abc import Callable
from copy import deepcopy
from pathlib import Path
from typing import Any

import pytest
import yaml

from tests.web import contract
from tests.web.breaking import breaks
from tests.web.server import ROOT

FOLDER = ROOT / "docs" / "released"
"""Holds the contracts of the releases of this major version, `openapi-VERSION.yaml`."""

NOW = contract.document()


def released(folder: Path) -> list[Path]:
    return sorted(folder.glob("openapi-*.yaml"))


def broken(place: Path) -> list[str]:
    """What a caller of a released contract would stumble over in this one."""
    return breaks(yaml.safe_load(place.read_bytes()), NOW)


@pytest.mark.parametrize("place", released(FOLDER), ids=lambda place: place.stem)
def test_nothing_that_was_released_is_broken(place: Path) -> None:
    assert broken(place) == []


def test_a_release_that_promised_more_is_found_and_told(tmp_path: Path) -> None:
    """On a made-up release, as long as there is none."""
    promised = deepcopy(NOW)
    promised["paths"]["/quotes/count"] = {"get": {"operationId": "count", "responses": {}}}
    schemas(promised)["Quotation"]["properties"]["loudness"] = {"type": "number"}
    (tmp_path / "openapi-0.0.1.yaml").write_text(yaml.safe_dump(promised), "utf-8")
    (place,) = released(tmp_path)
    assert broken(place) == ["GET /quotes/count is gone", "Quotation: loudness is gone"]


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
    "QuotationType can be paraphrase now": lambda d: schemas(d)["QuotationType"]["enum"].append(
        "paraphrase"
    ),
    "POST /quotes: parameter Include is gone": lambda d: d["paths"]["/quotes"]["post"][
        "parameters"
    ].remove({"$ref": "#/components/parameters/Include"}),
    "POST /quotes asks for a key now": lambda d: d["paths"]["/quotes"]["post"]["security"].remove(
        {}
    ),
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
    schemas(changed)["Include"]["items"]["enum"].append("new")
    assert breaks(NOW, changed) == []
