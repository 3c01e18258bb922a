"""The service around the fake pipeline, for gunicorn in the tests."""

from onrecord.settings import Settings
from onrecord.web.app import create_app
from onrecord.web.logs import configure
from tests.fakes import load

configure()
_settings = Settings.from_environment()
app = create_app(_settings, load(_settings))
