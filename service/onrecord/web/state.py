"""What the routes of one application share."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from typing import cast

from flask import Flask, current_app

from onrecord.settings import Settings
from onrecord.types import Extractor
from onrecord.web.access import Gate
from onrecord.web.contract import Contract
from onrecord.web.editor import File

_NAME = "onrecord"


@dataclass(frozen=True, slots=True)
class State:
    """The settings, the loaded pipeline, safe to share between threads, the contract, the gate:
    who may ask, and how often; and the files of the page for editors."""

    settings: Settings
    pipeline: Extractor
    contract: Contract
    gate: Gate
    page: Mapping[str, File]


def attach(app: Flask, state: State) -> None:
    """Give the state to an application."""
    app.extensions[_NAME] = state


def current() -> State:
    """The state of the application that answers the current request."""
    return cast("State", current_app.extensions[_NAME])
