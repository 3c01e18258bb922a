"""From decisions to statements."""

from __future__ import annotations

from onrecord.attribution import Decision, Scene, assemble
from onrecord.attribution.scene import TURN
from onrecord.types import Candidate, Construction, QuotationType, QuotedString, Statement
from tests.unit.attribution.scenes import document, report, scene

Choice = tuple[int | None, int | None] | None


def statements(seen: Scene, *choices: Choice) -> tuple[Statement, ...]:
    """The statements where each string got the given report and string before it."""
    decisions = []
    for number, choice in enumerate(choices):
        chosen = Candidate(number, *choice) if choice is not None else None
        decisions.append(Decision(chosen, 0.9 - 0.1 * number, 0.8, ()))
    return assemble(seen, decisions)


def shown(seen: Scene, *choices: Choice) -> list[tuple[str, list[str], int | None]]:
    text = seen.document.text
    return [
        (made.type.value, [part.of(text) for part in made.parts], made.follows)
        for made in statements(seen, *choices)
    ]


def test_two_strings_around_a_tag_are_one_quotation() -> None:
    built = document("“ We sail , ” she/PRON/nsubj/said said=say/VERB , “ at dawn . ”")
    seen = scene(built, report(built, "said", "she", construction=Construction.TAG))

    assert shown(seen, (0, None), (0, None)) == [("direct", ["We sail,", "at dawn."], None)]
    assert shown(seen, (0, None), (None, 0)) == [("direct", ["We sail,", "at dawn."], None)]


def test_the_least_sure_string_counts() -> None:
    built = document("“ We sail , ” she/PRON/nsubj/said said=say/VERB , “ at dawn . ”")
    seen = scene(built, report(built, "said", "she", construction=Construction.TAG))

    [made] = statements(seen, (0, None), (None, 0))
    assert made.scores == (("speech", 0.8), ("choice", 0.8))
    assert made.source is not None and made.cue is not None


def test_a_paragraph_of_its_own_is_a_quotation_that_follows() -> None:
    built = document("“ We sail , ” she/PRON/nsubj/said said=say/VERB .", "“ At dawn . ”")
    seen = scene(built, report(built, "said", "she", construction=Construction.TAG))

    assert shown(seen, (0, None), (None, 0)) == [
        ("direct", ["We sail,"], None),
        ("direct", ["At dawn."], 0),
    ]


def test_a_fragment_in_a_clause_is_mixed() -> None:
    built = document("She/PRON/nsubj/said said=say/VERB it was “ dead ” and “ gone ” .")
    seen = scene(built, report(built, "said", "She", "it was “dead” and “gone”"))

    assert shown(seen, (0, None), (0, None)) == [("mixed", ["it was “dead” and “gone”"], None)]


def test_a_fragment_right_behind_its_cue_is_mixed() -> None:
    built = document("She/PRON/nsubj/called called=call/VERB “ mud ” .")
    seen = scene(built, report(built, "called", "She", lemma="call"))

    assert shown(seen, (0, None)) == [("mixed", ["“mud”"], None)]


def test_who_is_told_is_no_addressee_where_he_is_quoted() -> None:
    built = document(
        "Ruiz/PROPN/nsubj/urged urged=urge/VERB men/NOUN/dobj/urged to/PART:TO “ row on ” ."
    )
    tag = report(built, "urged", "Ruiz", "to “row on”", lemma="urge", addressee="men")
    [quoted] = statements(scene(built, tag), (0, None))
    assert [part.of(built.text) for part in quoted.parts] == ["men to “row on”"]
    assert quoted.addressee is None


def test_who_is_told_to_do_it_is_one() -> None:
    built = document(
        "Ruiz/PROPN/nsubj/told told=tell/VERB men/NOUN/dobj/told to/PART:TO “ row on ” ."
    )
    tag = report(built, "told", "Ruiz", "to “row on”", lemma="tell", addressee="men")
    [quoted] = statements(scene(built, tag), (0, None))
    assert [part.of(built.text) for part in quoted.parts] == ["to “row on”"]
    assert quoted.addressee is not None


def test_coordinated_fragments_are_one_quotation() -> None:
    built = document("She/PRON/nsubj/called called=call/VERB it “ mud ” and/CCONJ “ rain ” .")
    seen = scene(built, report(built, "called", "She", lemma="call"))

    assert shown(seen, (0, None), (None, 0)) == [("mixed", ["it “mud” and “rain”"], None)]


def test_a_whole_sentence_behind_a_mixed_quotation_is_one_of_its_own() -> None:
    built = document("She/PRON/nsubj/called called=call/VERB it “ mud ” . “ Go home . ”")
    seen = scene(built, report(built, "called", "She", lemma="call"))

    assert shown(seen, (0, None), (None, 0)) == [
        ("mixed", ["it “mud”"], None),
        ("direct", ["Go home."], 0),
    ]
    assert shown(seen, (0, None), (0, None))[1] == ("direct", ["Go home."], 0)


def test_what_a_tag_reports_besides_is_indirect() -> None:
    built = document("She/PRON/nsubj/said said=say/VERB it was “ dead ” , and that he left .")
    seen = scene(built, report(built, "said", "She", "it was “dead”, and that he left"))

    assert shown(seen, (0, None)) == [
        ("mixed", ["it was “dead”"], None),
        ("indirect", ["he left"], None),
    ]


def test_nobodys_speech_is_left_out() -> None:
    seen = scene(document("The “ green ” boat sank ."))

    assert statements(seen, None) == ()


def test_speech_without_a_tag_has_no_source() -> None:
    seen = scene(document("“ We sail . ”"))

    [made] = statements(seen, (None, None))
    assert made.type is QuotationType.DIRECT
    assert made.source is None and made.report is None and made.follows is None


def test_a_string_that_follows_nobodys_speech_stands_alone() -> None:
    seen = scene(document("The “ green ” boat .", "“ We sail . ”"))

    assert shown(seen, None, (None, 0)) == [("direct", ["We sail."], None)]


def test_a_new_sentence_behind_a_complete_report_is_a_quotation_that_follows_it() -> None:
    built = document("She/PRON/nsubj/denied denied=deny/VERB it was late . “ We sailed . ”")
    seen = scene(built, report(built, "denied", "She", "it was late", lemma="deny"))

    assert shown(seen, (0, None)) == [
        ("indirect", ["it was late"], None),
        ("direct", ["We sailed."], 0),
    ]
    [_, quoted] = statements(seen, (0, None))
    assert (quoted.source, quoted.cue, quoted.report) == (None, None, None)


def test_behind_a_report_that_states_nothing_it_keeps_its_tag() -> None:
    built = document("She/PRON/nsubj/hoped hoped=hope/VERB it was late . “ We sailed . ”")
    seen = scene(built, report(built, "hoped", "She", "it was late", lemma="hope"))

    assert shown(seen, (0, None)) == [("direct", ["We sailed."], None)]
    [quoted] = statements(seen, (0, None))
    assert quoted.report == 0 and quoted.source is not None


def test_a_colon_or_a_new_paragraph_does_not_follow_a_report() -> None:
    for text in (
        ["She/PRON/nsubj/said said=say/VERB it was late : “ We sailed . ”"],
        ["She/PRON/nsubj/said said=say/VERB it was late .", "“ We sailed . ”"],
    ):
        built = document(*text)
        seen = scene(built, report(built, "said", "She", "it was late"))
        assert [made.report for made in statements(seen, (0, None)) if made.quoted] == [0]


def test_words_inside_the_clause_of_a_tag_do_not_join_words_outside_it() -> None:
    built = document("“ We sailed , ” she/PRON/nsubj/said said=say/VERB it was “ dead ” then .")
    seen = scene(built, report(built, "said", "she", "it was “dead” then"))

    assert shown(seen, (0, None), (0, None)) == [
        ("direct", ["We sailed,"], None),
        ("mixed", ["it was “dead” then"], None),
    ]


def test_a_clause_on_the_other_side_of_the_tag_goes_on_in_the_mixed_one() -> None:
    built = document(
        "It came=come/VERB/ccomp/said , she/PRON/nsubj/said said=say/VERB/ROOT , "
        "but/CCONJ/cc/was it was/AUX/conj/said “ dead ” ."
    )
    tag = report(
        built, "said", "she", "It came", "but it was “dead”", construction=Construction.TAG
    )
    assert shown(scene(built, tag), (0, None)) == [
        ("mixed", ["It came", "but it was “dead”"], None)
    ]


def test_so_does_the_subject_of_a_copula() -> None:
    built = document(
        "The/DET/det/boat boat/NOUN/nsubj/was , she/PRON/nsubj/said said=say/VERB/ROOT , "
        "was=be/AUX/ccomp/said “ dead ” ."
    )
    tag = report(built, "said", "she", "The boat", "was “dead”", construction=Construction.TAG)
    assert shown(scene(built, tag), (0, None)) == [("mixed", ["The boat", "was “dead”"], None)]


def test_the_subject_of_a_full_verb_does() -> None:
    built = document(
        "The/DET/det/boat boat/NOUN/nsubj/had , she/PRON/nsubj/said said=say/VERB/ROOT , "
        "had=have/VERB/ccomp/said “ gone ” ."
    )
    tag = report(built, "said", "she", "The boat", "had “gone”", construction=Construction.TAG)
    assert shown(scene(built, tag), (0, None)) == [("mixed", ["The boat", "had “gone”"], None)]


def test_a_full_stop_parts_what_tells_of_the_speaker_from_the_words() -> None:
    built = document(
        "Ruiz/PROPN/nsubj/denied denied=deny/VERB it/PRON .\n“ It floats . ”",
    )
    seen = scene(built, report(built, "denied", "Ruiz", lemma="deny"))

    [quoted] = statements(seen, (0, None))
    assert (quoted.type, quoted.context) == (QuotationType.DIRECT, True)
    assert quoted.source is not None and quoted.source.of(built.text) == "Ruiz"
    assert not quoted.negated


def test_a_sentence_behind_the_words_says_something_of_its_own() -> None:
    built = document(
        "“ It is late . ”\nRuiz/PROPN/nsubj/said said=say/VERB it/PRON would/AUX:MD end/VERB:VB ."
    )
    tag = report(built, "said", "Ruiz", "it would end")

    quoted, stated = statements(scene(built, tag), (0, None))
    assert (quoted.type, quoted.context) == (QuotationType.DIRECT, True)
    assert (stated.type, stated.report) == (QuotationType.INDIRECT, 0)


def test_a_comma_behind_the_cue_shows_that_the_words_are_its_own() -> None:
    built = document(
        "“ Late ? ”\n"
        "Ruiz/PROPN/nsubj/said said=say/VERB , when/SCONJ:WRB I/PRON asked=ask/VERB/advcl/said ."
    )
    tag = report(built, "said", "Ruiz", "when I asked")

    [quoted] = statements(scene(built, tag), (0, None))
    assert not quoted.context


def test_a_colon_joins_them() -> None:
    built = document("Ruiz/PROPN/nsubj/smiled smiled=smile/VERB . She said=say/VERB :\n“ No . ”")
    seen = scene(built, report(built, "smiled", "Ruiz", lemma="smile"))

    [quoted] = statements(seen, (0, None))
    assert not quoted.context


def test_untagged_words_are_those_of_whom_the_sentence_before_tells() -> None:
    built = document(
        "“ It sank , ” said=say/VERB Lund/PROPN/nsubj/said .",
        "Ruiz/PROPN/nsubj/shrugged shrugged/VERB .\n“ It floats . ”",
    )
    seen = scene(built, report(built, "said", "Lund", construction=Construction.TAG))

    _, quoted = statements(seen, (0, None), (None, 0))
    assert quoted.context
    assert quoted.source is not None and quoted.source.of(built.text) == "Ruiz"
    assert quoted.taken is not None
    assert quoted.taken.rule == "the sentence before the words tells of who speaks"


def test_they_go_on_with_what_was_said_in_their_own_paragraph() -> None:
    built = document(
        "“ It sank , ” said=say/VERB Lund/PROPN/nsubj/said .\n"
        "Ruiz/PROPN/nsubj/shrugged shrugged/VERB .\n“ It floats . ”",
    )
    seen = scene(built, report(built, "said", "Lund", construction=Construction.TAG))

    assert not any(made.context for made in statements(seen, (0, None), (None, 0)))


def test_a_headline_points_to_the_statement_that_says_its_words_again() -> None:
    built = document(
        "Mayor/NOUN vows=vow/VERB “ a clean town ”",
        "It rained/VERB .",
        "“ We want a clean town , ” said=say/VERB Ruiz/PROPN/nsubj/said .",
    )
    tags = [report(built, "vows", "Mayor", lemma="vow"), report(built, "said", "Ruiz")]

    headline, body = statements(scene(built, *tags), (0, None), (1, None))
    assert (headline.echoes, body.echoes) == (1, None)


def test_the_way_that_was_decided_for_is_told() -> None:
    built = document("“ We sail , ” she/PRON/nsubj/said said=say/VERB .")
    seen = scene(built, report(built, "said", "she", construction=Construction.TAG))
    [made] = statements(seen, (0, None))
    assert made.taken == Candidate(0, 0, None)


def test_an_answer_without_a_tag_names_the_rule_of_interviews() -> None:
    ruiz = "Ada/PROPN/compound/Ruiz/PERSON Ruiz/PROPN/nsubj/rows/PERSON rows=row/VERB ."
    built = document(ruiz, "I row .")
    answer = built.paragraphs[1]
    seen = Scene(built, (QuotedString((answer,), answer, style=TURN),), ())

    [made] = statements(seen, (None, None))
    assert made.source is not None and made.source.of(built.text) == "Ada Ruiz"
    assert made.taken is not None
    assert made.taken.rule.startswith("an interview without labels")
