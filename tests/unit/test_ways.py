"""What decided among the ways that were weighed."""

from __future__ import annotations

from onrecord.types import Candidate, Feature, Way, Weighed
from onrecord.ways import EVEN, MOST_DECIDING, brought_in, by_weight, deciding, kind_of, same


def way(*features: Feature, chosen: bool = False) -> Weighed:
    return Weighed(Way.TAG, None, None, None, chosen, 0.5, features)


def test_what_decides_is_the_lead_over_the_next_way() -> None:
    chosen = way(Feature("near", 1.0, 2.0), Feature("short", 1.0, 0.5), chosen=True)
    rival = way(Feature("near", 0.5, 1.0), Feature("short", 1.0, 0.9), Feature("far", 1.0, -1.5))

    assert deciding([chosen, rival]) == (Feature("far", 0.0, 1.5), Feature("near", 1.0, 1.0))


def test_no_more_than_a_few_are_named() -> None:
    many = way(*(Feature(str(n), 1.0, n + 1.0) for n in range(MOST_DECIDING + 3)), chosen=True)

    assert [f.contribution for f in deciding([many])] == [8.0, 7.0, 6.0, 5.0, 4.0]


def test_where_nothing_tells_two_ways_apart_the_first_is_taken() -> None:
    one, other = way(Feature("near", 1.0, 1.0), chosen=True), way(Feature("near", 1.0, 1.0))

    assert deciding([one, other]) == (Feature(EVEN, 1.0),)


def test_the_sort_of_a_way() -> None:
    assert kind_of(Candidate(0, 3, None)) is Way.TAG
    assert kind_of(Candidate(0, None, 1)) is Way.FOLLOWS
    assert kind_of(Candidate(0, None, None)) is Way.UNTAGGED


def test_two_candidates_by_one_report_are_one_way() -> None:
    assert same(Candidate(0, 3, None), Candidate(0, 3, None, rule="where reports nest"))
    assert not same(Candidate(0, 3, None), Candidate(0, 4, None))


def test_a_way_that_a_rule_brings_in_is_chosen_and_was_not_weighed() -> None:
    made = brought_in("the same words again")

    assert (made.chosen, made.probability) == (True, 0.0)
    assert [f.name for f in made.features] == ["the same words again"]


def test_what_weighs_most_comes_first_for_or_against() -> None:
    found = by_weight([Feature("a", 1.0, 0.5), Feature("b", 1.0, -2.0)])

    assert [f.name for f in found] == ["b", "a"]
