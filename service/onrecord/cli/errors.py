"""What ends a command."""

from __future__ import annotations

from onrecord.errors import OnrecordError


class CommandError(OnrecordError):
    """The command cannot do what it was asked for; the message is one line for the user."""
