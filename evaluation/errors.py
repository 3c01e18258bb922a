"""What can go wrong in a measurement, as its caller sees it."""

from __future__ import annotations

from onrecord.errors import OnrecordError


class EvaluationError(OnrecordError):
    """The measurement cannot be made; the message says what is missing or what failed."""
