"""Settings -> the pipeline, when a command needs it."""

from __future__ import annotations

from collections.abc import Callable

from onrecord.settings import Settings
from onrecord.types import Extractor

Loader = Callable[[Settings], Extractor]
"""Makes a pipeline. Worker processes import it by its name: a function of a module."""


def load(settings: Settings) -> Extractor:
    """The pipeline. What it is made of is imported here: other commands start without it."""
    from onrecord.bootstrap import load_pipeline, settle

    pipeline = load_pipeline(settings)
    settle()
    return pipeline
