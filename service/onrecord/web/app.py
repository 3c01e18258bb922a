"""The Flask application: put together here, answered for in `routes`."""

from __future__ import annotations

from flask import Flask

from onrecord.settings import Settings
from onrecord.types import Extractor
from onrecord.web import contract, errors, state, trace
from onrecord.web.routes import blueprint


def create_app(settings: Settings, pipeline: Extractor) -> Flask:
    """The application.

    Args:
        settings: limits; read the environment with `Settings.from_environment`.
        pipeline: finds what articles hold; it must be safe to share between threads.
    """
    app = Flask("onrecord.web", static_folder=None)
    app.config["MAX_CONTENT_LENGTH"] = settings.body_limit + 1  # the one shows that there is more
    app.url_map.merge_slashes = False
    state.attach(app, state.State(settings, pipeline, contract.load()))
    trace.register(app)
    errors.register(app)
    app.register_blueprint(blueprint)
    return app
