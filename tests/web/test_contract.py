"""`openapi.yaml` itself: valid, exemplified, and about the application that there is."""

from __future__ import annotations

import re
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import pytest
from openapi_spec_validator import OpenAPIV31SpecValidator

from evaluation.selective import USES
from onrecord.options import Section
from onrecord.problems import MOST_FAULTS, TYPE_PREFIX, Kind
from onrecord.rendering import LONGEST_ID
from onrecord.settings import Settings
from onrecord.types import HopRelation, QuotationType, RelationKind, SpeakerKind
from onrecord.version import __version__
from onrecord.web import contract as shipped
from onrecord.web.app import create_app
from onrecord.web.routes import MEDIA_TYPES
from onrecord.web.schemas import CONTENT_TYPES, BodySchema, QuerySchema
from tests.fakes import FakePipeline
from tests.web import contract

DOCUMENT = contract.document()
SCHEMAS: dict[str, Any] = DOCUMENT["components"]["schemas"]
DOCS = Path(__file__).parents[2] / "docs"
API, CONFIDENCE = ((DOCS / name).read_text("utf-8") for name in ("api.md", "confidence.md"))


def test_it_is_valid() -> None:
    OpenAPIV31SpecValidator(DOCUMENT).validate()


def test_it_is_of_this_version() -> None:
    assert DOCUMENT["info"]["version"] == __version__


def test_it_is_what_the_service_gives_out() -> None:
    assert shipped.load().as_yaml == contract.PLACE.read_bytes()


def test_it_has_the_routes_of_the_application() -> None:
    app = create_app(Settings(), FakePipeline())
    automatic = {"HEAD", "OPTIONS"}
    routes = {
        (re.sub(r"<(\w+)>", r"{\1}", rule.rule), method.lower())
        for rule in app.url_map.iter_rules()
        for method in (rule.methods or set()) - automatic
    }
    assert routes == {(path, method) for path, item in DOCUMENT["paths"].items() for method in item}


def test_it_has_the_fields_of_requests() -> None:
    operation = DOCUMENT["paths"]["/quotes"]["post"]
    parameters = [contract.resolved(p)[0] for p in operation["parameters"]]
    assert SCHEMAS["ArticleRequest"]["properties"].keys() == BodySchema().fields.keys()
    assert {p["name"] for p in parameters if p["in"] == "query"} == QuerySchema().fields.keys()
    assert list(operation["requestBody"]["content"]) == list(MEDIA_TYPES)


def test_it_has_the_words_that_the_code_uses() -> None:
    assert SCHEMAS["Include"]["items"]["enum"] == list(Section)
    assert SCHEMAS["QuotationType"]["enum"] == list(QuotationType)
    assert SCHEMAS["Speaker"]["properties"]["kind"]["enum"] == list(SpeakerKind)
    assert SCHEMAS["Hop"]["properties"]["relation"]["enum"] == list(HopRelation)
    assert SCHEMAS["Relation"]["properties"]["kind"]["enum"] == list(RelationKind)
    assert SCHEMAS["ArticleRequest"]["properties"]["content_type"]["enum"] == list(CONTENT_TYPES)


def test_it_has_the_limits_of_the_code() -> None:
    assert SCHEMAS["ArticleText"]["maxLength"] == Settings().max_characters
    assert SCHEMAS["ArticleId"]["maxLength"] == LONGEST_ID
    assert SCHEMAS["Problem"]["properties"]["errors"]["maxItems"] == MOST_FAULTS
    body = DOCUMENT["paths"]["/quotes"]["post"]["requestBody"]["description"]
    assert f"{Settings().body_limit:,} bytes" in body


@pytest.mark.parametrize("use", USES)
def test_it_recommends_the_thresholds_of_the_documentation(use: str) -> None:
    """One constant, from which the table of docs/confidence.md is printed."""
    number = f"{USES[use]:.2f}"
    assert f"| {use} | {number} |" in CONFIDENCE
    least = contract.resolved({"$ref": "#/components/parameters/MinConfidence"})[0]
    told = SCHEMAS["Quotation"]["properties"]["confidence"], SCHEMAS["MinConfidence"], least
    words = use.partition(",")[0]
    for described in told:
        text = " ".join(described["description"].split())
        assert re.search(rf"{number} (to|for) {words}", text), text


def test_it_recommends_no_other_thresholds() -> None:
    text = SCHEMAS["MinConfidence"]["description"]
    assert re.findall(r"0\.\d\d", text) == [f"{least:.2f}" for least in USES.values()]


def test_requests_are_closed_and_answers_open() -> None:
    closed = {
        name for name, schema in SCHEMAS.items() if schema.get("additionalProperties") is False
    }
    assert closed == {"ArticleRequest"}


def _examples(node: Any, path: tuple[str, ...] = ()) -> Iterator[Any]:
    """Every example with the schema it stands for: of media types, parameters and schemas."""
    if isinstance(node, list):
        for place, below in enumerate(node):
            yield from _examples(below, (*path, str(place)))
    if not isinstance(node, dict):
        return
    if "schema" in node:
        schema = (*path, "schema")
        for name, example in node.get("examples", {}).items():
            yield pytest.param(schema, example["value"], id="/".join((*path, name)))
        if "example" in node:
            yield pytest.param(schema, node["example"], id="/".join(path))
    elif isinstance(node.get("examples"), list):
        for place, example in enumerate(node["examples"]):
            yield pytest.param(path, example, id=f"{'/'.join(path)}/{place}")
    for name, below in node.items():
        if name not in {"example", "examples"}:
            yield from _examples(below, (*path, name))


@pytest.mark.parametrize(("schema", "example"), list(_examples(DOCUMENT)))
def test_every_example_is_as_its_schema_says(schema: tuple[str, ...], example: object) -> None:
    assert [error.message for error in contract.validator(*schema).iter_errors(example)] == []


def test_every_operation_has_an_example_of_every_body() -> None:
    for path, item in DOCUMENT["paths"].items():
        for operation in item.values():
            bodies = [contract.resolved(r)[0] for r in operation["responses"].values()]
            bodies += [operation["requestBody"]] if "requestBody" in operation else []
            for body in bodies:
                media = body.get("content", {}).values()
                assert all(form.get("examples") for form in media), path


def test_every_field_has_an_example() -> None:
    plain = ["string", "number", "integer", "boolean", ["string", "null"]]
    for name, schema in SCHEMAS.items():
        for field, below in schema.get("properties", {}).items():
            if below.get("type") in plain and "const" not in below:
                assert below.get("examples"), f"{name}.{field}"


def test_every_span_of_an_example_cuts_its_text_out() -> None:
    operation = DOCUMENT["paths"]["/quotes"]["post"]
    asked = operation["requestBody"]["content"]["application/json"]["examples"]["text"]
    told = operation["responses"]["200"]["content"]["application/json"]["examples"]["direct"]
    text, quote = asked["value"]["text"], told["value"]["quotes"][0]
    hops = [hop for chained in told["value"]["attributions"] for hop in chained["chain"]]
    spans = [
        *quote["parts"],
        quote["speaker_mention"],
        quote["cue"],
        quote["medium"],
        quote["time"],
    ]
    for span in [*spans, *(hop["source"] for hop in hops), *(hop["cue"] for hop in hops)]:
        assert text[span["start"] : span["end"]] == span["text"]


def test_every_kind_of_problem_has_an_example_and_is_documented() -> None:
    examples = {
        example["value"]["type"]: example["value"]
        for response in DOCUMENT["components"]["responses"].values()
        if "content" in response
        for example in response["content"]["application/problem+json"]["examples"].values()
    }
    for kind in set(Kind) - {Kind.BAD_REQUEST}:
        example = examples[TYPE_PREFIX + kind.label]
        assert (example["title"], example["status"]) == (kind.title, kind.status)
    for kind in Kind:
        assert f"| `{kind.label}` | {kind.status} |" in API


def test_every_route_and_field_is_documented() -> None:
    for path in DOCUMENT["paths"]:
        assert re.search(rf"`(GET|POST) {re.escape(path)}`", API), path
    for name in BodySchema().fields:
        assert f"| `{name}` |" in API, name
    schemas = (
        "Answer",
        "Quotation",
        "Attribution",
        "Hop",
        "Speaker",
        "Relation",
        "Meta",
        "AnswerWarning",
    )
    for schema in schemas:
        for name in SCHEMAS[schema]["properties"]:
            assert f"`{name}`" in API, f"{schema}.{name}"
