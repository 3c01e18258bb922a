"""What the elements of HTML mean to a reader: which are blocks, which show nothing."""

from __future__ import annotations

import re
from collections.abc import Mapping


def _names(names: str) -> frozenset[str]:
    return frozenset(names.split())


VOID = _names(
    "area base basefont bgsound br col embed frame hr img input keygen link meta param source "
    "track wbr"
)
"""Elements without content and without end tag."""

RAW = _names("script style xmp iframe noembed noframes noscript textarea title")
"""Elements whose content holds no tags; a browser that runs scripts reads `noscript` so too."""

UNSEEN = (RAW - {"xmp"}) | _names(
    "audio canvas datalist head map object rp select svg template video"
)
"""Elements of which a reader sees no words, or none of the article's."""

BLOCKS = _names(
    "address article aside blockquote body caption center dd details dialog dir div dl dt "
    "fieldset figcaption figure footer form h1 h2 h3 h4 h5 h6 header hgroup hr html legend li "
    "listing main menu nav ol optgroup option p plaintext pre search section summary table "
    "tbody tfoot thead tr ul xmp"
)
"""Elements that stand on lines of their own."""

CELLS = frozenset({"td", "th"})

KEEPING = frozenset({"pre", "listing", "xmp"})
"""Elements that show white space as it is written."""

BOUNDARIES = _names("table td th caption html object marquee applet button")
"""Elements that an end tag inside them does not look beyond, unless it is of a table."""

OF_TABLES = _names("table tbody thead tfoot tr td th caption html body")

ENDS: Mapping[str, frozenset[str]] = {
    "li": frozenset({"li"}),
    "dt": frozenset({"dt", "dd"}),
    "dd": frozenset({"dt", "dd"}),
    "tr": frozenset({"tr"}),
    "td": CELLS,
    "th": CELLS,
    "option": frozenset({"option"}),
}
"""Start tags that end an open element of these names; all blocks end an open paragraph."""

INSIDE: Mapping[str, frozenset[str]] = {
    "li": frozenset({"ul", "ol", "menu", "dir"}),
    "dt": frozenset({"dl"}),
    "dd": frozenset({"dl"}),
}
"""Elements beyond which such a start tag does not look."""

_UNSEEN_STYLE = re.compile(
    r"display\s*:\s*none|visibility\s*:\s*(?:hidden|collapse)", re.IGNORECASE
)


def is_unseen(name: str, attributes: Mapping[str, str]) -> bool:
    """Whether a browser shows nothing of an element and what is in it."""
    return (
        name in UNSEEN
        or "hidden" in attributes
        or (name == "dialog" and "open" not in attributes)
        or _UNSEEN_STYLE.search(attributes.get("style", "")) is not None
    )
