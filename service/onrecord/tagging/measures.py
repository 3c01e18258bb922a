"""Where *according to* names no source: *sold according to age*, *went according to plan*."""

from __future__ import annotations

from onrecord.document.tree import Token
from onrecord.tagging.roles import object_of
from onrecord.tagging.scope import Scope

_MEASURES = frozenset(
    {"ability", "age", "age-group", "circumstance", "color", "colour", "colouring", "demand",
     "distance", "experience", "gender", "height", "income", "length", "means", "merit", "mood",
     "need", "performance", "preference", "price", "race", "rank", "region", "risk", "season",
     "seniority", "severity", "sex", "size", "skill", "taste", "type", "wealth", "weight", "whim"}
)  # fmt: skip
"""By which things are sorted, shared or done, whoever's they are."""
_PLANS = frozenset(
    {"custom", "design", "plan", "procedure", "protocol", "rule", "schedule", "script", "timetable"}
)
"""By which things go where no word stands before them; *the plan* may state something."""
_ACCORDING, _TO = "according", "to"


def goes_by(scope: Scope, according: Token) -> bool:
    """Whether what stands behind *according to* is a measure or a mere *plan*."""
    if according.lower != _ACCORDING:
        return False
    children = scope.document.children(according)
    to = next((child for child in children if child.lower == _TO), None)
    noun = object_of(scope, to) if to is not None else None
    if noun is None or noun.pos != "NOUN":
        return False
    bare = not any(child.index < noun.index for child in scope.document.children(noun))
    return noun.lemma in _MEASURES or (bare and noun.lemma in _PLANS)
