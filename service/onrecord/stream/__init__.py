"""Articles as JSON objects in, answers out: what the service, the command line and the archive
all do, so that all of them answer alike."""

from onrecord.stream.answering import Answerer, extract_stream, refusal
from onrecord.stream.reading import Asked, Unreadable, identity, reader

__all__ = ["Answerer", "Asked", "Unreadable", "extract_stream", "identity", "reader", "refusal"]
