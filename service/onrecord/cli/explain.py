"""`onrecord explain`: for each quotation who said it, by which words, and what decided that."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from typing import TextIO

from onrecord.cli.extract import answer
from onrecord.cli.loading import Loader
from onrecord.cli.tables import DENIED, paragraph, printable, speaker
from onrecord.options import Options, Section
from onrecord.rendering import Json
from onrecord.settings import Settings
from onrecord.types import Article

TELLING = 0.3
"""Log-odds from which a sign of the confidence is worth a line."""

_AROUND = {"cue": "cue", "addressee": "to", "medium": "medium", "time": "time"}
"""Spans of the tag, and how their lines are titled."""

SECTIONS = frozenset({Section.QUOTES, Section.ATTRIBUTIONS, Section.EXPLANATIONS})


def write(article: Article, settings: Settings, loader: Loader, out: TextIO) -> None:
    """Write the explanation of every quotation of an article."""
    answered = answer(article, Options(include=SECTIONS), settings, loader)
    reasons = {made["quote"]: made for made in answered["explanations"]}
    chains = {made["id"]: made["confidence"] for made in answered["attributions"]}
    for quote in answered["quotes"]:
        sure = {**quote["confidences"], "chain": chains.get(quote["attribution"])}
        lines = _explained(quote, reasons[quote["id"]], sure)
        out.write(printable("\n".join(lines) + "\n\n"))


def _explained(quote: Json, why: Json, sure: Json) -> Iterator[str]:
    denied = f"  {DENIED}" if quote["negated"] else ""
    yield f"{quote['id']}  {quote['type']}  {quote['confidence']:.0%}{denied}"
    yield paragraph(quote["text"])
    mention = quote["speaker_mention"]
    said = f', named here as "{mention["text"]}"' if mention else ""
    yield f"    speaker: {speaker(quote['speaker'])}{said}"
    for name, title in _AROUND.items():
        if quote[name]:
            yield from _titled(title, [" ".join(quote[name]["text"].split())])
    yield from _titled("why", why["summary"])
    yield from _titled("decided", map(_worded, why["deciding"]))
    yield from _titled("for", _in_favour(why["features"]))
    yield from _titled("against", _against(why["features"]))
    for name, features in why["confidence"].items():
        if sure[name] is not None:
            telling = [f for f in features if abs(f["contribution"]) >= TELLING]
            yield from _titled(f"{name} {sure[name]:.0%}", map(_worded, telling))


def _titled(title: str, lines: Iterable[str]) -> Iterator[str]:
    return (f"    {title + ':':<8} {line}" for line in lines)


def _in_favour(features: Sequence[Json]) -> list[str]:
    found = [f for f in features if f["contribution"] >= 0]
    return [_worded(f) for f in sorted(found, key=lambda f: -float(f["contribution"]))]


def _against(features: Sequence[Json]) -> list[str]:
    found = [f for f in features if f["contribution"] < 0]
    return [_worded(f) for f in sorted(found, key=lambda f: float(f["contribution"]))]


def _worded(feature: Json) -> str:
    value = "" if feature["value"] in {0, 1} else f" = {feature['value']:g}"
    absent = "" if feature["value"] else "not: "
    weight = f" ({feature['contribution']:+.2f})" if feature["contribution"] else ""
    return f"{absent}{feature['name']}{value}{weight}"
