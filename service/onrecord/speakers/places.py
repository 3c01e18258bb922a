"""Where the mentions of an article stand, and which of them its sources are."""

from __future__ import annotations

from bisect import bisect_right
from collections.abc import Iterator, Sequence

from onrecord.document.tree import Document, Token
from onrecord.lexicon import cues, people
from onrecord.lexicon.grammar import ARTICLES
from onrecord.lexicon.people import plain
from onrecord.speakers import wording
from onrecord.speakers.parts import Parts, is_personal
from onrecord.speakers.sites import Place, Site
from onrecord.types import Mention, MentionKind, SpeakerKind, TextSpan

FARTHEST_TAG = 2
"""Words between a quoted string and the speaker in a tag behind it."""

_MANY = frozenset({SpeakerKind.ORGANIZATION, SpeakerKind.GROUP})
_PLACING = frozenset({"outside", "inside", "at", "in", "near", "after", "before", "behind"})
_IN_NO_NAME = frozenset({"VERB", "AUX", "ADP", "CCONJ", "PRON", "PUNCT"})
"""What does not stand in *the sports daily La Pista*: a noun, and its name."""
_QUANTIFIERS = frozenset({"NUM", "DET", "PRON", "ADJ"})


class Layout:
    """The mentions of one article in their places.

    Attributes:
        sites: one a mention, in the same order.
        spans: the sources asked for, without repetition, in order of position.
        nouns: dictionary forms of the nouns among the heads of the sources.
    """

    def __init__(
        self,
        document: Document,
        mentions: Sequence[Mention],
        sources: Sequence[TextSpan | None],
        quoted: Sequence[TextSpan],
    ) -> None:
        self._document = document
        self._quoted = sorted(quoted)
        self._opening = [span.start for span in self._quoted]
        heads = [document.token_at(mention.head.end - 1) for mention in mentions]
        self._mentions = {
            head.index: mention for head, mention in zip(heads, mentions, strict=True)
        }
        self._parts = Parts(document, frozenset(self._mentions))
        beside = [
            (phrase, head.index)
            for head, mention in zip(heads, mentions, strict=True)
            for phrase in (mention.introduction, mention.apposition)
            if phrase
        ]
        self._described = {phrase.start: head for phrase, head in beside}
        self._beside_ends = {phrase.start: phrase.end for phrase, _ in beside}
        named = [
            (mention.span, head.index)
            for head, mention in zip(heads, mentions, strict=True)
            if mention.kind is MentionKind.NAME
        ]
        self._whole = dict(named)
        self._named_from = {span.start: head for span, head in named}
        self._named_to = {span.end: head for span, head in named}
        self.spans = sorted(
            {span for span in sources if span is not None and document.tokens_in(span)}
        )
        self._chosen = {span: self._head_of(span) for span in self.spans}
        self._cited = frozenset(self._chosen.values())
        self.nouns = frozenset(
            plain(document.tokens[head].lemma) for head in self._cited if head is not None
        )
        self.sites = tuple(
            Site(mention, head, head.index in self._cited, self._place)
            for head, mention in zip(heads, mentions, strict=True)
        )
        self._by_head = {site.head.index: site for site in self.sites}

    def site(self, span: TextSpan) -> Site | None:
        """The mention that a source is, or None where none matches."""
        head = self._chosen[span]
        return None if head is None else self._by_head[head]

    def in_quotation(self, span: TextSpan) -> bool:
        """Whether a stretch stands inside a quoted string."""
        return self._outer(span) is not None

    def quotation(self, span: TextSpan) -> int | None:
        """Position of the outermost quoted string around a stretch."""
        return self._outer(span)

    def at(self, token: int) -> Site | None:
        """The mention whose head is the token."""
        return self._by_head.get(token)

    def described(self, start: int) -> Site | None:
        """The name beside which an apposition begins at the offset."""
        head = self._described.get(start)
        return None if head is None else self._by_head[head]

    def named(self) -> Iterator[tuple[TextSpan, TextSpan]]:
        """The sources that stand in apposition to a name, each with the name."""
        for span in self.spans:
            site = self.site(span)
            if site is not None and site.mention.kind is MentionKind.NAME:
                name = site.mention.span
                if not name.overlaps(span):
                    yield span, name

    def is_joint(self, span: TextSpan) -> bool:
        """Whether a source is two names or more (*Quill and Vane*)."""
        tokens = self._document.tokens_in(span)
        top = next(iter(_tops(tokens)), None)
        return (
            top is not None
            and self._is_name(top.index)
            and any(
                token.dep == "conj" and token.head == top.index and self._is_name(token.index)
                for token in tokens
            )
        )

    def _is_name(self, token: int) -> bool:
        mention = self._mentions.get(token)
        return mention is not None and mention.kind is MentionKind.NAME

    def _head_of(self, span: TextSpan) -> int | None:
        """Head of the mention that a source is: its syntactic head, else the first inside.

        A source that stands in apposition to a name is the mention of the name, and so is one
        that opens with what the name is (*the relief agency Quill Aid*), or ends before the name
        does (*Sgt.*, of *Sgt. Ada Quill*). Where the parse hangs the name behind a noun on another
        word, it still is the name.
        """
        tokens = self._document.tokens_in(span)
        known = self._described.get(span.start, self._whole.get(span))
        known = self._behind_place(span, tokens) if known is None else known
        if known is not None:
            return known
        if len(tokens) == 1:
            alone = tokens[0].index if tokens[0].index in self._mentions else None
            return self._named_from.get(span.start) if alone is None else alone
        if self.is_joint(span):
            return None
        cut_off = self._named_to.get(span.end)
        if cut_off is not None and self._is_cut_off(cut_off, tokens):
            return cut_off
        top = next((t for t in _tops(tokens) if self._decides(t)), None)
        if top is not None:
            named = top.index in self._mentions and not self._is_one_of(top, tokens[0])
            return (self._owner(top) or self._bearing(top) or top.index) if named else None
        inside = [t.index for t in tokens if t.index in self._mentions]
        whole = (index for index in inside if not self._is_owner(index))
        return next(whole, inside[0] if inside else self._named_from.get(span.start))

    def _behind_place(self, span: TextSpan, tokens: Sequence[Token]) -> int | None:
        """*Outside court | the couple's son*, beside a name: a place taken into the source."""
        if tokens[0].lower not in _PLACING:
            return None
        ends = (t.start for t in tokens[1:] if self._beside_ends.get(t.start) == span.end)
        return next((self._described[start] for start in ends), None)

    def _is_cut_off(self, head: int, tokens: Sequence[Token]) -> bool:
        """*the sports daily | La Pista*: a name behind a noun, in two phrases by the parse."""
        begin = self._mentions[head].head.start
        before = [token for token in tokens if token.start < begin]
        noun = bool(before) and before[-1].text.islower()
        noun = noun and (before[-1].pos == "NOUN" or before[-1].lower in cues.load().newsrooms)
        alone = _IN_NO_NAME.isdisjoint(token.pos for token in tokens)
        return noun and alone and head in {top.index for top in _tops(tokens)}

    def _decides(self, top: Token) -> bool:
        """Whether a word at the top of a source is its mention, or counts (*several of them*)."""
        counts = top.pos in _QUANTIFIERS and top.lower not in ARTICLES
        return top.index in self._mentions or counts

    def _is_one_of(self, head: Token, first: Token) -> bool:
        """*A senior Agrarian*: somebody of a party or people, not the party itself."""
        mention = self._mentions[head.index]
        named = mention.kind is MentionKind.NAME and mention.speaker_kind in _MANY
        return named and first is not head and first.lower in {"a", "an", "one", "another"}

    def _is_owner(self, token: int) -> bool:
        """Whether the word is a possessive (*Osmark | 's minister*)."""
        after = self._document.tokens[token + 1 : token + 2]
        return bool(after) and after[0].tag == "POS"

    def _owner(self, head: Token) -> int | None:
        """*Quill's fury*, *her accusation*: whose words a noun for what is said tells of."""
        noun = plain(head.lemma)
        if noun not in wording.said() or self._mentions[head.index].kind is not MentionKind.NOMINAL:
            return None
        owners = (child for child in self._document.children(head) if child.dep == "poss")
        return next((owner.index for owner in owners if owner.index in self._mentions), None)

    def _bearing(self, head: Token) -> int | None:
        """*A note on the desk that said*: the document, not what it lies on."""
        above = self._document.head(self._document.head(head))
        noun = self._mentions.get(above.index)
        written = noun is not None and noun.speaker_kind is SpeakerKind.DOCUMENT
        thing = self._mentions[head.index].speaker_kind is SpeakerKind.UNKNOWN
        if head.dep != "pobj" or not written or people.is_utterer(plain(head.lemma)):
            return None
        return above.index if thing else None

    def _place(self, mention: Mention, head: Token) -> Place:
        outer = self._outer(mention.head) if self._quoted else None
        return Place(
            token=head.index,
            sentence=head.sentence,
            paragraph=self._document.sentence_of(head).paragraph,
            subject=self._parts.is_subject(head),
            governor=self._parts.governor(head),
            clause=self._parts.clause(head),
            personal=is_personal(head),
            modifier=self._parts.is_modifier(mention, head),
            quotation=outer,
            source=head.index in self._cited,
            tag=head.index in self._cited and self._is_behind(mention.span),
            within=self._parts.is_within(head),
            reported=self._parts.is_reported(head),
        )

    def _is_behind(self, span: TextSpan) -> bool:
        """Whether a quoted string ends a verb's length before it."""
        before = bisect_right(self._opening, span.start) - 1
        if before < 0 or self._quoted[before].end > span.start:
            return False
        gap = self._document.text[self._quoted[before].end : span.start]
        return "\n" not in gap and len(gap.split()) <= FARTHEST_TAG

    def _outer(self, head: TextSpan) -> int | None:
        """Position of the outermost quoted string around a head."""
        before = bisect_right(self._opening, head.start) - 1
        return before if before >= 0 and head.end <= self._quoted[before].end else None


def _tops(tokens: Sequence[Token]) -> list[Token]:
    """The tokens of a stretch whose governor lies outside it."""
    inside = {token.index for token in tokens}
    return [token for token in tokens if token.head not in inside or token.head == token.index]
