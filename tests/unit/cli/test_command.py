"""The commands as a shell sees them: arguments in; output, errors and status out."""

from __future__ import annotations

import csv
import hashlib
import io
import json
from dataclasses import replace
from pathlib import Path

import pytest

from onrecord.cli import main
from onrecord.deadline import NEVER, Deadline
from onrecord.errors import ModelUnavailable
from onrecord.options import Options
from onrecord.rendering import render
from onrecord.settings import Settings
from onrecord.types import Article, Extraction
from onrecord.version import __version__
from tests.fakes import FakePipeline, load

TEXT = "Ada said: “The mill stays open,” and then: “Nobody é leaves.”\r\nBye. “Come.”"


@pytest.fixture
def article(tmp_path: Path) -> Path:
    place = tmp_path / "article.txt"
    place.write_bytes(TEXT.encode())
    return place


def no_model(_: Settings) -> FakePipeline:
    raise ModelUnavailable("no model: run pip install it")


Captured = pytest.CaptureFixture[str]


def test_extract_prints_the_answer_of_the_service(article: Path, capsys: Captured) -> None:
    assert main(["extract", str(article)], load) == 0
    printed = json.loads(capsys.readouterr().out)
    expected = render(FakePipeline().extract(Article(TEXT)), Options(), printed["id"], 0)
    for answer in (printed, expected):
        del answer["meta"]["elapsed_ms"]
    assert printed == expected


@pytest.mark.parametrize("form", ["json", "text", "csv", "jsonld"])
def test_extract_warns_of_a_text_that_is_not_english(
    tmp_path: Path, capsys: Captured, form: str
) -> None:
    place = tmp_path / "german.txt"
    place.write_text("Der Rat hat am Dienstag die “alte” Brücke gesperrt. " * 3, "utf-8")
    assert main(["extract", str(place), "--format", form], load) == 0
    captured = capsys.readouterr()
    told = "onrecord: warning: the text does not look like English, and only English is read\n"
    assert captured.err == told
    assert captured.out


def test_extract_takes_the_options_of_the_service(article: Path, capsys: Captured) -> None:
    options = ["--include", "quotes,relations", "--types", "direct", "--min-confidence", "0.5"]
    options += ["--title", "Mill", "--byline", "Bo", "--offset-unit", "utf8"]
    assert main(["extract", str(article), *options], load) == 0
    printed = json.loads(capsys.readouterr().out)
    assert list(printed) == ["id", "language", "quotes", "relations", "meta"]
    assert [quote["id"] for quote in printed["quotes"]] == ["q1"]
    assert printed["meta"]["offset_unit"] == "utf8"


def test_extract_reads_standard_input(monkeypatch: pytest.MonkeyPatch, capsys: Captured) -> None:
    monkeypatch.setattr("sys.stdin", io.TextIOWrapper(io.BytesIO(TEXT.encode())))
    assert main(["extract", "-"], load) == 0
    assert json.loads(capsys.readouterr().out)["quotes"][0]["speaker"]["name"] == "Ada"


def test_line_ends_and_marks_are_left_as_they_are(article: Path, capsys: Captured) -> None:
    article.write_bytes(b"\xef\xbb\xbf" + TEXT.encode())
    assert main(["extract", str(article)], load) == 0
    part = json.loads(capsys.readouterr().out)["quotes"][2]["parts"][0]
    assert ("\ufeff" + TEXT)[part["start"] : part["end"]] == "Come."


def test_extract_prints_csv(article: Path, capsys: Captured) -> None:
    assert main(["extract", str(article), "--format", "csv"], load) == 0
    rows = list(csv.DictReader(io.StringIO(capsys.readouterr().out)))
    assert [row["text"] for row in rows] == ["The mill stays open,", "Nobody é leaves.", "Come."]
    assert (rows[0]["speaker"], rows[0]["title"], rows[0]["mention"]) == ("Ada", "Reader", "Ada")
    assert (rows[1]["speaker"], rows[1]["kind"]) == ("", "")
    assert TEXT[int(rows[2]["start"]) : int(rows[2]["end"])] == "Come."


def test_extract_prints_text(article: Path, capsys: Captured) -> None:
    assert main(["extract", str(article), "--format", "text"], load) == 0
    lines = capsys.readouterr().out.splitlines()
    assert lines[0] == "  q1  direct     90%  Ada (Reader)"
    assert lines[1] == "      The mill stays open,"
    assert "  t1  source     90%  Ada (Reader) [according to]" in lines


def test_explain_tells_who_by_which_words_and_why(article: Path, capsys: Captured) -> None:
    assert main(["explain", str(article)], load) == 0
    assert capsys.readouterr().out.split("\n\n")[0].splitlines() == [
        "q1  direct  90%",
        "      The mill stays open,",
        '    speaker: Ada (Reader), named here as "Ada"',
        "    why:     The model chose the first word.",
        "    decided: it stands in quotation marks (+1.50)",
        "    for:     it stands in quotation marks (+1.50)",
        "    quotation 95%: it stands in quotation marks (+1.50)",
    ]


class Denying(FakePipeline):
    """Every quotation is denied, and told on a day to somebody through something."""

    def extract(
        self, article: Article, deadline: Deadline = NEVER, *, explain: bool = False
    ) -> Extraction:
        made = super().extract(article, deadline, explain=explain)
        first = made.speakers[0].mentions[0]
        quotes = tuple(
            replace(q, negated=True, cue=first, addressee=first, medium=first, time=first)
            for q in made.quotes
        )
        return replace(made, quotes=quotes)


def deny(settings: Settings) -> Denying:
    return Denying(settings.max_characters)


def test_a_denial_does_not_read_like_an_assertion(article: Path, capsys: Captured) -> None:
    assert main(["extract", str(article), "--format", "text"], deny) == 0
    lines = capsys.readouterr().out.splitlines()
    assert lines[0] == "  q1  direct     90%  Ada (Reader) (denied or not said)"
    assert lines[1] == "      The mill stays open,"


def test_explain_tells_of_the_tag_all_that_is_known(article: Path, capsys: Captured) -> None:
    assert main(["explain", str(article)], deny) == 0
    lines = capsys.readouterr().out.splitlines()
    assert lines[0] == "q1  direct  90%  (denied or not said)"
    assert lines[3:7] == [
        "    cue:     Ada",
        "    to:      Ada",
        "    medium:  Ada",
        "    time:    Ada",
    ]


def test_version(capsys: Captured) -> None:
    assert main(["version"], load) == 0
    assert capsys.readouterr().out == f"onrecord {__version__}\n"


def test_version_needs_no_settings(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("ONRECORD_THREADS", "none")
    assert main(["version"], load) == 0


@pytest.mark.parametrize(
    ("content", "said"),
    [
        (b"", "text is empty"),
        (b"'''", "text holds no words"),
        (b"a\x00", "text holds a NUL character at offset 1"),
        (b"a\xff", "the byte at offset 1 is not UTF-8"),
        (b"a" * 200_001, "text is 200,001 characters long; at most 200,000 are read"),
        (b"a" * 3_000_000, "is longer than 200,000 characters"),
    ],
)
@pytest.mark.parametrize("command", ["extract", "explain"])
def test_an_article_that_cannot_be_read_ends_in_one_line_and_status_1(
    article: Path, capsys: Captured, command: str, content: bytes, said: str
) -> None:
    article.write_bytes(content)
    assert main([command, str(article)], no_model) == 1
    told = capsys.readouterr()
    assert told.out == ""
    assert told.err.startswith("onrecord: ")
    assert said in told.err
    assert told.err.count("\n") == 1


@pytest.mark.parametrize("place", ["missing.txt", "."])
def test_a_file_that_cannot_be_read(tmp_path: Path, capsys: Captured, place: str) -> None:
    assert main(["extract", str(tmp_path / place)], load) == 1
    assert capsys.readouterr().err.startswith(f"onrecord: {tmp_path / place}: ")


def test_a_missing_model_is_told_in_one_line(article: Path, capsys: Captured) -> None:
    assert main(["extract", str(article)], no_model) == 1
    assert capsys.readouterr().err == "onrecord: no model: run pip install it\n"


def test_a_setting_that_cannot_be_used_is_told_in_one_line(
    article: Path, capsys: Captured, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv("ONRECORD_MAX_CHARACTERS", "many")
    assert main(["extract", str(article)], load) == 1
    assert capsys.readouterr().err.startswith("onrecord: ONRECORD_MAX_CHARACTERS is 'many'")


@pytest.mark.parametrize(
    "arguments",
    [
        [],
        ["quote"],
        ["extract"],
        ["extract", "a", "--format", "xml"],
        ["extract", "a", "--include", "quotes,all"],
        ["extract", "a", "--types", ""],
        ["extract", "a", "--min-confidence", "nan"],
        ["extract", "a", "--min-confidence", "2"],
        ["batch", "a"],
        ["batch", "a", "b", "--workers", "0"],
        ["batch", "a", "b", "--workers", "x"],
    ],
)
def test_wrong_usage_is_status_2(arguments: list[str], capsys: Captured) -> None:
    with pytest.raises(SystemExit) as caught:
        main(arguments, load)
    assert caught.value.code == 2
    assert "usage: onrecord" in capsys.readouterr().err


HTML = "<p>Ada said: “The <b>mill</b> &amp; the weir.”</p>"


@pytest.mark.parametrize(
    ("options", "text"),
    [
        ([], "The <b>mill</b> &amp; the weir."),
        (["--offsets-in", "text"], "The mill & the weir."),
    ],
)
def test_extract_reads_html(
    tmp_path: Path, capsys: Captured, options: list[str], text: str
) -> None:
    place = tmp_path / "article.html"
    place.write_text(HTML)
    assert main(["extract", str(place), "--html", *options], load) == 0
    printed = json.loads(capsys.readouterr().out)
    (part,) = printed["quotes"][0]["parts"]
    pointed = printed.get("text", HTML)
    assert pointed[part["start"] : part["end"]] == part["text"] == text


def test_extract_prints_linked_data(article: Path, capsys: Captured) -> None:
    command = ["extract", str(article), "--format", "jsonld", "--offset-unit", "utf8"]
    assert main([*command, "--include", "speakers"], load) == 0
    printed = json.loads(capsys.readouterr().out)
    quotations = [node for node in printed["@graph"] if node["type"] == "Quotation"]
    assert [node["text"] for node in quotations] == [
        "The mill stays open,",
        "Nobody é leaves.",
        "Come.",
    ]
    places = [
        selector
        for node in printed["@graph"]
        for target in node.get("target", [])
        for selector in target["selector"]
        if selector["type"] == "TextPositionSelector"
    ]
    assert [TEXT[p["start"] : p["end"]] for p in places] == [q["text"] for q in quotations]


def test_a_key_is_made_with_the_setting_that_lets_it_in(capsys: Captured) -> None:
    assert main(["key", "desk"], load) == 0
    key, setting = (line.split()[1] for line in capsys.readouterr().out.splitlines())
    assert len(key) >= 43
    assert setting == f"desk:{hashlib.sha256(key.encode()).hexdigest()}"
    assert Settings(api_keys=setting).api_keys == setting


def test_a_key_has_a_name_that_a_setting_can_hold(capsys: Captured) -> None:
    with pytest.raises(SystemExit, match="2"):
        main(["key", "a,b"], load)
    assert "is not 1 to 64 of" in capsys.readouterr().err
