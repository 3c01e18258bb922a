"""What stands in quotation marks."""

from onrecord.quotations.effort import left_alone
from onrecord.quotations.marks import find

__all__ = ["find", "left_alone"]
