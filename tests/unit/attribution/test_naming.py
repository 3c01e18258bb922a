"""Signs that a string names or mentions something."""

from __future__ import annotations

import pytest

from onrecord.attribution.naming import mention, naming_signs
from onrecord.attribution.surroundings import around
from tests.unit.attribution.scenes import document, scene


def signs(*paragraphs: str) -> set[str]:
    built = scene(document(*paragraphs))
    string = built.strings[0]
    return set(naming_signs(built, string, around(built, string)))


@pytest.mark.parametrize(
    ("sentence", "sign"),
    [
        ("The word/NOUN “ mud ” is banned .", "a word for words before"),
        ("Her novel/NOUN “ Salt ” sold .", "a word for a work before"),
        ("Her novel/NOUN , “ Salt , ” sold .", "a pause and a word for a work before"),
        ("“ Salt ” magazine/NOUN folded .", "a word for a work behind"),
        ("The novel/NOUN about/ADP her/PRON “ Salt ” sold .", "a word for a work near"),
        ("The German word/NOUN for it is=be/AUX “ Fluss ” .", "a word for words is"),
        ("Her/PRON:PRP$ word/NOUN for it is=be/AUX “ mud ” .", "somebody’s word for words is"),
        ("Her/PRON:PRP$ nickname/NOUN is=be/AUX “ Bess ” .", "a word for words is"),
        ("The saying/NOUN “ haste makes waste ” is old .", "a word for sayings before"),
        ("It translates=translate/VERB:VBZ as/ADP “ slow ” .", "behind a verb of meaning"),
        ("He wrote “ manger ” for “ manager ” .", "for another string"),
        ("It names words such/ADJ as/ADP “ mud ” .", "an example"),
        (
            "“ Mud ” was the word/NOUN that she used=use/VERB .",
            "a word that somebody chose",
        ),
        ("She/PRON/nsubj/found found=find/VERB:VBD it “ mud ” .", "judged by somebody"),
        ("Kettles/NOUN/nsubj/found found=find/VERB:VBD it “ mud ” .", "judged by nobody known"),
        ("Zell/PROPN/nsubj/speaks speaks=speak/VERB:VBZ of/ADP “ mud ” .", "spoken of by somebody"),
        ("A so-called “ miracle ” failed .", "so-called"),
        ("A box marked=mark/VERB:VBN “ FRAGILE ” fell .", "behind a verb of marking"),
        ("It is “ run-off , ” meaning mud .", "explained behind"),
        ("Ada/PROPN “ Smiler ” Quill/PROPN won .", "between names"),
        ("It is “ run-off , ” that is , mud .", "explained behind"),
        ("“ Rill ” , for those who ask , means a stream .", "explained behind"),
        ("Ada , “ Smiler ” to her friends , won .", "so to somebody"),
        ("The “ Lodge ” for short , fell .", "so to somebody"),
        ("They call it “ Sorda ” , the deaf one .", "a phrase beside it behind"),
        ("It is “ dull ” — a clerk's term for slow .", "a word for words beside it behind"),
        ("They ate “ kajsalt ” (fish soup) at noon .", "a word in brackets behind"),
        ("Roe sold=sell/VERB:VBN as/ADP “ wild ” rots .", "named: sell as"),
        ("Roe listed=list/VERB:VBN as/ADP “ wild ” rots .", "named: list as"),
        ("Critics/NOUN:NNS/nsubj/talk talk/VERB:VBP about/ADP “ mud ” .", "named: talk"),
    ],
)
def test_signs_of_naming(sentence: str, sign: str) -> None:
    assert sign in signs(sentence)


@pytest.mark.parametrize(
    ("sentence", "sign"),
    [
        ("A tug known=know/VERB:VBN as/ADP “ Bess ” sank .", "named by a participle"),
        ("She/PRON/nsubj/called called=call/VERB:VBD it “ mud ” .", "named by somebody once"),
        ("They/PRON/nsubj/call call/VERB:VBP it “ mud ” .", "named by many, as a habit"),
        ("He/PRON/nsubj/calls calls=call/VERB:VBZ it “ mud ” .", "named by somebody, as a habit"),
        ("They left , calling=call/VERB:VBG it “ mud ” .", "named by a gerund"),
        (
            "Fans/NOUN:NNS/nsubj/dubbed have/AUX:VBP/aux/dubbed dubbed=dub/VERB:VBN it “ mud ” .",
            "named by many, as a habit",
        ),
        (
            "She/PRON/nsubj/called has=have/AUX:VBZ/aux/called called=call/VERB:VBN it “ mud ” .",
            "named by somebody, so far",
        ),
        (
            "It/PRON/nsubjpass/called was/AUX/auxpass/called called=call/VERB:VBN “ mud ” .",
            "named by nobody told",
        ),
        (
            "Some/DET/nsubj/call might/AUX:MD/aux/call call/VERB:VB it “ mud ” .",
            "named perhaps",
        ),
        ("“ Mud ” , they/PRON/nsubj/call call/VERB:VBP it .", "named behind by many, as a habit"),
        ("A tug known=know/VERB:VBN as/ADP “ Bess ” sank .", "named: know as"),
    ],
)
def test_who_names_it(sentence: str, sign: str) -> None:
    assert sign in signs(sentence)


def test_plain_speech_shows_none() -> None:
    assert signs("“ We sail , ” she/PRON/nsubj/said said=say/VERB .") == set()


def test_a_verb_between_is_the_one_that_counts() -> None:
    found = signs("They call/VERB:VBP me and say/VERB:VBP “ mud ” .")

    assert not any(sign.startswith("named") for sign in found)


def test_a_phrase_with_a_verb_is_no_gloss() -> None:
    assert "a phrase beside it behind" not in signs("“ No ” , the mayor said=say/VERB:VBD .")


@pytest.mark.parametrize(
    ("sentence", "found"),
    [
        ("The word/NOUN:NN “ mud ” is banned .", "mentioned as a word"),
        ("A so-called “ reform ” failed .", "mentioned, so-called"),
        ("Her/PRON:PRP$ word/NOUN:NN “ mud ” was banned .", None),
        ("The words=word/NOUN:NNS “ no mud ” were said .", None),
        ("The word/NOUN:NN , “ mud ” , is banned .", None),
        ("“ Mud ” is banned .", None),
    ],
)
def test_what_is_mentioned_by_grammar(sentence: str, found: str | None) -> None:
    built = scene(document(sentence))
    string = built.strings[0]

    assert mention(built, string, around(built, string)) == found


def test_a_verb_of_naming_that_names_nothing() -> None:
    assert not any(s.startswith("named") for s in signs("They called=call/VERB:VBD for “ mud ” ."))
    assert not any(s.startswith("named") for s in signs("They listed=list/VERB:VBD “ mud ” ."))
    spoke = "He/PRON/nsubj/spoke spoke=speak/VERB:VBD of/ADP “ mud ” ."
    assert not any(s.startswith("named") for s in signs(spoke))


def mentioned(sentence: str) -> str | None:
    built = scene(document(sentence))
    return mention(built, built.strings[0], around(built, built.strings[0]))


def test_what_a_word_means_is_mentioned() -> None:
    that = "A word/NOUN that means=mean/VERB:VBZ “ low water ” stuck ."
    phrase = "A phrase/NOUN they translate/VERB:VBP as/ADP “ no ” stuck ."

    assert mentioned(that) == mentioned(phrase) == "mentioned as a word"
    assert mentioned("It means=mean/VERB:VBZ “ low water ” here .") is None
    assert mentioned("The word/NOUN came to mean/VERB:VB “ all we did ” .") is None


def test_a_string_behind_the_one_that_it_replaces() -> None:
    built = scene(document("He wrote “ manger ” for “ manager ” ."))
    string = built.strings[1]

    assert "instead of another string" in naming_signs(built, string, around(built, string))


@pytest.mark.parametrize(
    ("sentence", "found"),
    [
        ("A post titled=title/VERB:VBN “ Why We Left ” sold .", "mentioned as a word"),
        ("A post headlined=headline/VERB:VBD “ Enough ” sold .", "mentioned as a word"),
        ("They title/VERB:VBP “ Enough ” well .", None),
        ("Ada/PROPN “ Bo/PROPN ” Quill/PROPN sold=sell/VERB .", "mentioned as a word"),
        # a name that many give, or nobody in particular
        ("A bill dubbed=dub/VERB:VBN the/DET “ tea tax ” sank .", "mentioned as a word"),
        (
            "A bill , dubbed=dub/VERB:VBD the/DET “ tea tax ” by/ADP critics/NOUN:NNS , sank .",
            "mentioned as a word",
        ),
        ("A bill dubbed=dub/VERB:VBN “ a sin ” by/ADP Ada/PROPN Quill/PROPN sank .", None),
        ("A bill dubbed=dub/VERB:VBN “ a sin ” by/ADP its author/NOUN:NN sank .", None),
        ("Fans/NOUN:NNS/nsubj/dubbed dubbed=dub/VERB:VBD “ Bess ” .", None),
    ],
)
def test_titles_nicknames_and_names_that_many_give(sentence: str, found: str | None) -> None:
    assert mentioned(sentence) == found
