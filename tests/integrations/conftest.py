from __future__ import annotations

import hashlib
from collections.abc import Iterator

import pytest

from tests.integrations import superdesk_stub
from tests.web.server import Server

superdesk_stub.install()

KEY = "a-key-of-the-desk"


@pytest.fixture(scope="session")
def service(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Server]:
    """The service around the fake pipeline, behind a key."""
    digest = hashlib.sha256(KEY.encode()).hexdigest()
    log = tmp_path_factory.mktemp("integrations") / "log"
    running = Server("tests.web.fake_wsgi:app", log, ONRECORD_API_KEYS=f"desk:{digest}")
    running.wait(60)
    yield running
    assert running.stop() == 0
