"""Golden cases: texts written by hand with all that must be found in them.

The form of a case is told in `tests/golden/README.md`.
"""

from __future__ import annotations

import json
from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass
from functools import partial
from pathlib import Path

from evaluation.agreement import (
    SAME_CONTENT,
    SAME_QUOTATION,
    agree,
    alternatives,
    overlap,
    words,
)
from evaluation.corpora import Json
from onrecord.types import Attribution, Extraction, Quotation, QuotationType

FIELDS = (
    "type",
    "speaker",
    "speaker_title",
    "mention",
    "cue",
    "addressee",
    "medium",
    "time",
    "negated",
)
LOOSE = frozenset({"addressee", "medium"})
WHERE_GIVEN = frozenset({"speaker_title", "time"})
"""Fields that a case may leave open; others that it leaves out must be empty."""
KINDS = ("quote", "chain", "nothing", "unlisted", "unlisted_chain")

Check = Callable[[Extraction], list[str]]
Unlisted = Callable[[Json, Extraction], list[str]]


@dataclass(frozen=True, slots=True)
class Item:
    """One expectation.

    Attributes:
        name: case, kind and the start of the text that it is about.
        case: the case that it belongs to.
        check: what stands against it in an extraction, empty where nothing does.
        reason: why it is known to fail, None where it is to hold.
    """

    name: str
    case: Json
    check: Check
    reason: str | None


def read(folder: Path) -> list[Json]:
    """All cases of a folder, texts put together."""
    cases: list[Json] = []
    for path in sorted(folder.glob("*.json")):
        held = json.loads(path.read_text(encoding="utf-8"))
        cases.extend(held if isinstance(held, list) else [held])
    return [case | {"text": "\n\n".join(alternatives(case["text"]))} for case in cases]


def items(case: Json) -> Iterator[Item]:
    """Every expectation of a case by itself, so that none hides behind another."""
    for number in range(len(case["quotes"])):
        yield from _quote_items(case, number)
    for expected in case["attributions"]:
        yield _item(case, "chain", expected["content"], _chain_check(expected))
    for string in case["nothing"]:
        yield _item(case, "nothing", string, _nothing_check(case, string))
    if not case.get("open"):
        yield from _unlisted_items(case, "unlisted", unlisted_quotes)
        yield from _unlisted_items(case, "unlisted_chain", unlisted_chains)


def failures(case: Json, kind: str) -> list[Json]:
    """The known failures of one kind."""
    return [f for f in case.get("known_failures", ()) if kind in f]


def unlisted_quotes(case: Json, found: Extraction) -> list[str]:
    """Quotations that nobody listed; one that says the content of an attribution again may be."""
    return [
        text
        for quote in found.quotes
        if not _is_listed(text := _content(found, quote), case)
        and not (
            quote.type is QuotationType.INDIRECT
            and any(overlap(text, a["content"]) >= SAME_QUOTATION for a in case["attributions"])
        )
    ]


def unlisted_chains(case: Json, found: Extraction) -> list[str]:
    """Attributions that nobody listed; one of one hop may say a listed quotation again."""
    listed = [a["content"] for a in case["attributions"]]
    contents = [(a, _content(found, a)) for a in found.attributions]
    return [
        text
        for attribution, text in contents
        if not any(overlap(text, content) >= SAME_CONTENT for content in listed)
        and not _restates(case, text, _hops(found, attribution))
    ]


def _restates(case: Json, text: str, hops: list[tuple[str | None, str]]) -> bool:
    return len(hops) == 1 and any(
        overlap(text, quote["text"]) >= SAME_CONTENT and agree(hops[0][0], quote["speaker"])
        for quote in case["quotes"]
    )


def _item(case: Json, kind: str, about: str, check: Check) -> Item:
    fitting = (f for f in failures(case, kind) if "field" not in f and about.startswith(f[kind]))
    reason = next((str(f["reason"]) for f in fitting), None)
    return Item(f"{case['name']}/{kind}/{about[:40]}", case, check, reason)


def _quote_items(case: Json, number: int) -> Iterator[Item]:
    """The quotation with all its fields; fields that are known to fail stand by themselves."""
    text = case["quotes"][number]["text"]
    failing = {
        f["field"]: str(f["reason"])
        for f in failures(case, "quote")
        if "field" in f and _is_about(case, f["quote"], text)
    }
    held = tuple(f for f in FIELDS if f not in failing)
    yield _item(case, "quote", text, _quote_check(case, number, held))
    for field, reason in failing.items():
        name = f"{case['name']}/quote-{field}/{text[:40]}"
        yield Item(name, case, _quote_check(case, number, (field,)), reason)


def _is_about(case: Json, start: str, text: str) -> bool:
    """Whether a failure is about a quotation: by its whole text where there is one such."""
    return text == start or (
        text.startswith(start) and all(quote["text"] != start for quote in case["quotes"])
    )


def _unlisted_items(case: Json, kind: str, unlisted: Unlisted) -> Iterator[Item]:
    """That nothing is found beyond the list; what is known to be stands by itself."""
    starts = {str(f[kind]): str(f["reason"]) for f in failures(case, kind)}

    def others(found: Extraction) -> list[str]:
        return [t for t in unlisted(case, found) if not t.startswith(tuple(starts))]

    yield Item(f"{case['name']}/{kind}", case, others, None)
    for start, reason in starts.items():
        known = partial(_beginning, case, unlisted, start)
        yield Item(f"{case['name']}/{kind}/{start[:40]}", case, known, reason)


def _beginning(case: Json, unlisted: Unlisted, start: str, found: Extraction) -> list[str]:
    return [text for text in unlisted(case, found) if text.startswith(start)]


def _quote_check(case: Json, number: int, fields: Sequence[str]) -> Check:
    expected = case["quotes"][number]
    wanted = words(expected["text"])
    turn = sum(words(q["text"]) == wanted for q in case["quotes"][:number])

    def check(found: Extraction) -> list[str]:
        same = [q for q in found.quotes if words(_content(found, q)) == wanted]
        if len(same) <= turn:
            return ["not found; found are:", *(_content(found, q) for q in found.quotes)]
        quote = same[turn]
        return [
            f"{field} is {got!r}, not {expected.get(field)!r}"
            for field in fields
            if (field in expected or field not in WHERE_GIVEN)
            and not agree(
                got := _value(found, quote, field), expected.get(field), loose=field in LOOSE
            )
        ]

    return check


def _value(found: Extraction, quote: Quotation, field: str) -> str | None:
    if field == "type":
        return quote.type.value
    if field == "negated":
        return str(True) if quote.negated else None
    if field == "speaker":
        return quote.speaker.name if quote.speaker else None
    if field == "speaker_title":
        return quote.speaker.title if quote.speaker else None
    spans = {
        "mention": quote.source,
        "cue": quote.cue,
        "addressee": quote.addressee,
        "medium": quote.medium,
        "time": quote.time,
    }
    span = spans[field]
    return span.of(found.text) if span else None


def _chain_check(expected: Json) -> Check:
    def check(found: Extraction) -> list[str]:
        wanted = words(expected["content"])
        same = [a for a in found.attributions if words(_content(found, a)) == wanted]
        if not same:
            return ["not found; found are:", *(_content(found, a) for a in found.attributions)]
        got = _hops(found, same[0])
        right = len(got) == len(expected["chain"]) and all(
            agree(name, hop["speaker"]) and relation in alternatives(hop["relation"])
            for (name, relation), hop in zip(got, expected["chain"], strict=True)
        )
        return [] if right else [f"chain is {got}"]

    return check


def _nothing_check(case: Json, string: str) -> Check:
    def check(found: Extraction) -> list[str]:
        return [
            text
            for quote in found.quotes
            if quote.type is not QuotationType.INDIRECT
            and not _is_listed(text := _content(found, quote), case)
            and (overlap(text, string) >= SAME_CONTENT or string in text)
        ]

    return check


def _is_listed(text: str, case: Json) -> bool:
    """Whether a quotation is listed; one with other bounds fails there, and is not told twice."""
    return any(overlap(text, quote["text"]) >= SAME_CONTENT for quote in case["quotes"])


def _content(found: Extraction, held: Quotation | Attribution) -> str:
    parts = held.parts if isinstance(held, Quotation) else held.content
    return " ".join(part.of(found.text) for part in parts)


def _hops(found: Extraction, attribution: Attribution) -> list[tuple[str | None, str]]:
    """Name (or words of the source) and relation of every hop."""
    return [
        (
            hop.speaker.name if hop.speaker else hop.source.of(found.text) if hop.source else None,
            hop.relation.value,
        )
        for hop in attribution.chain
    ]
