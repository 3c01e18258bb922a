"""What the routes of one application share."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from typing import cast

from flask import Flask, current_app

from onrecord.deadline import NEVER, Deadline
from onrecord.settings import Settings
from onrecord.types import Extractor
from onrecord.web.access import Gate
from onrecord.web.cache import Cache
from onrecord.web.contract import Contract
from onrecord.web.editor import File
from onrecord.web.queue import Queue

_NAME = "onrecord"


@dataclass(frozen=True, slots=True)
class State:
    """The settings, the loaded pipeline with the queue in front of it, the contract, the gate (who
    may ask, and how often), the answers that are kept, and the files of the page for editors."""

    settings: Settings
    pipeline: Extractor
    queue: Queue
    contract: Contract
    gate: Gate
    cache: Cache
    page: Mapping[str, File]

    def deadline(self) -> Deadline:
        """That of an article whose reading begins now."""
        return Deadline(self.settings.timeout) if self.settings.timeout else NEVER


def attach(app: Flask, state: State) -> None:
    """Give the state to an application."""
    app.extensions[_NAME] = state


def current() -> State:
    """The state of the application that answers the current request."""
    return cast("State", current_app.extensions[_NAME])
