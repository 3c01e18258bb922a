"""Reports without any cue: *Ruiz: "…"*, *"…" — Ana Ruiz, mayor*, *@handle: "…"*."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import replace

from onrecord.document.tree import FINITE, Token
from onrecord.lexicon import cues, people
from onrecord.lexicon.cues import CueLexicon
from onrecord.lexicon.grammar import FIRST_PERSON
from onrecord.lexicon.people import is_utterer, plain
from onrecord.tagging.phrases import mention_span
from onrecord.tagging.quoting import is_quoting
from onrecord.tagging.roles import object_of
from onrecord.tagging.scope import OUTSIDE, Scope
from onrecord.tagging.turns import between_strings, labelled, of_a_turn
from onrecord.types import QuotedString, Report, TextSpan

_COLON_BEFORE = re.compile(r":\s*\Z")
_DESK = re.compile(r"\W{0,9}from\s{1,9}the\s{1,9}(?:desk|pen)\s{1,9}of\b", re.IGNORECASE)
_DASH_AFTER = re.compile(r"\s{0,40}(?:[-–—―]{1,2}|\()\s{0,40}(?=[\w@])")
_COLON_AFTER = re.compile(r"\s{0,40}:\s{1,40}(?=\w)")
_LEAD = re.compile(r"\W{0,40}|\(?(?:\d{1,2}|[a-zA-Z])[.)]\s{1,4}")
"""Bullets and marks before quoted words that open a paragraph."""

_HANDLE = re.compile(r"@\w+")
_PLATFORM = re.compile(r"\s+((?:on|via)\s[^:,\n]{2,40})[:,]")
_LONGEST_HEADLINE = 300
_LONGEST_LABEL = 240
_SOMEBODY = frozenset({"another", "one", "others", "some", "both", "many", "several"})
_BREAKS = frozenset({";", ":", "–", "—", "--", "-"})
_HOLDS = frozenset({"have", "bear", "carry", "wear", "display", "feature"})
_INNER = frozenset({"compound", "poss", "nmod", "amod"})
_ORIGINS = frozenset({"from", "by", "for"})
_HOLDERS = frozenset({"desk", "pen", "hand", "mouth", "keyboard", "inbox"})
_SAYINGS = frozenset({
    "point", "word", "quote", "answer", "message", "statement", "remark", "promise", "pledge",
    "demand", "comment", "reply", "response", "priority", "proposal", "plan",
})  # fmt: skip
"""What stands over a list of somebody's words."""

_TALKS = frozenset({"conversation", "interview", "talk", "chat", "audience", "meeting", "lunch"})
_TITLE = frozenset({"NOUN", "PROPN", "ADJ"})
_LATER = frozenset({"later", "earlier", "after", "before", "afterwards", "ago"})
_MATTERS = frozenset({"on", "over", "about", "after", "amid", "as", "to", "against", "ahead"})


def label_reports(scope: Scope) -> Iterator[Report]:
    """One report for every string with a label before its colon or behind its dash."""
    previous_end, lexicon = 0, cues.load()
    for string in scope.strings:
        if string.depth:
            continue
        report = (
            _before(scope, string, previous_end)
            or _line_before(scope, string)
            or _after(scope, string)
            or _subject(scope, string, lexicon)
        )
        if report is not None:
            yield report
        previous_end = string.outer.end


def _before(scope: Scope, string: QuotedString, previous_end: int) -> Report | None:
    document = scope.document
    paragraph = document.paragraphs[document.paragraph_at(string.outer.start)]
    turn = of_a_turn(scope, string)
    if turn is not None:
        return turn
    start = max(paragraph.start, previous_end, string.outer.start - _LONGEST_LABEL)
    while start < string.outer.start and document.text[start].isspace():
        start += 1
    if not _COLON_BEFORE.search(document.text, start, string.outer.start):
        return None
    handle = _HANDLE.search(document.text, start, string.outer.start)
    if handle is not None:
        made = labelled(string, TextSpan(*handle.span()), start, "the handle before the colon")
        platform = _PLATFORM.match(document.text, handle.end(), string.outer.start)
        return replace(made, medium=TextSpan(*platform.span(1))) if platform else made
    tokens = [t for t in document.tokens_in(TextSpan(start, string.outer.start))
              if scope.level(t) == OUTSIDE]  # fmt: skip
    sentence = max((t.sentence for t in tokens), default=-1)
    near = [t for t in tokens if t.sentence == sentence] or tokens
    if any(is_quoting(scope, t, cues.load()) for t in near if t.lemma in cues.load().citing):
        return None
    last = _last_news(near) if not document.paragraph_at(string.outer.start) else []
    head = _described(scope, near) or _written(scope, near)
    head = head or _first_noun(last) or _first_noun(near)
    if head is None:
        return between_strings(scope, string, start, paragraph)
    return labelled(string, _named(scope, head), start, "the label before the colon")


def _last_news(tokens: list[Token]) -> list[Token]:
    """What follows the last break of a headline (*Pier on fire; captain: “…”*)."""
    breaks = [place for place, token in enumerate(tokens[:-1]) if token.text in _BREAKS]
    return tokens[breaks[-1] + 1 :] if breaks else []


def _described(scope: Scope, tokens: list[Token]) -> Token | None:
    """*Another was blunter: “…”*, *One was more direct: “…”*: of whom a manner is told."""
    for token in tokens:
        verb = scope.document.head(token)
        manner = any(c.dep in {"acomp", "attr"} for c in scope.document.children(verb))
        if token.dep == "nsubj" and verb.lemma == "be" and manner and token.lower in _SOMEBODY:
            return token
    return None


def _written(scope: Scope, tokens: list[Token]) -> Token | None:
    """*One had a note in its window: “…”*, *The crate bore a label: “…”*: what is to be read."""
    for token in tokens:
        holds = token.dep == "dobj" and scope.document.head(token).lemma in _HOLDS
        if holds and token.lemma in people.load().fastened:
            return token
    return None


def _line_before(scope: Scope, string: QuotedString) -> Report | None:
    """*And from Chairwoman Ruiz:* or *From the desk of Ana Ruiz*, the words in a new paragraph.

    The line has no verb (a verb of saying there is the cue, and no label).
    """
    document = scope.document
    number = document.paragraph_at(string.outer.start)
    here = document.paragraphs[number]
    if not number or not _LEAD.fullmatch(document.text, here.start, string.outer.start):
        return None
    line = document.paragraphs[number - 1]
    desk = _DESK.match(document.text, line.start, line.end)
    if not desk and not document.text.endswith(":", line.start, line.end):
        return None
    start = max(line.start, line.end - _LONGEST_LABEL)
    tokens = [t for t in document.tokens_in(TextSpan(start, line.end)) if scope.level(t) == OUTSIDE]
    tokens = [t for t in tokens if t.sentence == tokens[-1].sentence]
    if any(t.tag in FINITE for t in tokens):
        return None
    head = _first_noun(tokens)
    if head is None:
        return None
    sayings = head.lemma in _SAYINGS and _owner(scope, head) is not None
    if not (head.pos == "PROPN" or desk or sayings or is_utterer(head.lemma)):
        return None
    return labelled(string, _named(scope, head), start, "the label in the line before")


def _after(scope: Scope, string: QuotedString) -> Report | None:
    document = scope.document
    paragraph = document.paragraphs[document.paragraph_at(string.outer.end - 1)]
    for pattern, why in (
        (_DASH_AFTER, "the name behind the dash"),
        (_COLON_AFTER, "the subject behind the colon"),
    ):
        found = pattern.match(document.text, string.outer.end, paragraph.end)
        if found is None:
            continue
        end = min(paragraph.end, found.end() + _LONGEST_LABEL)
        if found.end() >= end:
            return None
        tokens = [
            t for t in document.tokens_in(TextSpan(found.end(), end)) if scope.level(t) == OUTSIDE
        ]
        head = _first_noun(tokens[:8])
        if head is None:
            continue
        if pattern is _COLON_AFTER and _is_news(scope, head):
            return labelled(
                string, None, string.outer.end, "what people feel, behind the colon", end
            )
        if pattern is _COLON_AFTER or _is_signed(tokens, head):
            return labelled(string, _named(scope, head), string.outer.end, why, end)
    return None


def _is_signed(tokens: Sequence[Token], head: Token) -> bool:
    """*“…” — Ana Ruiz, mayor*, *“…” – manager Ana Ruiz on her season*, *“…” — @ana*.

    Words in small letters before the name are a role, and no verb stands in what they open.
    """
    first = tokens[0]
    if first.text[:1].isupper() or _HANDLE.fullmatch(head.text):
        return True
    lead = [token for token in tokens if token.index < head.index]
    named = head.pos == "PROPN" and bool(lead) and lead[-1].pos == "PROPN"
    title = all(token.pos in _TITLE for token in lead)
    return named and title and not any(t.tag in FINITE for t in tokens)


def _is_news(scope: Scope, head: Token) -> bool:
    """*‘He’s a legend’: Tributes paid to Ruiz*: the first noun is what people feel, nobody's name.

    A capital says nothing of the first word behind a colon.
    """
    if _owner(scope, head) or any(c.dep == "poss" for c in scope.document.children(head)):
        return False
    return plain(head.text.removesuffix("s")) in people.load().stirs


def _subject(scope: Scope, string: QuotedString, lexicon: CueLexicon) -> Report | None:
    """*Ruiz survives ‘the longest night of my life’*: a headline's subject quoted without a verb.

    The words must speak of the one who says them.
    """
    document = scope.document
    line = document.paragraphs[0]
    if len(line) > _LONGEST_HEADLINE or not line.contains(string.outer):
        return None
    if line.of(document.text).endswith((".", "?", "!")):
        return None
    inside = document.tokens_in(string.outer)
    outside = [t for t in document.tokens_in(line) if scope.level(t) == OUTSIDE]
    own = any(t.lower in FIRST_PERSON for t in inside)
    if not own or any(_reports(t, lexicon) for t in outside):
        return None
    subject = next((t for t in outside if t.dep == "nsubj"), None)
    if subject is None or subject.start > string.outer.start or subject.pos != "PROPN":
        return None
    span = mention_span(scope, subject)
    return labelled(string, span, line.start, "the subject of the headline")


def _reports(token: Token, lexicon: CueLexicon) -> bool:
    return token.pos == "VERB" and bool(lexicon.classes(token.lemma))


def _named(scope: Scope, head: Token) -> TextSpan:
    """Who speaks, by the noun of a label.

    *Ruiz's fury at ministers* and *a conversation with Ruiz* are Ruiz; of *union chief on pay* and
    *dealer jailed over clocks* what follows the noun is the matter, not the source.
    """
    head = _owner(scope, head) or _partner(scope, head) or _holder(scope, head) or head
    span = mention_span(scope, head)
    for child in scope.document.children(head):
        if child.index > head.index and _tells_the_matter(child):
            span = TextSpan(span.start, min(span.end, scope.document.tokens[child.index - 1].end))
    return span


def _owner(scope: Scope, head: Token) -> Token | None:
    """*Ruiz's fury*, *the mayor's main points*: whose they are; of *Ruiz's lawyer*, nobody."""
    if head.pos != "NOUN" or is_utterer(head.lemma):
        return None
    owner = next((c for c in scope.document.children(head) if c.dep == "poss"), None)
    if owner is None:
        return None
    speaks = head.lemma in _SAYINGS and owner.pos == "NOUN" and is_utterer(owner.lemma)
    return owner if speaks or owner.pos == "PROPN" else None


def _partner(scope: Scope, head: Token) -> Token | None:
    """*a conversation with Ruiz*."""
    if head.lemma not in _TALKS:
        return None
    beside = (c for c in scope.document.children(head) if c.lower == "with")
    return next((found for c in beside if (found := object_of(scope, c))), None)


def _holder(scope: Scope, head: Token) -> Token | None:
    """*From the desk of Ana Ruiz*: whose desk it is."""
    if head.lemma.lower() not in _HOLDERS:
        return None
    beside = (c for c in scope.document.children(head) if c.lower == "of")
    return next((found for c in beside if (found := object_of(scope, c))), None)


def _tells_the_matter(child: Token) -> bool:
    jailed = child.dep == "acl" and child.tag == "VBN"
    return jailed or (child.dep == "prep" and child.lower in _MATTERS)


def _first_noun(tokens: list[Token]) -> Token | None:
    """Head of the first noun phrase that can be a source.

    A noun whose own head is no later noun of the phrase, and that no preposition governs but one
    of origin (*From the mayor:*); *Then, after a while:*, *A minute later:* name nobody.
    """
    within = {t.index: t for t in tokens}
    for token in tokens:
        inner = token.dep in _INNER and token.head in within
        if token.pos not in {"PROPN", "NOUN", "PRON"} or inner:
            continue
        governor = within.get(token.head)
        governed = token.dep == "pobj" and governor is not None
        if (
            token.tag[0] == "W"
            or token.tag == "DT"
            or (governor and governor.lower in _LATER and token.dep == "npadvmod")
            or (governed and governor and governor.lower not in _ORIGINS)
        ):
            continue
        return token
    return None
