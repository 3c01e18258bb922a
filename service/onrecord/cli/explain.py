"""`onrecord explain`: for each quotation who said it, by which words, and what decided that."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from typing import TextIO

from onrecord.cli.extract import answer
from onrecord.cli.loading import Loader
from onrecord.cli.tables import paragraph, speaker
from onrecord.rendering import Json, Options, Section
from onrecord.settings import Settings
from onrecord.types import Article

SECTIONS = frozenset({Section.QUOTES, Section.EXPLANATIONS})


def write(article: Article, settings: Settings, loader: Loader, out: TextIO) -> None:
    """Write the explanation of every quotation of an article."""
    answered = answer(article, Options(include=SECTIONS), settings, loader)
    features = {made["quote"]: made["features"] for made in answered["explanations"]}
    out.writelines(
        "\n".join(_explained(quote, features[quote["id"]])) + "\n\n" for quote in answered["quotes"]
    )


def _explained(quote: Json, features: Sequence[Json]) -> Iterator[str]:
    yield f"{quote['id']}  {quote['type']}  {quote['confidence']:.0%}"
    yield paragraph(quote["text"])
    mention = quote["speaker_mention"]
    said = f', named here as "{mention["text"]}"' if mention else ""
    yield f"    speaker: {speaker(quote['speaker'])}{said}"
    if quote["cue"]:
        yield f"    cue:     {quote['cue']['text']}"
    for title, chosen in (("for", _in_favour(features)), ("against", _against(features))):
        for name in chosen:
            yield f"    {title + ':':<8} {name}"


def _in_favour(features: Sequence[Json]) -> list[str]:
    found = [f for f in features if f["contribution"] >= 0]
    return [_worded(f) for f in sorted(found, key=lambda f: -float(f["contribution"]))]


def _against(features: Sequence[Json]) -> list[str]:
    found = [f for f in features if f["contribution"] < 0]
    return [_worded(f) for f in sorted(found, key=lambda f: float(f["contribution"]))]


def _worded(feature: Json) -> str:
    value = "" if feature["value"] == 1 else f" = {feature['value']:g}"
    weight = f" ({feature['contribution']:+.2f})" if feature["contribution"] else ""
    return f"{feature['name']}{value}{weight}"
