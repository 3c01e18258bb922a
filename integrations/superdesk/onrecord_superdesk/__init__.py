"""Who said what, for Superdesk: an AI service that asks an onrecord service.

Add `onrecord_superdesk` to `INSTALLED_APPS`; `docs/integrations.md` has the settings.
"""

from __future__ import annotations

from typing import Any

from onrecord_superdesk.service import OnRecord

__all__ = ["OnRecord", "init_app"]


def init_app(app: Any) -> None:
    """Called by Superdesk at its start: registers the service.

    Raises:
        ValueError: where a setting cannot be used.
    """
    OnRecord(app)
