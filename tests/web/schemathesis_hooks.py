"""What schemathesis has to know about our bodies; it loads this by `SCHEMATHESIS_HOOKS`."""

from __future__ import annotations

import re
from typing import Any

import schemathesis


@schemathesis.serializer("application/x-ndjson")
def lines(_: Any, value: Any) -> bytes:
    """A batch is made as one string."""
    return value if isinstance(value, bytes) else str(value).encode("utf-8", "replace")


@schemathesis.hook
def filter_case(_: Any, case: Any) -> bool:
    """Leave out what no schema can tell.

    Of a body that is text every byte string is an instance, so that "no string" is no fault; an
    article needs a letter or digit of any script, and HTML one that is shown.
    """
    media, body = case.media_type or "", case.body
    if media.startswith("text/") or media == "application/x-ndjson":
        is_markup = media == "text/html" and isinstance(body, str) and re.search("[<&]", body)
        return isinstance(body, str | bytes) and not is_markup and _has_word(body)
    text = body.get("text") if isinstance(body, dict) else None
    is_html = isinstance(body, dict) and body.get("content_type") == "text/html"
    return not isinstance(text, str) or (_has_word(text) and not (is_html and "<" in text))


@schemathesis.check
def what_the_caller_has_is_not_given_again(_: Any, response: Any, case: Any) -> None:
    """An answer whose tag was sent as `If-None-Match`, as the links of the contract do, is 304.

    The contract links the GETs in this way. It has no such link for `POST /quotes`: a link cannot
    say "the same request" of it, since the form of the body and the query, which its tag stands
    for too, are made anew. `test_forms` holds it to the same.
    """
    sent = (case.headers or {}).get("If-None-Match")
    tags = response.headers.get("etag", [])
    if sent is not None and sent in tags and response.status_code < 400:
        assert response.status_code == 304, f"{sent} was sent, and its answer given again"


def _has_word(text: str | bytes) -> bool:
    return text in {"", b""} or re.search(r"[^\W_]", str(text)) is not None
