"""Who posts: *“…” tweeted @mudlark*."""

from __future__ import annotations

from onrecord.document.tree import Token
from onrecord.tagging.scope import Scope

_EMOJI = 4
"""Words before a verb among which a handle and its emoji may stand."""


def handle(scope: Scope, verb: Token) -> Token | None:
    """*“…” tweeted @mudlark* and *“…” @mudlark replied*: the account that posted the words.

    Emoji that stand with its name are passed over.
    """
    document = scope.document
    behind = document.tokens[verb.index + 1 : verb.index + 2]
    before = document.tokens[max(0, verb.index - _EMOJI) : verb.index]
    named = next((t for t in reversed(before) if any(map(str.isalnum, t.text))), None)
    if behind and _is_handle(behind[0]) and scope.follows_words(verb):
        return behind[0]
    return named if named is not None and _is_handle(named) else None


def _is_handle(token: Token) -> bool:
    return token.text[0] == "@" and len(token.text) > 1
