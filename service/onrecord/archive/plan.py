"""What an archive is answered from and how, written beside its answers: a later run goes on only
where it would do the same."""

from __future__ import annotations

import json
from typing import Any

from onrecord.archive.errors import ArchiveError
from onrecord.archive.partitions import files, root
from onrecord.archive.work import Job
from onrecord.strict_json import encode

NAME = "plan.json"


def settle(job: Job, size: int) -> None:
    """Write the plan, or hold the one that is there against this run.

    Args:
        job: the work.
        size: bytes of a partition.

    Raises:
        ArchiveError: where the folder holds something else, or another plan.
    """
    made, path = _plan(job, size), job.target / NAME
    if path.exists():
        there = json.loads(path.read_bytes())
        differing = sorted(name for name in made if there.get(name) != made[name])
        if differing:
            raise ArchiveError(
                f"{job.target}: holds answers with other {', '.join(differing)}; take a new folder"
            )
        return
    if job.target.exists() and any(job.target.iterdir()):
        raise ArchiveError(f"{job.target}: is not empty, and holds no {NAME}")
    job.target.mkdir(parents=True, exist_ok=True)
    unfinished = path.with_name(f".{NAME}")
    unfinished.write_bytes(encode(made))
    unfinished.replace(path)


def _plan(job: Job, size: int) -> dict[str, Any]:
    options = job.options
    start = root(job.source)
    return {
        "version": job.version,
        "spacy_model": job.settings.spacy_model,
        "names": job.settings.names,
        "models": list(job.models),
        "limits": [job.settings.max_characters, job.settings.body_limit],
        "partition_bytes": size,
        "form": job.form.value,
        "include": sorted(options.include),
        "types": sorted(options.types),
        "min_confidence": options.min_confidence,
        "offset_unit": options.offset_unit.value,
        "files": [[p.relative_to(start).as_posix(), p.stat().st_size] for p in files(job.source)],
    }
