"""Which glyphs go together: as opening and closing mark, and as outer and inner mark."""

from __future__ import annotations

from itertools import product

from onrecord.quotations.glyphs import GLYPHS, Family, Glyph, Shape

_PARTNERS = {
    ("«", "»"), ("»", "«"), ("‹", "›"), ("›", "‹"), ("»", "»"), ("›", "›"),
    ("「", "」"), ("『", "』"), ("﹁", "﹂"), ("﹃", "﹄"), ("``", "''"), ("„", "“"), ("‚", "‘"),
    ("„", "”"), ("‚", "’"), (",,", "''"), (",,", "”"), ("`", "'"), ("´", "´"),
}  # fmt: skip
_MISMATCH = 3.0
_FOREIGN = 4.5
_LOOSE = 0.7
"""Of the same kind, but not of the same set: a straight and a curly mark."""


def fit(opening: Glyph, closing: Glyph) -> float:
    """How odd it is for two marks to be a pair; 0 where it is usual."""
    return _FITS[opening.written, closing.written]


def nesting(outer: Glyph, inner: Glyph) -> float:
    """How odd it is to open one mark while the other is the innermost open one."""
    return _NESTINGS[outer.written, inner.written]


def _fit(opening: Glyph, closing: Glyph) -> float:
    if (opening.written, closing.written) in _PARTNERS:
        # the high mark with which a low one ends has the form of an opening one
        return -2.5 if opening.family is Family.LOW and closing.shape is Shape.OPEN else 0.0
    own = {Family.GUILLEMET, Family.CJK}
    if opening.family in own or closing.family in own:
        return _MISMATCH if opening.family is closing.family else _FOREIGN
    if opening.single is not closing.single:
        return _MISMATCH
    same = opening.family is closing.family
    straight = opening.shape is Shape.EITHER, closing.shape is Shape.EITHER
    return 0.0 if same and straight[0] is straight[1] else _LOOSE / (2 if opening.single else 1)


def _nesting(outer: Glyph, inner: Glyph) -> float:
    if outer.written == inner.written:
        return 1.5 if outer.family in {Family.GUILLEMET, Family.CJK} else 3.0
    own = {Family.GUILLEMET, Family.CJK}
    if outer.family in own or inner.family in own or outer.single is not inner.single:
        return 0.0
    return 1.0


_FITS = {(a, b): _fit(GLYPHS[a], GLYPHS[b]) for a, b in product(GLYPHS, repeat=2)}
_NESTINGS = {(a, b): _nesting(GLYPHS[a], GLYPHS[b]) for a, b in product(GLYPHS, repeat=2)}
