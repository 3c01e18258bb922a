"""The contract as one page of HTML: no script, nothing from elsewhere."""

from __future__ import annotations

import json
from collections.abc import Iterator, Mapping
from html import escape
from typing import Any

_STYLE = """
body{font:16px/1.5 system-ui,sans-serif;max-width:60rem;margin:0 auto;padding:1rem;color:#1b1b1b;
background:#fff}
code,pre{font:14px/1.4 ui-monospace,monospace;background:#f3f3f3}
pre{padding:.7rem;overflow:auto;white-space:pre-wrap}
table{border-collapse:collapse;width:100%}
td,th{border:1px solid #ccc;padding:.3rem .5rem;text-align:left;vertical-align:top}
h2{border-bottom:1px solid #ccc;margin-top:2.5rem}
a{color:#0b5394}
@media(prefers-color-scheme:dark){body{background:#161616;color:#eee}code,pre{background:#262626}
a{color:#8ab4f8}}
"""

_Node = Mapping[str, Any]


def page(contract: _Node) -> str:
    """The page of an OpenAPI document."""
    return "\n".join(_Page(contract).lines())


class _Page:
    """Writes one page."""

    def __init__(self, contract: _Node) -> None:
        self._contract = contract

    def lines(self) -> Iterator[str]:
        """All of it."""
        info = self._contract["info"]
        title = f"{escape(info['title'])} {escape(info['version'])}"
        yield f'<!doctype html><html lang="en"><meta charset="utf-8"><title>{title}</title>'
        yield '<meta name="viewport" content="width=device-width, initial-scale=1">'
        yield f"<style>{_STYLE}</style><main><h1>{title}</h1>"
        yield f"<p>{escape(info['summary'])}</p>{_prose(info['description'])}"
        yield '<p>The contract itself: <a href="/openapi.yaml">openapi.yaml</a>, '
        yield '<a href="/openapi.json">openapi.json</a>.</p><nav><ul>'
        operations = [
            (method, path, operation)
            for path, item in self._contract["paths"].items()
            for method, operation in item.items()
        ]
        for method, path, operation in operations:
            name = f"<code>{method.upper()} {escape(path)}</code>"
            yield f'<li><a href="#{operation["operationId"]}">{name}</a> '
            yield f"{escape(operation['summary'])}</li>"
        yield "</ul></nav>"
        for method, path, operation in operations:
            yield from self._operation(method, path, operation)
        yield "<h2>Schemas</h2>"
        for name, schema in self._contract["components"]["schemas"].items():
            yield from self._schema(name, schema)
        yield "</main></html>"

    def _operation(self, method: str, path: str, operation: _Node) -> Iterator[str]:
        yield f'<section><h2 id="{operation["operationId"]}">{method.upper()} {escape(path)}</h2>'
        yield f"<p>{escape(operation['summary'])}</p>{_prose(operation.get('description', ''))}"
        parameters = [self._resolved(p) for p in operation.get("parameters", [])]
        if parameters:
            yield "<h3>Parameters</h3>" + _table(
                (p["name"], p["in"], _prose(p["description"])) for p in parameters
            )
        if "requestBody" in operation:
            yield "<h3>Request</h3>" + _prose(operation["requestBody"].get("description", ""))
            yield from _media(operation["requestBody"]["content"])
        yield "<h3>Responses</h3>"
        for status, response in operation["responses"].items():
            told = self._resolved(response)
            yield f"<details><summary><b>{escape(status)}</b> {escape(told['description'])}"
            yield "</summary>" + "".join(_media(told.get("content", {}))) + "</details>"
        yield "</section>"

    def _schema(self, name: str, schema: _Node) -> Iterator[str]:
        yield f'<h3 id="{name}">{name}</h3>{_prose(schema.get("description", ""))}'
        parts = [schema, *schema.get("allOf", [])]
        rows = [
            (field, _kind(below), _prose(self._described(below)))
            for part in parts
            for field, below in part.get("properties", {}).items()
        ]
        yield _table(rows) if rows else f"<p><code>{escape(_kind(schema))}</code></p>"

    def _described(self, schema: _Node) -> str:
        return str(schema.get("description") or self._resolved(schema).get("description", ""))

    def _resolved(self, node: _Node) -> _Node:
        while "$ref" in node:
            found: Any = self._contract
            for step in node["$ref"].removeprefix("#/").split("/"):
                found = found[step]
            node = found
        return node


def _media(content: _Node) -> Iterator[str]:
    for name, media in content.items():
        for example in media.get("examples", {}).values():
            value = example["value"]
            shown = (
                value if isinstance(value, str) else json.dumps(value, indent=2, ensure_ascii=False)
            )
            yield f"<p><code>{escape(name)}</code> {escape(example.get('summary', ''))}</p>"
            yield f'<pre tabindex="0">{escape(shown)}</pre>'


def _kind(schema: _Node) -> str:
    if "$ref" in schema:
        return str(schema["$ref"].rpartition("/")[2])
    if "anyOf" in schema:
        return " | ".join(_kind(choice) for choice in schema["anyOf"])
    if "enum" in schema:
        return " | ".join(map(str, schema["enum"]))
    kind = schema.get("type", schema.get("format", "object"))
    name = kind if isinstance(kind, str) else " | ".join(kind)
    return f"{name} of {_kind(schema['items'])}" if name == "array" and "items" in schema else name


def _table(rows: Any) -> str:
    made = (
        f"<tr><td><code>{escape(first)}</code></td><td>{escape(second)}</td><td>{third}</td></tr>"
        for first, second, third in rows
    )
    return f"<table>{''.join(made)}</table>"


def _prose(text: str) -> str:
    """Paragraphs and list items, the way the contract writes them."""
    made = []
    for block in filter(None, text.strip().split("\n\n")):
        items = block.split("\n- ") if block.startswith("- ") else []
        if items:
            points = "".join(f"<li>{_marked(item.removeprefix('- '))}</li>" for item in items)
            made.append(f"<ul>{points}</ul>")
        else:
            made.append(f"<p>{_marked(block)}</p>")
    return "".join(made)


def _marked(text: str) -> str:
    parts = escape(text).split("`")
    return "".join(f"<code>{p}</code>" if n % 2 else p for n, p in enumerate(parts))
