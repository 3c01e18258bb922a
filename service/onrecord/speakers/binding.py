"""What a noun phrase cannot stand for: whatever is the subject of a clause around it.

*She said the suspect had come*: she is not the suspect (principle C of the binding theory, Chomsky
1981: a name or noun refers to nothing that commands it).
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping

from onrecord.document.tree import Document
from onrecord.speakers.figures import Figure, Found
from onrecord.speakers.places import Layout, Site

FARTHEST = 8
"""Steps up the tree from a noun phrase to the clauses around it."""


def above(
    document: Document, layout: Layout, found: Mapping[Site, Found], site: Site
) -> Iterator[Figure]:
    """The subjects of the clauses around a noun phrase, so far as they are known."""
    token = site.head
    for _ in range(FARTHEST):
        verb = document.head(token)
        if verb is token:
            return
        token = verb
        for child in document.children(verb):
            subject = layout.at(child.index) if child.dep == "nsubj" else None
            if subject is not None and subject in found and child.index < site.head.index:
                yield found[subject].figure


def pronouns_beside(document: Document, layout: Layout) -> dict[int, Site]:
    """Head of each pronoun inside an apposition -> the name that it stands beside."""
    return {
        token.index: site
        for site in layout.sites
        if site.mention.apposition is not None
        for token in document.tokens_in(site.mention.apposition)
        if token.pos == "PRON"
    }
