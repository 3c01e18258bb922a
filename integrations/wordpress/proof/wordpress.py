"""A throw-away WordPress on loopback: its own database server, its own copy of the files."""

from __future__ import annotations

import json
import os
import secrets
import shutil
import signal
import socket
import subprocess
import time
import urllib.error
import urllib.request
from collections.abc import Iterable
from pathlib import Path
from typing import Any

PLUGIN = Path(__file__).parents[1] / "onrecord"
SOURCE = Path("/usr/share/wordpress")
PORTS = range(9500, 9600)

_CONFIG = """<?php
define('DB_NAME', 'wordpress');
define('DB_USER', 'root');
define('DB_PASSWORD', '');
define('DB_HOST', 'localhost:{database}');
define('DB_CHARSET', 'utf8mb4');
define('WP_HOME', '{address}');
define('WP_SITEURL', '{address}');
define('WP_HTTP_BLOCK_EXTERNAL', true); // nothing is reached but this machine
define('AUTOMATIC_UPDATER_DISABLED', true);
define('DISABLE_WP_CRON', true); // the proof runs what is scheduled, when it wants to
define('FS_METHOD', 'direct');
define('WP_DEBUG', true);
define('WP_DEBUG_DISPLAY', false);
define('WP_DEBUG_LOG', '{log}');
{salts}
$table_prefix = 'wp_';
defined('ABSPATH') || define('ABSPATH', __DIR__ . '/');
require_once ABSPATH . 'wp-settings.php';
"""

_SALTS = ("AUTH", "SECURE_AUTH", "LOGGED_IN", "NONCE")


class WordPress:
    """One installation, in `folder`, with the plugin in place and not yet activated.

    Attributes:
        address: of the site.
        password: of its users, `editor` (administrator) and `writer` (contributor).
        log: where PHP's notices, warnings and errors go.
    """

    def __init__(self, folder: Path) -> None:
        self.folder = folder
        self.files = folder / "wordpress"
        self.log = folder / "debug.log"
        self.password = secrets.token_urlsafe(12)
        self.address = f"http://127.0.0.1:{free_port()}"
        self._processes: list[subprocess.Popen[bytes]] = []

    def start(self) -> None:
        """Make everything, and wait until the site answers."""
        shutil.copytree(SOURCE, self.files)
        self._start_database()
        self._configure()
        shutil.copytree(PLUGIN, self.files / "wp-content" / "plugins" / "onrecord")
        (self.files / "wp-content" / "upgrade").mkdir()
        self.php("install")
        self._start_server()

    def php(self, what: str) -> str:
        """Run a task of `site.php`; what it prints."""
        script = Path(__file__).with_name("site.php")
        done = subprocess.run(
            ["php", "-d", "error_log=/dev/stderr", str(script), str(self.files), what],
            env={**os.environ, "PROOF_PASSWORD": self.password},
            check=True,
            capture_output=True,
            text=True,
        )
        return done.stdout

    def state(self) -> dict[str, Any]:
        """The version, and how much of the plugin is in the database."""
        state: dict[str, Any] = json.loads(self.php("state"))
        return state

    def notices(self) -> list[str]:
        """What PHP complained of in the plugin's files."""
        lines = self.log.read_text("utf-8").splitlines() if self.log.exists() else []
        return [line for line in lines if "plugins/onrecord" in line]

    def stop(self) -> None:
        """End the processes; the folder is the caller's to remove."""
        for process in reversed(self._processes):
            os.killpg(process.pid, signal.SIGTERM)  # PHP's server leaves its workers behind
        for process in self._processes:
            try:
                process.wait(20)
            except subprocess.TimeoutExpired:
                process.kill()

    @property
    def _socket(self) -> Path:
        return self.folder / "database.socket"

    def _start_database(self) -> None:
        data = self.folder / "database"
        common = ["--no-defaults", f"--datadir={data}", "--user=root"]
        self._quietly(
            ["mariadb-install-db", *common, "--auth-root-authentication-method=normal"], "install"
        )
        small = ["--skip-networking", "--skip-log-bin", "--innodb-buffer-pool-size=32M"]
        self._run(["mariadbd", *common, *small, f"--socket={self._socket}"], "mariadbd.log")
        client = ["mariadb", "--no-defaults", "--user=root", f"--socket={self._socket}"]
        create = [*client, "--execute=CREATE DATABASE wordpress CHARACTER SET utf8mb4"]
        _wait(lambda: subprocess.run(create, capture_output=True, check=False).returncode == 0)

    def _configure(self) -> None:
        salts = "\n".join(
            f"define('{name}_{kind}', '{secrets.token_hex(32)}');"
            for name in _SALTS
            for kind in ("KEY", "SALT")
        )
        values = {"database": self._socket, "address": self.address, "log": self.log}
        text = _CONFIG.format(salts=salts, **values)
        (self.files / "wp-config.php").write_text(text, "utf-8")

    def _start_server(self) -> None:
        host = self.address.removeprefix("http://")
        command = ["php", "-d", "opcache.enable_cli=1", "-S", host, "-t", str(self.files)]
        self._run(command, "php.log", PHP_CLI_SERVER_WORKERS="4")
        _wait(lambda: is_up(f"{self.address}/wp-login.php"))

    def _quietly(self, command: Iterable[str], name: str) -> None:
        with (self.folder / f"{name}.log").open("wb") as sink:
            subprocess.run(list(command), check=True, stdout=sink, stderr=sink)

    def _run(self, command: list[str], log: str, **environ: str) -> None:
        with (self.folder / log).open("wb") as sink:
            process = subprocess.Popen(
                command,
                env={**os.environ, **environ},
                stdin=subprocess.DEVNULL,
                stdout=sink,
                stderr=sink,
                start_new_session=True,
            )
        self._processes.append(process)


def free_port() -> int:
    """A port of this machine that nobody listens on."""
    for port in PORTS:
        with socket.socket() as probe:
            probe.setsockopt(socket.SOL_SOCKET, socket.SO_REUSEADDR, 1)
            try:
                probe.bind(("127.0.0.1", port))
            except OSError:
                continue
            if port not in _GIVEN:
                _GIVEN.add(port)
                return port
    raise RuntimeError("no port is free")


_GIVEN: set[int] = set()


def is_up(address: str) -> bool:
    """Whether there is an answer, and not of a fault."""
    try:
        with urllib.request.urlopen(address, timeout=30):
            return True
    except (urllib.error.URLError, OSError):
        return False


def _wait(is_there: Any, seconds: float = 60) -> None:
    deadline = time.monotonic() + seconds
    while not is_there():
        if time.monotonic() > deadline:
            raise TimeoutError("a server of the proof did not start")
        time.sleep(0.2)
