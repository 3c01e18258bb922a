"""The labels of the turns of a transcript or an interview: *RUIZ: We sail.*, *A: At dawn.*"""

from __future__ import annotations

import re

from onrecord.lexicon.interviews import ANSWER, NAMED, QUESTION, names_nobody
from onrecord.tagging.scope import Scope
from onrecord.types import Construction, QuotedString, Report, TextSpan

_TURN = "turn"
"""Style of the words of a transcript behind a label."""
_NAMED_TURN = re.compile(
    r"\s{0,4}(?P<label>[A-Z][\w.’'-]{1,30}(?:\s[A-Z][\w.’'-]{0,30}){0,4}):\s{0,4}(?=[\"“‘'«])"
)
"""A label between two strings of one paragraph: *Cobb: “I read it.” Vine: “You did not.”*"""
_ANSWER = re.compile(rf"(?<!\w){ANSWER.pattern}[*_]{{0,3}}\Z")
"""The label of an answer right before it; a question may stand before that."""
_LONGEST_ANSWER = 20
"""Characters of such a label."""


def turn_labels(scope: Scope) -> dict[int, int]:
    """Where the labels of turns end, by paragraph; no verb in them reports."""
    starts = (string.outer.start for string in scope.strings if string.style == _TURN)
    return {scope.document.paragraph_at(start): start for start in starts}


def of_a_turn(scope: Scope, string: QuotedString) -> Report | None:
    """The label of a turn of a transcript; nobody is named by that of a question."""
    if string.style != _TURN:
        return None
    text, start = scope.document.text, string.outer.start
    number = scope.document.paragraph_at(start)
    paragraph = scope.document.paragraphs[number]
    answer = _ANSWER.search(text, max(paragraph.start, start - _LONGEST_ANSWER), start)
    if answer is not None:
        label = TextSpan(*answer.span("label"))
        return labelled(string, label, label.start, "the label of an answer")
    own = paragraph.start < start
    line = paragraph if own else scope.document.paragraphs[max(0, number - 1)]
    found = QUESTION.match(text, line.start, line.end) or NAMED.match(text, line.start, line.end)
    if found is None or text[found.end() : start].strip("*_ \t\n\r"):
        return None
    tokens = scope.document.tokens_in(TextSpan(*found.span("label")))
    # The parser ends a sentence behind "MR." now and then.
    own_words = [token for token in tokens if token.sentence == tokens[-1].sentence]
    named = TextSpan(own_words[0].start, found.end("label"))
    nobody = names_nobody(found["label"])
    return labelled(string, None if nobody else named, line.start, "the label before the colon")


def between_strings(
    scope: Scope, string: QuotedString, start: int, paragraph: TextSpan
) -> Report | None:
    """*Cobb: “I read it.” Vine: “You did not.”*: a label that the parse takes for no noun."""
    text = scope.document.text
    own = _NAMED_TURN.match(text, start, string.outer.start + 1)
    if own is None:
        return None
    beside = start > paragraph.start or _NAMED_TURN.match(text, string.outer.end, paragraph.end)
    made = labelled(string, TextSpan(*own.span("label")), start, "the label before the colon")
    return made if beside else None


def labelled(
    string: QuotedString, source: TextSpan | None, start: int, why: str, end: int | None = None
) -> Report:
    """The report of a label beside a string; nobody is named where there is no source."""
    return Report(
        construction=Construction.LABEL,
        cue=None,
        lemma="",
        source=source,
        content=(),
        reach=TextSpan(start, end or string.outer.end),
        evidence=why,
    )
