"""The recipe of a signed release, run with a key that is thrown away."""

from __future__ import annotations

import os
import shutil
import subprocess
import sys
import zipfile
from pathlib import Path

import pytest

ROOT = Path(__file__).parents[2]
VERIFY = "ssh-keygen -Y verify -f {signers} -I release@onrecord -n onrecord-release -s {signature}"

pytestmark = [
    pytest.mark.long,
    pytest.mark.skipif(not (ROOT / ".git").exists(), reason="needs the repository"),
    pytest.mark.skipif(shutil.which("ssh-keygen") is None, reason="needs openssh-client"),
]


def keygen(folder: Path, name: str) -> Path:
    key = folder / name
    subprocess.run(["ssh-keygen", "-q", "-t", "ed25519", "-N", "", "-f", key], check=True)
    return key


def verified(release: Path, key: Path) -> bool:
    """Whether the sums are signed by the key and are those of the files, as the docs tell."""
    public = key.with_suffix(".pub").read_text("ascii")
    signers = key.with_suffix(".signers")
    signers.write_text(f'release@onrecord namespaces="onrecord-release" {public}', "ascii")
    command = VERIFY.format(signers=signers, signature=release / "SHA256SUMS.sig").split()
    with (release / "SHA256SUMS").open("rb") as sums:
        signed = subprocess.run(command, stdin=sums, capture_output=True, check=False)
    summed = subprocess.run(
        ["sha256sum", "--quiet", "--strict", "-c", "SHA256SUMS"],
        cwd=release,
        capture_output=True,
        check=False,
    )
    return signed.returncode == 0 and summed.returncode == 0


@pytest.fixture(scope="module")
def key(tmp_path_factory: pytest.TempPathFactory) -> Path:
    return keygen(tmp_path_factory.mktemp("keys"), "release")


@pytest.fixture(scope="module")
def release(tmp_path_factory: pytest.TempPathFactory, key: Path) -> Path:
    out = tmp_path_factory.mktemp("release") / "out"
    environ = {**os.environ, "BIN": str(Path(sys.executable).parent)}
    made = subprocess.run(
        [ROOT / ".ci" / "release", key, out], env=environ, capture_output=True, check=False
    )
    assert made.returncode == 0, made.stderr.decode()
    return out


def test_it_is_whole_and_signed(release: Path, key: Path) -> None:
    names = sorted(path.name for path in release.iterdir())
    assert names[:2] == ["SHA256SUMS", "SHA256SUMS.sig"]
    assert names[-1] == "sbom.cdx.json"
    assert len((release / "SHA256SUMS").read_text().splitlines()) == len(names) - 2
    assert verified(release, key)


def test_a_file_that_was_changed_is_found(release: Path, key: Path, tmp_path: Path) -> None:
    copy = shutil.copytree(release, tmp_path / "copy")
    wheel = next(copy.glob("*.whl"))
    wheel.write_bytes(wheel.read_bytes()[:-1] + b"x")
    assert not verified(copy, key)


def test_sums_that_were_changed_with_their_file_are_found(
    release: Path, key: Path, tmp_path: Path
) -> None:
    copy = shutil.copytree(release, tmp_path / "copy")
    (copy / "sbom.cdx.json").write_text("{}")
    made = subprocess.run(
        "sha256sum -- *.whl *.tar.gz *.json > SHA256SUMS", shell=True, cwd=copy, check=True
    )
    assert made.returncode == 0
    assert not verified(copy, key)


def test_another_key_is_not_ours(release: Path, tmp_path: Path) -> None:
    assert not verified(release, keygen(tmp_path, "other"))


def test_nothing_is_in_it_that_is_not_to_be(release: Path) -> None:
    """No tests, no settings, no keys: code, models that are data, licence, contract."""
    with zipfile.ZipFile(next(release.glob("*.whl"))) as wheel:
        names = wheel.namelist()
        assert all(name.startswith("onrecord") for name in names)
        assert {Path(n).suffix for n in names} & {".pkl", ".pickle", ".pt", ".env", ".pem"} == set()
        assert not any(b"PRIVATE KEY" in wheel.read(name) for name in names)
