"""Requests that mean no good, each by a name: path, header fields and body."""

from __future__ import annotations

import gzip
import json

JSON = {"Content-Type": "application/json"}
TEXT = {"Content-Type": "text/plain; charset=utf-8"}

HOSTILE: dict[str, tuple[str, dict[str, str], bytes]] = {
    "deep JSON": ("/quotes", JSON, b"[" * 500_000),
    "no JSON": ("/quotes", JSON, b'{"text": '),
    "no UTF-8": ("/quotes", TEXT, b"Ada said \xff\xfe" * 100),
    "a bomb": ("/quotes", {**JSON, "Content-Encoding": "gzip"}, gzip.compress(bytes(50_000_000))),
    "marks": ("/quotes", TEXT, "“‘\"'".encode() * 10_000 + b"a"),
    "combining": ("/quotes", TEXT, b"a" + "\u0301".encode() * 50_000),
    "bidi": ("/quotes", TEXT, "\u202e\u200b“Ada\u2066”\u2028 ".encode() * 3_000),
    "a long word": ("/quotes", TEXT, b"a" * 200_000),
    "too long": ("/quotes", TEXT, b"a " * 200_000),
    "fields": ("/quotes", JSON, json.dumps({f"f{n}": n for n in range(20_000)}).encode()),
    "lines": ("/quotes/batch", {"Content-Type": "application/x-ndjson"}, b"{\n[]\n\xff\n" * 200),
    "headers": ("/quotes", {f"X-{n}": "a" for n in range(200)}, b"a"),
    "nothing": ("/nowhere", TEXT, b""),
    "half": ("/quotes", {**TEXT, "Content-Length": "1000"}, b"Ada said"),
}
