"""As much of Superdesk as an AI service meets: the base class that registers its instances, the
errors, and the resources. Its constructor keeps nothing, as that of older versions does."""

from __future__ import annotations

import abc
import sys
import types
from typing import Any

registered: dict[str, Any] = {}
resources: dict[str, Any] = {}


class SuperdeskApiError(Exception):
    def __init__(self, message: str, status_code: int = 400, payload: Any = None) -> None:
        super().__init__(message)
        self.message = message
        self.status_code = status_code
        self.payload = payload

    @classmethod
    def badRequestError(cls, message: str) -> SuperdeskApiError:  # noqa: N802  # Superdesk's name
        return cls(message, 400)

    @classmethod
    def internalError(cls, message: str) -> SuperdeskApiError:  # noqa: N802  # Superdesk's name
        return cls(message, 500)

    @classmethod
    def notConfiguredError(cls, message: str) -> SuperdeskApiError:  # noqa: N802  # Superdesk's name
        return cls(message, 500)


class _Registering(abc.ABCMeta):
    def __call__(cls, *arguments: Any, **named: Any) -> Any:
        made = super().__call__(*arguments, **named)
        return registered.setdefault(made.name, made)


class AIServiceBase(metaclass=_Registering):
    def __init__(self, app: Any) -> None:
        pass

    @property
    @abc.abstractmethod
    def name(self) -> str:
        """By which it is asked for."""

    @property
    def label(self) -> str:
        return self.name.title()

    @abc.abstractmethod
    def analyze(self, item: dict[str, Any]) -> dict[str, Any]:
        """What is known of an item."""


def install() -> None:
    """Make it importable by Superdesk's names."""
    for name in ("superdesk", "superdesk.text_checkers", "superdesk.text_checkers.ai"):
        sys.modules.setdefault(name, types.ModuleType(name))
    _module("superdesk.errors", SuperdeskApiError=SuperdeskApiError)
    _module(
        "superdesk.text_checkers.ai.base",
        AIServiceBase=AIServiceBase,
        registered_ai_services=registered,
    )
    vars(sys.modules["superdesk"])["get_resource_service"] = resources.__getitem__


def _module(name: str, **members: Any) -> None:
    sys.modules[name] = types.ModuleType(name)
    vars(sys.modules[name]).update(members)
