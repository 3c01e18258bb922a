"""A short run of schemathesis against the running service; `make fuzz` is the long one."""

from __future__ import annotations

import os
import subprocess
import sys
from pathlib import Path

from tests.web.server import ROOT, Server

EXAMPLES = os.environ.get("ONRECORD_FUZZ_EXAMPLES", "15")
SECONDS = float(os.environ.get("ONRECORD_FUZZ_SECONDS", "120"))


def test_the_service_does_what_the_contract_says(server: Server, tmp_path: Path) -> None:
    address = f"http://127.0.0.1:{server.port}"
    command = [
        str(Path(sys.executable).with_name("schemathesis")),
        "run",
        f"{address}/openapi.yaml",
    ]
    options = ["--url", address, "--max-examples", EXAMPLES, "--checks", "all", "--seed", "1"]
    environ = {**os.environ, "SCHEMATHESIS_HOOKS": "tests.web.schemathesis_hooks"}
    environ["PYTHONPATH"] = os.pathsep.join([str(ROOT), str(ROOT / "service")])
    done = subprocess.run(
        [*command, *options, "--no-color"],
        cwd=tmp_path,
        env=environ,
        capture_output=True,
        text=True,
        timeout=SECONDS,
    )
    assert done.returncode == 0, done.stdout[-5_000:] + done.stderr[-1_000:]
