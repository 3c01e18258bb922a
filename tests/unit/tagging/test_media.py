"""Where, and through what, words were put."""

from __future__ import annotations

import pytest

from tests.parses import report

MEDIA = [
    ("Loy warned the board in writing that the dam was old.", "warned", "in writing"),
    # what one writes on, not what one writes about
    ("A clerk chalked on the wall that the dam was old.", "chalked", "on the wall"),
    ("Loy wrote on the issue that the dam was old.", "wrote", None),
    ("Loy said on the picket line that the dam was old.", "said", "on the picket line"),
    ("The dam was safe, Loy wrote on X.", "wrote", "on X"),
    # a month is no march
    ("Loy told the House in March that the dam was old.", "told", None),
    ("Loy said in a statement that the dam would hold.", "said", "in a statement"),
    ("In a statement, Loy said the dam would hold.", "said", "In a statement"),
    (
        "In one of the letters, a manager wrote that soup was late.",
        "wrote",
        "In one of the letters",
    ),
    (
        "“I trusted him,” Marn told reporters outside the town hall on Tuesday.",
        "told",
        "outside the town hall",
    ),
    ("Marn said outside court: “I trusted him.”", "said", "outside court"),
    ("“That is a lie,” he wrote on Plaza, the network, on Sunday.", "wrote", "on Plaza"),
    ("Marn wrote on Perch: “Shut again.”", "wrote", "on Perch"),
    ("Loy said by phone that he was not leaving.", "said", "by phone"),
    ("“We are leaving,” Loy said through a lawyer.", "said", "through a lawyer"),
    ("He used his Perch account to say that the dam was safe.", "say", "Perch"),
    ("He took the stage to say that the dam was safe.", "say", None),
    ("Loy said on Friday that the dam would hold.", "said", None),
    ("Loy said in one of the rooms that the dam would hold.", "said", None),
    ("Loy said in one that the dam would hold.", "said", None),
    ("Loy said on Mars that the dam would hold.", "said", None),
    ("Loy used a blog to say that the dam was safe.", "say", "a blog"),
    ("In Ostrey, Loy said the dam would hold.", "said", None),
    ("In her will, Marn asked that the mill be sold.", "asked", "In her will"),
    ("Outside the courthouse, Loy said the dam would hold.", "said", "Outside the courthouse"),
    ("“We are leaving,” Loy said through tears.", "said", None),
    # the phrase may go with another verb of speaking
    ("Loy, speaking at a rally, said the dam would hold.", "said", "at a rally"),
    (
        "Speaking through an interpreter, Loy said the dam would hold.",
        "said",
        "through an interpreter",
    ),
    ("Speaking to the Marrow Herald, Loy said the dam would hold.", "said", "the Marrow Herald"),
    ("Loy, who spoke to the Marrow Herald, said the dam would hold.", "said", "the Marrow Herald"),
    ("Loy, speaking to his dog, said the dam would hold.", "said", None),
]


@pytest.mark.parametrize(("text", "cue", "medium"), MEDIA)
def test_the_medium_of_a_cue(text: str, cue: str, medium: str | None) -> None:
    assert report(text, cue).get("medium") == medium


HEARD = [
    ("Speaking to the Marrow Herald, Loy said the dam would hold.", "the Marrow Herald"),
    ("Loy said in the pages of the daily that the dam would hold.", "the daily"),
    ("Loy said in a statement that the dam would hold.", None),
    ("Loy said in the middle of the daily mess that the dam would hold.", None),
]


@pytest.mark.parametrize(("text", "outlet"), HEARD)
def test_the_outlet_inside_a_medium(text: str, outlet: str | None) -> None:
    assert report(text, "said").get("outlet") == outlet


def test_a_letter_goes_to_a_paper_as_to_anybody() -> None:
    found = report("In a letter to the newspaper, Loy wrote that the dam was old.", "wrote")
    assert "outlet" not in found
    assert found["medium"] == "In a letter to the newspaper"
