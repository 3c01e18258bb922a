"""Settings: from Superdesk's own, or from the environment where those are silent."""

from __future__ import annotations

import os
from collections.abc import Mapping
from dataclasses import dataclass
from typing import Any, Callable, Dict, List, Union  # Superdesk runs on Python 3.8 as well

Sink = Union[str, Callable[[List[Dict[str, Any]]], Any]]
"""Where corrections go: the name of a Superdesk resource, or what is called with them."""

OFFSET_UNITS = ("codepoint", "utf16", "utf8")


@dataclass(frozen=True)
class Settings:
    """What can be set; the name in Superdesk is `ONRECORD_` and the name in capitals.

    Attributes:
        url: of the onrecord service, without a path; empty where none is set.
        key: that it asks for; empty where it asks for none.
        timeout: seconds for which an answer is waited.
        least_confidence: quotations below it are left out.
        offset_unit: what offsets count; Superdesk's client, being JavaScript, wants `utf16`.
        feedback: where corrections go; None where they are not wanted.
    """

    url: str
    key: str
    timeout: float
    least_confidence: float
    offset_unit: str
    feedback: Sink | None

    @classmethod
    def read(cls, config: Mapping[str, Any]) -> Settings:
        """The settings of a Superdesk.

        Args:
            config: the settings of its application.

        Raises:
            ValueError: where one cannot be used; names it.
        """
        feedback = config.get("ONRECORD_FEEDBACK")
        if not (feedback is None or callable(feedback) or isinstance(feedback, str)):
            raise ValueError("ONRECORD_FEEDBACK: the name of a resource or a function is wanted")
        url = str(_value(config, "URL", "")).rstrip("/")
        if url and not url.startswith(("http://", "https://")):
            raise ValueError("ONRECORD_URL: http://HOST:PORT or https://HOST is wanted")
        unit = str(_value(config, "OFFSET_UNIT", "utf16"))
        if unit not in OFFSET_UNITS:
            raise ValueError(f"ONRECORD_OFFSET_UNIT: one of {', '.join(OFFSET_UNITS)} is wanted")
        return cls(
            url=url,
            key=str(_value(config, "KEY", "")),
            timeout=_number(config, "TIMEOUT", 30, 0.1, 600),
            least_confidence=_number(config, "LEAST_CONFIDENCE", 0, 0, 1),
            offset_unit=unit,
            feedback=feedback or None,
        )


def _value(config: Mapping[str, Any], name: str, default: Any) -> Any:
    name = f"ONRECORD_{name}"
    value = config.get(name)
    if value is None or value == "":
        value = os.environ.get(name) or default
    return value


def _number(
    config: Mapping[str, Any], name: str, default: float, least: float, most: float
) -> float:
    try:
        number = float(_value(config, name, default))
    except (TypeError, ValueError):
        number = float("nan")
    if not least <= number <= most:
        raise ValueError(f"ONRECORD_{name}: a number from {least} to {most} is wanted")
    return number
