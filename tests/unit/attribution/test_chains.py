"""From the source that the article cites to the origin of the words."""

from __future__ import annotations

from dataclasses import replace

import pytest

from onrecord.attribution import Scene, chains
from onrecord.attribution.chains import Chain
from onrecord.attribution.indirect import indirect_statements
from onrecord.types import QuotationType, Statement, TextSpan
from tests.parses import parsed, strings, tagged

Hops = list[tuple[str | None, str]]


def scene(text: str) -> Scene:
    built = parsed(text)
    return Scene(built, strings(built), tagged(text))


def hops(text: str) -> list[Hops]:
    """The chains of the indirect statements of a text: source and relation of each hop."""
    read = scene(text)
    return [_words(read, c) for c in sure(read, tuple(indirect_statements(read, ())))]


def sure(read: Scene, statements: tuple[Statement, ...]) -> list[Chain]:
    """The chains that are some whoever their hops turn out to be."""
    return [c for c in chains(read, statements) if c.sourced or len(c.links) > 1]


def _words(read: Scene, chain: Chain) -> Hops:
    text = read.document.text
    return [(link.source.of(text) if link.source else None, link.relation) for link in chain.links]


ONE_HOP = [
    ("The dam was shut, according to the clerk.", ("the clerk", "according_to")),
    ("The guidance states that trays must go.", ("The guidance", "said")),
    ("Prices fell, as first reported by the Marrow Herald.", ("the Marrow Herald", "reported")),
    ("The memo says the dam was shut.", ("The memo", "said")),
    ("Gate logs show that nobody came.", ("Gate logs", "said")),
    ("It also found that the alarm was off.", ("It", "reported")),
    ("The mill will close, the Vessel Gazette reported.", ("the Vessel Gazette", "reported")),
    ("The Herald published that the mill was lost.", ("The Herald", "published")),
    ("Bells of Ostrey to fall silent at night, press reports", ("press", "reported")),
]


@pytest.mark.parametrize(("text", "hop"), ONE_HOP)
def test_a_document_an_outlet_or_a_phrase_is_a_chain_by_itself(
    text: str, hop: tuple[str, str]
) -> None:
    assert hops(text) == [[hop]]


NO_CHAIN = [
    "The dam was old, as she put it.",
    "The mill was, in her own words, an old barn that had lost its door.",
    "Loy said the dam would hold.",
    "It was revealed that both had known.",
    "They said the dam would hold.",
    # a human being only says what he reports; who speaks for a paper is none
    "A villager reported that the seat had moved.",
    "A spokesman for the Vessel Post said the dam was safe.",
]


@pytest.mark.parametrize("text", NO_CHAIN)
def test_a_plain_speaker_is_no_chain(text: str) -> None:
    assert hops(text) == []


CHAINS = [
    # an order is words where somebody tells of it
    (
        "Two cooks told the Herald a captain had ordered them to paint it.",
        [("the Herald", "told"), ("Two cooks", "told"), ("a captain", "said")],
    ),
    # who published the document that is the source
    (
        "The mill will close, according to a note that the Herald published.",
        [("the Herald", "published"), ("a note", "according_to")],
    ),
    (
        "The mill was old, a clerk wrote, according to a note that the Herald published.",
        [("the Herald", "published"), ("a note", "according_to"), ("a clerk", "said")],
    ),
    # a citation may open the sentence
    (
        "Citing two clerks, the Herald said the mill was lost.",
        [("the Herald", "said"), ("two clerks", "cited")],
    ),
    # what an outlet published holds the words, or is how its writer put his own
    (
        "The Herald published a report in which a clerk wrote that it was late.",
        [("The Herald", "published"), ("a report", "said"), ("a clerk", "said")],
    ),
    (
        "The Herald published emails in which a clerk wrote that it was late.",
        [("The Herald", "published"), ("a clerk", "said")],
    ),
    # who tells of what holds the words; the email is how its writer put his own
    (
        "Her ruling quotes an email in which a clerk wrote that it was late.",
        [("Her ruling", "said"), ("a clerk", "said")],
    ),
    (
        "A guard, quoted by the Herald, recalled a meeting at which a clerk had said that it was "
        "late.",
        [("the Herald", "said"), ("A guard", "said"), ("a clerk", "said")],
    ),
    # who denies a claim does not pass it on
    (
        "Loy denied that it was late, as a clerk had told the Herald.",
        [("the Herald", "told"), ("a clerk", "told")],
    ),
    (
        "Loy had begged her to stay, the Herald reported, citing a clerk.",
        [("the Herald", "reported"), ("a clerk", "cited")],
    ),
    # what the outer source cites comes before the inner one
    (
        "A clerk had warned that the dam was old, the Herald revealed, citing a note.",
        [("the Herald", "reported"), ("a note", "cited"), ("A clerk", "said")],
    ),
    # quoted as saying
    (
        "Loy was quoted by the Herald as saying that the leak was small.",
        [("the Herald", "said"), ("Loy", "said")],
    ),
    (
        "A neighbour told officers, according to the log, that the gate was open.",
        [("the log", "according_to"), ("A neighbour", "told")],
    ),
    (
        "The memo quotes Mr Kern as saying that the dam was safe.",
        [("The memo", "said"), ("Mr Kern", "said")],
    ),
    (
        "The mill will close, the Herald reported, citing two clerks.",
        [("the Herald", "reported"), ("two clerks", "cited")],
    ),
    (
        "Radio Ostrey, quoting a diplomat, said the treaty was dead.",
        [("Radio Ostrey", "said"), ("a diplomat", "cited")],
    ),
    (
        "The ferry sank, the Herald reported, quoting a letter from the master.",
        [("the Herald", "reported"), ("a letter", "cited"), ("the master", "cited")],
    ),
    (
        "Officials told the Gazette that the mayor had said the harbour was bankrupt.",
        [("the Gazette", "told"), ("Officials", "told"), ("the mayor", "said")],
    ),
    (
        "A neighbour told deputies, the indictment says, that the money was in the wall.",
        [("the indictment", "said"), ("A neighbour", "told")],
    ),
    (
        "Loy said in an interview with the Marrow Herald that the dam would hold.",
        [("the Marrow Herald", "said"), ("Loy", "said")],
    ),
]


@pytest.mark.parametrize(("text", "expected"), CHAINS)
def test_hops_run_from_the_readers_side_to_the_origin(text: str, expected: Hops) -> None:
    assert hops(text) == [expected]


SEVERAL = [
    # a clause inside the source that is cited
    (
        "The mill will close, the Herald reported, citing a memo in which a clerk wrote that "
        "it was old.",
        [
            [("the Herald", "reported"), ("a memo", "cited")],
            [("the Herald", "reported"), ("a memo", "cited"), ("a clerk", "said")],
        ],
    ),
    (
        "The mill will close, the Herald reported, citing a clerk, who told the paper that it "
        "was old.",
        [
            [("the Herald", "reported"), ("a clerk", "cited")],
            [("the Herald", "reported"), ("a clerk", "told")],
        ],
    ),
    (
        "Two men slept, according to a report in which a clerk wrote that it was late.",
        [[("a report", "according_to")], [("a report", "according_to"), ("a clerk", "said")]],
    ),
]


@pytest.mark.parametrize(("text", "expected"), SEVERAL)
def test_a_clause_inside_a_cited_source_came_by_it(text: str, expected: list[Hops]) -> None:
    assert hops(text) == expected


def test_one_plain_hop_waits_for_whom_it_turns_out_to_be() -> None:
    read = scene("It adds that the alarm was off.")
    (made,) = chains(read, tuple(indirect_statements(read, ())))
    assert not made.sourced


def test_an_outlet_that_is_told_something_is_one_wherever_it_speaks() -> None:
    text = "Loy told the Perch that she wept. ¶ The Perch said that the dam was old."
    assert hops(text)[-1] == [("The Perch", "said")]


def test_what_is_set_against_a_report_is_no_part_of_it() -> None:
    read = scene("Loy said it was dear, while Marn promised to “wait”.")
    (found,) = chains(read, (quoted(read, 0, "promised"),))
    assert _words(read, found) == [("Marn", "said")]


def test_a_citation_belongs_to_the_report_before_it() -> None:
    text = "Loy said the mill was lost, and the Herald reported, citing clerks, that it was."
    assert all(("clerks", "cited") not in chain for chain in hops(text)[:-1])


NESTED = "“The captain told me, ‘Nobody will know,’” the cook said."


def quoted(read: Scene, string: int, cue: str) -> Statement:
    """A direct quotation of one string under the report with that cue."""
    text = read.document.text
    place = next(n for n, r in enumerate(read.reports) if r.cue and r.cue.of(text) == cue)
    report, part = read.reports[place], read.strings[string].parts[0]
    return Statement(
        QuotationType.DIRECT, (part,), (part,), place, source=report.source, cue=report.cue
    )


def test_whoever_utters_the_outer_quotation_is_the_first_hop() -> None:
    read = scene(NESTED)
    outer, inner = quoted(read, 0, "said"), quoted(read, 1, "told")
    (found,) = sure(read, (outer, inner))
    assert found.statement == 1
    assert _words(read, found) == [("the cook", "said"), ("The captain", "told")]


def test_who_quotes_himself_is_no_hop_twice() -> None:
    text = "“I said, ‘Nobody will know,’” the cook recalled."
    read = scene(text)
    outer, inner = quoted(read, 0, "recalled"), quoted(read, 1, "said")
    assert sure(read, (outer, inner)) == []


def test_an_outer_quotation_without_a_tag_lends_its_speaker() -> None:
    read = scene(NESTED)
    outer = replace(quoted(read, 0, "said"), report=None, source=None, cue=None)
    (found,) = chains(read, (outer, quoted(read, 1, "told")))
    first = found.links[0]
    assert (first.source, first.statement) == (None, 0)


def test_no_source_stands_twice_in_a_chain() -> None:
    read = scene(NESTED)
    outer, inner = quoted(read, 0, "said"), quoted(read, 1, "told")
    twice = (outer, replace(outer, parts=outer.parts), inner)
    found = chains(read, twice)[-1]
    sources = [link.source for link in found.links]
    assert len(sources) == len(set(sources))


def test_the_points_of_a_petition_are_the_petitions() -> None:
    text = "The petition reads: “It is late.” ¶ “It is dear.”"
    read = scene(text)
    first = quoted(read, 0, "reads")
    second = Statement(QuotationType.DIRECT, read.strings[1].parts, follows=0)
    found = chains(read, (first, second))
    assert [_words(read, c) for c in found] == [[("The petition", "said")]] * 2
    assert found[1].links[0].cue is None


def test_what_follows_a_person_is_no_chain() -> None:
    text = "The clerk said: “It is late.” ¶ “It is dear.”"
    read = scene(text)
    second = Statement(QuotationType.DIRECT, read.strings[1].parts, follows=0)
    (found,) = chains(read, (quoted(read, 0, "said"), second))
    assert (found.statement, found.sourced) == (0, False)


def test_words_that_have_a_source_of_their_own_are_not_the_petitions() -> None:
    read = scene("The petition reads: “It is late.” ¶ “It is dear.”")
    other = TextSpan(0, 3)
    second = Statement(QuotationType.DIRECT, read.strings[1].parts, source=other, follows=0)
    assert [c.statement for c in chains(read, (quoted(read, 0, "reads"), second))] == [0]


def test_a_chain_knows_whether_one_hop_is_enough() -> None:
    read = scene("The bank said that Kern told them that profits would fall.")
    (chain,) = chains(read, tuple(indirect_statements(read, ())))
    assert len(chain.links) == 2
    assert chain.sourced is False


def test_a_thought_is_no_hop() -> None:
    assert hops("Loy believes the memo says that they are wrong.")[0] == [("the memo", "said")]


def test_spans_of_a_chain_are_those_of_its_statement() -> None:
    read = scene("The dam was shut, according to the clerk.")
    statements = tuple(indirect_statements(read, ()))
    (chain,) = chains(read, statements)
    assert chain.content == statements[0].parts == (TextSpan(0, len("The dam was shut")),)
