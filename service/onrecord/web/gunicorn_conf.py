"""Configuration of gunicorn, from our settings: `gunicorn -c python:onrecord.web.gunicorn_conf`.

The names are gunicorn's. Threads let health checks through while an article is read; more speed
comes from more processes, which share the memory of the models that were loaded before the fork.
"""

from __future__ import annotations

import sys
from typing import Any

from onrecord.errors import InvalidSettings
from onrecord.settings import Settings
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
threads = _settings.threads
timeout = _settings.worker_timeout
graceful_timeout = _settings.graceful_timeout
keepalive = _settings.keep_alive
max_requests = _settings.max_requests
max_requests_jitter = _settings.max_requests // 10
limit_request_line = 8190
control_socket_disable = True
accesslog = None
logconfig_dict = logging_config(_settings.log_level)

open_folder()


def child_exit(_: Any, worker: Any) -> None:
    """A worker has ended: it has nothing in flight any more."""
    forget(worker.pid)


def on_exit(_: Any) -> None:
    """The service has ended."""
    close_folder()
