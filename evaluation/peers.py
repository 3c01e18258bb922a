"""The figures of other systems, read from the README beside each corpus."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator, Mapping, Sequence
from dataclasses import dataclass, field

from evaluation.figures import Figure

HEADING = "## What others score"
"""The section of a README that gives figures in sentences, where it has no table."""

SAME = "the same"
"""How a row calls the system of the row before it."""

_NUMBER = re.compile(r"\d+(?:\.\d+)?")
_RULE = re.compile(r"[\s|:-]+")


@dataclass(frozen=True, slots=True)
class Peer:
    """One system as a README describes it.

    Attributes:
        name: the first cell of its row, or the first words of the sentences about it.
        cells: the other cells, by the name of their column.
        prose: sentences that give figures as "name of the figure 27.5".
    """

    name: str
    cells: Mapping[str, str] = field(default_factory=dict)
    prose: str = ""

    def figure(self, figure: Figure) -> float | None:
        """Its figure in percent; None where it has none, or one that cannot be read."""
        if figure.column is None:
            return None
        stated = re.search(rf"\b{re.escape(figure.column)} ({_NUMBER.pattern})", self.prose)
        parts = self.cells.get(figure.column, "").split("/")
        text = parts[figure.part].strip() if figure.part < len(parts) else ""
        found = stated.group(1) if stated else text
        return float(found) if _NUMBER.fullmatch(found) else None

    @property
    def label(self) -> str:
        """Name, and on how many stories it was measured where the README says so."""
        stories = self.cells.get("stories")
        return f"{self.name} ({stories} stories)" if stories else self.name


Named = Callable[[Peer], bool]


def textacy(peer: Peer) -> bool:
    """textacy's direct quotations, however the articles were fed to it."""
    return peer.name.startswith("textacy")


def tracker(peer: Peer) -> bool:
    """The extractor of the Gender Gap Tracker."""
    return peer.name in {"Gender Gap Tracker", "tracker"}


def anyone(_: Peer) -> bool:
    """Every peer."""
    return True


def read(readme: str) -> tuple[Peer, ...]:
    """Every system that a README gives figures of."""
    return (*_tables(readme), *_prose(readme))


def best(peers: Sequence[Peer], named: Named, figure: Figure) -> tuple[float, str] | None:
    """The highest figure of the peers of that name, and whose it is; None where there is none."""
    known = [(v, p.label) for p in peers if named(p) and (v := p.figure(figure)) is not None]
    return max(known, key=lambda pair: pair[0], default=None)


def _tables(readme: str) -> Iterator[Peer]:
    header: list[str] | None = None
    before = ""
    for line in readme.splitlines():
        if not line.lstrip().startswith("|"):
            header = None
        elif header is None:
            header = _cells(line)
        elif not _RULE.fullmatch(line):
            name, *values = _cells(line)
            if name.startswith(SAME):
                name = before + name.removeprefix(SAME)
            before = _plain(name)
            yield Peer(before, dict(zip(header[1:], values, strict=False)))


def _prose(readme: str) -> Iterator[Peer]:
    _, _, after = readme.partition(HEADING)
    section = after.partition("\n#")[0]
    if section and "|" not in section:
        prose = " ".join(section.partition("\n")[2].split())
        yield Peer(_plain(prose.partition(",")[0]), prose=prose)


def _cells(line: str) -> list[str]:
    return [cell.strip() for cell in line.strip().strip("|").split("|")]


def _plain(name: str) -> str:
    """A name without code marks and without what stands in brackets."""
    return re.sub(r"\s*\([^)]*\)", "", name.replace("`", "")).strip()
