"""Every regular expression of the package takes time in line with the length of what it reads.

Found in the source, so that none is forgotten. Each is tried on texts made to be the worst for it:
its own literals and one character of each of its classes, repeated alone, in pairs and behind its
longest literal. What backtracks, or starts anew at each character and reads to the end, takes a
thousand times as long on these as what is linear. An expression that the source only ever matches
at a place is tried at one place; all others are sought in the whole text.
"""

from __future__ import annotations

import ast
import importlib
import re
import time
from collections.abc import Iterator
from itertools import islice, permutations
from pathlib import Path
from typing import Any

import pytest

import onrecord
from tests.pace import in_time

pytestmark = pytest.mark.long

ROOT = Path(onrecord.__file__).parent
LENGTH = 20_000
BEGINNINGS = (25, 200, 1_000, LENGTH)
"""An expression in exponential time is found at the first length, one in the fourth power at the
second, one in the cube at the third: at the last they would never end."""

SLOWEST = 0.12
"""Seconds of the processor for `LENGTH` characters. Linear ones take less than a thousandth; one
that is quadratic takes two tenths and more."""

USES = {"compile", "search", "match", "fullmatch", "sub", "subn", "split", "finditer", "findall"}
SKIPPED = {"onrecord.web.wsgi", "onrecord.web.gunicorn_conf", "onrecord.cli.__main__"}
"""They start something when they are imported, and hold no expression (a test looks)."""

FOREIGN = {"onrecord.document.attributes"}
"""They look for expressions of a spaCy pipeline's rules, each in the spelling of one token."""

PLAIN = "aA0 \n._-'\"“”é&;<>=/"


def modules() -> Iterator[tuple[str, ast.Module]]:
    for place in sorted(ROOT.rglob("*.py")):
        parts = place.relative_to(ROOT.parent).with_suffix("").parts
        yield ".".join(parts).removesuffix(".__init__"), ast.parse(place.read_text("utf-8"))


def uses(tree: ast.Module) -> Iterator[ast.Call]:
    for node in ast.walk(tree):
        if isinstance(node, ast.Call) and isinstance(node.func, ast.Attribute):
            value = node.func.value
            if isinstance(value, ast.Name) and value.id == "re" and node.func.attr in USES:
                yield node


def held(value: object) -> Iterator[re.Pattern[str]]:
    """The expressions in a value of a module, at any depth."""
    if isinstance(value, re.Pattern):
        raw = value.pattern
        text = raw.decode("latin-1") if isinstance(raw, bytes) else raw
        yield value if text == raw else re.compile(text)
    elif isinstance(value, dict):
        for below in value.values():
            yield from held(below)
    elif isinstance(value, tuple | list | set | frozenset):
        for below in value:
            yield from held(below)


def collected() -> dict[str, re.Pattern[str]]:
    found: dict[str, re.Pattern[str]] = {}
    for name, tree in modules():
        if name in SKIPPED:
            continue
        module = importlib.import_module(name)
        for attribute, value in vars(module).items():
            for number, pattern in enumerate(held(value)):
                found.setdefault(f"{name}.{attribute}[{number}]", pattern)
        for call in uses(tree):
            if call.args and isinstance(call.args[0], ast.Constant):
                found[f"{name}:{call.lineno}"] = re.compile(str(call.args[0].value))
    by_pattern = {(p.pattern, p.flags): name for name, p in reversed(found.items())}
    return {name: found[name] for name in by_pattern.values()}


EXPRESSIONS = collected()


def test_all_are_found() -> None:
    """Every use in the source is one of a module's values, or of a literal where it is used."""
    for name, tree in modules():
        in_values = {n for node in tree.body for n in ast.walk(node) if _is_value(node)}
        for call in uses(tree):
            is_literal = bool(call.args) and isinstance(call.args[0], ast.Constant)
            assert name not in SKIPPED
            known = call in in_values or is_literal or name in FOREIGN
            assert known, f"{name}:{call.lineno}"
    assert len(EXPRESSIONS) > 50


def _is_value(node: ast.stmt) -> bool:
    return isinstance(node, ast.Assign | ast.AnnAssign)


def attacks(pattern: re.Pattern[str]) -> Iterator[str]:
    literals, runs = _read(re._parser.parse(pattern.pattern, pattern.flags))
    own = list(dict.fromkeys([*literals, *PLAIN]))[:30]
    longest = max(runs, key=len, default="")
    for start in ("", longest):
        for one in own:
            yield start + one * LENGTH
    for first, second in islice(permutations(own[:9], 2), 72):
        yield (first + second) * (LENGTH // 2)
    for run in sorted(set(runs), key=len)[-5:]:
        yield run * (LENGTH // len(run))
        for one in own[:6]:
            yield (run + one) * (LENGTH // (len(run) + 1))


def _read(parsed: Any) -> tuple[list[str], list[str]]:
    """The characters that an expression is about, and its runs of literals."""
    characters: list[str] = []
    runs: list[str] = []
    run = ""
    for code, value in parsed:
        name = str(code)
        if name in {"LITERAL", "NOT_LITERAL"}:
            characters.append(chr(value))
            run += chr(value) if name == "LITERAL" else ""
            continue
        runs, run = [*runs, *([run] if run else [])], ""
        if name == "IN":
            characters += [c for item in value for c in _of_class(*item)]
        for below in _below(value):
            more, others = _read(below)
            characters += more
            runs += others
    return characters, [*runs, *([run] if run else [])]


def _of_class(code: Any, value: Any) -> list[str]:
    if str(code) == "LITERAL":
        return [chr(value)]
    return [chr(value[0]), chr(value[1])] if str(code) == "RANGE" else []


def _below(value: Any) -> Iterator[Any]:
    items = value if isinstance(value, tuple | list) else [value]
    for item in items:
        if type(item).__name__ == "SubPattern":
            yield item
        elif isinstance(item, list):
            yield from (below for below in item if type(below).__name__ == "SubPattern")


def seconds(pattern: re.Pattern[str], text: str, at_one_place: bool = False) -> float:
    started = time.process_time()
    if at_one_place:
        pattern.match(text)
        pattern.fullmatch(text)
    else:
        for _ in pattern.finditer(text):
            pass
    return time.process_time() - started


def slowest(pattern: re.Pattern[str], text: str, at_one_place: bool = False) -> float:
    """Seconds for a text, or for the first of its beginnings that takes too long."""
    took = 0.0
    for length in BEGINNINGS:
        took = seconds(pattern, text[:length], at_one_place)
        if took >= SLOWEST:
            took = min(took, seconds(pattern, text[:length], at_one_place))
        if took >= SLOWEST:
            break
    return took


def is_anchored(name: str) -> bool:
    """Whether the source only ever matches an expression at a place."""
    if ":" in name:
        return False
    module, _, attribute = name.partition("[")[0].rpartition(".")
    source = Path(str(importlib.import_module(module).__file__)).read_text("utf-8")
    methods = set(re.findall(rf"\b{re.escape(attribute)}\.(\w+)\(", source))
    return bool(methods) and methods <= {"match", "fullmatch"}


@pytest.mark.parametrize("name", EXPRESSIONS)
def test_it_is_linear(name: str) -> None:
    pattern, at_one_place = EXPRESSIONS[name], is_anchored(name)
    for text in attacks(pattern):
        took = slowest(pattern, text, at_one_place)
        assert in_time(took, SLOWEST), f"{pattern.pattern!r} on {text[:20]!r}…: {took:.2f} s"


@pytest.mark.parametrize(
    "hostile", [r"a+b", r"<a[^>]*x>", r"\((?:[^\W\d_][\w-]*\s?){1,4}\)", r"\((?:\w+)*\)"]
)
def test_the_test_itself_finds_what_is_not(hostile: str) -> None:
    pattern = re.compile(hostile)
    assert any(slowest(pattern, text) >= SLOWEST for text in attacks(pattern))
