"""The first promise: what the engine must find in the article that the project was begun for.

The expectations name the words that lead to a statement; the statement itself is read from the
article, up to the end of its paragraph.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass, field

from evaluation.corpora import Json
from evaluation.errors import EvaluationError

_EDGE = " \t\n\"'“”‘’,.;:"


@dataclass(frozen=True, slots=True)
class Expected:
    """A quotation that must be found.

    Attributes:
        lead: the words of the article right before it, without a quotation mark.
        type: `direct` or `indirect`.
        facts: fields of the quotation, by the path that leads to them in the answer; a medium is
            right where it holds the words.
    """

    lead: str
    type: str
    facts: dict[str, str] = field(default_factory=dict)


QUOTATIONS = (
    Expected(
        "responded by saying, ",
        "direct",
        {
            "speaker.name": "Claudia Sheinbaum",
            "speaker.title": "President",
            "speaker_mention.text": "Sheinbaum",
            "cue.text": "saying",
        },
    ),
    Expected(
        "to express frustration, stating, ",
        "direct",
        {"speaker.name": "Donald Trump", "medium.text": "Truth Social"},
    ),
    Expected(
        "Hegseth emphasized that ",
        "indirect",
        {"speaker.name": "Pete Hegseth", "speaker.title": "U.S. Secretary of Defense"},
    ),
    Expected("He made it clear that ", "indirect", {"speaker.name": "Pete Hegseth"}),
    Expected("Trump has made it clear that ", "indirect", {"speaker.name": "Donald Trump"}),
)

CHAIN_LEAD = "According to reports from the Wall Street Journal, "
CHAIN = [("Wall Street Journal", "according_to")]


@dataclass(frozen=True, slots=True)
class Outcome:
    """One expectation, and what stands against it."""

    expectation: str
    faults: tuple[str, ...]

    @property
    def passed(self) -> bool:
        return not self.faults

    def __str__(self) -> str:
        line = f"{'pass' if self.passed else 'FAIL'}  {self.expectation}"
        return "\n".join((line, *(f"        {fault}" for fault in self.faults)))


def outcomes(text: str, response: Json) -> tuple[Outcome, ...]:
    """Every expectation with what the answer makes of it.

    Raises:
        EvaluationError: where the text is not the article that the expectations are about.
    """
    made = [_quotation(text, response, expected) for expected in QUOTATIONS]
    return (*made, _chain(text, response), _nothing_else(text, response))


def _quotation(text: str, response: Json, expected: Expected) -> Outcome:
    content = _content(text, expected.lead, quoted=expected.type == "direct")
    facts = ", ".join(f"{path} {value!r}" for path, value in expected.facts.items())
    name = f"{expected.type} quotation after {expected.lead.strip()!r}: {facts}"
    found = [q for q in response["quotes"] if _words(q["text"]) == _words(content)]
    if not found:
        return Outcome(name, (f"not found: {content!r}",))
    return Outcome(name, tuple(_faults(found[0], expected)))


def _faults(quote: Json, expected: Expected) -> Iterator[str]:
    if quote["type"] != expected.type:
        yield f"type is {quote['type']!r}"
    for path, wanted in expected.facts.items():
        got = _at(quote, path)
        right = wanted in (got or "") if path == "medium.text" else got == wanted
        if not right:
            yield f"{path} is {got!r}"


def _chain(text: str, response: Json) -> Outcome:
    content = _content(text, CHAIN_LEAD, quoted=False)
    name = f"attribution chain after {CHAIN_LEAD.strip()!r}: {CHAIN}"
    chains = [
        [(_at(hop, "speaker.name"), hop["relation"]) for hop in attribution["chain"]]
        for attribution in response["attributions"]
        if _words(" ".join(part["text"] for part in attribution["content"])) == _words(content)
    ]
    if CHAIN in chains:
        return Outcome(name, ())
    return Outcome(name, (f"got {chains[0]}" if chains else f"not found: {content!r}",))


def _nothing_else(text: str, response: Json) -> Outcome:
    """No apostrophe is a quotation mark: only the two direct quotations stand in marks."""
    marked = [_words(_content(text, e.lead, quoted=True)) for e in QUOTATIONS if e.type == "direct"]
    wrong = [
        f"{q['type']} quotation {q['text'][:80]!r}"
        for q in response["quotes"]
        if q["type"] != "indirect" and _words(q["text"]) not in marked
    ]
    return Outcome("no other direct or mixed quotation, whatever has an apostrophe", tuple(wrong))


def _content(text: str, lead: str, *, quoted: bool) -> str:
    """What the article gives after the leading words: the quoted string, or the paragraph."""
    start = text.find(lead)
    if start < 0:
        raise EvaluationError(f"the article has no {lead.strip()!r}: it is not the expected one")
    start += len(lead)
    rest = text[start:].partition("\n")[0]
    return rest[1:].partition("”")[0] if quoted else rest


def _words(text: str) -> Sequence[str]:
    return [word.strip(_EDGE) for word in text.split()]


def _at(value: Json, path: str) -> str | None:
    found: object = value
    for key in path.split("."):
        found = found.get(key) if isinstance(found, dict) else None
    return found if isinstance(found, str) else None
