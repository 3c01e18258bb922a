"""Whom a pronoun stands for."""

from __future__ import annotations

import pytest

from onrecord import mentions, speakers
from onrecord.document.tree import Document
from onrecord.types import TextSpan
from tests.build import document
from tests.plain import read
from tests.who import names, place, resolved, rule, who

PEOPLE = dict.fromkeys(
    ["Mary Quill", "Peter Vane", "Zyxa Thorn", "Quill", "Vane", "Thorn", "Port Board"], "PERSON"
) | {"Port Board": "ORG", "Osmark": "GPE"}


def test_gender_tells_two_persons_apart() -> None:
    article = read(
        "Mary Quill once met Peter Vane near the harbour. He left. She stayed.", names=PEOPLE
    )
    assert names(article, "He", "She") == ["Peter Vane", "Mary Quill"]


def test_a_person_of_unknown_gender_fits_any_pronoun() -> None:
    article = read("Zyxa Thorn spoke near the old harbour. She left.", names=PEOPLE)
    assert names(article, "She") == ["Zyxa Thorn"]


def test_a_pronoun_shows_the_gender_of_a_person_for_what_follows() -> None:
    article = read(
        "Zyxa Thorn spoke near the old harbour. She left.",
        "Peter Vane spoke near the old harbour.",
        "She said so.",
        names=PEOPLE,
    )
    assert names(article, "She#2") == ["Zyxa Thorn"]


def test_a_subject_is_preferred_to_an_object() -> None:
    article = read("Mary Quill once met Zyxa Thorn near the harbour. She said so.", names=PEOPLE)
    assert names(article, "She") == ["Mary Quill"]


def test_who_spoke_last_goes_on_speaking() -> None:
    article = read(
        "“We lost,” Mary Quill said.",
        "“We lost again,” she said.",
        names=PEOPLE,
    )
    assert names(article, "she", "Mary Quill") == ["Mary Quill", "Mary Quill"]


@pytest.mark.parametrize(
    ("heads", "name"), [("Zyxa Thorn left", "Zyxa Thorn"), ("Ice left", "Thera Pell")]
)
def test_a_pronoun_goes_back_to_whom_the_headline_speaks_of(heads: str, name: str) -> None:
    """An obituary goes on being about her, whoever has told of her in between."""
    article = read(
        heads,
        "Zyxa Thorn opened the port. Zyxa Thorn led it.",
        "Thera Pell met Zyxa Thorn there once near the harbour.",
        "She said so.",
        names=PEOPLE | {"Thera Pell": "PERSON"},
    )
    assert names(article, "She") == [name]


def test_near_rivals_make_a_pronoun_less_sure() -> None:
    alone = read("Mary Quill once spoke near the harbour. She said so.", names=PEOPLE)
    rivals = read(
        "Mary Quill spoke near the old harbour. Zyxa Thorn spoke near the old harbour.",
        "She said so.",
        names=PEOPLE,
    )
    assert rule(rivals, "She")[1] < rule(alone, "She")[1]


@pytest.mark.parametrize("pronoun", ["It", "They"])
def test_it_and_they_stand_for_a_body(pronoun: str) -> None:
    article = read(f"The Port Board met us near the old harbour. {pronoun} said so.", names=PEOPLE)
    assert names(article, pronoun) == ["Port Board"]


def test_they_stand_for_what_is_plural_first() -> None:
    article = read("Some nurses met the Port Board near the harbour. They said so.", names=PEOPLE)
    assert names(article, "They") == ["Some nurses"]


def test_it_is_no_person() -> None:
    article = read("Mary Quill once spoke near the harbour. It said so.", names=PEOPLE)
    assert who(article, "It")[0].name == "It"


def test_what_is_said_inside_a_quotation_is_not_spoken_of_outside() -> None:
    article = read(
        "Zyxa Thorn spoke near the harbour. “We once met Peter Vane,” Zyxa Thorn said.",
        "“We lost,” he said.",
        names=PEOPLE,
    )
    assert names(article, "he") == ["Zyxa Thorn"]


def test_i_inside_a_quotation_is_its_speaker() -> None:
    article = read("“We lost,” Mary Quill said.", "“I said so.”", names=PEOPLE)
    assert names(article, "I", "Mary Quill") == ["Mary Quill", "Mary Quill"]


def test_i_outside_of_quotations_is_the_writer() -> None:
    article = read("I asked us again near the harbour.", byline="Zyxa Thorn")
    (writer,) = who(article, "I")
    assert (writer.name, writer.named) == ("Zyxa Thorn", True)


def test_i_without_a_byline_stays_i() -> None:
    (writer,) = who(read("I asked us again near the harbour."), "I")
    assert (writer.name, writer.named) == ("I", False)


def test_a_relative_pronoun_is_the_noun_before_it() -> None:
    article = read("Mary Quill who said so left the meeting.", names=PEOPLE)
    assert names(article, "who") == ["Mary Quill"]


def test_nobody_is_his_own_object() -> None:
    article = read("Peter Vane spoke near the harbour.", "Zyxa Thorn met him.", names=PEOPLE)
    assert names(article, "him") == ["Peter Vane"]


def test_a_pronoun_beside_a_name_is_somebody_else() -> None:
    article = read(
        "Mary Quill spoke near the harbour.",
        "Zyxa Thorn, her lawyer, left the meeting.",
        "She said so.",
        names=PEOPLE,
    )
    (quill,) = who(article, "Mary Quill")
    assert "her" in [span.of(article.text) for span in quill.mentions]


def test_far_away_is_forgotten() -> None:
    between = ["The weather was old."] * 9
    article = read("Mary Quill spoke near the harbour.", *between, "She said so.", names=PEOPLE)
    assert who(article, "She")[0].named is False


def test_the_rivals_of_a_pronoun_are_told() -> None:
    article = read(
        "Mary Quill spoke near the old harbour. Zyxa Thorn spoke near the old harbour.",
        "She said so.",
        names=PEOPLE,
    )
    assert resolved(article, [place(article, "She")]).rivals == (("Mary Quill",),)


def test_a_pronoun_that_one_person_fits_has_no_rivals() -> None:
    article = read("Mary Quill once spoke near the harbour. She said so.", names=PEOPLE)
    assert resolved(article, [place(article, "She")]).rivals == ((),)


def test_what_reads_is_a_document() -> None:
    article = read("The board opened a letter.", "It read so. It said so.", names=PEOPLE)
    reads = document(
        "The/DET/det/board board/NOUN/nsubj/found found=find/VERB a/DET/det/letter"
        " letter/NOUN/dobj/found .",
        "It/PRON/nsubj/read read/VERB no .",
    )
    assert names(article, "It#2") == ["The board"]
    assert names(reads, "It") == ["a letter"]


def test_an_object_of_a_verb_that_shares_the_subject_is_somebody_else() -> None:
    built = document(
        "Peter/PROPN/compound/Vane/PERSON Vane/PROPN/nsubj/said/PERSON said=say/VERB so .",
        "Zyxa/PROPN/compound/Thorn/PERSON Thorn/PROPN/nsubj/crossed/PERSON crossed=cross/VERB"
        " and/CCONJ/cc/crossed handed=hand/VERB/conj/crossed him/PRON/dative/handed it .",
        "He/PRON/nsubj/said said=say/VERB no .\nShe/PRON/nsubj/said said=say/VERB yes .",
    )
    assert names(built, "She") == ["Zyxa Thorn"]


def test_a_pronoun_inside_words_is_not_who_utters_them() -> None:
    article = read("Peter Vane met Zyxa Thorn.", "“He said no,” Peter Vane told her.", names=PEOPLE)
    he, vane = place(article, "He"), place(article, "Peter Vane#2")
    quoted = TextSpan(article.text.index("“") + 1, article.text.index(",”"))
    marks = TextSpan(quoted.start - 1, quoted.end + 2)
    found = speakers.resolve(article, mentions.find(article), [he, vane], [marks], {quoted: vane})
    by_source = {span: found.speakers[n].name for span, n, _ in found.by_source}
    assert by_source[he] == "Zyxa Thorn"


def test_a_role_before_a_name_is_no_mention_of_its_own() -> None:
    found = mentions.find(read("Her colleague Mary Quill left.", names=PEOPLE))
    assert [m.name for m in found] == ["Her", "Mary Quill"]


def asked(subject: str) -> Document:
    """*Asked when she left, Ada Quill laughed*, after somebody else has spoken."""
    return document(
        "Mary/PROPN/compound/Vane/PERSON Vane/PROPN/nsubj/said/PERSON said=say/VERB so/ADV .",
        f"Asked=ask/VERB:VBN/advcl/laughed when/ADV/advmod/left she/PRON/nsubj/left "
        f"left=leave/VERB/advcl/Asked , {subject} laughed=laugh/VERB .\n"
        "“ Hardly/ADV/advmod/said , ” she/PRON/nsubj/said said=say/VERB .",
    )


@pytest.mark.parametrize(
    ("subject", "name"),
    [
        ("Zyxa/PROPN/compound/Thorn/PERSON Thorn/PROPN/nsubj/laughed/PERSON", "Zyxa Thorn"),
        (
            "the/DET/det/baker baker/NOUN/nsubj/laughed , Zyxa/PROPN/compound/Thorn/PERSON "
            "Thorn/PROPN/appos/baker/PERSON ,",
            "Zyxa Thorn",
        ),
        ("Peter/PROPN/compound/Thorn/PERSON Thorn/PROPN/nsubj/laughed/PERSON", "Mary Vane"),
    ],
)
def test_a_clause_before_its_subject_speaks_of_it(subject: str, name: str) -> None:
    article = asked(subject)
    assert names(article, "she", "she#2", "Mary Vane") == [name, name, "Mary Vane"]


def test_whom_the_subject_does_something_to_is_somebody_else() -> None:
    article = document(
        "Zyxa/PROPN/compound/Thorn/PERSON Thorn/PROPN/nsubj/left/PERSON left=leave/VERB .",
        "Sentencing=sentence/VERB:VBG/advcl/said her/PRON/dobj/Sentencing , "
        "Mary/PROPN/compound/Vane/PERSON Vane/PROPN/nsubj/said/PERSON said=say/VERB so/ADV .",
    )
    assert names(article, "her") == ["Zyxa Thorn"]


def test_who_is_told_of_right_before_a_tag_utters_it() -> None:
    text = "“We lost,” Mary Quill said. Jane Thorn laughed. “Hardly,” she said."
    article = read(text, names={"Mary Quill": "PERSON", "Jane Thorn": "PERSON"})
    assert names(article, "she", "Mary Quill") == ["Jane Thorn", "Mary Quill"]


def test_it_is_a_letter_and_not_whom_it_is_from() -> None:
    article = read("Mary Quill read a letter from the Port Board. It said so.", names=PEOPLE)
    assert names(article, "It") == ["a letter from the Port Board"]
