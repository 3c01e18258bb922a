"""How many words a text has, and whether they look like English."""

from __future__ import annotations

import pytest

from onrecord.document.words import LOOKED_AT, count, seems_english
from tests.pace import within

ENGLISH = (
    "The council voted late on Tuesday to close the old swimming pool, and the mayor said that "
    "she would ask the region for money to build another one."
)
OTHERS = {
    "German": "Der Stadtrat hat am späten Dienstag beschlossen, das alte Schwimmbad zu schließen. "
    "„Wir werden das Land um Geld für ein neues bitten“, sagte die Bürgermeisterin danach.",
    "French": "Le conseil a décidé mardi soir de fermer la vieille piscine. « Nous demanderons à "
    "la région de payer la nouvelle », a déclaré la maire à la sortie de la séance.",
    "Spanish": "El ayuntamiento decidió el martes por la noche cerrar la vieja piscina. «Pediremos "
    "a la región que pague la nueva», dijo la alcaldesa al salir de la sesión.",
    "Dutch": "De gemeenteraad besloot dinsdagavond laat om het oude zwembad te sluiten. “Wij "
    "vragen de provincie om geld voor een nieuw bad,” zei de burgemeester na de zitting.",
    "Danish": "Byrådet besluttede sent tirsdag at lukke den gamle svømmehal. »Vi beder regionen om "
    "penge til en ny,« sagde borgmesteren efter mødet i går aftes.",
    "Polish": "Rada miasta zdecydowała we wtorek o zamknięciu starego basenu. „Poprosimy region o "
    "pieniądze na nowy”, powiedziała burmistrz po posiedzeniu, które trwało do nocy.",
    "Greek": "Το συμβούλιο αποφάσισε την Τρίτη να κλείσει την πισίνα.",
    "Russian": "«Мы попросим денег», сказала мэр.",
    "Chinese": "市议会周二晚间决定关闭旧游泳池。“我们会申请拨款，”市长说。",
}


@pytest.mark.parametrize("language", OTHERS)
def test_other_languages_are_told_from_english(language: str) -> None:
    assert not seems_english(OTHERS[language])


@pytest.mark.parametrize(
    "text",
    [
        ENGLISH,
        ENGLISH.upper(),
        f"{ENGLISH} “{OTHERS['Spanish']}” {ENGLISH} She said it twice. {ENGLISH}",
        ENGLISH + ". ".join(["Ines Okafor", "Tomas Lindqvist", "Żaneta Kowalczyk"] * 3),
    ],
)
def test_english_is_english_whatever_it_quotes(text: str) -> None:
    assert seems_english(text)


@pytest.mark.parametrize("text", ["", "1,234.5", "“Ja”, sagte Ada.", "Quay Herald 5, Mill 0"])
def test_of_a_few_latin_words_nothing_is_told(text: str) -> None:
    assert seems_english(text)


def test_a_long_text_is_judged_by_its_beginning_and_quickly() -> None:
    assert seems_english(f"{ENGLISH} " * (LOOKED_AT // len(ENGLISH) + 1) + OTHERS["German"] * 900)
    with within(0.6):
        for text in ("'" * 200_000, "a" * 200_000, "1 " * 100_000, "“a” " * 50_000):
            seems_english(text)
            count(text)


@pytest.mark.parametrize(
    ("text", "number"),
    [
        ("", 0),
        ("Ada said yes.", 3),
        ("Ada — who else? — said:\n\n“Yes …”", 5),
        ("a well-kept 1,200-word list of O’Hara’s", 6),
        ("* * *", 0),
    ],
)
def test_words_stand_between_white_space(text: str, number: int) -> None:
    assert count(text) == number
