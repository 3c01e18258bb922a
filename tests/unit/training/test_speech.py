"""Weights of "it is nobody's speech"."""

from __future__ import annotations

from onrecord.types import Candidate, Feature
from training import speech
from training.examples import Example

NEAR = Candidate(0, 0, None, (Feature("near", 1.0),))


def example(article: str, *, is_speech: bool, title: bool, heard: float | None = None) -> Example:
    evidence = [Feature("no speech", 1.0)]
    if title:
        evidence.append(Feature("title", 1.0))
    if heard is not None:
        evidence.append(Feature("no speech, tagger", heard))
    nobody = Candidate(0, None, None, tuple(evidence), spoken=False)
    return Example(article, (NEAR, nobody), (is_speech, not is_speech), is_speech)


def spoken() -> list[Example]:
    return [example("a", is_speech=True, title=False)] * 30


def mute() -> list[Example]:
    return [example("a", is_speech=False, title=True)] * 30


def invented() -> list[Example]:
    return [
        example(f"invented-{n}", is_speech=bool(n % 2), title=False, heard=-1.0 if n % 2 else 1.0)
        for n in range(40)
    ]


def test_signs_of_nobodys_speech_raise_its_odds() -> None:
    weights = speech.fit(spoken() + mute(), [], [])

    assert weights["title"] > 0 > weights["no speech"]
    assert weights.keys() == {"title", "no speech"}


def test_invented_examples_count() -> None:
    titled = [example(f"invented-{n}", is_speech=False, title=True, heard=0.0) for n in range(9)]

    assert speech.fit(spoken() + mute()[:1], titled, [])["title"] > 0


def test_what_the_tagger_says_is_learned_from_other_articles() -> None:
    marked = [example("a", is_speech=True, title=False, heard=1.0)] * 30 + mute()

    assert "no speech, tagger" not in speech.fit(marked, [], [])
    assert speech.fit(marked, [], invented())["no speech, tagger"] > 0
    assert speech.fit(marked, invented(), [])["no speech, tagger"] > 0


def test_articles_of_our_own_weigh_more_and_teach_what_the_tagger_says() -> None:
    own = [example(f"own-{n}", is_speech=True, title=True, heard=-1.0) for n in range(20)]
    own += [example(f"own-{n}", is_speech=False, title=False, heard=1.0) for n in range(20)]
    marked = [*spoken(), *mute()]

    weights = speech.fit(marked, [], [], own)
    assert weights["title"] < speech.fit(marked, [], [])["title"]
    assert weights["no speech, tagger"] > 0


def test_fitting_is_deterministic() -> None:
    fitted = [speech.fit(spoken() + mute(), invented(), invented()) for _ in range(2)]

    assert fitted[0] == fitted[1]
