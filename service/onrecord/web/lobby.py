"""Where connections wait until there is something to do: they have no thread before that."""

from __future__ import annotations

import re
import socket

LONGEST_HEAD = 16_384
"""Bytes from which on a head is read by a thread, whether it has an end or not."""

_END = re.compile(rb"\n\r?\n")


def has_head(connection: socket.socket) -> bool:
    """Whether a thread is worth its while: the head of a request is there, or the end.

    Nothing is taken. Where there is less, the connection is not readable again before there is
    more than now (`SO_RCVLOWAT`), so that whoever looks after many sockets hears no more of it.
    """
    wanted = connection.getsockopt(socket.SOL_SOCKET, socket.SO_RCVLOWAT)
    try:
        seen = connection.recv(LONGEST_HEAD, socket.MSG_PEEK)
    except BlockingIOError:
        return False
    except OSError:
        return True
    is_all = len(seen) < wanted  # readable without as much as was wanted: there is no more to come
    has_end = is_all or len(seen) == LONGEST_HEAD or _END.search(seen) is not None
    connection.setsockopt(socket.SOL_SOCKET, socket.SO_RCVLOWAT, 1 if has_end else len(seen) + 1)
    return has_end
