from __future__ import annotations

import json

import pytest

from onrecord.errors import InvalidArticle, InvalidInput, NotJson, NotUtf8
from onrecord.problems import MOST_FAULTS, Fault, Kind, Problem, invalid, of, pointer, shown


def test_a_problem_has_the_members_of_rfc_9457() -> None:
    problem = Problem(Kind.INVALID, "text is missing", (Fault("/text", "is missing"),))
    assert problem.body("/quotes#1") == {
        "type": "urn:onrecord:problem:invalid-field",
        "title": "A field has a value that cannot be used",
        "status": 422,
        "detail": "text is missing",
        "instance": "/quotes#1",
        "errors": [{"pointer": "/text", "detail": "is missing"}],
    }


def test_a_problem_without_fields_at_fault_lists_none() -> None:
    assert Problem(Kind.NOT_JSON, "no").body().keys() == {"type", "title", "status", "detail"}


@pytest.mark.parametrize(
    ("error", "kind", "detail"),
    [
        (InvalidArticle("text", "is empty"), Kind.INVALID, "text is empty"),
        (NotJson("Extra data"), Kind.NOT_JSON, "Extra data"),
        (NotUtf8("no"), Kind.NOT_UTF8, "no"),
        (InvalidInput("no"), Kind.BAD_REQUEST, "no"),
    ],
)
def test_an_error_of_ours_has_its_problem(error: InvalidInput, kind: Kind, detail: str) -> None:
    assert (of(error).kind, of(error).detail) == (kind, detail)


def test_many_faults_are_counted_and_the_first_are_told() -> None:
    problem = invalid(Fault(f"/{n}", "is unknown") for n in range(1000))
    assert problem.detail == "0 is unknown (999 more)"
    assert len(problem.faults) == MOST_FAULTS


def test_a_pointer_escapes_what_rfc_6901_wants_escaped() -> None:
    assert pointer("a/b~c", 0) == "/a~1b~0c/0"
    assert pointer() == ""


def test_a_name_is_shown_cut_and_without_surrogates() -> None:
    assert shown("x" * 100, 3) == "xxx…"
    json.dumps(shown("\ud800"), ensure_ascii=False).encode("utf-8")


def test_kinds_of_problem_have_names_of_their_own() -> None:
    assert len({kind.label for kind in Kind}) == len(Kind)
