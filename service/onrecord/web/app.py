"""The Flask application: put together here, answered for in `routes`."""

from __future__ import annotations

from flask import Flask
from werkzeug.middleware.proxy_fix import ProxyFix

from onrecord.settings import Settings
from onrecord.types import Extractor
from onrecord.web import cache, contract, editor, errors, exchange, state, telemetry, trace
from onrecord.web.access import Gate
from onrecord.web.queue import InTurn, Queue
from onrecord.web.routes import blueprint


def create_app(settings: Settings, pipeline: Extractor) -> Flask:
    """The application.

    Args:
        settings: limits and keys; read the environment with `Settings.from_environment`.
        pipeline: finds what articles hold; it must be safe to share between threads.

    Raises:
        InvalidSettings: where what a setting asks for is not installed.
    """
    app = Flask("onrecord.web", static_folder=None)
    app.url_map.merge_slashes = False
    if settings.trusted_proxies:
        proxies = settings.trusted_proxies
        app.wsgi_app = ProxyFix(  # type: ignore[method-assign]
            app.wsgi_app, x_for=proxies, x_proto=proxies, x_host=0
        )
    queue = Queue(settings.queue)
    shared = state.State(
        settings,
        pipeline=InTurn(pipeline, queue),
        queue=queue,
        contract=contract.load(),
        gate=Gate(settings),
        cache=cache.made(settings),
        page=editor.load(settings),
    )
    state.attach(app, shared)
    trace.register(app)
    exchange.register(app, settings)
    errors.register(app)
    app.register_blueprint(blueprint)
    if settings.tracing == "on":
        telemetry.start(app)
    return app
