"""Partitions -> outcomes on the workers of a Dask cluster: processes of this machine, or wherever
a scheduler is; why this engine is told in `docs/adr`."""

from __future__ import annotations

import logging
from collections import Counter
from collections.abc import Iterable, Iterator
from contextlib import contextmanager
from itertools import islice
from typing import TYPE_CHECKING, Any

from onrecord.archive.errors import ArchiveError
from onrecord.archive.local import starter, supervised
from onrecord.archive.partitions import Partition
from onrecord.archive.work import Job, Outcome, do

if TYPE_CHECKING:
    from distributed import Client, Future

AHEAD = 1_000
"""Partitions that the scheduler knows of at once."""

MOST_LOSSES = 20
"""Times that one partition is given out again after the scheduler has given up on it."""


@contextmanager
def workers(count: int, address: str | None) -> Iterator[Client]:
    """A client of a cluster.

    Args:
        count: processes of this machine, where there is no address.
        address: of a running scheduler, such as `tcp://10.0.0.1:8786`.

    Raises:
        ArchiveError: where the engine is not installed, or the scheduler cannot be reached.
    """
    try:
        from distributed import Client, LocalCluster  # noqa: PLC0415  # of an extra
    except ImportError:
        raise ArchiveError("an archive needs: pip install 'onrecord[archive]'") from None
    if address is not None:
        try:
            client = Client(address, timeout=20)
        except (OSError, ValueError) as error:
            raise ArchiveError(f"{address}: {error}") from error
        with client:
            yield client
        return
    # The cluster speaks again once it is closed, of connections that are closed.
    logging.getLogger("distributed").setLevel(logging.CRITICAL)
    scheduler = LocalCluster(
        n_workers=0,
        threads_per_worker=1,
        dashboard_address=None,
        silence_logs="CRITICAL",
    )
    with (
        scheduler,
        starter(scheduler.scheduler_address) as start,
        supervised(count, start),
        Client(scheduler) as client,
    ):
        yield client


def outcomes(client: Client, job: Job, left: Iterable[Partition]) -> Iterator[Outcome]:
    """The outcomes of partitions, as they come.

    A worker that is lost is replaced, and its partition given to another one, by the engine.

    Raises:
        ArchiveError: where a partition fails for a reason that trying again would not mend.
    """
    from distributed import as_completed  # noqa: PLC0415  # of an extra

    waiting, losses = iter(left), Counter[int]()
    futures: dict[Any, Partition] = {}

    def submit(partition: Partition) -> Future:
        future = client.submit(do, job, partition, pure=False)
        futures[future.key] = partition
        return future

    running = as_completed([submit(partition) for partition in islice(waiting, AHEAD)])
    for future in running:
        partition = futures.pop(future.key)
        try:
            outcome = _result(future, partition)
        except WorkersLost as lost:
            losses[partition.number] += 1
            if losses[partition.number] > MOST_LOSSES:
                told = f"{partition.file}: its workers were lost again and again"
                raise ArchiveError(told) from lost
            running.add(submit(partition))
        else:
            yield outcome
            running.update([submit(following) for following in islice(waiting, 1)])
        future.release()


class WorkersLost(Exception):
    """The engine has given a partition up, for it lost workers over it."""


def _result(future: Future, partition: Partition) -> Outcome:
    """What a partition came to.

    An outcome can be lost with the worker that held it: then the engine does the partition again,
    and this waits for it.

    Raises:
        WorkersLost: where the partition can be given out again.
        ArchiveError: where it fails for a reason that trying again would not mend.
    """
    from distributed import CancelledError, KilledWorker  # noqa: PLC0415  # of an extra

    try:
        outcome: Outcome = future.result()
    except (KilledWorker, CancelledError) as error:
        raise WorkersLost from error
    except Exception as error:
        raise ArchiveError(f"{partition.file}: {type(error).__name__}: {error}") from error
    return outcome
