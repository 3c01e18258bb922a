"""A short run of schemathesis against the running service; `make fuzz` is the long one."""

from __future__ import annotations

import os
import subprocess
import sys
from pathlib import Path

from tests.pace import patience
from tests.web import contract
from tests.web.server import ROOT, Server

EXAMPLES = "15"
MINUTE = 60
SECONDS = os.environ.get("ONRECORD_FUZZ_SECONDS")
"""For which it goes on; else each operation gets a few examples and no more."""


def test_the_service_does_what_the_contract_says(server: Server, tmp_path: Path) -> None:
    address = f"http://127.0.0.1:{server.port}"
    command = [
        str(Path(sys.executable).with_name("schemathesis")),
        "run",
        str(contract.PLACE),  # of a contract that it is served it would leave out where from
    ]
    options = ["--url", address, "--max-examples", EXAMPLES, "--checks", "all", "--seed", "1"]
    if SECONDS is not None:
        options = ["--url", address, "--max-time", SECONDS, "--checks", "all"]
    environ = {**os.environ, "SCHEMATHESIS_HOOKS": "tests.web.schemathesis_hooks"}
    environ["PYTHONPATH"] = os.pathsep.join([str(ROOT), str(ROOT / "service")])
    done = subprocess.run(
        [*command, *options, "--no-color"],
        cwd=tmp_path,
        env=environ,
        capture_output=True,
        text=True,
        timeout=int(SECONDS or 0) + patience(5 * MINUTE),
    )
    print(done.stdout[-1_500:])  # the counts, which `make fuzz` shows
    assert done.returncode == 0, done.stdout[-5_000:] + done.stderr[-1_000:]
