from __future__ import annotations

import re
from dataclasses import fields
from pathlib import Path

import pytest

from onrecord.errors import InvalidSettings
from onrecord.settings import Settings, variable

HASH = "0" * 64
OPERATIONS = Path(__file__).parents[2] / "docs" / "operations.md"


def test_an_empty_environment_gives_the_defaults() -> None:
    assert Settings.from_environment({}) == Settings()


def test_every_field_is_read_from_its_variable() -> None:
    environ = {
        "ONRECORD_SPACY_MODEL": "/models/mine",
        "ONRECORD_NAMES": "tagger",
        "ONRECORD_MAX_CHARACTERS": "1000",
        "ONRECORD_MAX_BODY_BYTES": "9000",
        "ONRECORD_BIND": "[::1]:80",
        "ONRECORD_WORKERS": "3",
        "ONRECORD_QUEUE": "8",
        "ONRECORD_THREADS": " 2 ",
        "ONRECORD_WORKER_TIMEOUT": "10",
        "ONRECORD_TIMEOUT": "9",
        "ONRECORD_READ_TIMEOUT": "8",
        "ONRECORD_GRACEFUL_TIMEOUT": "11",
        "ONRECORD_KEEP_ALIVE": "0",
        "ONRECORD_MAX_REQUESTS": "0",
        "ONRECORD_RECYCLE_MEGABYTES": "2000",
        "ONRECORD_MAX_MEGABYTES": "3000",
        "ONRECORD_LOG_LEVEL": "WARNING",
        "ONRECORD_API_KEYS": f"desk:{HASH}, wire:{HASH}",
        "ONRECORD_RATE_LIMIT": "100/minute",
        "ONRECORD_RATE_LIMIT_STORAGE": "redis://localhost:6379/0",
        "ONRECORD_CORS_ORIGINS": "https://desk.example",
        "ONRECORD_TRUSTED_PROXIES": "1",
        "ONRECORD_CACHE": "memory://",
        "ONRECORD_CACHE_BYTES": "1000",
        "ONRECORD_CACHE_SECONDS": "60",
        "ONRECORD_TRACING": "on",
    }
    read = Settings.from_environment(environ)
    assert {variable(field.name) for field in fields(Settings)} == environ.keys()
    numbers = (1000, 9000, "[::1]:80", 3, 8, 2, 9, 8, 10, 11, 0, 0, 2000, 3000, "warning")
    keys, storage = f"desk:{HASH}, wire:{HASH}", "redis://localhost:6379/0"
    others = (keys, "100/minute", storage, "https://desk.example", 1, "memory://", 1000, 60, "on")
    assert read == Settings("/models/mine", "tagger", *numbers, *others)


def test_an_empty_variable_is_as_good_as_none() -> None:
    assert Settings.from_environment({"ONRECORD_THREADS": ""}).threads == Settings().threads


@pytest.mark.parametrize(
    ("name", "value"),
    [
        ("ONRECORD_MAX_CHARACTERS", "0"),
        ("ONRECORD_MAX_CHARACTERS", "2e5"),
        ("ONRECORD_MAX_CHARACTERS", "²"),
        ("ONRECORD_MAX_BODY_BYTES", "-1"),
        ("ONRECORD_THREADS", "9" * 5000),
        ("ONRECORD_WORKERS", "1.5"),
        ("ONRECORD_BIND", "8000"),
        ("ONRECORD_BIND", "localhost:99999"),
        ("ONRECORD_BIND", "unix:/run/onrecord"),
        ("ONRECORD_LOG_LEVEL", "loud"),
        ("ONRECORD_API_KEYS", "desk:secret"),
        ("ONRECORD_RATE_LIMIT", "often"),
        ("ONRECORD_RATE_LIMIT_STORAGE", "file:///tmp"),
        ("ONRECORD_CORS_ORIGINS", "desk.example"),
        ("ONRECORD_TRACING", "yes"),
        ("ONRECORD_NAMES", "spacy"),
    ],
)
def test_a_value_that_cannot_be_used_is_refused_by_its_name(name: str, value: str) -> None:
    with pytest.raises(InvalidSettings, match=f"^{name} is "):
        Settings.from_environment({name: value})


def test_a_value_that_could_be_a_secret_is_not_repeated() -> None:
    with pytest.raises(InvalidSettings) as caught:
        Settings(api_keys="desk:my-secret-key")
    assert "my-secret-key" not in str(caught.value)


def test_a_value_given_in_code_is_held_to_the_same_limits() -> None:
    with pytest.raises(InvalidSettings, match="ONRECORD_THREADS is 0; 1 to 512 is possible"):
        Settings(threads=0)
    with pytest.raises(InvalidSettings, match="ONRECORD_SPACY_MODEL is empty"):
        Settings(spacy_model=" ")


def test_the_body_may_hold_the_longest_text_however_it_is_escaped() -> None:
    assert Settings(max_characters=10).body_limit == 10 * len(rb"\ud83d\ude00") + 65_536
    assert Settings(max_body_bytes=77).body_limit == 77


def test_there_is_a_process_for_every_processor_where_none_is_set() -> None:
    assert Settings().processes >= 1
    assert Settings(workers=7).processes == 7


def test_every_setting_is_documented_with_its_default() -> None:
    pattern = r"^\| `(ONRECORD_\w+)` \| `?([^|`]*)`? \|"
    rows = dict(re.findall(pattern, OPERATIONS.read_text(), re.MULTILINE))
    defaults = {variable(field.name): str(field.default) for field in fields(Settings)}
    assert {name: value.strip().replace("none", "") for name, value in rows.items()} == defaults
