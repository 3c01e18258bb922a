"""The trained tagger: a text in, its relations of source, cue and content out."""

from __future__ import annotations

from pathlib import Path

import numpy as np
import onnxruntime

from onrecord.tagging.learned.scores import Floats
from onrecord.tagging.learned.stream import Numbers

INPUTS = ("pieces", "cases", "quoted", "leads")


class OnnxNetwork:
    """A network in an ONNX file; safe to share between threads."""

    def __init__(self, path: Path) -> None:
        options = onnxruntime.SessionOptions()
        options.intra_op_num_threads = 1
        options.inter_op_num_threads = 1
        options.log_severity_level = 3
        self._session = onnxruntime.InferenceSession(
            path,
            options,
            providers=["CPUExecutionProvider"],
            disabled_optimizers=["SkipLayerNormFusion"],
        )

    def __call__(self, inputs: Numbers) -> tuple[Floats, Floats, Floats]:
        """Tags, boundaries and links of each piece of one window; `inputs` is (4, pieces)."""
        given = {name: row[None] for name, row in zip(INPUTS, inputs, strict=True)}
        tags, bounds, links = self._session.run(None, given)
        return tags[0], bounds[0], links[0]
