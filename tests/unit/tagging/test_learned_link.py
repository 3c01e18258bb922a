"""The linker, on spans and pointers by hand."""

from __future__ import annotations

from collections.abc import Mapping

import numpy as np

from onrecord.tagging.learned.assign import assign
from onrecord.tagging.learned.best import Tagged
from onrecord.tagging.learned.link import Linked, link
from onrecord.tagging.learned.scores import BOUNDS, LINK, NAMES, TAGS, Scores, View

SOURCE, CUE, CONTENT = 0, 1, 2


def pointing(words: int, targets: Mapping[int, tuple[int | None, int | None]]) -> Scores:
    """Scores in which each listed word points at a source and a cue; None is nobody."""
    links = np.zeros((1 + words, 4, LINK), dtype=np.float32)
    for place in range(1 + words):
        links[place, 2:, place] = 30.0
    for word, aims in targets.items():
        for role, aim in enumerate(aims):
            links[1 + word, role, 0 if aim is None else 1 + aim] = 4.0
    return Scores(
        np.zeros((words, TAGS), dtype=np.float32),
        np.zeros((words, BOUNDS), dtype=np.float32),
        np.zeros(words, dtype=np.int64),
        (View(0, links),),
        np.zeros((words, NAMES), dtype=np.float32),
    )


def spans(found: list[Linked]) -> list[tuple[Tagged | None, Tagged | None, tuple[Tagged, ...]]]:
    return [(x.source, x.cue, x.content) for x in found]


def test_a_content_takes_what_its_words_point_at() -> None:
    source, cue, content = Tagged(0, 1, SOURCE), Tagged(2, 2, CUE), Tagged(3, 5, CONTENT)
    found = link([source, cue, content], pointing(6, dict.fromkeys((3, 4, 5), (1, 2))))
    assert spans(found) == [(source, cue, (content,))]
    assert found[0].chance > 0.9


def test_contents_on_both_sides_of_a_tag_are_one() -> None:
    first, source, cue, second = (
        Tagged(0, 1, CONTENT), Tagged(2, 2, SOURCE), Tagged(3, 3, CUE), Tagged(4, 6, CONTENT),
    )  # fmt: skip
    found = link([first, source, cue, second], pointing(7, dict.fromkeys((0, 1, 4, 5, 6), (2, 3))))
    assert spans(found) == [(source, cue, (first, second))]


def test_one_source_with_two_cues_makes_two_relations() -> None:
    source = Tagged(0, 0, SOURCE)
    said, first = Tagged(1, 1, CUE), Tagged(2, 3, CONTENT)
    added, second = Tagged(4, 4, CUE), Tagged(5, 6, CONTENT)
    aims = {2: (0, 1), 3: (0, 1), 5: (0, 4), 6: (0, 4)}
    found = link([source, said, first, added, second], pointing(7, aims))
    assert spans(found) == [(source, said, (first,)), (source, added, (second,))]


def test_a_source_that_is_not_named_is_none() -> None:
    cue, content = Tagged(0, 0, CUE), Tagged(1, 2, CONTENT)
    found = link([cue, content], pointing(3, {1: (None, 0), 2: (None, 0)}))
    assert spans(found) == [(None, cue, (content,))]


def test_a_content_with_neither_is_no_relation() -> None:
    assert link([Tagged(0, 1, CONTENT)], pointing(2, {0: (None, None), 1: (None, None)})) == []


def test_an_idle_option_draws_a_seeker_that_hardly_prefers_another() -> None:
    wishes = [{"a": 0.0, "b": -5.0}, {"a": -0.4, "b": -0.6}]

    def cost(_: str, seekers: object) -> float:
        return {0: 1.0, 1: 0.0}.get(len(list(seekers)), 2.0)  # type: ignore[call-overload]

    assert assign(wishes, cost) == ["a", "b"]
    assert assign(wishes, lambda _, __: 0.0) == ["a", "a"]
