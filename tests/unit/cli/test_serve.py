from __future__ import annotations

import sys
from collections.abc import Mapping

import pytest

from onrecord.cli import serve
from onrecord.cli.errors import CommandError
from onrecord.errors import InvalidSettings

Started = list[tuple[str, list[str], Mapping[str, str]]]


@pytest.fixture
def started() -> Started:
    return []


def test_the_process_becomes_gunicorn_with_our_configuration(started: Started) -> None:
    serve.run("0.0.0.0:81", 3, lambda *given: started.append(given))
    ((program, command, environ),) = started
    assert program == command[0] == sys.executable
    assert command[1:] == [
        *("-m", "gunicorn", "-c", "python:onrecord.web.gunicorn_conf"),
        "onrecord.web.wsgi:app",
    ]
    assert (environ["ONRECORD_BIND"], environ["ONRECORD_WORKERS"]) == ("0.0.0.0:81", "3")


def test_what_is_not_given_is_left_to_the_environment(
    started: Started, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv("ONRECORD_BIND", "localhost:82")
    monkeypatch.delenv("ONRECORD_WORKERS", raising=False)
    serve.run(None, None, lambda *given: started.append(given))
    environ = started[0][2]
    assert environ["ONRECORD_BIND"] == "localhost:82"
    assert "ONRECORD_WORKERS" not in environ


def test_a_wrong_address_is_refused_before_anything_starts(started: Started) -> None:
    with pytest.raises(InvalidSettings, match="ONRECORD_BIND is 'here'"):
        serve.run("here", None, lambda *given: started.append(given))
    assert started == []


def test_missing_packages_are_named_with_what_installs_them(
    started: Started, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(serve, "NEEDED", ("sys", "no_such_module"))
    with pytest.raises(CommandError, match=r"needs no_such_module: pip install 'onrecord\[serv"):
        serve.run(None, None, lambda *given: started.append(given))
    assert started == []
