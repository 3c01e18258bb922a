"""What the Dockerfile promises: a base that cannot change, no root, no secrets."""

from __future__ import annotations

import re
import tomllib

from tests.web.server import ROOT

LINES = (ROOT / "Dockerfile").read_text("utf-8").splitlines()
BASE = re.compile(r"python:(3\.\d+)\.\d+-slim-[a-z]+@sha256:[0-9a-f]{64}")


def after(word: str) -> list[str]:
    """What stands behind an instruction, wherever it is given."""
    return [line.removeprefix(word).strip() for line in LINES if line.startswith(f"{word} ")]


def test_the_base_is_pinned_by_exact_tag_and_digest() -> None:
    name, _, base = after("ARG")[0].partition("=")
    found = BASE.fullmatch(base)
    assert name == "PYTHON_IMAGE"
    assert found is not None
    assert tuple(map(int, found[1].split("."))) >= (3, 11)


def test_every_stage_begins_with_it() -> None:
    stages = after("FROM")
    assert len(stages) == 2
    assert all(stage.split()[0] == "${PYTHON_IMAGE}" for stage in stages)


def test_what_is_installed_is_pinned_by_hashes() -> None:
    """Also what builds our own package; that is installed from the wheel alone."""
    installs = [line for line in LINES if "pip install" in line]
    assert len(installs) == 3
    assert "--require-hashes -r service.lock" in installs[0]
    assert "--require-hashes -r build.lock" in installs[1]
    assert "--no-deps --no-index /wheels" in installs[2]
    (built,) = [line for line in LINES if "pip wheel" in line]
    assert "--no-deps --no-build-isolation" in built
    back_end = tomllib.loads((ROOT / "pyproject.toml").read_text("utf-8"))["build-system"]
    assert f"{back_end['requires'][0]} " in (ROOT / "build.lock").read_text("utf-8")


def test_it_does_not_run_as_root() -> None:
    last = max(at for at, line in enumerate(LINES) if line.startswith("FROM "))
    assert "USER 10001" in LINES[last:]


def test_nothing_is_copied_but_what_is_named_and_no_setting_is_a_secret() -> None:
    ignored = (ROOT / ".dockerignore").read_text("utf-8").split()
    assert ignored[0] == "*"
    assert not [name for name in ignored if re.search(r"env|key|secret|\.git$", name)]
    copied = " ".join(after("COPY")).split()
    assert set(copied) == {
        *(
            "service.lock",
            "build.lock",
            "./",
            "pyproject.toml",
            "README.md",
            "LICENSE",
            "openapi.yaml",
        ),
        *("service", "./service", "--from=build", "/opt/onrecord"),
    }
    assert not re.search(r"KEY|SECRET|TOKEN|PASSWORD", "\n".join(LINES), re.IGNORECASE)
    assert len(after("ARG")) == 1
