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
