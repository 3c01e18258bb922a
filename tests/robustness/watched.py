"""Loads the models and reads an article under an audit hook; tells what should not have been."""

from __future__ import annotations

import os
import sys
from typing import Any

FORBIDDEN = {
    "pickle.find_class",
    "marshal.loads",
    "socket.connect",
    "socket.bind",
    "socket.getaddrinfo",
    "socket.gethostbyname",
    "subprocess.Popen",
    "os.system",
    "os.exec",
    "os.posix_spawn",
    "os.fork",
    "os.remove",
    "os.rename",
    "os.mkdir",
    "shutil.rmtree",
    "ftplib.connect",
    "urllib.Request",
}
"""Events of PEP 578. Python reads its own compiled modules by `marshal`, and is let."""

WRITES = os.O_WRONLY | os.O_RDWR | os.O_CREAT | os.O_TRUNC | os.O_APPEND

_seen: list[str] = []


def hook(event: str, arguments: tuple[Any, ...]) -> None:
    """Note what is forbidden, and files that are opened to be written."""
    if event == "open" and isinstance(arguments[2], int) and arguments[2] & WRITES:
        _seen.append(f"open {arguments[0]}")
    elif event == "socket.bind" and arguments[1] == ("::1", 0):
        return  # a library looks whether there is IPv6
    elif event in FORBIDDEN and not is_import(event):
        _seen.append(f"{event} {arguments}"[:200])


def is_import(event: str) -> bool:
    """Whether Python is loading a module."""
    if event != "marshal.loads":
        return False
    frame = sys._getframe()  # the one way to know who asks
    while frame is not None:
        if frame.f_code.co_filename.startswith("<frozen importlib"):
            return True
        frame = frame.f_back  # type: ignore[assignment]
    return False


def main() -> None:
    """Watch all of it, imports included."""
    sys.addaudithook(hook)
    from onrecord.bootstrap import load_pipeline  # noqa: PLC0415
    from onrecord.settings import Settings  # noqa: PLC0415

    loaded = load_pipeline(Settings())
    found = loaded.extract("“The ferry is late,” said Ada Quill.", explain=True)
    assert found.quotes[0].speaker is not None
    print("\n".join(sorted(set(_seen))), end="")


if __name__ == "__main__":
    main()
