"""`onrecord serve`: this process becomes gunicorn, with our configuration."""

from __future__ import annotations

import os
import sys
from collections.abc import Callable, Mapping
from importlib.util import find_spec

from onrecord.cli.errors import CommandError
from onrecord.settings import Settings, variable

NEEDED = (
    "flask",
    "gunicorn",
    "limits",
    "marshmallow",
    "prometheus_client",
    "structlog",
    "yaml",
    "zstandard",
)
"""Modules of the `service` extra."""

Execute = Callable[[str, list[str], Mapping[str, str]], object]


def run(bind: str | None, workers: int | None, execute: Execute = os.execve) -> None:
    """Start the server; what is not given here is as the environment sets it.

    Args:
        bind: where to listen, HOST:PORT.
        workers: number of processes.
        execute: replaces the process.

    Raises:
        CommandError: where the packages of the service are not installed.
        InvalidSettings: where a setting cannot be used.
    """
    missing = [name for name in NEEDED if find_spec(name) is None]
    if missing:
        raise CommandError(
            f"the service needs {', '.join(missing)}: pip install 'onrecord[service]'"
        )
    given = {"bind": bind, "workers": workers}
    chosen = {variable(name): str(value) for name, value in given.items() if value is not None}
    environ = {**os.environ, **chosen}
    Settings.from_environment(environ)
    config = "python:onrecord.web.gunicorn_conf"
    command = [sys.executable, "-m", "gunicorn", "-c", config, "onrecord.web.wsgi:app"]
    execute(sys.executable, command, environ)
