"""Where the worker processes of one service put their metrics together.

Nothing of the client library is imported before the folder is there: it decides by that, once,
whether the metrics of several processes are to be summed.
"""

from __future__ import annotations

import os
import shutil
import tempfile

FOLDER = "PROMETHEUS_MULTIPROC_DIR"
"""Environment variable of the client library."""


def open_folder() -> None:
    """Give the processes that will be forked a fresh folder to meet in; before metrics are made."""
    os.environ[FOLDER] = tempfile.mkdtemp(prefix="onrecord-metrics-")


def close_folder() -> None:
    """Remove the folder."""
    shutil.rmtree(os.environ.get(FOLDER, ""), ignore_errors=True)


def forget(process: int) -> None:
    """Take a process that has ended out of what is in flight."""
    from prometheus_client.multiprocess import mark_process_dead  # noqa: PLC0415  # see above

    mark_process_dead(process)  # type: ignore[no-untyped-call]
