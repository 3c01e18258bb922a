"""The AI service for Superdesk, against the service and against servers that are wrong."""

from __future__ import annotations

import json
import logging
import types
from collections.abc import Iterator
from typing import Any

import pytest

from tests.integrations import superdesk_stub, wrong
from tests.integrations.conftest import KEY
from tests.integrations.superdesk_stub import SuperdeskApiError
from tests.web.server import Server

BODY = "<p>Ada 🚢 said: “Come <b>in</b>.”</p><p>“Not you,” she added.</p>"
ITEM = {
    "guid": "urn:newsml:quay.example:1",
    "language": "en_CA",
    "headline": "The <b>door</b> &amp; Ada",
    "abstract": "<p>“Nobody” reads this.</p>",
    "body_html": BODY,
}


def started(**settings: Any) -> Any:
    import onrecord_superdesk  # noqa: PLC0415  # where Superdesk, or what stands for it, is

    superdesk_stub.registered.clear()
    config = {f"ONRECORD_{name.upper()}": value for name, value in settings.items()}
    onrecord_superdesk.init_app(types.SimpleNamespace(config=config))
    return superdesk_stub.registered["onrecord"]


@pytest.fixture
def faulty() -> Iterator[wrong.Wrong]:
    with wrong.running() as server:
        yield server


def failure(service: Any, item: dict[str, Any] | None = None) -> SuperdeskApiError:
    with pytest.raises(SuperdeskApiError) as caught:
        service.analyze(item or ITEM)
    assert KEY not in str(caught.value.message)
    return caught.value


def cut(body: str, span: dict[str, Any]) -> str:
    """As JavaScript cuts."""
    return body.encode("utf-16-le")[2 * span["start"] : 2 * span["end"]].decode("utf-16-le")


class TestAnalyze:
    def test_gives_quotations_and_speakers_with_places_in_the_markup(self, service: Server) -> None:
        desk = started(url=f"http://127.0.0.1:{service.port}/", key=KEY)
        analysis = desk.analyze(ITEM)
        parts = [quote["parts"][0] for quote in analysis["quotations"]]
        assert [part["shown"] for part in parts] == ["Come in.", "Not you,"]
        assert [cut(BODY, part) for part in parts] == ["Come <b>in</b>.", "Not you,"]
        assert [speaker["name"] for speaker in analysis["speakers"]] == ["Ada"]
        assert analysis["meta"]["offset_unit"] == "utf16"

    def test_sends_the_body_and_says_whose_it_is(self, faulty: wrong.Wrong) -> None:
        faulty.body = b'{"quotes": [], "speakers": []}'
        desk = started(url=faulty.url, key=KEY, least_confidence=0.5)
        assert desk.analyze(ITEM) == {"quotations": [], "speakers": [], "meta": {}}
        path, headers, body = faulty.asked[0]
        assert path == "/quotes"
        assert headers["Authorization"] == f"Bearer {KEY}"
        assert json.loads(body) == {
            "id": ITEM["guid"],
            "text": BODY,
            "content_type": "text/html",
            "title": "The  door  & Ada",
            "language": "en-CA",
            "include": ["quotes", "speakers"],
            "min_confidence": 0.5,
            "offset_unit": "utf16",
        }

    @pytest.mark.parametrize("body", [None, "", "  ", "<p></p>\n<p>&nbsp;</p>"])
    def test_an_empty_item_is_not_sent(self, faulty: wrong.Wrong, body: str | None) -> None:
        analysis = started(url=faulty.url).analyze({**ITEM, "body_html": body})
        assert analysis["quotations"] == []
        assert faulty.asked == []

    def test_a_wrong_key_and_a_strange_language_are_told(self, service: Server) -> None:
        url = f"http://127.0.0.1:{service.port}"
        assert failure(started(url=url, key="wrong")).status_code == 502
        told = failure(started(url=url, key=KEY), {**ITEM, "language": "fr"})
        assert told.status_code == 400
        assert "language" in told.message

    def test_no_address(self) -> None:
        assert "ONRECORD_URL" in failure(started()).message

    def test_a_service_that_is_down(self, faulty: wrong.Wrong) -> None:
        url = faulty.url.rpartition(":")[0] + ":9"
        told = failure(started(url=url))
        assert (told.status_code, told.message) == (502, "onrecord cannot be reached")

    def test_a_service_that_is_slow(self, faulty: wrong.Wrong) -> None:
        faulty.pause = 1
        told = failure(started(url=faulty.url, timeout=0.3))
        assert told.status_code == 504
        assert "within 0.3 seconds" in told.message

    def test_a_service_that_drips(self, faulty: wrong.Wrong) -> None:
        faulty.drip, faulty.body = True, b" " * 100
        assert failure(started(url=faulty.url, timeout=0.5)).status_code == 504

    @pytest.mark.parametrize(
        "body",
        [
            b"",
            b"<h1>Welcome</h1>",
            b'{"quotes": [',
            b"[]",
            b"7",
            b'{"quotes": []}',
            b'{"quotes": ["q"], "speakers": []}',
            b'{"quotes": [{"id": "q1"}], "speakers": []}',
            b"\xff\xfe",
        ],
    )
    def test_an_answer_that_is_none(self, faulty: wrong.Wrong, body: bytes) -> None:
        faulty.body = body
        told = failure(started(url=faulty.url))
        assert told.status_code == 502
        assert "cannot be read" in told.message

    def test_an_answer_without_end(
        self, faulty: wrong.Wrong, monkeypatch: pytest.MonkeyPatch
    ) -> None:
        monkeypatch.setattr("onrecord_superdesk.client.LARGEST_ANSWER", 1_000)
        faulty.body = b" " * 1_001
        assert "cannot be read" in failure(started(url=faulty.url)).message

    @pytest.mark.parametrize(
        ("status", "seen", "words"),
        [
            (302, 502, "cannot be read"),
            (401, 502, "key"),
            (404, 502, "cannot be read"),
            (413, 400, "too long"),
            (422, 400, "cannot use this text"),
            (429, 429, "too many"),
            (500, 502, "fault of its own"),
            (503, 503, "not ready"),
        ],
    )
    def test_a_refusal(self, faulty: wrong.Wrong, status: int, seen: int, words: str) -> None:
        faulty.status = status
        faulty.headers = {"Retry-After": "37", "Location": faulty.url + "/elsewhere"}
        faulty.body = b'{"errors": 7}'
        told = failure(started(url=faulty.url, key=KEY))
        assert told.status_code == seen
        assert words in told.message
        assert told.payload == ({"retry_after": 37} if seen in {429, 503} else None)
        assert len(faulty.asked) == 1

    def test_nothing_of_the_text_is_logged(
        self, faulty: wrong.Wrong, caplog: pytest.LogCaptureFixture
    ) -> None:
        faulty.status = 500
        with caplog.at_level(logging.DEBUG, logger="onrecord_superdesk"):
            failure(started(url=faulty.url, key=KEY))
        assert "fault" in caplog.text
        assert "Come" not in caplog.text
        assert KEY not in caplog.text


QUOTATION = {
    "id": "q1",
    "type": "direct",
    "text": "Come in.",
    "parts": [{"start": 1, "end": 9, "text": "Come in."}],
    "speaker": None,
    "confidence": 0.4,
    "cue": {"start": 0, "end": 1, "text": "x"},
}
WRONG_SPEAKER = {"verdict": "wrong_speaker", "quotation": QUOTATION, "speaker": " Ada Quill "}


class TestFeedback:
    def send(self, desk: Any, *corrections: Any, **more: Any) -> Any:
        data = {"item": ITEM, "model": "fake 1", "corrections": list(corrections), **more}
        return desk.data_operation("POST", "feedback", None, data)

    def test_corrections_go_to_the_function_that_is_set(self) -> None:
        kept: list[dict[str, Any]] = []
        desk = started(feedback=kept.extend)
        missing = {"verdict": "missing", "text": "Go away,", "speaker": None, "note": "line 3"}
        assert self.send(desk, WRONG_SPEAKER, missing) == {"stored": 2}
        assert [record["verdict"] for record in kept] == ["wrong_speaker", "missing"]
        assert kept[0]["item"] == ITEM["guid"]
        assert kept[0]["speaker"] == "Ada Quill"
        assert kept[0]["model"] == "fake 1"
        assert set(kept[0]["quotation"]) == {
            "id",
            "type",
            "text",
            "parts",
            "speaker",
            "confidence",
        }
        assert kept[1]["quotation"] is None
        assert "Not you" not in json.dumps(kept), "the text of the item is not kept"

    def test_or_to_a_resource(self) -> None:
        kept: list[dict[str, Any]] = []
        superdesk_stub.resources["corrections"] = types.SimpleNamespace(post=kept.extend)
        assert self.send(started(feedback="corrections"), WRONG_SPEAKER) == {"stored": 1}
        assert kept[0]["verdict"] == "wrong_speaker"

    def test_that_they_cannot_be_stored_is_told(self) -> None:
        def full(_: Any) -> None:
            raise OSError("the disk is full")

        for sink in (full, "no-such-resource"):
            with pytest.raises(SuperdeskApiError) as caught:
                self.send(started(feedback=sink), WRONG_SPEAKER)
            assert caught.value.status_code == 500

    def test_where_nobody_wants_them(self) -> None:
        with pytest.raises(SuperdeskApiError, match="ONRECORD_FEEDBACK"):
            self.send(started(), WRONG_SPEAKER)

    @pytest.mark.parametrize(("verb", "operation"), [("POST", "search"), ("GET", "feedback")])
    def test_other_operations_are_refused(self, verb: str, operation: str) -> None:
        with pytest.raises(SuperdeskApiError) as caught:
            started(feedback=print).data_operation(verb, operation, None, {})
        assert caught.value.status_code == 400

    @pytest.mark.parametrize(
        ("correction", "where"),
        [
            ("right", "corrections.0"),
            ({"verdict": "maybe"}, "verdict"),
            ({"verdict": "right"}, "quotation"),
            ({"verdict": "right", "quotation": "q1"}, "quotation"),
            ({"verdict": "missing", "text": "  "}, "text"),
            ({"verdict": "missing", "text": "x" * 20_001}, "text"),
            ({"verdict": "wrong_words", "quotation": QUOTATION}, "text"),
            ({"verdict": "wrong_speaker", "quotation": QUOTATION}, "speaker"),
            ({"verdict": "right", "quotation": QUOTATION, "note": 7}, "note"),
        ],
    )
    def test_a_correction_that_says_nothing(self, correction: Any, where: str) -> None:
        with pytest.raises(SuperdeskApiError, match=where) as caught:
            self.send(started(feedback=print), correction)
        assert caught.value.status_code == 400

    @pytest.mark.parametrize("more", [{"item": {}}, {"item": None}, {"corrections": []}])
    def test_data_that_lack_something(self, more: dict[str, Any]) -> None:
        with pytest.raises(SuperdeskApiError) as caught:
            self.send(started(feedback=print), WRONG_SPEAKER, **more)
        assert caught.value.status_code == 400


class TestSettings:
    @pytest.mark.parametrize(
        ("name", "value"),
        [
            ("url", "desk:8000"),
            ("timeout", "soon"),
            ("timeout", 0),
            ("least_confidence", 70),
            ("offset_unit", "bytes"),
            ("feedback", 7),
        ],
    )
    def test_one_that_cannot_be_used_ends_the_start(self, name: str, value: Any) -> None:
        with pytest.raises(ValueError, match=f"ONRECORD_{name.upper()}"):
            started(**{name: value})

    def test_the_environment_speaks_where_superdesk_is_silent(
        self, monkeypatch: pytest.MonkeyPatch
    ) -> None:
        monkeypatch.setenv("ONRECORD_URL", "https://onrecord.quay.example/")
        monkeypatch.setenv("ONRECORD_TIMEOUT", "5")
        settings = started(timeout=7).settings
        assert (settings.url, settings.timeout) == ("https://onrecord.quay.example", 7)

    def test_the_service_is_registered_by_its_name(self) -> None:
        assert started().label == "onrecord: who said what"
        assert list(superdesk_stub.registered) == ["onrecord"]
