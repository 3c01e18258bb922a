"""The paths of the service, one short function each."""

from __future__ import annotations

import time
from collections.abc import Iterator
from dataclasses import astuple

from flask import Blueprint, Response, g, request, stream_with_context
from werkzeug.exceptions import NotFound

from onrecord import strict_json
from onrecord.document.article import check
from onrecord.problems import Kind, Problem
from onrecord.rendering import Json
from onrecord.stream import Asked
from onrecord.web import bodies, editor, metrics, patience, state, trace
from onrecord.web.conditional import conditional, tag
from onrecord.web.errors import ProblemError
from onrecord.web.lines import Answered, LineAnswerer, refused, split
from onrecord.web.lists import check_lists
from onrecord.web.representations import accepted, encoded
from onrecord.web.schemas import HTML, load_json, load_options, load_text

MEDIA_TYPES = ("application/json", "text/plain", HTML)
"""What a body may be."""

LINES = "application/x-ndjson"

blueprint = Blueprint("onrecord", __name__)


@blueprint.before_request
def admit() -> None:
    """Look at the key of who asks for what costs something; let everybody see the rest."""
    if request.environ["PATH_INFO"].startswith("//"):
        raise NotFound  # Werkzeug passes over the first; what stands before us may not
    check_lists(request)
    try:
        request.query_string.decode("utf-8")
    except UnicodeDecodeError:
        raise ProblemError(Problem(Kind.NOT_UTF8, "the query is not UTF-8")) from None
    if request.method != "POST":
        return
    refused = state.current().gate.admit(request)
    if refused is not None:
        raise ProblemError(refused.problem, refused.headers)


@blueprint.after_request
def tell_limits(response: Response) -> Response:
    """Tell what is left of the rate, where one is set."""
    response.headers.update(g.get("limits", {}))
    return response


@blueprint.post("/quotes")
def quotes() -> Response:
    """Who said what in one article."""
    started = time.perf_counter()
    form = accepted(request)
    here = state.current()
    if not here.settings.cache and "If-None-Match" not in request.headers:
        _check_room()  # nothing but a place can answer it
    _spend()
    asked = _asked()
    check(asked.article, None)
    etag = tag(form, here.pipeline.model, asked.name, asked.source, _wishes(asked))
    if conditional(etag):
        return _varying(Response(status=304, headers=_fields(etag)))
    body = _kept(etag)
    if body is None:
        with here.queue.place():
            extraction = here.pipeline.extract(
                asked.article, here.deadline(), explain=asked.options.explain
            )
        trace.count_words(extraction.words)
        metrics.count(extraction)
        body = encoded(form, asked, extraction, time.perf_counter() - started)
        here.cache.put(etag, body)
    return _varying(
        Response(body, content_type=_CONTENT_TYPES.get(form, form), headers=_fields(etag))
    )


def _varying(response: Response) -> Response:
    """The answer, which `Accept` chooses the form of; so does one that says it has not changed."""
    response.vary.add("Accept")
    return response


@blueprint.post("/quotes/batch")
def batch() -> Response:
    """Who said what in many articles: a line in, a line out, while more are coming."""
    accepted(request, (LINES,))
    if request.mimetype != LINES:
        raise ProblemError(Problem(Kind.MEDIA_TYPE, f"Content-Type is to be {LINES}"))
    bodies.check_coding(request)
    load_options(request.args)
    queue = state.current().queue
    _check_room()
    _spend()
    queue.enter()
    answers = stream_with_context(_answers())
    response = Response(answers, mimetype=LINES, headers={"Cache-Control": "no-store"})
    response.call_on_close(queue.leave)
    return response


def _answers() -> Iterator[bytes]:
    told = trace.Batch()
    try:
        for answered in _lines():
            told.count(answered.words)
            yield answered.line
            patience.begin(request.environ)
    finally:  # the client may go before the last line
        told.log()


def _lines() -> Iterator[Answered]:
    here = state.current()
    settings = here.settings
    limits = (settings.body_limit, settings.max_characters)
    answerer = LineAnswerer(here.pipeline, request.args, limits, here.deadline)
    try:
        for number, line in enumerate(split(bodies.stream(request), settings.body_limit)):
            too_many = here.gate.spend(request)[0] if number else None
            yield refused(too_many.problem) if too_many else answerer.answer(line)
    except ProblemError as error:  # the rest of the body cannot be read
        yield refused(error.problem)


@blueprint.get("/")
def start() -> Response:
    """The page for editors."""
    return _file(editor.START)


@blueprint.get("/page/<name>")
def part(name: str) -> Response:
    """A file that the page is made of."""
    if name == editor.START:
        raise NotFound
    return _file(name)


@blueprint.get("/healthz")
def healthz() -> Response:
    """The process is alive."""
    return _json({"status": "alive"})


@blueprint.get("/readyz")
def readyz() -> Response:
    """The models are loaded; which they are."""
    return _json({"status": "ready", "model": state.current().pipeline.model})


@blueprint.get("/metrics")
def prometheus() -> Response:
    """What Prometheus asks for."""
    headers = {"Cache-Control": "no-store"}
    return Response(metrics.exposition(), content_type=metrics.MEDIA_TYPE, headers=headers)


@blueprint.get("/openapi.yaml")
def openapi_yaml() -> Response:
    """The contract."""
    return _document(state.current().contract.as_yaml, "application/yaml")


@blueprint.get("/openapi.json")
def openapi_json() -> Response:
    """The contract as JSON."""
    return _document(state.current().contract.as_json, "application/json")


@blueprint.get("/docs")
def docs() -> Response:
    """The contract as a page."""
    response = _document(state.current().contract.as_page, "text/html; charset=utf-8")
    response.headers["Content-Security-Policy"] = (
        "default-src 'none'; style-src 'unsafe-inline'; base-uri 'none'; form-action 'none'; "
        "frame-ancestors 'none'"
    )
    return response


def _check_room() -> None:
    """Refuse where the queue is full, before anything of the body is read."""
    try:
        state.current().queue.check()
    except ProblemError:
        patience.begin(request.environ, patience.LINGER)
        raise


def _spend() -> None:
    refused, g.limits = state.current().gate.spend(request)
    if refused is not None:
        raise ProblemError(refused.problem, refused.headers)


def _asked() -> Asked:
    if request.mimetype not in MEDIA_TYPES:
        wanted = f"{', '.join(MEDIA_TYPES[:-1])} or {MEDIA_TYPES[-1]}"
        raise ProblemError(Problem(Kind.MEDIA_TYPE, f"Content-Type is to be {wanted}"))
    settings = state.current().settings
    text = strict_json.decode(bodies.read(request, settings.body_limit))
    if request.mimetype != "application/json":
        return load_text(text, request.args, request.mimetype, settings.max_characters)
    return load_json(strict_json.parse(text), request.args, settings.max_characters)


def _kept(etag: str) -> bytes | None:
    """The answer, where it is kept."""
    here = state.current()
    body = here.cache.get(etag)
    if here.settings.cache:
        metrics.CACHE.labels(str(body is not None).lower()).inc()
    return body


def _wishes(asked: Asked) -> str:
    """Everything else that the answer depends on, always written in the same way."""
    include, types, *others = astuple(asked.options)
    context = astuple(asked.article)[1:]
    return repr((sorted(include), sorted(types), others, context, asked.reading is not None))


_CONTENT_TYPES = {"text/csv": "text/csv; charset=utf-8; header=present"}


def _fields(etag: str) -> dict[str, str]:
    return {"ETag": etag, "Cache-Control": "private, no-cache"}


def _json(members: Json) -> Response:
    headers = {"Cache-Control": "no-store"}
    return Response(strict_json.encode(members), mimetype="application/json", headers=headers)


def _file(name: str) -> Response:
    found = state.current().page.get(name)
    if found is None:
        raise NotFound
    response = _document(found.body, found.content_type)
    response.headers.update(editor.HEADERS)
    return response


def _document(body: bytes, content_type: str) -> Response:
    etag = tag(body)
    headers = {"ETag": etag, "Cache-Control": "no-cache"}
    if conditional(etag):
        return Response(status=304, headers=headers)
    return Response(body, content_type=content_type, headers=headers)
