"""A thread is worth its while for a head, for an end, and for what is too long to be waited for."""

from __future__ import annotations

import socket
from collections.abc import Iterator

import pytest

from onrecord.web.lobby import LONGEST_HEAD, has_head


@pytest.fixture
def pair() -> Iterator[tuple[socket.socket, socket.socket]]:
    """A client and what the service has of it."""
    client, ours = socket.socketpair()
    ours.setblocking(False)
    with client, ours:
        yield client, ours


@pytest.mark.parametrize(
    "head", [b"GET / HTTP/1.1\r\nHost: a\r\n\r\n", b"GET /\n\n", b"GET /\n\r\n"]
)
def test_a_head_is_seen_and_left_where_it_is(
    pair: tuple[socket.socket, socket.socket], head: bytes
) -> None:
    client, ours = pair
    client.sendall(head[:5])
    assert not has_head(ours)
    client.sendall(head[5:])
    assert has_head(ours)
    assert ours.recv(100) == head


def test_nothing_is_no_head(pair: tuple[socket.socket, socket.socket]) -> None:
    assert not has_head(pair[1])


@pytest.mark.parametrize("sent", [b"", b"GET /"])
def test_the_end_is_seen(pair: tuple[socket.socket, socket.socket], sent: bytes) -> None:
    client, ours = pair
    client.sendall(sent)
    if sent:
        assert not has_head(ours)
    client.shutdown(socket.SHUT_WR)
    assert has_head(ours)


def test_what_is_too_long_is_not_waited_for(pair: tuple[socket.socket, socket.socket]) -> None:
    client, ours = pair
    client.sendall(b"a" * (LONGEST_HEAD - 1))
    assert not has_head(ours)
    client.sendall(b"a")
    assert has_head(ours)


def test_what_has_less_than_is_wanted_is_not_readable_again() -> None:
    """Of TCP alone: the kernel wakes nobody up for what was seen already."""
    with socket.create_server(("127.0.0.1", 0)) as listener:
        client = socket.create_connection(listener.getsockname())
        ours, _ = listener.accept()
    with client, ours:
        client.sendall(b"GET /")
        ours.settimeout(1)
        ours.recv(1, socket.MSG_PEEK)
        assert not has_head(ours)
        assert ours.getsockopt(socket.SOL_SOCKET, socket.SO_RCVLOWAT) == 6
