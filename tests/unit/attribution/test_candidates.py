"""All the ways in which a string could be attributed."""

from __future__ import annotations

from dataclasses import replace

from onrecord.attribution import candidates, left_out
from onrecord.attribution.scene import Scene
from onrecord.types import Construction
from tests.build import span
from tests.unit.attribution.scenes import document, label, report, scene, strings

Way = tuple[int | None, int | None, bool]


def ways(seen: Scene, number: int) -> list[Way]:
    return [(c.report, c.follows, c.spoken) for c in candidates(seen)[number]]


def test_a_report_near_no_tag_and_nobody() -> None:
    built = document("“ We sail , ” she/PRON/nsubj/said said=say/VERB .")

    assert ways(scene(built, report(built, "said", "she")), 0) == [
        (0, None, True),
        (None, None, True),
        (None, None, False),
    ]


def test_the_string_before_it_may_go_on() -> None:
    built = document("“ We sail . ”", "“ At dawn . ”")

    assert (None, 0, True) in ways(scene(built), 1)


def test_a_string_far_before_does_not_go_on() -> None:
    built = document("“ We sail . ”", "Rain .", "Mud .", "Fog .", "Sun .", "“ At dawn . ”")

    assert ways(scene(built), 1) == [(None, None, True), (None, None, False)]


def test_a_cue_in_a_string_is_the_tag_of_what_stands_in_there_alone() -> None:
    built = document("“ He/PRON said=say/VERB ‘ no ’ to me . ” She left .")
    seen = scene(built, report(built, "said", "He"))

    assert (0, None, True) not in ways(seen, 0)
    assert (0, None, True) in ways(seen, 1)


def test_reports_two_paragraphs_away_are_too_far() -> None:
    built = document("She/PRON said=say/VERB so .", "Rain .", "“ We sail . ”")

    assert (0, None, True) not in ways(scene(built, report(built, "said", "She")), 0)


def test_a_phrase_of_an_earlier_sentence_is_no_tag_of_words_inside_another() -> None:
    """*It fell, according to the log. Ruiz praised it as “apt”.*"""
    built = document(
        "It/PRON/nsubj/fell fell=fall/VERB , according/VERB/prep/fell to/ADP the/DET log/NOUN .\n"
        "Ruiz/PROPN/nsubj/praised praised=praise/VERB it as “ apt ” .",
        "“ We sail . ”",
    )
    phrase = replace(
        report(built, "according to", "the log"),
        construction=Construction.ACCORDING_TO,
        content=(span(built, "It fell"),),
        reach=span(built, "It fell, according to the log."),
    )
    seen = scene(built, phrase)

    assert (0, None, True) not in ways(seen, 0)
    assert (0, None, True) in ways(seen, 1)


def test_a_label_belongs_to_its_own_string() -> None:
    built = document("Ruiz/PROPN : “ We sail . ” Rain . “ At dawn . ”")
    seen = scene(built, label(built, "Ruiz", strings(built)[0], behind=False))

    assert (0, None, True) in ways(seen, 0)
    assert (0, None, True) not in ways(seen, 1)


def test_a_signature_leaves_no_doubt() -> None:
    built = document(
        "“ We sail . ” — Ada/PROPN Quill/PROPN", "“ At dawn . ” — Mara/PROPN Lorne/PROPN"
    )
    first, second = strings(built)
    seen = scene(
        built,
        label(built, "Ada Quill", first, behind=True),
        label(built, "Mara Lorne", second, behind=True),
    )

    assert ways(seen, 1) == [(1, None, True), (None, None, False)]


def test_a_turn_of_a_transcript_has_its_label_alone() -> None:
    built = document("RUIZ/PROPN : Why ?", "VERRIN/PROPN : I know .", "RUIZ/PROPN : And you ?")
    turn = strings(built)[1]
    seen = scene(built, label(built, "VERRIN", turn, behind=False))

    assert ways(seen, 1) == [(0, None, True), (None, None, True), (None, None, False)]


def test_the_number_of_candidates_is_bounded() -> None:
    line = " and ".join(["she/PRON said=say/VERB so"] * 60)
    built = document(f"{line} , “ We sail . ” {line} .")
    reports = [report(built, "said", "she", occurrence=n) for n in range(1, 121)]

    assert len(candidates(scene(built, *reports))[0]) <= 17


def tags(seen: Scene, number: int) -> list[str]:
    found = (c.report for c in candidates(seen)[number])
    return [seen.reports[report].lemma for report in found if report is not None]


CALLED = document(
    "She/PRON/nsubj/said said=say/VERB it sold what Ruiz/PROPN/nsubj/called "
    "called=call/VERB/ccomp/said “ mud ” ."
)


def test_words_right_behind_a_verb_are_its_object() -> None:
    said = report(CALLED, "said", "She", "it sold what Ruiz called “mud")
    called = report(CALLED, "called", "Ruiz", lemma="call")

    assert tags(scene(CALLED, said, called), 0) == ["call"]
    assert tags(scene(CALLED, said), 0) == ["say"]


def test_a_verb_that_says_it_never_happened_does_not_count() -> None:
    said = report(CALLED, "said", "She", "it sold what Ruiz called “mud")
    called = report(CALLED, "called", "Ruiz", lemma="call", hypothetical=True)

    assert set(tags(scene(CALLED, said, called), 0)) == {"say", "call"}


def test_a_closed_tag_gives_way_to_the_verb_behind_it() -> None:
    built = document(
        "It sinks=sink/VERB/ccomp/said , she/PRON/nsubj/said said=say/VERB , "
        "accusing=accuse/VERB:VBG/advcl/said Ruiz of “ greed ” ."
    )
    said = report(built, "said", "she", "It sinks", construction=Construction.TAG)
    accusing = report(built, "accusing", "she", lemma="accuse")

    assert tags(scene(built, said, accusing), 0) == ["accuse"]


def test_a_tag_in_the_next_paragraph_is_none_of_a_closed_string() -> None:
    built = document("“ We sail . ”", "She/PRON said=say/VERB so .")

    assert (0, None, True) not in ways(scene(built, report(built, "said", "She")), 0)


def test_behind_a_comma_it_is() -> None:
    built = document("“ We sail , ”", "she/PRON said=say/VERB .")

    assert (0, None, True) in ways(scene(built, report(built, "said", "she")), 0)


def test_a_way_that_a_rule_leaves_alone_names_the_rule() -> None:
    echoed, _ = candidates(scene(document("‘ We sail at dawn ’", "“ We sail at dawn . ”")))[0]
    assert echoed.rule.startswith("the article says the same words again below")
    built = document("“ We sail . ” — Ruiz/PROPN")
    signed, _ = candidates(scene(built, label(built, "Ruiz", strings(built)[0], behind=True)))[0]
    assert signed.rule.startswith("a name stands behind the words")


def test_ways_that_the_model_weighs_name_none() -> None:
    built = document("“ We sail , ” she/PRON/nsubj/said said=say/VERB .")
    assert [way.rule for way in candidates(scene(built, report(built, "said", "she")))[0]] == [
        "", "", ""
    ]  # fmt: skip


def test_the_reports_that_a_nearer_cue_shuts_out_are_told() -> None:
    built = document(
        "The/DET firm/NOUN/nsubj/said said=say/VERB it would sell what "
        "Ruiz/PROPN/nsubj/called called=call/VERB “ a ruin ” ."
    )
    seen = scene(
        built,
        report(built, "said", "firm"),
        report(built, "called", "Ruiz", lemma="call"),
    )
    assert left_out(seen, 0) == (0,)
    assert left_out(scene(built, report(built, "said", "firm")), 0) == ()
