"""Whom a noun for a relative means: *her mother*, of one who is brought in as *her daughter*."""

from __future__ import annotations

from collections.abc import Iterator, Mapping

from onrecord.document.tree import Document, Token
from onrecord.lexicon.people import plain
from onrecord.speakers import rules
from onrecord.speakers.figures import Figure, Found
from onrecord.speakers.places import Layout
from onrecord.speakers.sites import Site
from onrecord.types import Mention, TextSpan

_PARENTS = frozenset({"mother", "father", "mum", "mom", "dad", "parent"})
_GRANDPARENTS = frozenset({"grandmother", "grandfather", "gran", "grandma", "grandad", "grandpa"})
_SIBLINGS = frozenset({"brother", "sister"})
_OF = {
    _PARENTS: frozenset({"daughter", "son"}),
    _GRANDPARENTS: frozenset({"granddaughter", "grandson"}),
    _SIBLINGS: _SIBLINGS,
    frozenset({"aunt", "uncle"}): frozenset({"niece", "nephew"}),
    frozenset({"niece", "nephew"}): frozenset({"aunt", "uncle"}),
    frozenset({"husband"}): frozenset({"wife"}),
    frozenset({"wife"}): frozenset({"husband"}),
    frozenset({"son", "daughter"}): _PARENTS,
    frozenset({"grandson", "granddaughter"}): _GRANDPARENTS,
}
"""Nouns for relatives -> what the other one is to them."""


class Kin:
    """The families of one article, as far as it has been read."""

    def __init__(
        self, document: Document, layout: Layout, found: Mapping[Site, Found], names: list[Site]
    ) -> None:
        self._document = document
        self._layout = layout
        self._found = found
        self._names = names

    def of(self, site: Site) -> Found | None:
        """*Her mother*: whose daughter the article has said her to be."""
        noun = plain(site.head.lemma)
        back = next((other for nouns, other in _OF.items() if noun in nouns), None)
        owner = None if back is None else self._owner(site)
        if back is None or owner is None:
            return None
        kin = dict.fromkeys(figure for figure in self._said_of(owner, back))
        fits = [f for f in kin if f.person and f.named and f.fits(site.mention.gender)]
        return Found(fits[0], rules.SHARED_ROLE, "relative") if len(fits) == 1 else None

    def _owner(self, site: Site) -> Figure | None:
        """Whose relative a noun phrase speaks of."""
        owners = (c for c in self._document.children(site.head) if c.dep == "poss")
        owner = next((s for child in owners if (s := self._layout.at(child.index))), None)
        return None if owner is None or owner not in self._found else self._found[owner].figure

    def _said_of(self, figure: Figure, nouns: frozenset[str]) -> Iterator[Figure]:
        """*Her daughter, Ada Quill*: whose daughter she is said to be."""
        for name in self._names:
            if self._found[name].figure is not figure:
                continue
            for token in self._around(name.mention):
                owner = self._layout.at(token.index) if token.dep == "poss" else None
                related = plain(self._document.head(token).lemma) in nouns
                if related and owner is not None and owner in self._found:
                    yield self._found[owner].figure

    def _around(self, name: Mention) -> Iterator[Token]:
        """The words that say what somebody is: *her son* of *Quill, her son*, *her son Quill*."""
        before = name.span.start < name.head.start
        own = TextSpan(name.span.start, name.head.start) if before else None
        for beside in (name.apposition, name.introduction, own):
            yield from self._document.tokens_in(beside) if beside else ()
