"""Points of a list in paragraphs of their own: each is a quotation, and one source has them all.

*The audit found that:*, and then a paragraph for every finding. The first has the tag; the others
go on with it, as words in quotation marks without a tag do.
"""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import replace
from itertools import groupby

from onrecord.attribution.scene import Scene
from onrecord.types import Statement, TextSpan


def point_by_point(scene: Scene, statements: Iterable[Statement]) -> list[Statement]:
    """The statements, one with parts in several paragraphs made one of each.

    Returns:
        Statements whose `follows`, where they have one, is a position in this list.
    """
    made: list[Statement] = []
    for statement in statements:
        first, *others = _by_paragraph(scene, statement.parts)
        made.append(replace(statement, parts=first) if others else statement)
        place = len(made) - 1
        made.extend(
            Statement(
                statement.type, parts, follows=place, negated=statement.negated,
                evidence=statement.evidence,
            )
            for parts in others
        )  # fmt: skip
    return made


def _by_paragraph(scene: Scene, parts: tuple[TextSpan, ...]) -> list[tuple[TextSpan, ...]]:
    grouped = groupby(parts, key=lambda part: scene.paragraph(part.start))
    return [tuple(inside) for _, inside in grouped]
