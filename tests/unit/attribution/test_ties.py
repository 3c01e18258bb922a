"""How the reports of a sentence are tied to a string."""

from __future__ import annotations

from onrecord.attribution.scene import Scene
from onrecord.attribution.ties import (
    by_a_thing,
    by_nobody,
    in_its_voice,
    is_unreported,
    perhaps,
    ties,
)
from onrecord.types import Construction, RelationKind
from tests.unit.attribution.scenes import document, label, report, scene, strings

BEHIND = document("“ We sail , ” she/PRON/nsubj/said said=say/VERB .")
INSIDE = document("She/PRON/nsubj/said said=say/VERB that it is “ dead ” .")


def test_a_tag_right_behind() -> None:
    assert ties(scene(BEHIND, report(BEHIND, "said", "she")), 0) == ["tie: tag behind say"]


def test_a_clause_that_holds_the_string() -> None:
    made = report(INSIDE, "said", "She", "it is “dead”")

    assert ties(scene(INSIDE, made), 0) == ["tie: content of say"]


def test_a_cue_and_a_colon_before() -> None:
    built = document("She/PRON/nsubj/said said=say/VERB : “ We sail . ”")

    assert ties(scene(built, report(built, "said", "She")), 0) == ["tie: mark and cue before say"]


def test_a_cue_without_a_mark_before() -> None:
    built = document("She/PRON/nsubj/called called=call/VERB “ mud ” .")
    made = report(built, "called", "She", lemma="call")

    assert ties(scene(built, made), 0) == ["tie: cue before a verb of judging"]


def test_kinds_of_cues() -> None:
    def kind(**changes: object) -> str:
        made = report(INSIDE, "said", "She", "it is “dead”", **changes)  # type: ignore[arg-type]
        return ties(scene(INSIDE, made), 0)[0].removeprefix("tie: content of ")

    assert kind(lemma="argue") == "a verb of saying"
    assert kind(lemma="mend") == "no reporting verb"
    assert kind(lemma="think", kind=RelationKind.THOUGHT) == "a verb of thinking"
    assert kind(lemma="accuse") == "a verb of judging"
    assert kind(hypothetical=True) == "a verb that may come true"
    assert kind(lemma="claim", construction=Construction.NOMINAL) == "nominal"
    assert kind(construction=Construction.ACCORDING_TO) == "according_to"


def test_a_cue_without_source() -> None:
    made = report(INSIDE, "said", None, "it is “dead”")

    assert ties(scene(INSIDE, made), 0) == ["tie: content of say, no source"]


def test_to_say_is_not_said() -> None:
    built = document("It is time to say/VERB “ no ” .")

    made = scene(built, report(built, "say", None))
    assert ties(made, 0) == ["tie: cue before an infinitive, no source"]


def test_labels_of_names_and_of_things() -> None:
    built = document("Ruiz/PROPN : “ We sail . ”")
    assert ties(scene(built, label(built, "Ruiz", strings(built)[0], behind=False)), 0) == [
        "tie: label of a name"
    ]
    built = document("The bio/NOUN : “ We sail . ”")
    assert ties(scene(built, label(built, "bio", strings(built)[0], behind=False)), 0) == [
        "tie: label of a thing"
    ]


def test_no_report_in_the_sentence() -> None:
    built = document(
        """She/PRON/nsubj/said said=say/VERB no .
        The “ green ” boat sank .""",
        "The “ red ” boat sank .",
    )
    seen = scene(built, report(built, "said", "She"))

    assert ties(seen, 0) == ["tie: none in its sentence"]
    assert ties(seen, 1) == ["tie: none in its paragraph"]


def test_a_report_inside_the_string_does_not_count() -> None:
    built = document("“ He/PRON/nsubj/said said=say/VERB no . ”")

    assert ties(scene(built, report(built, "said", "He")), 0) == ["tie: none in its paragraph"]


def test_a_colon_that_ends_the_paragraph_before() -> None:
    announced = document("In her letter Ada wrote :", "“ We sail . ”")
    plain = document("It rained .", "“ We sail . ”")

    assert ties(scene(announced), 0) == ["tie: a colon ends the paragraph before"]
    assert ties(scene(plain), 0) == ["tie: none in its paragraph"]


def test_what_anybody_may_say_one_day() -> None:
    def anybodys(subject: str, modal: str = "will/AUX:MD/aux/say") -> bool:
        built = document(f"{subject} {modal} say/VERB:VB , “ Who pays ? ”")
        word = subject.split("/", maxsplit=1)[0]
        seen = scene(built, report(built, "say", word))
        string = seen.strings[0]
        return perhaps(seen, string, in_its_voice(seen, string))

    assert anybodys("Critics/NOUN:NNS/nsubj/say")
    assert anybodys("You/PRON/nsubj/say", "may/AUX:MD/aux/say")
    assert not anybodys("Ruiz/PROPN:NNP/nsubj/say")
    assert not anybodys("Critics/NOUN:NNS/nsubj/say", "also/ADV/advmod/say")


def test_whether_words_are_reported_in_their_sentence() -> None:
    assert is_unreported(["tie: none in its sentence"])
    assert is_unreported(["tie: in the sentence no reporting verb"])
    assert not is_unreported(["tie: in the sentence no reporting verb", "tie: content of say"])


def test_used_to_say_is_said() -> None:
    built = document("She/PRON/nsubj/used used=use/VERB to/PART say/VERB:VB “ no ” .")

    assert ties(scene(built, report(built, "say", "She")), 0) == ["tie: cue before say"]


def test_a_verb_that_tells_of_a_deed_ties_by_a_mark_alone() -> None:
    deed = document("She/PRON/nsubj/opens opens=open/VERB a plant “ early ” .")
    made = report(deed, "opens", "She", lemma="open")
    assert ties(scene(deed, made), 0) == ["tie: in the sentence no reporting verb"]

    said = document("She/PRON/nsubj/opened opened=open/VERB : “ We sail . ”")
    made = report(said, "opened", "She", lemma="open")
    assert ties(scene(said, made), 0) == ["tie: mark and cue before a verb of saying"]


def test_what_a_thing_says() -> None:
    built = document("A lamp/NOUN/nsubj/says says=say/VERB “ Press ” .")
    built_by_her = document("She/PRON/nsubj/says says=say/VERB “ Press ” .")
    thing = scene(built, report(built, "says", "A lamp"))
    person = scene(built_by_her, report(built_by_her, "says", "She"))

    def says(seen: Scene) -> bool:
        return by_a_thing(seen, seen.strings[0], in_its_voice(seen, seen.strings[0]))

    assert says(thing)
    assert not says(person)


def test_what_nobody_says() -> None:
    built = document("Nobody/PRON/nsubj/says says=say/VERB “ thou ” .")
    made = scene(built, report(built, "says", "Nobody"))

    assert by_nobody(made, made.strings[0], in_its_voice(made, made.strings[0]))
    assert not by_nobody(made, made.strings[0], ())


def test_the_items_of_a_list_behind_a_colon() -> None:
    def tie(*paragraphs: str) -> list[str]:
        built = document("Her main points :", *paragraphs)
        return ties(scene(built), len(strings(built)) - 1)

    announced = ["tie: a colon ends the paragraph before"]
    assert tie("• “ We sail . ”", "• “ At dawn . ”", "• “ Alone . ”") == announced
    assert tie("• On ships : “ We sail . ”", "• On tax : “ None . ”") == announced
    assert tie("1. “ We sail . ”", "2. “ At dawn . ”") == announced
    assert tie("“ We sail . ”", "“ At dawn . ”") == ["tie: none in its paragraph"]
    assert tie("• “ We sail . ”", "It rained .", "• “ Alone . ”") == ["tie: none in its paragraph"]
