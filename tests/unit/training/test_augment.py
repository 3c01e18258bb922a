"""Changed training articles: words and labels keep their places."""

from __future__ import annotations

from dataclasses import replace

import numpy as np
import pytest

from onrecord.document.paragraphs import split
from onrecord.tagging.learned.names import LABELS
from onrecord.tagging.learned.words import Words, read
from training.tagger import augment
from training.tagger.augment import Augmenter, invented
from training.tagger.examples import Labelled

TEXT = "Ada Quill said Osmark would sail. Quill left Osmark, they said."
PERSON, PLACE = LABELS.index("PERSON"), LABELS.index("GPE")


@pytest.fixture
def words() -> Words:
    return read(TEXT, split(TEXT), ())


def labelled(words: Words) -> Labelled:
    tags = {"ada": 1 + 2 * PERSON, "quill": 2 + 2 * PERSON, "osmark": 1 + 2 * PLACE}
    names = np.array([tags.get(form, 0) for form in words.forms])
    none = np.zeros(len(words), dtype=np.int64)
    return Labelled("1", TEXT, words, none, none - 1, np.zeros((len(words), 2), np.bool_), names)


def test_names_are_words_that_nearly_always_have_a_capital(words: Words) -> None:
    assert set(augment.names([words])) == {"quill", "osmark"}


def test_a_word_is_of_the_kind_that_it_mostly_names(words: Words) -> None:
    assert augment.kinds([labelled(words)], ["quill", "osmark"]) == {
        "osmark": PLACE,
        "quill": PERSON,
    }


@pytest.mark.parametrize("seed", range(8))
def test_the_number_of_words_stays(words: Words, seed: int) -> None:
    changed = Augmenter(("quill", "osmark"), {"quill": PERSON, "osmark": PLACE}).change(
        words, np.random.default_rng(seed)
    )
    assert len(changed) == len(words)
    assert replace(changed, forms=words.forms, cases=words.cases, quoted=words.quoted) == words


def test_a_name_becomes_one_of_its_kind_or_an_unheard_one_everywhere(
    words: Words, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(augment, "DROPPED", 0.0)
    kinds = {"quill": PERSON, "marsh": PERSON, "osmark": PLACE}
    augmenter = Augmenter(tuple(kinds), kinds)
    random = np.random.default_rng(3)
    seen: set[str] = set()
    for _ in range(60):
        forms = augmenter.change(words, random).forms
        assert forms[1] == forms[words.forms.index("quill", 2)]
        seen.add(forms[1])
    assert {"quill", "marsh"} < seen
    assert "osmark" not in seen
    assert len(seen) > 10


def test_invented_words_are_long_enough_and_many() -> None:
    random = np.random.default_rng(1)
    made = {invented(random) for _ in range(500)}
    assert len(made) > 400
    assert all(len(word) > 2 and word.isalpha() for word in made)
