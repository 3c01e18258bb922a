"""The forms of an answer, chosen by `Accept`."""

from __future__ import annotations

import io
from dataclasses import replace

from flask import Request
from werkzeug.datastructures import MIMEAccept

from onrecord.document.offsets import OffsetUnit
from onrecord.options import OffsetsIn, Options, Section
from onrecord.problems import Kind, Problem
from onrecord.rendering import Json, render
from onrecord.representations import jsonld, table
from onrecord.stream import Asked
from onrecord.strict_json import encode
from onrecord.types import Extraction
from onrecord.web.errors import ProblemError

JSON, LINKED, TABLE = "application/json", "application/ld+json", "text/csv"
FORMS = (JSON, LINKED, TABLE)
"""What an answer can be, the form given without a wish first."""


def accepted(request: Request, forms: tuple[str, ...] = FORMS) -> str:
    """The form that the caller likes best.

    Parameters of what it takes, such as a charset, are passed over: each form is given in one way.

    Raises:
        ProblemError: where it takes none of them.
    """
    wishes = request.accept_mimetypes
    if not wishes.provided:
        return forms[0]
    plain = MIMEAccept([(name.partition(";")[0].strip(), liked) for name, liked in wishes])
    found = plain.best_match(forms)
    if found is None:
        raise ProblemError(Problem(Kind.NOT_ACCEPTABLE, f"this path answers {', '.join(forms)}"))
    return found


def encoded(form: str, asked: Asked, extraction: Extraction, elapsed: float) -> bytes:
    """An answer in one of `FORMS`, coded in UTF-8."""
    if form == LINKED:
        return encode(_linked(asked, extraction))
    options = asked.options
    if form == TABLE:
        options = replace(options, include=options.include | {Section.QUOTES})
    answer = rendered(asked, extraction, options, elapsed)
    if form == JSON:
        return encode(answer)
    out = io.StringIO(newline="")
    table.write_csv(answer, out)
    return out.getvalue().encode()


def rendered(asked: Asked, extraction: Extraction, options: Options, elapsed: float) -> Json:
    """The answer as JSON values."""
    return render(extraction, options, asked.name, elapsed, asked.reading)


def _linked(asked: Asked, extraction: Extraction) -> Json:
    """Web annotations count code points of the text that a reader sees, whatever was asked."""
    options = replace(
        asked.options,
        include=frozenset({Section.QUOTES}),
        offset_unit=OffsetUnit.CODEPOINT,
        offsets_in=OffsetsIn.TEXT,
    )
    return jsonld.document(rendered(asked, extraction, options, 0.0), extraction.text)
