"""What ends the work on an archive."""

from __future__ import annotations

from onrecord.errors import OnrecordError


class ArchiveError(OnrecordError):
    """The archive cannot be answered; the message is one line for the user."""
