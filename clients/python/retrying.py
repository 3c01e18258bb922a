"""Tries again where a request was cut off, or refused for now; hand-written, copied into the
generated package.

    client = AuthenticatedClient(URL, token=KEY, httpx_args={"transport": Retrying()})

An answer depends on its request alone and the service keeps nothing, so that sending one again is
safe; where a rate is set, each try counts. Sent again are requests whose connection failed or was
cut, 429 and 503 after the seconds in `Retry-After`, and what a proxy says in place of the service
(502, 503, 504). Not sent again is what would fail again: an article that is out of time or memory.
"""

from __future__ import annotations

import asyncio
import random
import time
from collections.abc import Iterator, Sequence

import httpx

LINES = "application/x-ndjson"
PROBLEM = "application/problem+json"

_LATER = frozenset({429, 502, 503, 504})
_CUT = (httpx.NetworkError, httpx.RemoteProtocolError, httpx.ConnectTimeout)


class Retrying(httpx.BaseTransport, httpx.AsyncBaseTransport):
    """A transport of httpx, with or without asyncio."""

    def __init__(
        self,
        tries: int = 5,
        longest: float = 60.0,
        inner: httpx.BaseTransport | None = None,
        async_inner: httpx.AsyncBaseTransport | None = None,
    ) -> None:
        """A transport.

        Args:
            tries: of each request, the first one included.
            longest: seconds of a wait; where the service asks for more, its refusal is handed on.
            inner: what each try is made with, where that of httpx will not do.
            async_inner: the same, with asyncio.
        """
        self._tries, self._longest = tries, longest
        self._inner = inner or httpx.HTTPTransport()
        self._async_inner = async_inner or httpx.AsyncHTTPTransport()

    def handle_request(self, request: httpx.Request) -> httpx.Response:
        """The answer, or that of the last try."""
        request.read()
        for attempt in range(1, self._tries):
            try:
                response = self._inner.handle_request(request)
                if response.headers.get("Content-Type") != LINES:
                    response.read()
            except _CUT:
                pause: float | None = _backoff(attempt)
            else:
                pause = self._pause(response, attempt)
                if pause is None:
                    return response
                response.close()
            time.sleep(pause or 0.0)
        return self._inner.handle_request(request)

    async def handle_async_request(self, request: httpx.Request) -> httpx.Response:
        """The answer, or that of the last try."""
        await request.aread()
        for attempt in range(1, self._tries):
            try:
                response = await self._async_inner.handle_async_request(request)
                if response.headers.get("Content-Type") != LINES:
                    await response.aread()
            except _CUT:
                pause: float | None = _backoff(attempt)
            else:
                pause = self._pause(response, attempt)
                if pause is None:
                    return response
                await response.aclose()
            await asyncio.sleep(pause or 0.0)
        return await self._async_inner.handle_async_request(request)

    def _pause(self, response: httpx.Response, attempt: int) -> float | None:
        """Seconds after which another try may help; None where none will."""
        if response.status_code not in _LATER:
            return None
        asked = response.headers.get("Retry-After", "")
        if asked.isdecimal():
            return float(asked) if float(asked) <= self._longest else None
        return None if response.headers.get("Content-Type") == PROBLEM else _backoff(attempt)

    def close(self) -> None:
        """Close all connections."""
        self._inner.close()

    async def aclose(self) -> None:
        """Close all connections."""
        await self._async_inner.aclose()


def answers(client: httpx.Client, lines: Sequence[str], tries: int = 5) -> Iterator[str]:
    """The answers to the lines of a batch, each as soon as it is there; a batch that is cut off
    goes on with the first line that has no answer.

    Args:
        client: such as `AuthenticatedClient(…).get_httpx_client()`.
        lines: JSON, one article each; none of them blank.
        tries: in a row that bring no answer.

    Raises:
        httpx.HTTPError: where the batch is refused, or no try brings another answer.
    """
    done, failed = 0, 0
    while done < len(lines):
        body = "\n".join(lines[done:])
        before = done
        try:
            headers = {"Content-Type": LINES}
            with client.stream("POST", "/quotes/batch", content=body, headers=headers) as response:
                response.raise_for_status()
                for line in _whole(response):
                    done += 1
                    yield line
        except _CUT:
            failed = 1 if done > before else failed + 1
            if failed >= tries:
                raise
            time.sleep(_backoff(failed))


def _whole(response: httpx.Response) -> Iterator[str]:
    """The lines that came to their end."""
    begun = b""
    for piece in response.iter_bytes():
        *ended, begun = (begun + piece).split(b"\n")
        for line in ended:
            yield line.decode()


def _backoff(attempt: int) -> float:
    """A quarter of a second, then twice as long each time, give or take a half: clients that were
    cut off together do not come back together."""
    return 0.25 * float(2 ** (attempt - 1)) * random.uniform(0.5, 1.5)
