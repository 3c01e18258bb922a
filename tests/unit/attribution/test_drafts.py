"""Which strings make up one quotation."""

from __future__ import annotations

from onrecord.types import Construction
from tests.unit.attribution.scenes import document, report, scene
from tests.unit.attribution.test_assemble import shown


def test_a_string_inside_the_clause_of_a_mixed_quotation_is_part_of_it() -> None:
    built = document("She/PRON/nsubj/said said=say/VERB it was “ a shame ” and cost “ lives . ”")
    seen = scene(built, report(built, "said", "She", "it was “a shame” and cost “lives"))

    whole = [("mixed", ["it was “a shame” and cost “lives.”"], None)]
    assert shown(seen, (0, None), (None, 0)) == whole
    assert shown(seen, (0, None), (None, None)) == whole
    assert shown(seen, (0, None), None) == [("mixed", ["it was “a shame” and cost “lives"], None)]


def test_a_preposition_joins_two_fragments() -> None:
    built = document("She/PRON/nsubj/said said=say/VERB it was “ a gift ” to/ADP “ the few ” .")
    seen = scene(built, report(built, "said", "She", "it was “a gift"))

    assert shown(seen, (0, None), (None, 0)) == [("mixed", ["it was “a gift” to “the few”"], None)]


def test_words_on_both_sides_of_an_aside_are_one_direct_quotation() -> None:
    built = document(
        "“ If they come ” — she/PRON pointed=point/VERB out — “ we stay , ” Ada/PROPN said=say/VERB"
    )
    content = "If they come” — she pointed out — “we stay"
    seen = scene(built, report(built, "said", "Ada", content, construction=Construction.TAG))

    assert shown(seen, (0, None), (0, None)) == [("direct", ["If they come", "we stay,"], None)]


def test_a_name_in_marks_that_nobody_says_is_part_of_a_statement() -> None:
    built = document("Ada/PROPN/nsubj/said said=say/VERB “ Iron Tide ” had/AUX begun=begin/VERB .")
    seen = scene(built, report(built, "said", "Ada", "Iron Tide” had begun"))

    assert shown(seen, None) == [("indirect", ["“Iron Tide” had begun"], None)]

    built = document("Ada/PROPN/nsubj/said said=say/VERB “ Iron Tide ” .")
    assert shown(scene(built, report(built, "said", "Ada", "Iron Tide")), None) == []
