"""Where the worker processes of one service put their metrics together.

Nothing of the client library is imported before the folder is there: it decides by that, once,
whether the metrics of several processes are to be summed.
"""

from __future__ import annotations

import atexit
import json
import os
import shutil
import sys
import tempfile
from pathlib import Path

FOLDER = "PROMETHEUS_MULTIPROC_DIR"
"""Environment variable of the client library."""

ROOM = 8 * 1024 * 1024
"""Bytes that the metrics of a few processes take."""


def open_folder() -> None:
    """Give the processes that will be forked a fresh folder to meet in; before metrics are made.

    Where none can be made, each of them will tell of itself alone, and standard error tells that.
    """
    try:
        os.environ[FOLDER] = tempfile.mkdtemp(prefix="onrecord-metrics-")
        atexit.register(_close_after, os.getpid())
        _check_room(Path(os.environ[FOLDER]))
    except OSError as error:
        close_folder()
        os.environ.pop(FOLDER, None)
        told = {"event": "no folder for metrics", "level": "warning", "error": error.strerror}
        print(json.dumps(told), file=sys.stderr, flush=True)


def _check_room(folder: Path) -> None:
    """Write as much as the metrics of one process take. The client library maps files into memory,
    and a disk that fills up under a map ends the process.

    Raises:
        OSError: where there is no room.
    """
    trial = folder / "trial"
    try:
        with trial.open("wb") as file:
            os.posix_fallocate(file.fileno(), 0, ROOM)
    finally:
        trial.unlink(missing_ok=True)


def close_folder() -> None:
    """Remove the folder."""
    shutil.rmtree(os.environ.get(FOLDER, ""), ignore_errors=True)


def _close_after(process: int) -> None:
    """Remove the folder at the end of the process that made it, also where a start fails."""
    if os.getpid() == process:
        close_folder()


def forget(process: int) -> None:
    """Take a process that has ended out of what is in flight."""
    if FOLDER not in os.environ:
        return
    from prometheus_client.multiprocess import mark_process_dead  # noqa: PLC0415  # see above

    mark_process_dead(process)  # type: ignore[no-untyped-call]
