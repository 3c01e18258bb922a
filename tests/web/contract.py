"""Holds answers to `openapi.yaml`: an independent reader of it, on jsonschema."""

from __future__ import annotations

import json
import re
from functools import cache
from pathlib import Path
from typing import Any

import yaml
from jsonschema import Draft202012Validator
from referencing import Registry, Resource
from referencing.jsonschema import DRAFT202012

PLACE = Path(__file__).parents[2] / "openapi.yaml"
_BASE = "urn:contract"


@cache
def document() -> dict[str, Any]:
    """The contract."""
    loaded: dict[str, Any] = yaml.safe_load(PLACE.read_bytes())
    return loaded


@cache
def _registry() -> Registry[Any]:
    registry: Registry[Any] = Registry()
    resource: Resource[Any] = DRAFT202012.create_resource(document())
    made: Registry[Any] = registry.with_resource(_BASE, resource)
    return made


def validator(*path: str) -> Draft202012Validator:
    """A validator of the schema at a path of the contract."""
    pointer = "/".join(step.replace("~", "~0").replace("/", "~1") for step in path)
    return Draft202012Validator(
        {"$ref": f"{_BASE}#/{pointer}"},
        registry=_registry(),
        format_checker=Draft202012Validator.FORMAT_CHECKER,
    )


def resolved(node: dict[str, Any]) -> tuple[dict[str, Any], tuple[str, ...]]:
    """What a reference points at, and its path; a node that is none has none."""
    path: tuple[str, ...] = ()
    while "$ref" in node:
        path = tuple(node["$ref"].removeprefix("#/").split("/"))
        node = document()
        for step in path:
            node = node[step]
    return node, path


def check(method: str, path: str, status: int, headers: dict[str, str], body: bytes) -> None:
    """Fail where an answer is not as the contract says.

    Args:
        headers: with names in lower case.
    """
    operation = document()["paths"].get(_template(path), {}).get(method.lower(), {"responses": {}})
    responses = operation["responses"]
    default = {"$ref": "#/components/responses/Other"}
    known, _ = resolved(responses.get(str(status)) or responses.get("default") or default)
    assert validator("components", "schemas", "RequestId").is_valid(headers["x-request-id"])
    if status in {204, 304}:
        assert body == b""
        return
    media = headers["content-type"].partition(";")[0]
    assert media in known["content"], f"{status} is {media}"
    if media == "font/woff2":
        assert body.startswith(b"wOF2")
        return
    if media == "application/yaml":
        assert yaml.safe_load(body) == document()
        return
    if not media.endswith("json") or media == "application/x-ndjson":
        _check_text(media, body)
        return
    value = json.loads(body)
    schema = known["content"][media]["schema"]
    errors = [
        f"{'/'.join(map(str, error.path))}: {error.message}"
        for error in _of(schema).iter_errors(value)
    ]
    assert errors == []
    if media == "application/problem+json":
        assert value["status"] == status


def _template(path: str) -> str:
    """The path as the contract writes it: with the names of what is not fixed in it."""
    return re.sub(r"^/page/[^/]+$", "/page/{name}", path)


def _check_text(media: str, body: bytes) -> None:
    text = body.decode()
    if media == "application/x-ndjson":
        for line in text.splitlines():
            value = json.loads(line)
            name = "LineError" if "error" in value else "Answer"
            errors = list(validator("components", "schemas", name).iter_errors(value))
            assert errors == [], line


def _of(schema: dict[str, Any]) -> Draft202012Validator:
    _, path = resolved(schema)
    return validator(*path) if path else Draft202012Validator(schema)
