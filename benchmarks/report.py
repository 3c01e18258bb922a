"""The figures as tables, and the targets that they meet or miss."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Any

Json = dict[str, Any]


def table(figures: Json) -> str:
    """All figures in Markdown."""
    return "\n".join(_lines(figures)) + "\n"


def _lines(figures: Json) -> Iterator[str]:
    head = f"onrecord {figures['version']}, Python {figures['python']}, {figures['machine']}"
    yield f"{head}: {figures['articles']} articles, {figures['words']:,} words; one core each.\n"
    yield from _rows(
        ("engine", "words a second", "ms an article", "onrecord is"), _engines(figures)
    )
    columns = ("clients", "answers a second", "p50 ms", "p95 ms", "p99 ms", "refused", "errors")
    yield from _rows((*columns, "health p99 ms", "of the library"), _loads(figures["service"]))
    grown = figures["growth"]
    for what, by in (("length", "by_length"), ("articles", "by_number")):
        steps = grown[f"ms_a_thousand_words_{by}"]
        yield from _rows((what, *steps), [("ms a thousand words", *map(str, steps.values()))])
    sizes = grown["mb_by_number"]
    yield from _rows(("articles", *sizes), [("megabytes", *map(str, sizes.values()))])
    archived = figures["archive"]["words_a_second_by_workers"]
    yield from _rows(
        ("workers of an archive", *archived),
        [("words a second", *map(_thousands, archived.values()))],
    )
    start, memory = figures["start"], figures["memory"]
    yield (
        f"Library: loads in {start['load_s']} s, first article {start['cold_ms']} ms, then "
        f"{start['warm_ms']} ms. Service: ready in {memory['ready_s']} s; worker "
        f"{memory['worker_mb']} MB, a second one {memory['second_worker_mb']} MB more.\n"
    )
    yield from _rows(("target", "measured", "met"), _targets(figures))


def _engines(figures: Json) -> Iterator[tuple[str, ...]]:
    for name, seen in figures["engines"].items():
        times = f"{seen['onrecord_is_times']:.2f}x"
        yield name, f"{seen['words_a_second']:,}", f"{seen['ms_an_article']:.1f}", times


def _loads(service: Json) -> Iterator[tuple[str, ...]]:
    steps = {**service["clients"], "80 % load": service["at_80_percent"]}
    for name, seen in {**steps, "64, queue of 4": service["flooded"]}.items():
        times = (str(seen.get(f"{q}_ms", "-")) for q in ("p50", "p95", "p99"))
        counts = str(seen["refused"]), str(seen["errors"]), str(seen["health_p99_ms"])
        share = f"{seen['of_the_library']:.0%}" if "of_the_library" in seen else "-"
        yield name, str(seen["answers_a_second"]), *times, *counts, share


def _targets(figures: Json) -> Iterator[tuple[str, ...]]:
    engines, service = figures["engines"], figures["service"]
    steady, memory = service["at_80_percent"], figures["memory"]
    spread = steady["p99_ms"] / steady["p50_ms"]
    grown = list(figures["growth"]["ms_a_thousand_words_by_length"].values())
    one = service["clients"]["1"]["of_the_library"]
    for name in ("spaCy", "textacy"):
        times = engines[name]["onrecord_is_times"]
        yield f"onrecord >= 1.5x {name}", f"{times:.2f}x", _met(times >= 1.5)
    yield "HTTP >= 85 % of the library", f"{one:.0%}", _met(one >= 0.85)
    yield "p99 <= 3x p50 at 80 % load", f"{spread:.1f}x", _met(spread <= 3)
    yield (
        "64x as long <= 1.2x a word",
        f"{grown[-1] / grown[0]:.2f}x",
        _met(grown[-1] <= 1.2 * grown[0]),
    )
    many = list(figures["growth"]["ms_a_thousand_words_by_number"].values())
    yield (
        "the last of many articles <= 1.2x a word",
        f"{many[-1] / many[1]:.2f}x",
        _met(many[-1] <= 1.2 * many[1]),
    )
    if "seed" in service:
        seed = service["seed"]
        name = f"article of {seed['words']} words, one client: p50 <= 60 ms"
        yield name, f"{seed['p50_ms']} ms", _met(seed["p50_ms"] <= 60)
    twice = figures["archive"]["two_are_times_one"]
    yield "archive on 2 workers >= 1.8x one", f"{twice:.2f}x", _met(twice >= 1.8)
    yield "worker <= 600 MB", f"{memory['worker_mb']} MB", _met(memory["worker_mb"] <= 600)
    more = memory["second_worker_mb"]
    yield "second worker <= 150 MB", f"{more} MB", _met(more <= 150)


def _thousands(number: int) -> str:
    return f"{number:,}"


def _met(is_met: bool) -> str:
    return "yes" if is_met else "no"


def _rows(
    header: tuple[str, ...], rows: Iterator[tuple[str, ...]] | list[tuple[str, ...]]
) -> Iterator[str]:
    yield f"| {' | '.join(header)} |"
    yield f"|{'---|' * len(header)}"
    for row in rows:
        yield f"| {' | '.join(row)} |"
    yield ""
