"""What the client does about cut connections and refusals for now, against a service whose
processes are killed again and again."""

from __future__ import annotations

import asyncio
import json
import os
import re
import threading
import time
import urllib.error
from collections.abc import Callable, Iterator
from concurrent.futures import ThreadPoolExecutor
from contextlib import contextmanager, suppress
from http import HTTPStatus
from itertools import pairwise
from pathlib import Path
from typing import Any

import httpx
import pytest
from onrecord_client import AuthenticatedClient
from onrecord_client.api.quotations import extract_quotes
from onrecord_client.models import Answer, ArticleRequest, Problem
from onrecord_client.retrying import Retrying, answers

KILLING = os.environ["ONRECORD_KILLING_URL"]
RETRYING = AuthenticatedClient(KILLING, token="a", httpx_args={"transport": Retrying(tries=8)})


def kill(stop: threading.Event) -> None:
    """Have worker processes killed, with all that they have in hand, until told to stop."""
    while not stop.is_set():
        with suppress(httpx.HTTPError):
            httpx.post(f"{KILLING}/quotes", json={"text": "kill me"})
        stop.wait(0.7)


@contextmanager
def killer() -> Iterator[None]:
    stop = threading.Event()
    thread = threading.Thread(target=kill, args=(stop,))
    thread.start()
    yield
    stop.set()
    thread.join()


def read(number: int) -> bool:
    request = ArticleRequest(text=f"Ada said “{number}.”")
    return isinstance(extract_quotes.sync(client=RETRYING, body=request), Answer)


def test_what_killed_processes_had_in_hand_is_sent_again() -> None:
    with killer(), ThreadPoolExecutor(8) as pool:
        assert list(pool.map(read, range(60))) == [True] * 60


def test_so_it_is_with_asyncio() -> None:
    async def read_all() -> list[Answer | Problem | None]:
        request = ArticleRequest(text="Ada said “Yes.”")
        limit = asyncio.Semaphore(8)

        async def one() -> Answer | Problem | None:
            async with limit:
                return await extract_quotes.asyncio(client=RETRYING, body=request)

        return await asyncio.gather(*(one() for _ in range(30)))

    with killer():
        assert all(isinstance(answer, Answer) for answer in asyncio.run(read_all()))


def test_a_batch_that_is_cut_off_goes_on_where_it_was() -> None:
    lines = [json.dumps({"id": str(n), "text": f"Ada said “{n}.”"}) for n in range(40)]
    with killer():
        got = list(answers(RETRYING.get_httpx_client(), lines, tries=8))
    assert [json.loads(line)["id"] for line in got] == [str(n) for n in range(40)]


def transport(*replies: httpx.Response | Exception) -> tuple[Retrying, list[float]]:
    """One that gets these replies, and the waits between them."""
    waits, left = list[float](), iter(replies)

    def reply(_: httpx.Request) -> httpx.Response:
        waits.append(time.monotonic())
        found = next(left)
        if isinstance(found, Exception):
            raise found
        return found

    return Retrying(inner=httpx.MockTransport(reply)), waits


def problem(status: int, **headers: str) -> httpx.Response:
    return httpx.Response(status, headers={"Content-Type": "application/problem+json", **headers})


def test_it_waits_as_long_as_it_is_told_to() -> None:
    wait = {"Retry-After": "1"}
    made, came = transport(problem(503, **wait), problem(429, **wait), httpx.Response(200))
    with httpx.Client(transport=made) as client:
        assert client.post("http://a/quotes", json={}).status_code == HTTPStatus.OK
    assert all(after - before >= 1 for before, after in pairwise(came))


@pytest.mark.parametrize(
    "reply",
    [problem(503), problem(429, **{"Retry-After": "3600"}), problem(422), httpx.Response(500)],
)
def test_what_would_fail_again_is_not_sent_again(reply: httpx.Response) -> None:
    made, came = transport(reply)
    with httpx.Client(transport=made) as client:
        assert client.post("http://a/quotes", json={}).status_code == reply.status_code
    assert len(came) == 1


def test_what_a_proxy_says_is_tried_again() -> None:
    cut = httpx.RemoteProtocolError("cut off")
    made, came = transport(httpx.Response(502), cut, httpx.Response(503), httpx.Response(200))
    with httpx.Client(transport=made) as client:
        assert client.post("http://a/quotes", json={}).status_code == HTTPStatus.OK
    assert len(came) == 4


def test_the_last_try_is_told_as_it_is() -> None:
    cut = httpx.ReadError("cut off")
    made, _ = transport(*[cut] * 5)
    with httpx.Client(transport=made) as client, pytest.raises(httpx.ReadError):
        client.post("http://a/quotes", json={})


def documented() -> Callable[..., bytes]:
    """What the README has for any other language."""
    text = (Path(__file__).parents[1] / "README.md").read_text("utf-8")
    code = re.findall(r"```py\n(import time.*?)```", text, re.DOTALL)[0]
    names: dict[str, Any] = {}
    exec(code, names)
    found: Callable[..., bytes] = names["ask"]
    return found


def test_the_ten_lines_of_the_documentation_do_as_well() -> None:
    ask_again = documented()

    def one(number: int) -> bool:
        return b'"quotes"' in ask_again(f"{KILLING}/quotes", f"Ada: “{number}.”".encode(), tries=8)

    with killer(), ThreadPoolExecutor(8) as pool:
        assert all(pool.map(one, range(40)))
    with pytest.raises(urllib.error.HTTPError):
        ask_again(f"{KILLING}/quotes", b"")
