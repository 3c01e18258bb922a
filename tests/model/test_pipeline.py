"""The whole path with the models that ship."""

from __future__ import annotations

from concurrent.futures import ThreadPoolExecutor
from itertools import islice, repeat

import pytest

import onrecord
from onrecord import Article, Pipeline, QuotationType
from onrecord.settings import Settings

pytestmark = pytest.mark.model

ARTICLE = (
    "Mayor Ada Quill promised new lamps on Monday.\n\n"
    "“We will light every street,” she told reporters. According to the Harbour Gazette, "
    "the lamps cost 40,000 crowns."
)


@pytest.fixture(scope="module")
def pipeline() -> Pipeline:
    return onrecord.load_pipeline(Settings(max_characters=20_000))


def test_an_article_gets_its_quotations_and_chains(pipeline: Pipeline) -> None:
    found = pipeline.extract(ARTICLE)
    direct = [q for q in found.quotes if q.type is QuotationType.DIRECT]
    assert [q.speaker.name for q in direct if q.speaker] == ["Ada Quill"]
    hops = [hop.speaker.name for a in found.attributions for hop in a.chain if hop.speaker]
    assert "Harbour Gazette" in hops


ENDS = [
    "“It was terrifying,” said Amy Holt, 34, a nurse who has lived in Quill Road since 1998.",
    "Holt’s neighbour, Tom Petty, 12, told the Gazette (a weekly): ‘I ran – “Go, go!” – home.’",
    "RUIZ: We sail at dawn. According to a report by Dr. Ada Quill, 46, the chair of the board, no",
    "The mayor, who is the head of the port, said that, asked by Reuters, she had not, as men do,",
    "The lamps burn, according to which of them you ask, said Ruiz, in a study according to",
    "Her sister’s husband, Martin Quill-Hale, who runs Hale & Sons and chairs Fenn or Co., said",
]


@pytest.mark.parametrize("text", ENDS)
def test_an_article_may_end_behind_any_word(pipeline: Pipeline, text: str) -> None:
    words = text.split()
    for count in range(1, len(words) + 1):
        for end in ("", ".", "\n\n"):
            pipeline.extract(" ".join(words[:count]) + end)


def test_every_span_lies_in_the_text(pipeline: Pipeline) -> None:
    found = pipeline.extract(ARTICLE)
    spans = [p for q in found.quotes for p in (*q.parts, q.source, q.cue) if p is not None]
    assert spans
    assert all(0 <= span.start < span.end <= len(ARTICLE) for span in spans)


def test_confidences_are_probabilities(pipeline: Pipeline) -> None:
    found = pipeline.extract(ARTICLE)
    shares = [c for q in found.quotes for c in (q.confidence, *dict(q.confidences).values())]
    assert all(0.0 <= share <= 1.0 for share in shares)


def test_the_answer_is_the_same_every_time_and_in_every_thread(pipeline: Pipeline) -> None:
    with ThreadPoolExecutor(4) as threads:
        answers = list(threads.map(pipeline.extract, repeat(ARTICLE, 8)))
    assert all(answer == answers[0] for answer in answers)


def test_many_articles_are_read_lazily_and_in_order(pipeline: Pipeline) -> None:
    endless = (f"“{n} lamps,” said Ada Quill." for n in range(10**9))
    found = list(islice(pipeline.extract_many(endless), 3))
    assert [e.quotes[0].parts[0].of(e.text)[0] for e in found] == ["0", "1", "2"]


def test_a_title_helps_to_name_a_speaker(pipeline: Pipeline) -> None:
    text = "“The lamps will stay,” Quill said."
    found = pipeline.extract(Article(text, title="Mayor Ada Quill keeps the lamps"))
    assert found.quotes[0].speaker is not None
    assert found.quotes[0].speaker.name == "Ada Quill"


@pytest.mark.parametrize(
    "text",
    [
        " ".join(["lamp"] * 64) + ".",
        "Ada Quill said that the lamps would burn all night and that nobody would pay. " * 60,
        "ada quill said the lamps would burn nobody believed her the council met again",
        "Die Bürgermeisterin sagte, die Lampen würden „die ganze Nacht“ brennen.",
        "町長は「街灯は消さない」と述べた。",
        "a" * 20_000,
        "“" * 5_000 + "a",
        "'" * 19_999 + "a",
        "😀 “Hi,” he said",
    ],
    ids=[
        "sentence",
        "long",
        "no marks",
        "German",
        "Japanese",
        "word",
        "opening",
        "apostrophes",
        "emoji",
    ],
)
def test_any_text_gets_an_answer(pipeline: Pipeline, text: str) -> None:
    assert pipeline.extract(text).text == text


@pytest.mark.parametrize("text", ["", "  \n", "…!", "a" * 20_001, "a\x00"])
def test_what_is_no_article_is_refused(pipeline: Pipeline, text: str) -> None:
    with pytest.raises(onrecord.InvalidArticle, match=r"^text: "):
        pipeline.extract(text)


def test_the_tagger_can_find_the_names() -> None:
    fast = onrecord.load_pipeline(Settings(names="tagger"))
    (quote,) = fast.extract("“We lost an engine,” Barack Obama said in Chicago.").quotes
    assert quote.speaker is not None
    assert quote.speaker.name == "Barack Obama"
    assert ", names by tagger-" in fast.model
