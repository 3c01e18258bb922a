"""What a caller of an older contract would stumble over in a newer one."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Any

Node = dict[str, Any]


def breaks(old: Node, new: Node) -> list[str]:
    """The breaking changes between two OpenAPI documents, in words.

    An operation, a form of body or a status may not go; a request may not need more, nor allow
    less; an answer may not hold less, nor say something new in a closed list.
    """
    return list(_operations(old, new)) + list(_parameters(old, new)) + list(_schemas(old, new))


def _operations(old: Node, new: Node) -> Iterator[str]:
    for path, item in old["paths"].items():
        for method, operation in item.items():
            where = f"{method.upper()} {path}"
            now = new["paths"].get(path, {}).get(method)
            if now is None:
                yield f"{where} is gone"
                continue
            if now["operationId"] != operation["operationId"]:
                yield f"{where} has another operationId"
            yield from _gone(where, operation["responses"], now["responses"])
            for status, response in operation["responses"].items():
                there = now["responses"].get(status, {})
                yield from _gone(
                    f"{where} {status}", response.get("content", {}), there.get("content", {})
                )
            body, body_now = operation.get("requestBody", {}), now.get("requestBody", {})
            yield from _gone(where, body.get("content", {}), body_now.get("content", {}))
            yield from _demands(where, operation, now)


def _demands(where: str, old: Node, new: Node) -> Iterator[str]:
    """What an operation takes no more, or asks for besides."""
    before = {_named(parameter) for parameter in old.get("parameters", ())}
    now = {_named(parameter) for parameter in new.get("parameters", ())}
    for name in sorted(before - now):
        yield f"{where}: parameter {name} is gone"
    if {} in old.get("security", [{}]) and {} not in new.get("security", [{}]):
        yield f"{where} asks for a key now"


def _named(parameter: Node) -> str:
    """A parameter that operations share by its name in the contract, others by their own."""
    return str(parameter["$ref"]).rpartition("/")[2] if "$ref" in parameter else parameter["name"]


def _parameters(old: Node, new: Node) -> Iterator[str]:
    before, now = old["components"]["parameters"], new["components"]["parameters"]
    yield from _gone("parameters", before, now)
    for name, parameter in now.items():
        if parameter.get("required") and not before.get(name, {}).get("required"):
            yield f"parameter {name} is required now"


def _schemas(old: Node, new: Node) -> Iterator[str]:
    before, now = old["components"]["schemas"], new["components"]["schemas"]
    yield from _gone("schemas", before, now)
    asked = {
        parameter["schema"].get("$ref", "").rpartition("/")[2]
        for parameter in old["components"]["parameters"].values()
    }
    for name in before.keys() & now.keys():
        is_request = name in asked or before[name].get("additionalProperties") is False
        yield from _schema(name, before[name], now[name], is_request)


def _schema(where: str, old: Node, new: Node, is_request: bool) -> Iterator[str]:
    if old.get("type") != new.get("type") or old.get("$ref") != new.get("$ref"):
        yield f"{where} is of another type"
    yield from _gone(where, old.get("properties", {}), new.get("properties", {}))
    required, required_now = set(old.get("required", ())), set(new.get("required", ()))
    for name in (required_now - required) if is_request else (required - required_now):
        yield f"{where}.{name} is {'' if is_request else 'not '}required now"
    values, values_now = set(old.get("enum", ())), set(new.get("enum", ()))
    for value in values - values_now:
        yield f"{where} has no {value} any more"
    for value in values_now - values if values and not is_request else ():
        yield f"{where} can be {value} now"
    for limit, sign in (("maxLength", 1), ("maximum", 1), ("minLength", -1), ("minimum", -1)):
        if limit in new and new[limit] * sign < old.get(limit, sign * float("inf")) * sign:
            yield f"{where} is narrower: {limit}"
    for name in old.get("properties", {}).keys() & new.get("properties", {}).keys():
        below = old["properties"][name], new["properties"][name]
        yield from _schema(f"{where}.{name}", *below, is_request)
    if isinstance(old.get("items"), dict) and isinstance(new.get("items"), dict):
        yield from _schema(f"{where}[]", old["items"], new["items"], is_request)


def _gone(where: str, old: Node, new: Node) -> Iterator[str]:
    for name in old.keys() - new.keys():
        yield f"{where}: {name} is gone"
