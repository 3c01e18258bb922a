"""The page for editors: files of our own, read once at the start, held to a strict policy."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from importlib.resources import files
from types import MappingProxyType

from onrecord.settings import Settings

START = "index.html"

MEDIA_TYPES: Mapping[str, str] = MappingProxyType(
    {
        "html": "text/html; charset=utf-8",
        "css": "text/css; charset=utf-8",
        "js": "text/javascript; charset=utf-8",
        "svg": "image/svg+xml",
        "woff2": "font/woff2",
    }
)
"""By suffix; files with another one are not given out."""

HEADERS: Mapping[str, str] = MappingProxyType(
    {
        "Content-Security-Policy": (
            "default-src 'none'; script-src 'self'; style-src 'self'; font-src 'self'; "
            "img-src 'self'; connect-src 'self'; base-uri 'none'; form-action 'none'; "
            "frame-ancestors 'none'; require-trusted-types-for 'script'; trusted-types 'none'"
        ),
        "Cross-Origin-Opener-Policy": "same-origin",
        "Cross-Origin-Resource-Policy": "same-origin",
        "Permissions-Policy": "camera=(), microphone=(), geolocation=()",
        "Referrer-Policy": "no-referrer",
    }
)
"""What goes with each of the files: no script, style or connection but of this origin, no markup
made by script, no frame around the page, and no address of it told to anybody."""

_LONGEST = b"{longest}"


@dataclass(frozen=True, slots=True)
class File:
    """One file of the page."""

    body: bytes
    content_type: str


def load(settings: Settings) -> Mapping[str, File]:
    """The files of the page by name; the first of them knows how long an article may be."""
    folder = files("onrecord.web") / "static"
    found = {
        place.name: File(place.read_bytes(), MEDIA_TYPES[place.name.rpartition(".")[2]])
        for place in sorted(folder.iterdir(), key=lambda place: place.name)
        if place.name.rpartition(".")[2] in MEDIA_TYPES
    }
    start = found[START]
    told = start.body.replace(_LONGEST, str(settings.max_characters).encode())
    found[START] = File(told, start.content_type)
    return MappingProxyType(found)
