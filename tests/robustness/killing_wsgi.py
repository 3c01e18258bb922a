"""The service around a pipeline that takes a tenth of a second, and its process with it where an
article says so."""

from __future__ import annotations

from onrecord.settings import Settings
from onrecord.web.app import create_app
from onrecord.web.logs import configure
from tests.slow import load

configure()
_settings = Settings.from_environment()
app = create_app(_settings, load(_settings))
