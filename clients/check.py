"""Makes both clients from `openapi.yaml`, checks their types, and runs them against the service.

python clients/check.py [python] [typescript]
"""

from __future__ import annotations

import hashlib
import os
import re
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
        narrow = {"ONRECORD_QUEUE": "1", "ONRECORD_TIMEOUT": "2"}
        busy = Server(application, Path(folder, "busy.log"), **narrow)
        killing = Server("tests.robustness.killing_wsgi:app", Path(folder, "k"), **TWO)
        servers = [open_to_all, busy, killing, *guarded.values()]
        try:
            for server in servers:
                server.wait(60)
            for name in chosen:
                addresses = {
                    "ONRECORD_URL": f"http://127.0.0.1:{open_to_all.port}",
                    "ONRECORD_KILLING_URL": f"http://127.0.0.1:{killing.port}",
                    "ONRECORD_GUARDED_URL": f"http://127.0.0.1:{guarded[name].port}",
                    "ONRECORD_BUSY_URL": f"http://127.0.0.1:{busy.port}",
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
    example(PYTHON / "example.py", "python", addresses)
    check = [str(BIN / "mypy"), "onrecord_client", "example.py"]
    tests = ["test_client.py", "test_retrying.py"]
    run([*check, *tests], PYTHON, {})
    run_example([sys.executable, "example.py"], PYTHON)
    run(
        [sys.executable, "-m", "pytest", "-q", "-c", os.devnull, *tests],
        PYTHON,
        addresses,
    )


def typescript(addresses: dict[str, str]) -> None:
    """The client of openapi-typescript and openapi-fetch, and the lint of the contract."""
    run(["npm", "ci", "--no-audit", "--no-fund", "--silent"], TYPESCRIPT, {})
    example(TYPESCRIPT / "test" / "example.ts", "ts", addresses)
    for script in ("lint-contract", "generate", "build", "check", "test"):
        run(["npm", "run", "--silent", script], TYPESCRIPT, addresses)
    run_example(["node", "dist-test/test/example.js"], TYPESCRIPT)


MOST_LINES = 10


def example(place: Path, language: str, addresses: dict[str, str]) -> None:
    """Write the example of the README into a file, as it stands there but for the address."""
    text = (ROOT / "clients" / "README.md").read_text("utf-8")
    found = re.findall(rf"^```{language}\n(.*?)^```", text, re.DOTALL | re.MULTILINE)
    assert len(found) == 1, f"{len(found)} examples in {language}"
    assert len(found[0].splitlines()) <= MOST_LINES, f"the example in {language} is too long"
    place.write_text(found[0].replace("http://localhost:8000", addresses["ONRECORD_URL"]), "utf-8")


def run_example(command: list[str], folder: Path) -> None:
    """Run an example; it must print the words that its article quotes."""
    done = subprocess.run(command, cwd=folder, check=True, capture_output=True, text=True)
    print(done.stdout, end="")
    assert re.search(r"\| Come in", done.stdout), done.stdout


def run(command: list[str], folder: Path, environ: dict[str, str]) -> None:
    """Run a command, with what it tells; ends everything where it fails."""
    path = f"{BIN}{os.pathsep}{os.environ['PATH']}"
    subprocess.run(command, cwd=folder, env={**os.environ, "PATH": path, **environ}, check=True)


if __name__ == "__main__":
    sys.exit(main())
