"""Makes both clients from `openapi.yaml`, checks their types, and runs them against the service.

python clients/check.py [python] [typescript]
"""

from __future__ import annotations

import hashlib
import os
import shutil
import subprocess
import sys
import tempfile
from pathlib import Path

ROOT = Path(__file__).resolve().parents[1]
sys.path[:0] = [str(ROOT), str(ROOT / "service")]

from tests.web.server import Server  # noqa: E402  # found by the line above

KEY = "client-test-key"
PYTHON, TYPESCRIPT = ROOT / "clients" / "python", ROOT / "clients" / "typescript"
TWO = {"ONRECORD_WORKERS": "2", "ONRECORD_QUEUE": "3"}
BIN = Path(sys.executable).parent


def main() -> int:
    """Check the clients named, or both; 0 where they work."""
    chosen = sys.argv[1:] or ["python", "typescript"]
    with tempfile.TemporaryDirectory() as folder:
        digest = hashlib.sha256(KEY.encode()).hexdigest()
        application = "tests.web.fake_wsgi:app"
        open_to_all = Server(application, Path(folder, "open.log"))
        limits = {"ONRECORD_API_KEYS": f"test:{digest}", "ONRECORD_RATE_LIMIT": "1/day"}
        guarded = {name: Server(application, Path(folder, name), **limits) for name in chosen}
        killing = Server("tests.robustness.killing_wsgi:app", Path(folder, "k"), **TWO)
        servers = [open_to_all, killing, *guarded.values()]
        try:
            for server in servers:
                server.wait(60)
            for name in chosen:
                addresses = {
                    "ONRECORD_URL": f"http://127.0.0.1:{open_to_all.port}",
                    "ONRECORD_KILLING_URL": f"http://127.0.0.1:{killing.port}",
                    "ONRECORD_GUARDED_URL": f"http://127.0.0.1:{guarded[name].port}",
                }
                {"python": python, "typescript": typescript}[name](addresses)
        finally:
            for server in servers:
                server.stop()
            started = killing.log.read_text("utf-8").count("Booting worker")
            print(f"{started - 2} processes were killed under the clients")
    return 0


def python(addresses: dict[str, str]) -> None:
    """The client of openapi-python-client."""
    made = PYTHON / "onrecord_client"
    options = ["--config", str(PYTHON / "config.yaml"), "--meta", "none", "--overwrite"]
    generator = [str(BIN / "openapi-python-client"), "generate", "--path", "openapi.yaml"]
    run([*generator, *options, "--output-path", str(made)], ROOT, {})
    shutil.copy(PYTHON / "retrying.py", made)
    check = [str(BIN / "mypy"), "onrecord_client"]
    run([*check, "test_client.py"], PYTHON, {})
    run(
        [sys.executable, "-m", "pytest", "-q", "-c", os.devnull, "test_client.py"],
        PYTHON,
        addresses,
    )


def typescript(addresses: dict[str, str]) -> None:
    """The client of openapi-typescript and openapi-fetch, and the lint of the contract."""
    run(["npm", "ci", "--no-audit", "--no-fund", "--silent"], TYPESCRIPT, {})
    for script in ("lint-contract", "generate", "check", "build", "test"):
        run(["npm", "run", "--silent", script], TYPESCRIPT, addresses)


def run(command: list[str], folder: Path, environ: dict[str, str]) -> None:
    """Run a command, with what it tells; ends everything where it fails."""
    path = f"{BIN}{os.pathsep}{os.environ['PATH']}"
    subprocess.run(command, cwd=folder, env={**os.environ, "PATH": path, **environ}, check=True)


if __name__ == "__main__":
    sys.exit(main())
