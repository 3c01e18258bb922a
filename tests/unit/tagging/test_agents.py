"""Who a participle says it of."""

from __future__ import annotations

import pytest

from onrecord.quotations import find
from onrecord.tagging.agents import participle_agent, without_agent
from onrecord.tagging.scope import lay
from tests.build import document, span

VERB = "dubbed=dub/VERB:VBN/acl/bill"
AGENT = "by/ADP/agent/dubbed Ada/PROPN/compound/Quill Quill/PROPN/pobj/by , sank=sink/VERB ."


@pytest.mark.parametrize(
    ("verb", "agent", "whom"),
    [
        (VERB, AGENT, "Ada Quill"),
        ("dubbed=dub/VERB:VBD/acl/bill", AGENT, None),
        (VERB, "by/ADP/agent/dubbed , sank=sink/VERB .", None),
        (VERB, "sank=sink/VERB .", None),
    ],
)
def test_whom_by_names(verb: str, agent: str, whom: str | None) -> None:
    built = document(f"The bill/NOUN/nsubj/sank , {verb} “ a gift ” {agent}")
    scope = lay(built, find(built.text, built.paragraphs))
    token = next(t for t in built.tokens if t.text == "dubbed")
    found = participle_agent(scope, token)

    assert (found.of(built.text) if found else None) == whom


def test_the_words_end_before_by() -> None:
    built = document("The bill , dubbed “ a gift ” by Ada Quill , sank near Quill .")
    quill, whole = span(built, "Ada Quill"), span(built, "a gift” by Ada Quill")

    assert without_agent(built, (whole,), quill) == (span(built, "a gift"),)
    assert without_agent(built, (whole,), None) == (whole,)
    assert without_agent(built, (quill,), quill) == (quill,)
    near = span(built, "sank near Quill")
    assert without_agent(built, (near,), span(built, "Quill", 2)) == (near,)
