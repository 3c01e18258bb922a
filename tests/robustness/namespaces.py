"""Whether this machine lets a test have mounts and networks of its own."""

from __future__ import annotations

import shutil
import subprocess

import pytest

UNSHARE = ("unshare", "--mount", "--net", "--pid", "--ipc", "--fork")


def is_allowed() -> bool:
    """Whether namespaces can be made here."""
    if shutil.which("unshare") is None:
        return False
    return subprocess.run([*UNSHARE, "true"], check=False, capture_output=True).returncode == 0


needs_namespaces = pytest.mark.skipif(
    not is_allowed(), reason="needs root, or the right to make namespaces"
)
