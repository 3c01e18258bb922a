"""Answers as columns of Parquet: the shape of `openapi.yaml`, typed, whatever an archive holds."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

if TYPE_CHECKING:
    from collections.abc import Mapping

    import pyarrow as pa


def schema() -> pa.Schema:
    """The columns. A section that was not asked for is null."""
    import pyarrow as pa  # noqa: PLC0415  # of an extra

    text, number, truth = pa.string(), pa.float64(), pa.bool_()
    span = _struct({"start": pa.int64(), "end": pa.int64(), "text": text})
    spans = pa.list_(span)
    described = {"id": text, "name": text, "kind": text, "named": truth, "title": text}
    speaker = _struct(described)
    hop = _struct({"source": span, "speaker": speaker, "cue": span, "relation": text})
    quote = {
        "id": text,
        "type": text,
        "text": text,
        "parts": spans,
        "speaker": speaker,
        **dict.fromkeys(("speaker_mention", "cue", "addressee", "medium", "time"), span),
        "negated": truth,
        "attribution": text,
        "confidence": number,
        "confidences": _struct({"quotation": number, "speaker": number}),
    }
    attribution = {"id": text, "content": spans, "chain": pa.list_(hop), "confidence": number}
    relation = {"source": span, "cue": span, "content": spans, "kind": text, "confidence": number}
    features = pa.list_(_struct({"name": text, "value": number, "contribution": number}))
    weighed = _struct(
        {
            "way": text,
            **dict.fromkeys(("source", "cue"), span),
            "follows": text,
            "chosen": truth,
            "probability": number,
            "features": features,
        }
    )
    explanation = {
        "quote": text,
        "features": features,
        "decided_by": text,
        "rule": text,
        "summary": pa.list_(text),
        "deciding": features,
        "speech": features,
        "resolution": text,
        "rivals": pa.list_(text),
        "confidence": _struct({"quotation": features, "speaker": features, "chain": features}),
        "candidates": pa.list_(weighed),
    }
    meta = {"version": text, "model": text, "words": pa.int64()}
    meta |= {"elapsed_ms": number, "offset_unit": text}
    sections = {
        "quotes": quote,
        "attributions": attribution,
        "speakers": {**described, "mentions": spans, "quotes": pa.list_(text)},
        "relations": relation,
        "explanations": explanation,
    }
    columns = {name: pa.list_(_struct(members)) for name, members in sections.items()}
    return pa.schema({"id": text, "language": text, **columns, "meta": _struct(meta)})


def _struct(members: Mapping[str, Any]) -> pa.DataType:
    import pyarrow as pa  # noqa: PLC0415  # of an extra

    return pa.struct(list(members.items()))
