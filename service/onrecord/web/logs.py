"""Logs: one JSON object a line on standard error, from us and from gunicorn alike."""

from __future__ import annotations

import json
from typing import Any

import structlog

_COMMON: tuple[structlog.typing.Processor, ...] = (
    structlog.stdlib.add_log_level,
    structlog.stdlib.add_logger_name,
    structlog.processors.TimeStamper(fmt="iso", utc=True),
)


def configure() -> None:
    """Send what structlog is told to the standard library's logging, where `handlers` is set."""
    structlog.configure(
        processors=[*_COMMON, structlog.stdlib.ProcessorFormatter.wrap_for_formatter],
        logger_factory=structlog.stdlib.LoggerFactory(),
        wrapper_class=structlog.stdlib.BoundLogger,
        cache_logger_on_first_use=True,
    )


def _line(entry: object, **options: Any) -> str:
    """An entry as JSON in printable ASCII: nothing ends a line, or tells a terminal to act."""
    return json.dumps(entry, **options).replace("\x7f", "\\u007f")


def logging_config(level: str) -> dict[str, Any]:
    """A configuration for `logging.config.dictConfig`, of our loggers and gunicorn's.

    Args:
        level: least level of what is logged, such as `info`.
    """
    formatter = {
        "()": structlog.stdlib.ProcessorFormatter,
        "foreign_pre_chain": list(_COMMON),
        "processors": [
            structlog.stdlib.ProcessorFormatter.remove_processors_meta,
            structlog.processors.format_exc_info,
            structlog.processors.JSONRenderer(_line),
        ],
    }
    return {
        "version": 1,
        "disable_existing_loggers": False,
        "formatters": {"json": formatter},
        "handlers": {"stderr": {"class": "logging.StreamHandler", "formatter": "json"}},
        "root": {"level": "WARNING", "handlers": ["stderr"]},
        "loggers": {
            name: {"level": level.upper(), "handlers": ["stderr"], "propagate": False}
            for name in ("onrecord", "gunicorn.error")
        },
    }
