"""The act of saying in the tree: what hangs on it, and not on what is said or another deed."""

from __future__ import annotations

from collections.abc import Container, Iterator
from dataclasses import dataclass
from functools import cached_property

from onrecord.document.tree import ADNOMINAL, OBJECTS, SUBJECTS, VERBAL, Token
from onrecord.lexicon.cues import SPOKEN, CueLexicon
from onrecord.tagging.carriers import ADDRESSES, LEADING, PUTS
from onrecord.tagging.media import SOUGHT
from onrecord.tagging.phrases import NOMINAL
from onrecord.tagging.scope import Scope
from onrecord.types import Report, TextSpan

_PUT_OUT = frozenset(
    {"publish", "release", "issue", "post", "send", "file", "write", "date", "deliver",
     "share", "record", "broadcast", "air", "give", "submit", "make", "sign", "print", "upload",
     "unveil", "complete", "distribute", "draft", "carry", "lodge", "tweet"}
)  # fmt: skip
"""What is done with words when they are put (*a letter sent on Friday*, *a memo dated Monday*).

Not when they come out against the will of who wrote them: *a memo leaked in May* is older.
"""
DESCRIBING = frozenset({"compound", "nummod", "amod", "nmod", "poss", "det"})
"""Dependencies of a word on the noun behind it that it describes."""
_TALKS = PUTS | ADDRESSES | SOUGHT
_PASSED = frozenset({"ADP", "ADV", "SCONJ", "PART"})
_TO_WHOM = LEADING | {"to", "with"}
_OPENERS = frozenset({"", "and", "but", "then", "yet", "so"})
_HIGHEST = 8


@dataclass(frozen=True)
class Saying:
    """How one report was put: its cue, with the clauses that it shares."""

    scope: Scope
    report: Report
    lexicon: CueLexicon

    @cached_property
    def _cue(self) -> tuple[Token, ...]:
        span = self.report.cue
        return self.scope.document.tokens_in(span) if span is not None else ()

    @cached_property
    def _verb(self) -> Token:
        return self._cue[0]

    def beside(self) -> Iterator[Token]:
        """What hangs on the cue, or on a verb of speaking beside it (*speaking at noon*)."""
        document = self.scope.document
        for token in self._cue:
            yield from document.children(token)
            for clause in document.children(token):
                if self._is_talk(clause):
                    yield from document.children(clause)

    def touches(self, span: TextSpan) -> bool:
        """*said | on Monday | it was late*: whether a phrase stands behind cue or hearer.

        There the parser may take it for a part of the clause. The words of others are no part of
        the tag: a phrase behind them is that of a clause.
        """
        report, text = self.report, self.scope.document.text
        if report.content and not span.end <= report.content[0].start:
            return False
        ends = [s.end for s in (report.cue, report.addressee, report.medium) if s is not None]
        last = self._cue[-1]
        return any(
            text[end : span.start] == " " and last.end <= end for end in ends if end < span.start
        )

    def opens(self, span: TextSpan) -> bool:
        """*Last night Ruiz, asked about it, insisted*: whether a phrase opens the cue's sentence.

        The source must stand right behind it, and the cue govern the sentence.
        """
        source, document = self.report.source, self.scope.document
        if source is None or not span.end < source.start < self._verb.start:
            return False
        if self._verb.dep not in {"ROOT", "ccomp", "parataxis"}:
            return False
        first = document.tokens[document.sentence_of(self._verb).first]
        lead = document.text[first.start : span.start].strip(" ,").lower()
        return document.text[span.end : source.start] in {" ", ", "} and lead in _OPENERS

    def takes(self, top: Token, inside: Container[int]) -> bool:
        """Whether a phrase hangs on the act of saying.

        Args:
            top: the token of the phrase that another one governs.
            inside: positions of all its tokens.
        """
        document = self.scope.document
        above = document.head(top)
        if top.dep in DESCRIBING and above.index > top.index and above.index not in inside:
            return False
        if top.dep == "pobj":
            return self._is_dated(top)
        return self._leads_up(top)

    def _leads_up(self, top: Token) -> bool:
        """Whether the way up from a phrase comes to the saying before another deed."""
        document = self.scope.document
        below, astray = top, False
        for _ in range(_HIGHEST):
            above = document.head(below)
            ours = above in self._cue or self._is_source(above, top) or self._is_medium(above)
            if (above.pos in VERBAL and self._puts_out(above)) or (ours and not astray):
                return True
            if above.index == below.index or above.pos not in NOMINAL | _PASSED:
                return not astray and above.pos in VERBAL and self._is_of(above, top)
            astray = astray or (above.pos in NOMINAL and not self._leads_on(above))
            below = above
        return False

    def _is_dated(self, day: Token) -> bool:
        """*In a circular dated | Monday*, where the parser takes the day for the noun."""
        dated = self.scope.document.tokens[day.index - 1]
        held = (self.report.medium, self.report.source)
        return dated.lower == "dated" and any(
            s is not None and s.end + 1 == dated.start for s in held
        )

    def _leads_on(self, noun: Token) -> bool:
        """Whether what hangs on a noun can be of the saying: where, through or to whom it was."""
        told = self.report.addressee
        if told is not None and told.contains(noun.span):
            return not told.contains(self.scope.document.head(noun).span)
        carries = noun.lemma in self.lexicon.conveying or noun.pos == "PROPN"
        led = self.scope.document.head(noun).lower in _TO_WHOM or noun.dep == "dobj"
        return carries and noun.dep in OBJECTS and led

    def _is_source(self, noun: Token, top: Token) -> bool:
        """*said Ruiz | on Monday*, *the memo | of 3 May says*: the time behind the source."""
        source = self.report.source
        if source is None or not source.contains(noun.span):
            return False
        if source.contains(self.scope.document.head(noun).span):
            return False
        return source.end <= top.start or noun.lemma in self.lexicon.written

    def _is_medium(self, noun: Token) -> bool:
        """*In a speech | on Monday, Ruiz praised the crew, but she noted …*: what it is put in."""
        medium = self.report.medium
        led = medium is not None and self.scope.document.head(noun).start == medium.start
        return led and noun.dep == "pobj"

    def _is_of(self, clause: Token, top: Token) -> bool:
        """Whether a verb other than the cue tells of the same act of saying."""
        if self._is_talk(clause):
            return True
        return top.start < self._verb.start and self._shares(clause, top)

    def _puts_out(self, clause: Token) -> bool:
        """*a memo sent last week*, *In a letter, dated 3 May, …*: how its paper came."""
        document = self.scope.document
        if clause.lemma not in _PUT_OUT or clause.tag not in {"VBN", "VBD"}:
            return False
        noun = document.head(clause)
        for span in (self.report.source, self.report.medium):
            if span is None:
                continue
            held = document.tokens_in(span)
            beside = document.text[span.end : max(span.end, clause.start)] in {" ", ", "}
            ours = clause.dep in ADNOMINAL and span.contains(noun.span)
            if (beside or ours) and any(t.lemma in self.lexicon.written for t in held):
                return clause not in self._cue and clause.dep != "ROOT"
        return False

    def _is_talk(self, clause: Token) -> bool:
        """*speaking on Monday*, *asked on Monday whether …*: beside the cue, or its source."""
        if clause.dep not in {"advcl", "acl", "relcl"} or clause.lemma not in _TALKS:
            return False
        above = self.scope.document.head(clause)
        source = self.report.source
        return above in self._cue or (source is not None and source.contains(above.span))

    def _shares(self, clause: Token, top: Token) -> bool:
        """Whether a verb has its time in common with the cue behind it.

        *resigned on Monday, saying …*, *used a speech on Monday to say …*, *said on Monday that it
        was late and added that …*; but not *resigned on Monday and said …*, unless the time opens
        the sentence.
        """
        document, verb = self.scope.document, self._verb
        for _ in range(_HIGHEST):
            if any(c.dep in SUBJECTS for c in document.children(verb)):
                return False
            above, joined = document.head(verb), verb.dep
            if joined not in {"xcomp", "advcl", "conj"} or above.pos not in VERBAL:
                return False
            if above.index == clause.index:
                spoken = bool(self.lexicon.classes(above.lemma) & SPOKEN)
                return joined != "conj" or spoken or top.index < clause.index
            verb = above
        return False
