"""The service as nobody, with a root that cannot be written, without network or capabilities."""

from __future__ import annotations

import os
import subprocess
import sys

import pytest

from tests.robustness.namespaces import needs_namespaces
from tests.web.server import ROOT


@pytest.mark.long
@needs_namespaces
def test_it_runs_where_nothing_can_be_written_but_tmp() -> None:
    readable = dict.fromkeys([sys.prefix, sys.base_prefix, str(ROOT)])
    environ = {**os.environ, "PYTHONPATH": os.pathsep.join([str(ROOT), str(ROOT / "service")])}
    command = [str(ROOT / ".ci" / "confined"), *readable, "--"]
    command += [sys.executable, "-m", "tests.robustness.confined"]
    done = subprocess.run(command, env=environ, capture_output=True, text=True, check=False)
    assert done.returncode == 0, done.stderr
    assert done.stdout.startswith("confined: answered; wrote log, onrecord-metrics-")
