"""Networks as onnxruntime works them out."""

from __future__ import annotations

from base64 import b64decode

import numpy as np

from onrecord.tagging.learned.model import _session

PRODUCT = b64decode(
    "CAg6XgoYCgFhCgFiEgFjIg1NYXRNdWxJbnRlZ2VyEgFnKhMICAgBEANCAWJKCH9/f39/f39/WhQKAWESDwoNCAIS"
    "CQoDEgFuCgIICGIUCgFjEg8KDQgGEgkKAxIBbgoCCAFCBAoAEBE="
)
"""A graph of one node: `MatMulInteger` of (n, 8) unsigned numbers with eight signed ones of 127."""


def test_sums_of_products_are_the_same_on_every_processor() -> None:
    """Two products of 255 and 127 do not fit the 16 bits in which some processors add them."""
    (sums,) = _session(PRODUCT).run(None, {"a": np.full((3, 8), 255, np.uint8)})
    assert sums.tolist() == [[8 * 255 * 127]] * 3
