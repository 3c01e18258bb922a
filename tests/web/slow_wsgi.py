"""The service around a fake pipeline that takes its time, for gunicorn in the tests."""

from onrecord.settings import Settings
from onrecord.web.app import create_app
from onrecord.web.logs import configure
from tests.slow import load

configure()
_settings = Settings.from_environment()
app = create_app(_settings, load(_settings))
