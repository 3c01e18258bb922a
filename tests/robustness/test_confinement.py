"""The service as nobody, with a root that cannot be written, without network or capabilities."""

from __future__ import annotations

import os
import shutil
import subprocess
import sys

import pytest

from tests.web.server import ROOT

UNSHARE = shutil.which("unshare")


def is_allowed() -> bool:
    """Whether namespaces can be made here."""
    command = [str(UNSHARE), "--mount", "--net", "--pid", "--ipc", "--fork", "true"]
    return UNSHARE is not None and subprocess.run(command, check=False).returncode == 0


@pytest.mark.long
@pytest.mark.skipif(not is_allowed(), reason="needs the right to make namespaces")
def test_it_runs_where_nothing_can_be_written_but_tmp() -> None:
    readable = dict.fromkeys([sys.prefix, sys.base_prefix, str(ROOT)])
    environ = {**os.environ, "PYTHONPATH": os.pathsep.join([str(ROOT), str(ROOT / "service")])}
    command = [str(ROOT / ".ci" / "confined"), *readable, "--"]
    command += [sys.executable, "-m", "tests.robustness.confined"]
    done = subprocess.run(command, env=environ, capture_output=True, text=True, check=False)
    assert done.returncode == 0, done.stderr
    assert done.stdout.startswith("confined: answered; wrote log, onrecord-metrics-")
