"""Tags of headlines: *Bridge to close for a year, council says*, *Police: Bridge was shut*.

Headlines drop articles and auxiliaries, so a parser of running text takes *says* for anything.
"""

from __future__ import annotations

from collections.abc import Iterator

from onrecord.document.tree import FINITE, Token
from onrecord.lexicon import people
from onrecord.lexicon.cues import CueLexicon
from onrecord.tagging.clauses import pieces_of
from onrecord.tagging.scope import Scope
from onrecord.types import Construction, Report, TextSpan

_MOST_WORDS = 30
_LONGEST_SOURCE = 6
_FEWEST_BEFORE = 3
_HEARD = frozenset({"told", "hears", "heard", "hear"})
"""*…, inquiry told*: the body heard it; who told it the headline leaves open."""
_SENTENCE_ENDS = (".", "?", "!", ":", "”", '"', "’", ";", ",")


def headline_reports(scope: Scope, lexicon: CueLexicon) -> Iterator[Report]:
    """One report for every line without a full stop that ends in a source and a reporting verb."""
    for paragraph in scope.document.paragraphs:
        if paragraph.of(scope.document.text).endswith(_SENTENCE_ENDS):
            continue
        tokens = scope.document.tokens_in(paragraph)
        if _FEWEST_BEFORE + 2 < len(tokens) <= _MOST_WORDS:
            yield from _tagged(scope, tokens, paragraph, lexicon)
            if paragraph.start == 0 and len(scope.document.paragraphs) > 1:
                yield from _labelled(scope, tokens, paragraph)


def _labelled(scope: Scope, tokens: tuple[Token, ...], line: TextSpan) -> Iterator[Report]:
    """*Police: Bridge was shut*: a clause behind who says so, up to a semicolon."""
    colon = next((i for i, t in enumerate(tokens) if t.text == ":"), 0)
    source, said = tokens[:colon], tokens[colon + 1 :]
    end = next((i for i, t in enumerate(said) if t.text == ";"), len(said))
    said = said[:end]
    if not 0 < len(source) <= _LONGEST_SOURCE or not _can_speak(source[-1]):
        return
    if any(t.tag in FINITE or scope.level(t) >= 0 for t in source):
        return
    if not any(t.tag in FINITE and scope.level(t) < 0 for t in said) or _is_quoted(scope, said):
        return
    yield Report(
        construction=Construction.LABEL,
        cue=None,
        lemma="",
        source=TextSpan(source[0].start, source[-1].end),
        content=pieces_of(scope, [t.index for t in said]),
        reach=line,
        evidence="the label of the headline",
    )


def _is_quoted(scope: Scope, said: tuple[Token, ...]) -> bool:
    """*Mayor: “I won't go” as council meets*: the words in marks are a clause, and all of it."""
    first = next((t for t in said if t.pos != "PUNCT"), said[0])
    voice = scope.level(first)
    return scope.level(said[0]) >= 0 or (
        voice >= 0 and any(t.tag in FINITE and scope.level(t) == voice for t in said)
    )


def _tagged(
    scope: Scope, tokens: tuple[Token, ...], line: TextSpan, lexicon: CueLexicon
) -> Iterator[Report]:
    cue, lemma = tokens[-1], _lemma(tokens[-1], lexicon)
    comma = max((i for i, t in enumerate(tokens) if t.text == ","), default=0)
    source = tokens[comma + 1 : -1]
    while source and source[0].pos == "PUNCT":
        source = source[1:]
    if not lemma or comma < _FEWEST_BEFORE or not 0 < len(source) <= _LONGEST_SOURCE:
        return
    if any(t.tag in FINITE for t in source) or any(scope.level(t) >= 0 for t in (*source, cue)):
        return
    if source[-1].pos not in {"NOUN", "PROPN", "PRON", "ADJ"}:
        return
    yield Report(
        construction=Construction.TAG,
        cue=cue.span,
        lemma=lemma,
        source=None if cue.lower in _HEARD else TextSpan(source[0].start, source[-1].end),
        addressee=TextSpan(source[0].start, source[-1].end) if cue.lower in _HEARD else None,
        content=pieces_of(scope, [t.index for t in tokens[:comma]]),
        reach=line,
        evidence=f"the headline's tag “{cue.text}”",
    )


def _can_speak(noun: Token) -> bool:
    """Whether a noun is that of a person or body; *Transcript:* and *Review:* are none."""
    known, word = people.load(), noun.lemma.lower()
    return known.is_role(word) or word in known.group or noun.lower in known.group


def _lemma(cue: Token, lexicon: CueLexicon) -> str:
    """The verb that the last word is a present form of, or that is told; "" where it is none."""
    return "tell" if cue.lower == "told" else lexicon.tag_verb(cue.lower)
