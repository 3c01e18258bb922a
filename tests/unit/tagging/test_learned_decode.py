"""The decoder, on scores by hand."""

from __future__ import annotations

import numpy as np

from onrecord.document.paragraphs import split
from onrecord.tagging.learned.best import Tagged
from onrecord.tagging.learned.decode import Weighing, decode
from onrecord.tagging.learned.scores import BOUNDS, NAMES, TAGS, Floats, Scores
from onrecord.tagging.learned.words import Words, read

CONTENT = 2
SURE, UNSURE = 0.9, 0.4
OUTSIDE, FIRST, OTHER = 0, 5, 6


def words(text: str) -> Words:
    return read(text, split(text), ())


def scores(tags: list[int], chance: float = SURE) -> Scores:
    """The wanted tag of each word has the given chance, the others share the rest."""
    rows = np.full((len(tags), TAGS), np.log((1 - chance) / (TAGS - 1)), dtype=np.float32)
    rows[np.arange(len(tags)), tags] = np.log(chance)
    bounds = np.zeros((len(tags), BOUNDS), dtype=np.float32)
    return Scores(rows, bounds, np.zeros(len(tags), dtype=np.int64), (), nameless(len(tags)))


def nameless(count: int) -> Floats:
    return np.zeros((count, NAMES), dtype=np.float32)


def test_spans_of_all_roles_in_order() -> None:
    found = decode(words("Ada Quill said they would sail"), scores([1, 2, 3, 5, 6, 6]), Weighing())
    assert found == [Tagged(0, 1, 0), Tagged(2, 2, 1), Tagged(3, 5, 2)]


def test_a_span_never_starts_inside() -> None:
    assert decode(words("they would sail"), scores([0, 6, 6]), Weighing()) == [Tagged(1, 2, 2)]


def test_a_span_never_starts_or_ends_with_a_mark() -> None:
    given = scores([5, 6, 6, 6, 6, 0])
    given.tags[3:5, [OUTSIDE, OTHER]] = np.log(UNSURE)
    assert decode(words('" We sail , " she'), given, Weighing()) == [Tagged(1, 2, 2)]


def test_a_span_never_crosses_a_paragraph() -> None:
    found = decode(words("We sail\n\nat dawn"), scores([5, 6, 6, 6]), Weighing())
    assert found == [Tagged(0, 1, 2), Tagged(2, 3, 2)]


def test_a_doubtful_end_is_settled_by_the_boundaries() -> None:
    given = scores([5, 6, 6, 0], SURE)
    given.tags[2, [OUTSIDE, OTHER]] = np.log(UNSURE)
    given.bounds[:, 3 + CONTENT] = (-4, 4, -4, -4)
    text = words("They will sail soon")
    assert decode(text, given, Weighing(1.0, 1.0)) == [Tagged(0, 1, 2)]
    given.bounds[:, 3 + CONTENT] = (-4, -4, 4, -4)
    assert decode(text, given, Weighing(1.0, 1.0)) == [Tagged(0, 2, 2)]


def test_neighbours_of_one_role_stay_two() -> None:
    assert decode(words("We sail they row"), scores([5, 6, 5, 6]), Weighing()) == [
        Tagged(0, 1, 2),
        Tagged(2, 3, 2),
    ]


def test_a_bonus_finds_more_and_a_malus_fewer() -> None:
    given = scores([0, 0, 0], SURE)
    given.tags[1, [OUTSIDE, FIRST]] = np.log(UNSURE)
    text = words("They will sail")
    assert decode(text, given, Weighing(bonus=(0, 0, 1.0))) == [Tagged(1, 1, 2)]
    assert decode(text, given, Weighing(bonus=(0, 0, -1.0))) == []


def test_paragraphs_of_many_lengths_decode_as_they_do_alone() -> None:
    random = np.random.default_rng(7)
    paragraphs = ["row " * int(n) for n in random.integers(1, 40, 30)]
    text = words("\n\n".join(paragraphs))
    given = Scores(
        random.normal(size=(len(text), TAGS)).astype(np.float32),
        random.normal(size=(len(text), BOUNDS)).astype(np.float32),
        np.zeros(len(text), dtype=np.int64),
        (),
        nameless(len(text)),
    )
    together = decode(text, given, Weighing())
    alone: list[Tagged] = []
    at = 0
    for paragraph in paragraphs:
        part = words(paragraph)
        cut = slice(at, at + len(part))
        one = Scores(given.tags[cut], given.bounds[cut], given.homes[cut], (), given.names[cut])
        alone += [Tagged(s.first + at, s.last + at, s.role) for s in decode(part, one, Weighing())]
        at += len(part)
    assert together == alone
