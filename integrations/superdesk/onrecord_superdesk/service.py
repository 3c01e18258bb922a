"""The AI service that Superdesk calls."""

from __future__ import annotations

import html
import logging
import re
from typing import Any

import superdesk
from superdesk.errors import SuperdeskApiError
from superdesk.text_checkers.ai.base import AIServiceBase

from onrecord_superdesk import client, feedback
from onrecord_superdesk.settings import Settings

logger = logging.getLogger(__name__)

_TAG = re.compile(r"<[^<>]*>")
_LONGEST_ID, _LONGEST_LINE = 200, 1_000


class OnRecord(AIServiceBase):
    """Quotations and speakers of an item; corrections by its editors.

    `POST /ai` with `{"service": "onrecord", "item": …}` gets the quotations, `POST /ai_data_op`
    with the operation `feedback` stores corrections. Superdesk's own errors tell what went wrong.
    """

    name = "onrecord"
    label = "onrecord: who said what"

    def __init__(self, app: Any) -> None:
        super().__init__(app)
        self.settings = Settings.read(app.config)

    def analyze(self, item: dict[str, Any], tags: Any = None) -> dict[str, Any]:  # noqa: ARG002  # some versions of Superdesk hand them over
        """Who said what in an item.

        Args:
            item: as Superdesk has it: `guid`, `language`, `headline`, `abstract`, `body_html`. Only
                its body is read for quotations; its headline and byline help to tell who is who.

        Returns:
            `quotations`, `speakers` and `meta`: the members of docs/api.md, with offsets into
            `body_html`.

        Raises:
            SuperdeskApiError: 400 where the text cannot be used, 429, 502, 503, 504 where the
                service does not answer as it should, 500 where it is not set up.
        """
        if not self.settings.url:
            raise SuperdeskApiError.notConfiguredError("ONRECORD_URL is not set")
        body = item.get("body_html") or ""
        if not _shown(body):
            return {"quotations": [], "speakers": [], "meta": {}}
        try:
            answer = client.ask(self.settings, self._request(item, body))
        except client.Failure as failure:
            logger.warning("onrecord, item %s: %s", item.get("guid"), failure.message)
            payload = {"retry_after": failure.retry_after} if failure.retry_after else None
            raise SuperdeskApiError(failure.message, failure.status, payload) from failure
        return {
            "quotations": answer["quotes"],
            "speakers": answer["speakers"],
            "meta": answer.get("meta") or {},
        }

    def data_operation(
        self, verb: str, operation: str, name: str | None, data: dict[str, Any]
    ) -> dict[str, Any]:
        """`feedback`: stores what editors say of quotations; see docs/integrations.md.

        Args:
            verb: of HTTP; Superdesk sends POST.
            operation: `feedback` is the only one.
            name: kind of data; there is only one, so that it is not looked at.
            data: `item` and `corrections`.

        Returns:
            `stored`: how many corrections were.

        Raises:
            SuperdeskApiError: 400 where the data or the operation are wrong, 500 where nobody
                wants corrections or they cannot be stored.
        """
        if operation != "feedback" or verb != "POST":
            raise SuperdeskApiError.badRequestError(
                f"[{self.name}] unexpected operation: {verb} {operation} {name or ''}".rstrip()
            )
        if self.settings.feedback is None:
            raise SuperdeskApiError.notConfiguredError("ONRECORD_FEEDBACK is not set")
        try:
            records = feedback.records(data)
        except ValueError as error:
            raise SuperdeskApiError.badRequestError(f"[{self.name}] {error}") from error
        self._store(records)
        return {"stored": len(records)}

    def _store(self, records: list[dict[str, Any]]) -> None:
        sink = self.settings.feedback
        try:
            if callable(sink):
                sink(records)
            else:
                superdesk.get_resource_service(sink).post(records)
        except Exception as error:
            logger.exception("onrecord: corrections could not be stored")
            raise SuperdeskApiError.internalError(
                f"[{self.name}] the corrections could not be stored"
            ) from error

    def _request(self, item: dict[str, Any], body: str) -> dict[str, Any]:
        request = {
            "text": body,
            "content_type": "text/html",
            "language": (item.get("language") or "en").replace("_", "-"),
            "include": ["quotes", "speakers"],
            "min_confidence": self.settings.least_confidence,
            "offset_unit": self.settings.offset_unit,
        }
        lines = {
            "id": str(item.get("guid") or "")[:_LONGEST_ID],
            "title": _shown(item.get("headline"))[:_LONGEST_LINE],
            "byline": _shown(item.get("byline"))[:_LONGEST_LINE],
        }
        return {**request, **{name: line for name, line in lines.items() if line}}


def _shown(markup: str | None) -> str:
    """What is left of a line of HTML without its tags."""
    return html.unescape(_TAG.sub(" ", markup or "")).strip()
