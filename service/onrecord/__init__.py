"""Who said what, in any news text: quotations, reported statements, chains, with confidence.

    import onrecord

    pipeline = onrecord.load_pipeline()
    extraction = pipeline.extract(text)

What an `Extraction` holds is told in `onrecord.types`.
"""

from onrecord.bootstrap import load_pipeline
from onrecord.errors import InvalidArticle, InvalidSettings, ModelUnavailable, OnrecordError
from onrecord.pipeline import Pipeline
from onrecord.types import (
    Article,
    Attribution,
    Extraction,
    Hop,
    Quotation,
    QuotationType,
    Relation,
    Speaker,
    SpeakerKind,
    TextSpan,
)
from onrecord.version import __version__

__all__ = [
    "Article",
    "Attribution",
    "Extraction",
    "Hop",
    "InvalidArticle",
    "InvalidSettings",
    "ModelUnavailable",
    "OnrecordError",
    "Pipeline",
    "Quotation",
    "QuotationType",
    "Relation",
    "Speaker",
    "SpeakerKind",
    "TextSpan",
    "__version__",
    "load_pipeline",
]
