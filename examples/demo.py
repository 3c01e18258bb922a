"""Starts the service, posts an article to it, prints who said what, and stops it again.

python examples/demo.py [ARTICLE.txt]
"""

from __future__ import annotations

import json
import socket
import subprocess
import sys
import textwrap
import time
import urllib.error
import urllib.request
from pathlib import Path
from typing import Any

ARTICLE = Path(__file__).with_name("article.txt")
START = 120
"""Seconds that the service is given to start."""


def main() -> int:
    """The whole demonstration; 0 where it worked."""
    article = Path(sys.argv[1]) if len(sys.argv) > 1 else ARTICLE
    address = f"127.0.0.1:{free_port()}"
    print(f"Starting the service on {address} …", flush=True)
    command = [sys.executable, "-m", "onrecord.cli", "serve", "--bind", address, "--workers", "1"]
    server = subprocess.Popen(command, stderr=subprocess.PIPE, text=True)
    try:
        if not is_ready(f"http://{address}/readyz", server):
            server.kill()
            print(server.communicate()[1], file=sys.stderr)
            return 1
        print(f"POST /quotes with {article.name}\n", flush=True)
        show(post(f"http://{address}/quotes", article.read_bytes()))
        return 0
    finally:
        server.terminate()
        server.communicate(timeout=60)
        print("The service has stopped.")


def free_port() -> int:
    """A port on which nothing listens."""
    with socket.socket() as probe:
        probe.bind(("127.0.0.1", 0))
        port: int = probe.getsockname()[1]
        return port


def is_ready(url: str, server: subprocess.Popen[str]) -> bool:
    """Wait until the models are loaded."""
    deadline = time.monotonic() + START
    while time.monotonic() < deadline and server.poll() is None:
        try:
            with urllib.request.urlopen(url, timeout=5):
                return True
        except urllib.error.URLError:
            time.sleep(0.1)
    return False


def post(url: str, article: bytes) -> Any:
    """What the service finds in an article."""
    headers = {"Content-Type": "text/plain; charset=utf-8"}
    with urllib.request.urlopen(urllib.request.Request(url, article, headers)) as response:
        return json.load(response)


def show(answer: Any) -> None:
    """Print an answer as a table."""
    row = "{:<24}  {:<8}  {:>4}  {:<56}"
    print(row.format("SPEAKER", "TYPE", "SURE", "WORDS").rstrip())
    for quote in answer["quotes"]:
        name = quote["speaker"]["name"] if quote["speaker"] else "-"
        lines = textwrap.wrap(quote["text"], 56)
        sure = f"{quote['confidence']:.0%}"
        print(row.format(textwrap.shorten(name, 24), quote["type"], sure, lines[0]).rstrip())
        for line in lines[1:]:
            print(row.format("", "", "", line).rstrip())
    for attribution in answer["attributions"]:
        hops = [hop["speaker"]["name"] if hop["speaker"] else "-" for hop in attribution["chain"]]
        content = " ".join(span["text"] for span in attribution["content"])
        print(f"\nSOURCE  {' <- '.join(hops)}")
        print(textwrap.fill(content, 96, initial_indent=" " * 8, subsequent_indent=" " * 8))
    meta = answer["meta"]
    print(f"\n{meta['words']} words in {meta['elapsed_ms']:.0f} ms, {meta['model']}")


if __name__ == "__main__":
    sys.exit(main())
