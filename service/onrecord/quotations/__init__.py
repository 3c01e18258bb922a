"""What stands in quotation marks."""

from onrecord.quotations.marks import find

__all__ = ["find"]
