"""The paths of the service, one short function each."""

from __future__ import annotations

import json
import time

from flask import Blueprint, Response, request

from onrecord import strict_json
from onrecord.problems import Kind, Problem
from onrecord.rendering import Json, article_id, render
from onrecord.web import state, trace
from onrecord.web.bodies import read
from onrecord.web.errors import ProblemError
from onrecord.web.schemas import Asked, load_json, load_text

MEDIA_TYPES = ("application/json", "text/plain")
"""What a body may be."""

blueprint = Blueprint("onrecord", __name__)


@blueprint.post("/quotes")
def quotes() -> Response:
    """Who said what in one article."""
    started = time.perf_counter()
    accept = request.accept_mimetypes
    if accept.provided and accept.best_match(["application/json"]) is None:
        raise ProblemError(Problem(Kind.NOT_ACCEPTABLE, "this path answers application/json"))
    asked = _asked()
    extraction = state.current().pipeline.extract(asked.article)
    trace.count_words(extraction.words)
    identity = asked.identity or article_id(asked.article.text)
    elapsed = time.perf_counter() - started
    return _json(render(extraction, asked.options, identity, elapsed))


@blueprint.get("/healthz")
def healthz() -> Response:
    """The process is alive."""
    return _json({"status": "alive"})


@blueprint.get("/readyz")
def readyz() -> Response:
    """The models are loaded; which they are."""
    return _json({"status": "ready", "model": state.current().pipeline.model})


@blueprint.get("/openapi.yaml")
def openapi_yaml() -> Response:
    """The contract."""
    return Response(state.current().contract.as_yaml, mimetype="application/yaml")


@blueprint.get("/openapi.json")
def openapi_json() -> Response:
    """The contract as JSON."""
    return Response(state.current().contract.as_json, mimetype="application/json")


def _asked() -> Asked:
    if request.mimetype not in MEDIA_TYPES:
        raise ProblemError(
            Problem(Kind.MEDIA_TYPE, f"Content-Type is to be {' or '.join(MEDIA_TYPES)}")
        )
    text = strict_json.decode(read(request, state.current().settings.body_limit))
    if request.mimetype == "text/plain":
        return load_text(text, request.args)
    return load_json(strict_json.parse(text), request.args)


def _json(members: Json) -> Response:
    body = json.dumps(members, ensure_ascii=False, separators=(",", ":"))
    return Response(body, mimetype="application/json", headers={"Cache-Control": "no-store"})
