"""What `import onrecord` offers."""

from __future__ import annotations

import subprocess
import sys

import onrecord


def test_every_public_name_is_there() -> None:
    assert [name for name in onrecord.__all__ if not hasattr(onrecord, name)] == []


def test_importing_it_loads_no_model_and_no_heavy_library() -> None:
    code = "import sys, onrecord; print(sorted({'spacy', 'textacy', 'flask'} & set(sys.modules)))"
    path = f"import sys; sys.path[:0] = {sys.path!r}; "
    done = subprocess.run([sys.executable, "-c", path + code], capture_output=True, text=True)
    assert done.stdout.strip() == "[]", done.stderr
