"""What a noun phrase cannot stand for: whatever is the subject of a clause around it.

*She said the suspect had come*: she is not the suspect (principle C of the binding theory, Chomsky
1981: a name or noun refers to nothing that commands it).
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping

from onrecord.document.tree import SUBJECTS, Document, Token
from onrecord.speakers.figures import Figure, Found
from onrecord.speakers.places import Layout
from onrecord.speakers.sites import Site
from onrecord.types import Gender, MentionKind

_ARGUMENTS = SUBJECTS | {"dobj", "iobj", "dative"}
FARTHEST_CLAUSE = 4
"""Steps up the tree from a relative pronoun to its clause."""
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


def name_behind(document: Document, layout: Layout, site: Site) -> Site | None:
    """*When she left, | Ada Quill said …*: the name that is the subject behind a pronoun's clause.

    Or the name beside the subject (*Asked if he would, | the baker, Tom Vane, laughed*).
    """
    subject = _subject_behind(document, site.head)
    named = None if subject is None else layout.at(subject.index)
    if named is not None and named.mention.kind is MentionKind.NOMINAL:
        named = layout.described(named.mention.span.start)
    return named if named is not None and named.mention.kind is MentionKind.NAME else None


def _subject_behind(document: Document, pronoun: Token) -> Token | None:
    token = pronoun
    for _ in range(FARTHEST):
        above = document.head(token)
        if above is token:
            return None
        if token.dep == "advcl":
            subjects = (child for child in document.children(above) if child.dep == "nsubj")
            subject = next(subjects, None)
            if subject is not None:
                behind = token.index < subject.index
                return subject if behind and not _is_object(document, pronoun, token) else None
        token = above
    return None


def _is_object(document: Document, pronoun: Token, verb: Token) -> bool:
    """*Sentencing her, | the judge said*: what the subject itself does to somebody else."""
    alone = not any(child.dep == "nsubj" for child in document.children(verb))
    return alone and pronoun.head == verb.index


def named_below(document: Document, layout: Layout, site: Site) -> Iterator[Site]:
    """The names that a subject commands: *The judge called Ada a liar*, *said Ada had lied*."""
    if site.head.dep != "nsubj":
        return
    for child in document.children(document.head(site.head)):
        below = [child, *document.children(child)] if child.dep == "ccomp" else [child]
        for token in below:
            named = layout.at(token.index) if token.dep in _ARGUMENTS else None
            behind = token.index > site.head.index
            if named is not None and behind and named.mention.kind is MentionKind.NAME:
                yield named


def apart(
    document: Document, layout: Layout, found: Mapping[Site, Found], site: Site
) -> Iterator[Figure]:
    """Whom a pronoun is none of by the clause that it stands in.

    *Quill, with whom she fell out*: she is not Quill. *In a statement it said*: it is no statement.
    """
    verb = document.head(site.head)
    if verb.dep == "relcl" and site.head.dep in _ARGUMENTS and not _has_owner(document, verb):
        yield from _figure(layout, found, verb.head)
    if site.head.dep in SUBJECTS and site.mention.gender is Gender.NEUTER:
        for child in document.children(verb):
            if child.dep == "prep" and child.index < site.head.index:
                for noun in document.children(child):
                    yield from _figure(layout, found, noun.index)


def described_by(document: Document, layout: Layout, site: Site) -> Site | None:
    """*Quill, | who said …*: what the relative clause around a pronoun is said of."""
    token = site.head
    for _ in range(FARTHEST_CLAUSE + 1):
        if token.dep == "relcl":
            return layout.at(token.head)
        token = document.head(token)
    return None


def _has_owner(document: Document, verb: Token) -> bool:
    """*Quill, whose brother told him*: he may be Quill."""
    noun = verb.head
    return any(token.tag == "WP$" for token in document.tokens[noun + 1 : verb.index])


def _figure(layout: Layout, found: Mapping[Site, Found], token: int) -> Iterator[Figure]:
    there = layout.at(token)
    if there is not None and there in found:
        yield found[there].figure


def pronouns_beside(document: Document, layout: Layout) -> dict[int, Site]:
    """Head of each pronoun inside an apposition -> the name that it stands beside."""
    return {
        token.index: site
        for site in layout.sites
        if site.mention.apposition is not None
        for token in document.tokens_in(site.mention.apposition)
        if token.pos == "PRON"
    }
