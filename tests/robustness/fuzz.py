"""Coverage-guided fuzzing of one target: python -m tests.robustness.fuzz TARGET SECONDS

Begins with the corpus that is kept, writes what it finds into build/fuzz/TARGET. What fails there
belongs into tests/robustness/corpus/TARGET, where `test_corpus.py` replays it for ever.
"""

from __future__ import annotations

import sys
from pathlib import Path

import atheris

with atheris.instrument_imports(include=["onrecord"], enable_loader_override=False):
    from tests.robustness.targets import TARGETS

CORPUS = Path(__file__).with_name("corpus")
FOUND = Path("build") / "fuzz"
LONGEST = {"offsets": 2_048, "marks": 65_536, "markup": 65_536, "request": 65_536}
"""Bytes of an input, as many as a target looks at; what is not named here has `FEW`."""

FEW = 16_384
"""For what takes long."""


def main() -> None:
    """Fuzz; ends the process with the status of libFuzzer."""
    target, seconds = sys.argv[1], sys.argv[2]
    found = FOUND / target
    found.mkdir(parents=True, exist_ok=True)
    options = [f"-max_total_time={seconds}", f"-max_len={LONGEST.get(target, FEW)}", "-timeout=200"]
    # Long inputs from the first minute on: by itself libFuzzer lengthens them over hours.
    options += ["-len_control=0", f"-artifact_prefix={found}/", f"-dict={CORPUS / 'words.dict'}"]
    atheris.Setup([sys.argv[0], *options, str(found), str(CORPUS / target)], TARGETS[target])
    atheris.Fuzz()


if __name__ == "__main__":
    main()
