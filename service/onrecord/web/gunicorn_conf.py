"""Configuration of gunicorn, from our settings: `gunicorn -c python:onrecord.web.gunicorn_conf`.

The names are gunicorn's. There is a thread for each article that is read or waits, and a few more
that let health checks and refusals through; speed comes from processes, which share the memory of
the models that were loaded before the fork.
"""

from __future__ import annotations

import signal
import sys
from typing import Any

from onrecord.errors import InvalidSettings
from onrecord.settings import Settings
from onrecord.web import memory
from onrecord.web.logs import logging_config
from onrecord.web.metrics_folder import close_folder, forget, open_folder

try:
    _settings = Settings.from_environment()
except InvalidSettings as error:
    sys.exit(f"onrecord: {error}")

bind = _settings.bind
preload_app = True
worker_class = "onrecord.web.worker.Worker"
workers = _settings.processes
threads = _settings.queue + 1 + _settings.threads
worker_connections = max(1000, 2 * threads)
timeout = _settings.worker_timeout
graceful_timeout = _settings.graceful_timeout
keepalive = _settings.keep_alive
max_requests = _settings.max_requests
max_requests_jitter = _settings.max_requests // 10
limit_request_line = 8190
control_socket_disable = True
accesslog = None
logconfig_dict = logging_config(_settings.log_level)

# Until gunicorn listens to signals itself, which it does when the models are loaded.
signal.signal(signal.SIGTERM, lambda *_: sys.exit(128 + signal.SIGTERM))
open_folder()
memory.keep_little()
_breath = memory.Breath()


def post_fork(_: Any, __: Any) -> None:
    """A worker begins."""
    memory.restrict(_settings.max_megabytes)


def post_request(worker: Any, _: Any, __: Any, ___: Any) -> None:
    """A worker has answered: where it has grown too large, it takes no more, answers what it has
    taken, and ends, as after `max_requests`; a fresh one comes in its place."""
    _breath.take()
    if worker.alive and memory.is_worn(_settings.recycle_megabytes):
        worker.alive = False


def child_exit(_: Any, worker: Any) -> None:
    """A worker has ended: it has nothing in flight any more."""
    forget(worker.pid)


def on_exit(_: Any) -> None:
    """The service has ended."""
    close_folder()
