"""Whether a processor's sums of 8-bit products are exact; where not, onnxruntime is told to be."""

from __future__ import annotations

from base64 import b64decode
from typing import Any, TypeAlias

import numpy as np

Options: TypeAlias = Any
"""`onnxruntime.SessionOptions`, which has no types."""

EXACTLY = ("session.x64quantprecision", "1")
"""Twice as slow on processors with VNNI, whose sums are exact without it."""

PRODUCT = b64decode(
    "CAg6XgoYCgFhCgFiEgFjIg1NYXRNdWxJbnRlZ2VyEgFnKhMICAgBEANCAWJKCH9/f39/f39/WhQKAWESDwoNCAIS"
    "CQoDEgFuCgIICGIUCgFjEg8KDQgGEgkKAxIBbgoCCAFCBAoAEBE="
)
"""A graph of one node: `MatMulInteger` of (n, 8) unsigned numbers with eight signed ones of 127."""

_LARGEST, _ROWS, _TERMS = 255, 3, 8
_SUM = _TERMS * _LARGEST * 127


def made_exact(options: Options) -> Options:
    """The options, with `EXACTLY` among them where the processor needs it.

    Processors with AVX2 and no VNNI add products in pairs, in 16 bits that overflow: other tags for
    one word in a hundred than elsewhere. It is found out by a sum that does not fit.
    """
    if overflow(options):
        options.add_session_config_entry(*EXACTLY)
    return options


def overflow(options: Options) -> bool:
    """Whether the largest products are summed wrongly with these options."""
    import onnxruntime  # noqa: PLC0415  # see `OnnxNetwork`

    session = onnxruntime.InferenceSession(PRODUCT, options, providers=["CPUExecutionProvider"])
    (sums,) = session.run(None, {"a": np.full((_ROWS, _TERMS), _LARGEST, np.uint8)})
    return bool((sums != _SUM).any())
