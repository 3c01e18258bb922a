"""python -m integrations.wordpress.proof PICTURES

Sets up a throw-away WordPress and the service, does what an editor does, checks what is to be seen,
and takes everything away again. Ends with status 0 where all of it is as it should be.
"""

from __future__ import annotations

import hashlib
import secrets
import sys
import tempfile
import time
from pathlib import Path

from integrations.wordpress.proof import desk as desks
from integrations.wordpress.proof.steps import STEPS, Proof
from integrations.wordpress.proof.switch import Switch
from integrations.wordpress.proof.wordpress import WordPress, free_port
from tests.web.server import Server


def main(pictures: Path) -> int:
    """All steps, in order; each stands on those before it."""
    pictures.mkdir(parents=True, exist_ok=True)
    with tempfile.TemporaryDirectory(prefix="onrecord-wordpress-") as name:
        folder = Path(name)
        key = secrets.token_urlsafe(24)
        wordpress, service = WordPress(folder), _service(folder, key)
        switch = Switch(service.port)
        try:
            wordpress.start()
            service.wait(180)
            switch.set("real")
            with desks.browser() as browser:
                desk = desks.Desk(desks.open_page(browser), wordpress.address, pictures)
                _run(Proof(desk, wordpress, switch, key))
        finally:
            switch.stop()
            service.stop()
            wordpress.stop()
    return 0


def _service(folder: Path, key: str) -> Server:
    """The service with its real models, behind a key."""
    port = free_port()
    settings = {
        "ONRECORD_BIND": f"127.0.0.1:{port}",
        "ONRECORD_API_KEYS": f"wordpress:{hashlib.sha256(key.encode()).hexdigest()}",
    }
    server = Server("onrecord.web.wsgi:app", folder / "service.log", **settings)
    server.port = port
    return server


def _run(proof: Proof) -> None:
    print(f"WordPress {proof.wordpress.state()['version']}", flush=True)
    for step in STEPS:
        started = time.monotonic()
        try:
            step(proof)
        except BaseException:
            proof.desk.picture("failed")
            raise
        told = (step.__doc__ or step.__name__).strip().splitlines()[0]
        print(f"  {time.monotonic() - started:5.1f} s  {told}", flush=True)
    print(f"{len(STEPS)} passed, 0 failed", flush=True)


if __name__ == "__main__":
    sys.exit(main(Path(sys.argv[1])))
