"""What a noun must name to put something in words: people, bodies, documents."""

from __future__ import annotations

from onrecord.lexicon import people


def is_utterer(lemma: str) -> bool:
    """Whether a common noun, in its dictionary form, is known to name one who can speak or write.

    Documents count: they state things too.
    """
    known = people.load()
    return known.is_role(lemma) or lemma in known.group | known.document | known.veiled
