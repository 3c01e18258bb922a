"""Who is said to have said what: reports found by the parse and the cue lexicon."""

from onrecord.tagging.subjects import with_subjects
from onrecord.tagging.tag import tag

__all__ = ["tag", "with_subjects"]
