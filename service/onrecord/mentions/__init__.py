"""What in an article could be a source: the names, noun phrases and pronouns in it."""

from onrecord.mentions.find import find

__all__ = ["find"]
