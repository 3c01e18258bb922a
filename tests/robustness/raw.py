"""Connections that speak for themselves, byte by byte."""

from __future__ import annotations

import http.client
import socket
from dataclasses import dataclass

from tests.web.server import Server


@dataclass(frozen=True)
class Raw:
    """An answer as it came."""

    status: int
    body: bytes


def connect(server: Server, timeout: float = 10) -> socket.socket:
    """A connection of one's own."""
    return socket.create_connection(("127.0.0.1", server.port), timeout=timeout)


def post(body: bytes, *headers: str, path: str = "/quotes", length: int | None = None) -> bytes:
    """The bytes of a request; `length` is announced in place of the true one."""
    announced = len(body) if length is None else length
    lines = [f"POST {path} HTTP/1.1", "Host: a", "Content-Type: text/plain", *headers]
    lines.append(f"Content-Length: {announced}")
    return "\r\n".join([*lines, "", ""]).encode() + body


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
