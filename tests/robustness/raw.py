"""Connections that speak for themselves, byte by byte."""

from __future__ import annotations

import http.client
import socket
from dataclasses import dataclass

from tests.web.server import Server

UNREAD_LINES = 1_000
"""Of the batch that is too large to be answered unread."""


@dataclass(frozen=True)
class Raw:
    """An answer as it came."""

    status: int
    body: bytes


def connect(server: Server, timeout: float | None = None) -> socket.socket:
    """A connection of one's own; unless told otherwise, as patient as others with the server."""
    return socket.create_connection(("127.0.0.1", server.port), timeout=timeout or server.timeout)


def post(body: bytes, *headers: str, path: str = "/quotes", length: int | None = None) -> bytes:
    """The bytes of a request; `length` is announced in place of the true one."""
    announced = len(body) if length is None else length
    lines = [f"POST {path} HTTP/1.1", "Host: a", *headers]
    if not any(header.startswith("Content-Type:") for header in headers):
        lines.append("Content-Type: text/plain")
    lines.append(f"Content-Length: {announced}")
    return "\r\n".join([*lines, "", ""]).encode() + body


def unread_batch(*headers: str) -> bytes:
    """The bytes of a batch whose answers no buffer of a socket holds: sixty megabytes, and
    little work, since each line is one long quotation that is copied three times."""
    lines = '{{"text": "Ada said “{}.”"}}\n'.format("a" * 20_000).encode() * UNREAD_LINES
    form = "Content-Type: application/x-ndjson"
    return post(lines, form, *headers, path="/quotes/batch")


def answer(connection: socket.socket) -> Raw | None:
    """The next answer on a connection; None where it is closed without one."""
    response = http.client.HTTPResponse(connection)
    try:
        response.begin()
        return Raw(response.status, response.read())
    except (http.client.RemoteDisconnected, ConnectionError):
        return None


def answers(connection: socket.socket) -> bytes:
    """All that still comes, until the connection is closed."""
    got = b""
    try:
        while piece := connection.recv(65_536):
            got += piece
    except ConnectionError:
        pass
    return got
