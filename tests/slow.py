"""A fake pipeline that takes its time, and one article that takes the process with it."""

from __future__ import annotations

import os
import signal
import time

from onrecord.deadline import NEVER, Deadline
from onrecord.settings import Settings
from onrecord.types import Article, Extraction
from tests.fakes import FakePipeline

SECONDS = 0.1


class SlowPipeline(FakePipeline):
    """Reads ten articles a second."""

    def extract(
        self, article: Article, deadline: Deadline = NEVER, *, explain: bool = False
    ) -> Extraction:
        """After a while."""
        if article.text == "kill me":
            os.kill(os.getpid(), signal.SIGKILL)
        time.sleep(SECONDS)
        return super().extract(article, deadline, explain=explain)


def load(settings: Settings) -> SlowPipeline:
    """Loads at once."""
    return SlowPipeline(settings.max_characters)
