"""One request to the onrecord service, and what can go wrong with it."""

from __future__ import annotations

import json
import time
from http import HTTPStatus
from typing import Any

import requests

from onrecord_superdesk.settings import Settings

LARGEST_ANSWER = 64 * 1024 * 1024
"""Bytes of an answer that are read at most."""

_CHUNK = 65_536


class Failure(Exception):
    """No quotations came.

    Attributes:
        message: what to tell an editor; holds neither the key nor the text.
        status: of the answer that Superdesk's client is to get.
        retry_after: seconds after which another try can help, where the service named them.
    """

    def __init__(self, message: str, status: int, retry_after: int | None = None) -> None:
        super().__init__(message)
        self.message = message
        self.status = status
        self.retry_after = retry_after


def ask(settings: Settings, request: dict[str, Any]) -> dict[str, Any]:
    """The answer of the service to a request, as docs/api.md has both.

    Raises:
        Failure: where none came that can be used.
    """
    headers = {"Accept": "application/json"}
    if settings.key:
        headers["Authorization"] = f"Bearer {settings.key}"
    deadline = time.monotonic() + settings.timeout
    try:
        # Redirections are not followed: the key is for one address alone.
        with requests.post(
            f"{settings.url}/quotes",
            json=request,
            headers=headers,
            timeout=settings.timeout,
            allow_redirects=False,
            stream=True,
        ) as response:
            body = _read(response, deadline)
    except (requests.Timeout, TimeoutError) as error:
        seconds = f"{settings.timeout:g}"
        raise Failure(f"onrecord did not answer within {seconds} seconds", 504) from error
    except requests.RequestException as error:
        raise Failure("onrecord cannot be reached", 502) from error
    if response.status_code != HTTPStatus.OK:
        raise _refusal(response, body)
    return _answer(body)


def _read(response: requests.Response, deadline: float) -> bytes:
    """The body, unless it drips in too slowly or never ends."""
    body = bytearray()
    for chunk in response.iter_content(_CHUNK):
        body += chunk
        if time.monotonic() > deadline:
            raise TimeoutError
        if len(body) > LARGEST_ANSWER:
            raise _senseless()
    return bytes(body)


def _answer(body: bytes) -> dict[str, Any]:
    try:
        answer = json.loads(body)
    except ValueError as error:
        raise _senseless() from error
    lists = [answer.get(name) for name in ("quotes", "speakers")] if _is_dict(answer) else [None]
    if not all(isinstance(items, list) and all(map(_is_dict, items)) for items in lists):
        raise _senseless()
    if not all(isinstance(quote.get("parts"), list) for quote in answer["quotes"]):
        raise _senseless()
    return dict(answer)


def _refusal(response: requests.Response, body: bytes) -> Failure:
    """What a status other than 200 means."""
    status = response.status_code
    if status in {HTTPStatus.UNAUTHORIZED, HTTPStatus.FORBIDDEN}:
        return Failure("onrecord does not take the key of this Superdesk", 502)
    if status == HTTPStatus.REQUEST_ENTITY_TOO_LARGE:
        return Failure("the text is too long for onrecord", 400)
    if status == HTTPStatus.UNPROCESSABLE_ENTITY:
        return Failure(f"onrecord cannot use this text{_fault(body)}", 400)
    busy = {
        HTTPStatus.TOO_MANY_REQUESTS: "too many texts were sent to onrecord",
        HTTPStatus.SERVICE_UNAVAILABLE: "onrecord is not ready",
    }
    if status in busy:
        seconds = response.headers.get("Retry-After", "")
        return Failure(
            busy[HTTPStatus(status)], status, int(seconds) if seconds.isdecimal() else None
        )
    if status >= HTTPStatus.INTERNAL_SERVER_ERROR:
        return Failure("onrecord had a fault of its own", 502)
    return _senseless()


def _fault(body: bytes) -> str:
    """The first field at fault that a problem document names."""
    try:
        fault = json.loads(body)["errors"][0]
        return f": {str(fault['pointer']).lstrip('/')} {fault['detail']}"
    except (ValueError, KeyError, IndexError, TypeError):
        return ""


def _senseless() -> Failure:
    return Failure("onrecord gave an answer that cannot be read: is ONRECORD_URL right?", 502)


def _is_dict(value: object) -> bool:
    return isinstance(value, dict)
