"""Workers on this machine, replaced as often as they are lost."""

from __future__ import annotations

import os
import subprocess  # nosec B404  # starts workers of our own
import sys
import tempfile
import threading
import time
from collections.abc import Callable, Iterator
from contextlib import contextmanager

_QUIET = {"DASK_LOGGING__DISTRIBUTED": "critical"}
_ONE_THREAD = dict.fromkeys(("OMP_NUM_THREADS", "MKL_NUM_THREADS", "OPENBLAS_NUM_THREADS"), "1")

_PARENT = "ONRECORD_ARCHIVE_PARENT"

LOOPBACK = "127.0.0.1"
"""Where workers listen: what reaches a worker's port can make it run anything."""

LOOK = 0.5
"""Seconds between two looks at the workers, and at the parent."""

Start = Callable[[], "subprocess.Popen[bytes]"]


@contextmanager
def supervised(count: int, start: Start) -> Iterator[None]:
    """Keep this many workers running.

    The engine's own nursing gives a worker up that is lost while it starts; a run must outlive that
    too.

    Args:
        count: workers.
        start: starts one.
    """
    ended = threading.Event()
    running = [start() for _ in range(count)]

    def look_after() -> None:
        while not ended.wait(LOOK):
            for place, worker in enumerate(running):
                if worker.poll() is not None:
                    running[place] = start()

    nurse = threading.Thread(target=look_after, daemon=True)
    nurse.start()
    try:
        yield
    finally:
        ended.set()
        nurse.join()
        for worker in running:
            worker.kill()
        for worker in running:
            worker.wait()


@contextmanager
def starter(scheduler: str) -> Iterator[Start]:
    """What starts a worker of a scheduler: one process with one thread, as on a cluster.

    Args:
        scheduler: its address.
    """
    with tempfile.TemporaryDirectory(prefix="onrecord-archive-") as folder:
        command = [sys.executable, "-m", "distributed.cli.dask_worker", scheduler]
        command += ["--no-nanny", "--nworkers", "1", "--nthreads", "1"]
        command += ["--memory-limit", "0", "--local-directory", folder]
        command += ["--host", LOOPBACK, "--no-dashboard", "--dashboard-address", f"{LOOPBACK}:0"]
        command += ["--preload", "onrecord.archive.local"]
        path = os.pathsep.join(sys.path)
        ours = {"PYTHONPATH": path, _PARENT: str(os.getpid())}
        environ = {**os.environ, **_QUIET, **_ONE_THREAD, **ours}

        def start() -> subprocess.Popen[bytes]:
            return subprocess.Popen(command, env=environ, stdin=subprocess.DEVNULL)  # nosec B603

        yield start


def dask_setup(_: object) -> None:
    """Called by the engine in a worker of ours: it is never to outlive the run that started it."""
    parent = os.environ[_PARENT]

    def watch() -> None:
        while str(os.getppid()) == parent:
            time.sleep(LOOK)
        os._exit(1)

    threading.Thread(target=watch, daemon=True).start()
