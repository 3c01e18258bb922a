"""Who the sources are: mentions gathered into speakers over the whole article."""

from onrecord.speakers.coreference import resolve

__all__ = ["resolve"]
