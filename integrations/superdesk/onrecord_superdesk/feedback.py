"""What editors say of quotations, checked, and made into what is stored."""

from __future__ import annotations

import datetime as dt
from typing import Any

VERDICTS = ("right", "wrong_speaker", "wrong_words", "no_quotation", "missing")

KEPT_OF_QUOTATION = ("id", "type", "text", "parts", "speaker", "confidence")

LONGEST = 20_000
"""Characters of a text in a correction."""

MOST = 1_000
"""Corrections at once."""


def records(data: dict[str, Any]) -> list[dict[str, Any]]:
    """One record for each correction in the data of a `feedback` operation.

    A record has the guid, version and language of the item, never its text, and of the quotation
    what is needed to learn from it.

    Raises:
        ValueError: where something is missing or of another form; says what.
    """
    item = data.get("item")
    corrections = data.get("corrections")
    if not isinstance(item, dict) or not isinstance(item.get("guid"), str):
        raise ValueError("item.guid is missing")
    if not isinstance(corrections, list) or not 0 < len(corrections) <= MOST:
        raise ValueError(f"corrections: a list of 1 to {MOST} is wanted")
    common = {
        "item": item["guid"],
        "item_version": item.get("version"),
        "language": item.get("language"),
        "model": data.get("model"),
        "at": dt.datetime.now(dt.timezone.utc).isoformat(timespec="seconds"),
    }
    return [{**common, **_correction(n, given)} for n, given in enumerate(corrections)]


def _correction(number: int, given: object) -> dict[str, Any]:
    where = f"corrections.{number}"
    if not isinstance(given, dict):
        raise ValueError(f"{where}: an object is wanted")
    verdict = given.get("verdict")
    if verdict not in VERDICTS:
        raise ValueError(f"{where}.verdict: one of {', '.join(VERDICTS)} is wanted")
    quotation = given.get("quotation")
    if verdict != "missing" and not (isinstance(quotation, dict) and quotation.get("text")):
        raise ValueError(f"{where}.quotation: the quotation as it was given is wanted")
    texts = {
        name: _text(f"{where}.{name}", given.get(name)) for name in ("speaker", "text", "note")
    }
    wanted = {"wrong_speaker": "speaker", "wrong_words": "text", "missing": "text"}.get(verdict)
    if wanted == "text" and not texts["text"]:
        raise ValueError(f"{where}.text: the words of the quotation are wanted")
    if wanted == "speaker" and "speaker" not in given:
        raise ValueError(f"{where}.speaker: who said it is wanted, or null for nobody")
    kept = {name: quotation.get(name) for name in KEPT_OF_QUOTATION} if quotation else None
    return {"verdict": verdict, "quotation": kept, **texts}


def _text(where: str, value: object) -> str | None:
    if value is None:
        return None
    if not isinstance(value, str) or len(value) > LONGEST:
        raise ValueError(f"{where}: a text of at most {LONGEST} characters is wanted")
    return value.strip() or None
