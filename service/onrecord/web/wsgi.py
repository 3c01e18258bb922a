"""The entry point for gunicorn: loads the models once, before the workers are forked."""

from __future__ import annotations

import sys

from onrecord.bootstrap import load_pipeline, settle
from onrecord.errors import OnrecordError
from onrecord.settings import Settings
from onrecord.web import memory
from onrecord.web.app import create_app
from onrecord.web.logs import configure

configure()
try:
    _settings = Settings.from_environment()
    app = create_app(_settings, load_pipeline(_settings))
    memory.check(_settings)
except OnrecordError as error:
    sys.exit(f"onrecord: {error}")
settle()
