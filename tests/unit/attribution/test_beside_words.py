"""The report right beside quoted words, or around them."""

from __future__ import annotations

from onrecord.attribution import Decision, Scene
from onrecord.attribution.beside_words import introduces, with_own_report
from onrecord.types import Candidate, Construction
from tests.unit.attribution.scenes import document, report, scene

COLON = Construction.COLON
CALLED = (
    "Marl/PROPN/nsubj/said said=say/VERB it was “ late ” . Ruiz/PROPN/nsubj/left left=leave/VERB"
    " over what/PRON/dobj/called she/PRON/nsubj/called called=call/VERB/pcomp/over “ mud ” ."
)
REPLIED = "She/PRON/nsubj/replied replied=reply/VERB that “ soon ” was=be/AUX “ a brave word ” ."


def given(seen: Scene, *decisions: Decision) -> tuple[int | None, int | None] | None:
    """The report and the string before that the last string is given."""
    chosen = with_own_report(seen, decisions, len(decisions) - 1).chosen
    return None if chosen is None else (chosen.report, chosen.follows)


def follows(number: int) -> Decision:
    return Decision(Candidate(number, None, number - 1, ()), 0.9, 0.8, ())


def test_what_somebody_calls_something_does_not_go_on_with_another_speaker() -> None:
    built = document(CALLED)
    seen = scene(
        built,
        report(built, "said", "Marl", "it was “late"),
        report(built, "called", "she", lemma="call", construction=COLON),
    )
    first = Decision(Candidate(0, 0, None, ()), 0.9, 0.8, ())

    assert given(seen, first, follows(1)) == (1, None)


def test_a_clause_around_a_word_that_nobody_says_has_the_words_behind_it() -> None:
    built = document(REPLIED)
    seen = scene(built, report(built, "replied", "She", "soon” was “a brave word", lemma="reply"))

    assert given(seen, Decision(None, 0.2, 0.0, ()), follows(1)) == (0, None)
    first = Decision(Candidate(0, 0, None, ()), 0.9, 0.8, ())
    assert given(seen, first, follows(1)) == (None, 0)


def test_a_verb_of_saying_and_a_colon_bring_the_words_in() -> None:
    built = document("Another/PRON/nsubj/joked joked=joke/VERB : “ Bring it . ”")
    seen = scene(built, report(built, "joked", "Another", lemma="joke", construction=COLON))

    assert introduces(seen, seen.reports[0], seen.strings[0])


def test_what_reads_so_is_of_who_wrote_it() -> None:
    built = document("Another/PRON/nsubj/read read=read/VERB : “ Bring it . ”")
    seen = scene(built, report(built, "read", "Another", lemma="read", construction=COLON))

    assert not introduces(seen, seen.reports[0], seen.strings[0])
