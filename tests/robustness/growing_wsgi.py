"""The service around a pipeline that keeps memory, or takes much, where an article says so."""

from __future__ import annotations

from onrecord.deadline import NEVER, Deadline
from onrecord.settings import Settings
from onrecord.types import Article, Extraction
from onrecord.web import memory
from onrecord.web.app import create_app
from onrecord.web.logs import configure
from tests.slow import SlowPipeline

KEPT = 10
"""Megabytes that an article leaves behind that says "keep"."""

_kept: list[bytes] = []


class GrowingPipeline(SlowPipeline):
    """Has a leak."""

    def extract(
        self, article: Article, deadline: Deadline = NEVER, *, explain: bool = False
    ) -> Extraction:
        """As slowly as the others."""
        if "keep" in article.text:
            _kept.append(b"\x01" * (KEPT * memory.MEGABYTE))
        if "take all" in article.text:
            return super().extract(Article("a" * 2**40), deadline)
        return super().extract(article, deadline, explain=explain)


configure()
_settings = Settings.from_environment()
app = create_app(_settings, GrowingPipeline(_settings.max_characters))
