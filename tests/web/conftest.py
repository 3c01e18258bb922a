from __future__ import annotations

from collections.abc import Iterator

import pytest

from tests.web.server import Server


@pytest.fixture(scope="session")
def server(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Server]:
    """The service around the fake pipeline, one worker process, as in operation otherwise."""
    running = Server("tests.web.fake_wsgi:app", tmp_path_factory.mktemp("web") / "log")
    running.wait(30)
    yield running
    assert running.stop() == 0
