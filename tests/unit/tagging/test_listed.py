"""Points that a source lists, behind a colon or in paragraphs with bullets."""

from __future__ import annotations

import pytest

from tests.parses import parsed, report, reports, tagged

LISTED = [
    (
        "The inspectors made three findings: the roof leaked; the alarm was off; and the doors "
        "were locked.",
        "findings",
        "The inspectors",
        "the roof leaked; the alarm was off; and the doors were locked",
    ),
    (
        "Marn listed her demands: the fence must go and the council must apologise.",
        "demands",
        "her",
        "the fence must go and the council must apologise",
    ),
    (
        "The court’s conclusion was damning: the ministry had known for years.",
        "conclusion",
        "The court",
        "the ministry had known for years",
    ),
    (
        "Union leaders set out a list of demands: wages must rise and the lockout must end.",
        "demands",
        "Union leaders",
        "wages must rise and the lockout must end",
    ),
    (
        "The union came to one conclusion: the strike had failed.",
        "conclusion",
        "The union",
        "the strike had failed",
    ),
    (
        "He gave two reasons: the cost was too high and the road was closed.",
        "reasons",
        "He",
        "the cost was too high and the road was closed",
    ),
    (
        "Among the recommendations of the audit: ¶ • Close the yard. ¶ • Sell the boats. "
        "¶ The clerk slept.",
        "recommendations",
        "the audit",
        "Close the yard … Sell the boats",
    ),
    (
        "The audit runs to 90 pages. Among the findings: ¶ - The pumps failed. "
        "¶ - The log was lost.",
        "findings",
        "The audit",
        "The pumps failed … The log was lost",
    ),
]


@pytest.mark.parametrize(("text", "cue", "source", "content"), LISTED)
def test_the_noun_over_a_list_reports_it(text: str, cue: str, source: str, content: str) -> None:
    found = report(text, cue)
    assert (found["form"], found["source"], found["content"]) == ("nominal", source, content)


def test_a_cue_over_bullets_reports_those_without_a_source_of_their_own() -> None:
    text = (
        "The audit found that: ¶ - The books were open. ¶ - Loy told auditors that he lost the "
        "key. ¶ - The clerk lied."
    )
    assert report(text, "found")["content"] == "The books were open … The clerk lied"
    assert report(text, "told")["content"] == "he lost the key"


NOT_LISTED = [
    # no point; one to come; no verb that names it; whose it is, is not told; no words; no clause
    ("The judge made no findings: the case was dropped.", "findings"),
    ("The report would make two findings: the roof leaked and the doors were shut.", "findings"),
    ("The findings were published on Monday: the roof leaked.", "findings"),
    (
        "Under the plan, which has three conditions: the border must open, the men must be freed.",
        "conditions",
    ),
    ("Her reason was simple: the road was closed.", "reason"),
    ("The demands were simple: the fence must go.", "demands"),
    ("The team had one problem: the road was closed.", "problem"),
    (
        "The two sides listed their complaints: the border is shut, say the traders.",
        "complaints",
    ),
    ("The club made two promises: “No fan will pay more.”", "promises"),
    ("The union made two demands: higher pay and shorter hours.", "demands"),
    ("The union’s demands: ¶ - Higher pay ¶ - Shorter hours", "demands"),
    ("Key points: ¶ - The road is shut. ¶ - Buses run late.", "points"),
]


@pytest.mark.parametrize(("text", "cue"), NOT_LISTED)
def test_what_lists_no_points_reports_nothing(text: str, cue: str) -> None:
    assert not reports(text, cue)


NO_CUE = [
    "The council will: ¶ - Sell the baths. ¶ - Close the yard.",
    "The council told a story: ¶ - The baths were sold. ¶ - The yard was closed.",
]


@pytest.mark.parametrize("text", NO_CUE)
def test_bullets_under_a_deed_are_nobodys_words(text: str) -> None:
    built = parsed(text)
    points = built.paragraphs[1:]
    pieces = [piece for made in tagged(text) for piece in made.content]
    assert not [p for p in pieces if any(point.overlaps(p) for point in points)]
