"""Every convention of `docs/quotation-marks.md`, by the examples that stand there, and more."""

from __future__ import annotations

import re
from pathlib import Path

import pytest

from onrecord.document.paragraphs import split
from onrecord.quotations import find
from onrecord.types import QuotedString

DOCS = Path(__file__).parents[3] / "docs" / "quotation-marks.md"
EXAMPLE = re.compile(r"^```\n(?P<text>.*)\n(?P<found>(?:→ .*\n)*)```$", re.MULTILINE)


def strings(text: str) -> tuple[QuotedString, ...]:
    return find(text, split(text))


def contents(text: str) -> list[str]:
    return [" ‖ ".join(part.of(text) for part in string.parts) for string in strings(text)]


def examples() -> list[tuple[str, list[str]]]:
    blocks = EXAMPLE.finditer(DOCS.read_text(encoding="utf-8"))
    return [
        (
            block["text"].replace(" ⏎ ", "\n\n"),
            re.findall(r"^→ (.*)$", block["found"], re.MULTILINE),
        )
        for block in blocks
    ]


@pytest.mark.parametrize(("text", "found"), examples())
def test_the_examples_of_the_documentation(text: str, found: list[str]) -> None:
    assert contents(text) == found


def test_every_example_of_the_documentation_is_read() -> None:
    assert len(examples()) == DOCS.read_text(encoding="utf-8").count("```\n") // 2 > 50


@pytest.mark.parametrize(
    "text",
    [
        "",
        '"',
        "“”",
        '"…"',
        "''''",
        "Ilse Randow's mate's boat.",
        "O'Neill's dog and the D'Arcys' cat.",
        "It`s the ships` bell, don´t ask.",
        "The '98 and '99 seasons' scores.",
        "It was Felix' house, James' boat and Moses’ sea.",
        "Hawai‘i and the qur’an; Sophie in 't Veld.",
        'A 12" pipe and a 14" pipe burst 5\'10" down.',
        "— Ilse Randow, harbour master",
        "'ello, 'ello, said the constable.",
        "'" * 1000,
        '"' * 1001,
    ],
)
def test_nothing_is_quoted(text: str) -> None:
    assert contents(text) == []


@pytest.mark.parametrize(
    ("text", "found"),
    [
        ("Mayor 'broke dockers' hearts'", ["broke dockers' hearts"]),
        ("Mayor’s ‘dirty’ dockers’ deal", ["dirty"]),
        ('“We sail—” “No,” said Ilse.', ["We sail—", "No,"]),
        ('Captain Ilse “Red” Randow of the "Tar Barge"', ["Red", "Tar Barge"]),
        ("The “Tar Barge”’s crew and the “Mill”’s too", ["Tar Barge", "Mill"]),
        ("'I'm goin' home,' he said. 'Stoppin' me?'", ["I'm goin' home,", "Stoppin' me?"]),
        ("'It was James' boat,' said Ilse.", ["It was James' boat,"]),
        ("‘Keepin’ It Real’ radio", ["Keepin’ It Real"]),
        ("A '54 times more' claim", ["54 times more"]),
        ("'Yes'; 'No'—'Yes'", ["Yes", "No", "Yes"]),
        ("The men's 'dawn' race and the lads' 'dusk' race.", ["dawn", "dusk"]),
        ("“’Tis the season,” said Ilse.", ["’Tis the season,"]),
        ('“@tarbarge: We sail” @maas', ["@tarbarge: We sail"]),
        ("“👍” wrote Ilse.", ["👍"]),
        ("&lsquo;We sail&rsquo;, said Ilse. The ship&rsquo;s bell.", ["We sail"]),
        ("&#39;We sail,&#39; said Ilse. Don&#39;t.", ["We sail,"]),
        ("\x93We sail,\x94 said Ilse.", ["We sail,"]),
        ("’We sail,’ said Ilse.", ["We sail,"]),
        ("''One''''Two''", ["One", "Two"]),
        ("\ud800 “We sail,” \x00 she said.", ["We sail,"]),
    ],
)  # fmt: skip
def test_single_cases(text: str, found: list[str]) -> None:
    assert contents(text) == found


def test_a_mismatched_pair_is_a_pair() -> None:
    text = "‘I laughed till I cried,” she said. ‘Then I went home.”"

    assert contents(text) == ["I laughed till I cried,", "Then I went home."]
    assert all(string.closed for string in strings(text))


class TestTheValueOfAString:
    def test_the_outer_span_holds_the_marks_and_the_parts_do_not(self) -> None:
        text = "Ilse: “ We sail. ”"
        (string,) = strings(text)

        assert string.outer.of(text) == "“ We sail. ”"
        assert [part.of(text) for part in string.parts] == ["We sail."]

    def test_strings_know_what_stands_around_them(self) -> None:
        outer, inner, innermost, next_one = strings("“a ‘b “c” d’ e” and “f”")

        assert [outer.depth, inner.depth, innermost.depth, next_one.depth] == [0, 1, 2, 0]
        assert [outer.parent, inner.parent, innermost.parent, next_one.parent] == [None, 0, 1, None]

    def test_a_string_without_closing_mark_says_so(self) -> None:
        first, second = strings("“We sail.” ‘At dawn.”\n\nIlse: “We sail.")[::2]

        assert first.closed
        assert not second.closed

    @pytest.mark.parametrize(
        ("text", "style"),
        [
            ("“a”", "double"),
            ('"a"', "double"),
            ("‘a’", "single"),
            ("«a»", "guillemet"),
            ("„a“", "low"),
            ("「a」", "cjk"),
            ("``a''", "ptb"),
            ("''a''", "ptb"),
            ("— I sail, — she said.", "dash"),
        ],
    )
    def test_the_style_is_that_of_the_opening_mark(self, text: str, style: str) -> None:
        assert [string.style for string in strings(text)] == [style]


class TestSeveralParagraphs:
    def test_a_string_that_runs_on_spans_all_its_paragraphs(self) -> None:
        text = "“We sail.\n\n“At dawn,” said Ilse."
        (string,) = strings(text)

        assert string.outer.of(text) == "“We sail.\n\n“At dawn,”"
        assert len(string.parts) == 2
        assert string.closed

    def test_a_string_in_mid_sentence_does_not_run_on_into_the_next_quotation(self) -> None:
        assert contents('He has the "stray mark.\n\n"We sail," she said.')[-1] == "We sail,"

    def test_a_closed_string_does_not_run_on(self) -> None:
        assert contents("“We sail,” she said.\n\n“Alone,” he said.") == ["We sail,", "Alone,"]

    def test_a_paragraph_without_marks_ends_what_runs_on(self) -> None:
        assert contents("“We sail.\n\nThe port is shut.\n\n“Alone.”") == ["We sail.", "Alone."]
