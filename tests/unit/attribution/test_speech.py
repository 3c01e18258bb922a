"""Features of "it is nobody's speech"."""

from __future__ import annotations

from onrecord.attribution.speech import speech_features
from tests.unit.attribution.scenes import document, report, scene


def features(*paragraphs: str, number: int = 0) -> set[str]:
    return set(speech_features(scene(document(*paragraphs)), number))


def places(sentence: str) -> set[str]:
    found = features("It rained .", sentence)
    return {f for f in found if f.startswith("no speech, place") and "&" not in f}


def test_every_string_has_the_feature_that_stands_for_the_intercept() -> None:
    assert "no speech" in features("“ We sail . ”")


def test_places_in_the_sentence() -> None:
    assert places("“ We sail . ”") == {"no speech, place: a sentence of its own"}
    assert places("Ada ( “ Smiler ” ) won .") == {"no speech, place: in brackets"}
    assert places("“ Salt ” sold=sell/VERB .") == {"no speech, place: opens its sentence"}
    assert places("Her novel , “ Salt , ” sold .") == {"no speech, place: between pauses"}
    assert places("Then : “ no ”") == {"no speech, place: behind a pause"}
    assert places("Operation/PROPN “ Tide ” began=begin/VERB .") == {
        "no speech, place: behind a name"
    }
    assert places("The/DET “ green ” boat/NOUN sank .") == {
        "no speech, place: behind an article or adjective, before a noun"
    }
    assert places("It fell under/ADP “ rules ” .") == {"no speech, place: behind a adp"}


def test_features_count_alone_and_in_pairs() -> None:
    found = features("It rained .", "The/DET “ green ” boat/NOUN sank .")

    assert "no speech, words: 1-2" in found
    assert "no speech, words: 1-2 & place: behind an article or adjective, before a noun" in found
    assert "no speech, capitals: none & tie: none in its paragraph" in found


def test_a_headline_and_a_string_inside_another() -> None:
    found = features("“ She said=say/VERB ‘ no ’ to me . ”", number=1)

    assert {"no speech, in the headline", "no speech, inside another string"} <= found


def test_a_paragraph_of_talk() -> None:
    built = ("It rained .", "“ We sail , ” she said=say/VERB .", "“ Twenty . ”")

    found = features(*built, number=1)
    assert "no speech, the whole paragraph" in found
    assert "no speech, the whole paragraph, behind one with quoted words" in found
    assert "no speech, the whole paragraph" not in features(*built, number=0)


def test_a_turn_of_a_transcript_has_features_of_its_own() -> None:
    built = document("RUIZ/PROPN : Why ?", "VERRIN/PROPN : I know .", "RUIZ/PROPN : And you ?")

    assert set(speech_features(scene(built), 0)) == {
        "no speech",
        "no speech, a turn of a transcript",
    }


def test_ties_are_among_the_features() -> None:
    built = document("“ We sail , ” she/PRON/nsubj/said said=say/VERB .")

    assert "no speech, tie: tag behind say" in speech_features(
        scene(built, report(built, "said", "she")), 0
    )


def test_a_mere_mention_has_no_other_features() -> None:
    found = features("It rained .", "She said=say/VERB the word/NOUN:NN “ mud ” twice .")

    assert found == {
        "no speech",
        "no speech, mentioned as a word",
        "no speech, mentioned as a word & words: 1-2",
    }


def test_the_question_of_an_interview() -> None:
    asked = ("It rained .", "Q : Are you “ the boss ” ?", "A : No .")

    assert "no speech, in the question of an interview" in features(*asked)


def test_a_string_that_the_sentence_speaks_of() -> None:
    assert "no speech, subject of be, opens its sentence" in features(
        "It rained .", "“ Mud ” is=be/AUX:VBZ a word ."
    )
    assert "no speech, subject of another verb" in features(
        "It rained .", "The village “ war ” began=begin/VERB:VBD ."
    )


def test_no_report_in_the_sentence() -> None:
    assert "no speech, no report in its sentence" in features("It rained .", "The “ mud ” fell .")


def test_who_names_it_counts_with_how_it_starts() -> None:
    found = features("It rained .", "They call/VERB:VBP it “ a/DET farce ” .")

    assert any(f.startswith("no speech, named by") and "& starts with a" in f for f in found)


def test_a_word_of_the_sentence_of_its_own() -> None:
    verb = features("It rained .", "Crabs/NOUN “ sing/VERB:VBP ” their/PRON songs .")
    assert "no speech, the verb of its clause, before a pron" in verb

    whose = features("It rained .", "He left its/PRON:PRP$ “ owner/NOUN ” there .")
    assert "no speech, behind whose it is, 1 words" in whose
    assert "no speech, one word: noun" in whose

    adverb = features("It rained .", "He was dead/ADJ “ enough/ADV ” .")
    assert {"no speech, place: behind an adjective", "no speech, one word: adv"} <= adverb


def test_a_modifier_counts_with_its_ties() -> None:
    found = features("It rained .", "The/DET “ green ” boat/NOUN sank .")

    assert "no speech, before a noun & tie: none in its paragraph" in found
