"""Where a reported clause that runs on behind quoted words ends."""

from __future__ import annotations

import re
from collections.abc import Sequence

from onrecord.attribution.scene import Scene
from onrecord.document.tree import FINITE, Token
from onrecord.lexicon import cues, naming, times
from onrecord.lexicon.cues import CueClass
from onrecord.types import QuotedString, Report, TextSpan

GLOSSED = r"(?:literally|roughly|meaning|that\s{1,4}is)"
"""What stands between foreign words and what they mean, as a pattern."""
_CUT = re.compile(
    r"[\s\"”’'»]{0,40}(?:[,;–—-]{1,9}\s{0,40}(?:and|but|or|nor)\s+(?:also\s+)?(?:that|would|will|said)\b|"
    r"[,;–—-]{1,9}\s{0,40}(?:as|while|whereas|although|though|adding|citing|calling|saying|according)\b|"
    r"[,–—-]{1,9}\s{0,40}(?:\w{2,20}ing\s+that|in\s+the\s+words\s+of)\b|"
    rf"[,–—-]{{1,9}}\s{{0,40}}{GLOSSED},?\s{{1,4}}[\"“‘«']|;)"
)
_AND_THAT = re.compile(r"[\s\"”’'»]{0,4}(?:and|but)\s+that\s")
_HEADLINE_CUT = re.compile(r"[\s\"”’'»]{0,40}(?:as|after|amid|while|despite|ahead of)\b")
_AMID = frozenset({"amid", "despite"})
_COMMENT = re.compile(r"[\s\"”’'»]{0,4},\s{1,4}(?:an?|the)\s")
_LONGEST_COMMENT = 4
"""Words up to the noun that names what was said."""
_SUM = re.compile(r"\d\s?(?:m|bn|tn|k|p)(\.)\s{1,3}(?=[A-Z])")
_FURTHER = re.compile(r"[\s\"”’'»]{0,4},\s{1,4}(?:and|but)\s{1,4}")
_SAID = frozenset({CueClass.SAY, CueClass.TELL, CueClass.CHARACTERISE})
_PAST = frozenset({"VBD", "VBZ"})
_WHEN_AND_WHERE = frozenset({"on", "in", "at", "during", "before", "after", "by", "from"})
_DAYS = (
    times.DAYS
    | times.MONTHS
    | {"today", "yesterday", "tonight", "morning", "afternoon", "evening"}
    | {"week", "month", "year", "weekend"}
)
_MEDIA = frozenset(
    ["letter", "statement", "interview", "email", "e-mail", "memo", "message", "note", "post",
     "tweet", "speech", "column", "blog", "report", "article", "book", "memoir", "podcast",
     "broadcast", "conference", "briefing", "hearing", "meeting", "rally", "debate", "essay",
     "editorial", "court", "testimony", "filing", "submission", "video", "call", "text", "release"]
)  # fmt: skip
_AGAINST = re.compile(r",\s(?:while|whereas|although|though)\s\Z")
_AGAINST_LEAD = 16
_BARE_TIMES = frozenset({"last", "this", "earlier", "yesterday", "today", "later", "tonight"})
_TIMES = _BARE_TIMES | _DAYS
_DAYS_AND_MEDIA = _DAYS | _MEDIA
_PARTED = re.compile(r"[,;:\"“”‘«»]")
_BEFORE_A_NOUN = frozenset({"amod", "nmod", "compound"})
_LONGEST_ADJUNCT = 6
_BREAKS = frozenset({",", ";", ":", "—", "–", "--", "."})


def cut(scene: Scene, string: QuotedString, end: int) -> int:
    """Where a clause that runs on behind the string ends: before a further clause, if any.

    The parse takes *…, and that he would stay* and *…, as the mayor had claimed* into the clause.
    In a headline what follows "as" or "after" is the paper's own.
    """
    text = scene.document.text
    headline = _is_in_headline(scene, string)
    at = string.outer.end
    for token in (None, *scene.between(string.outer.end, end)):
        at = token.end if token else at
        if (
            _is_comment(scene, at, end)
            or _is_further_deed(scene, at, end)
            or _CUT.match(text, at, end)
            or _is_further_clause(scene, at, end)
            or (headline and _HEADLINE_CUT.match(text, at, end))
        ):
            return at
    return end


def _is_in_headline(scene: Scene, string: QuotedString) -> bool:
    """Whether a string stands in the first line, and that is no sentence with its full stop."""
    first = scene.paragraph(string.outer.start) == 0
    return first and not _is_sentence(scene, scene.document.paragraphs[0])


def _is_sentence(scene: Scene, line: TextSpan) -> bool:
    """Whether a line ends in a full stop, as headlines do not."""
    return scene.document.text.endswith(".", line.start, line.end)


def headline_end(scene: Scene, piece: TextSpan) -> int:
    """*vows to stay on as protests grow*: where the paper's own words behind a clause start.

    In a headline, and behind the verb that reports. Not in *vows to return as mayor*.
    """
    document, line = scene.document, scene.document.paragraphs[0]
    if not line.contains(piece) or _is_sentence(scene, line):
        return piece.end
    first, *rest = document.tokens_in(piece)
    sentence = document.tokens[first.index : document.sentence_of(first).last]
    last = max((t.index for t in sentence if t.tag in FINITE), default=first.index)
    for token in rest:
        if token.lower in _AMID or (token.lower == "as" and token.index < last):
            return token.start
    return piece.end


def sum_end(scene: Scene, piece: TextSpan) -> int:
    """*It will cost £3m. The owners will pay*: the parse takes *m.* for a short form inside."""
    found = _SUM.search(scene.document.text, piece.start, piece.end)
    return found.start(1) if found else piece.end


def before_mark(scene: Scene, start: int) -> int:
    """*replied that “soon” was “late”*: before the mark of the words with which a clause opens."""
    opening = (s for s in scene.strings_over(TextSpan(start, start + 1)))
    return next((s.outer.start for s in opening if s.parts[0].start == start), start)


def _is_comment(scene: Scene, at: int, end: int) -> bool:
    """*…, a forecast that nobody believes*: the paper's own word for what was said."""
    opening = _COMMENT.match(scene.document.text, at, end)
    if opening is None:
        return False
    words = scene.between(opening.end(), end)[:_LONGEST_COMMENT]
    noun = next((token for token in words if token.pos == "NOUN"), None)
    if noun is None:
        return False
    named = noun.lemma in cues.load().nominal or _is_word_that(scene, noun)
    return named or _is_told_of(scene, noun)


def _is_word_that(scene: Scene, noun: Token) -> bool:
    """*…, a line that drew laughter*: what the words did once they were said."""
    led = any(c.dep == "relcl" and c.tag in FINITE for c in scene.document.children(noun))
    return led and noun.lemma in naming.load().words


def _is_told_of(scene: Scene, noun: Token) -> bool:
    """*…, a phrase that one delegate said took six hours*: somebody else's words about it."""
    for clause in scene.document.children(noun):
        if clause.dep != "relcl" or (clause.tag not in FINITE and clause.tag != "VBN"):
            continue
        own = any(c.dep == "nsubj" and c.tag[0] != "W" for c in scene.document.children(clause))
        if own and cues.load().classes(clause.lemma) & _SAID:
            return True
    return False


def _is_further_clause(scene: Scene, at: int, end: int) -> bool:
    """*that it was “odd” and that it rained*: a clause behind a "that" of its own."""
    link = _AND_THAT.match(scene.document.text, at, end)
    behind = next(iter(scene.between(link.end(), end)), None) if link else None
    return behind is not None and behind.tag not in FINITE


def _is_further_deed(scene: Scene, at: int, end: int) -> bool:
    """*denied he had a “formal” warning, and posted a picture*: a comma and a verb alone.

    It goes on with the verb of the tag, whatever the parse says.
    """
    link = _FURTHER.match(scene.document.text, at, end)
    verb = next(iter(scene.between(link.end(), end)), None) if link else None
    return verb is not None and verb.pos == "VERB" and verb.tag in _PAST


def is_time_or_medium(scene: Scene, start: int, end: int) -> bool:
    """*… “a farce” on Sunday*, *… “a farce” in a letter to schools*: when or where one said so."""
    words = scene.between(start, end)[:_LONGEST_ADJUNCT]
    if not words:
        return False
    if words[0].lower in _TIMES:
        return True
    if words[0].lower not in _WHEN_AND_WHERE:
        return False
    noun = next((t for t in words[1:] if t.pos in {"NOUN", "PROPN"}
                 and t.dep not in {"compound", "poss"}), None)  # fmt: skip
    return noun is not None and noun.lemma.lower() in _DAYS_AND_MEDIA


def set_against(scene: Scene, report: Report) -> int | None:
    """*…, while Fenn promised to “carry on”*: where a clause by another starts, at its comma."""
    if report.cue is None or report.source is None or report.source.start > report.cue.start:
        return None
    if scene.document.tokens_in(report.cue)[0].tag not in FINITE:
        return None
    start = max(0, report.source.start - _AGAINST_LEAD)
    found = _AGAINST.search(scene.document.text[start : report.source.start])
    return None if found is None else start + found.start()


def hanging_on(scene: Scene, string: QuotedString) -> int:
    """Where the words behind a string that hang on it end: *a “trail of shells” on the road*."""
    document = scene.document
    tokens = document.tokens_in(string.parts[-1])
    heads = [t for t in tokens if not string.outer.contains(document.head(t).span)]
    if not heads:
        return string.outer.end
    noun = _modified(scene, string, heads)
    _, last = document.subtree(noun or max(heads, key=lambda t: document.subtree(t)[1]))
    behind = scene.between(string.outer.end, document.tokens[last - 1].end)
    return _last_kept(scene, behind, string.outer.end)


def _modified(scene: Scene, string: QuotedString, heads: Sequence[Token]) -> Token | None:
    """The noun behind the string that its words modify, as the parse has it.

    *said clerks “ignored or lost” written notes*, *promised a “proportionate” response*; in a
    headline it may take the noun for a name (*accuses them of “stealing” herring*).
    """
    for token in heads:
        noun = scene.document.head(token)
        if token.dep not in _BEFORE_A_NOUN or noun.pos not in {"NOUN", "PROPN"}:
            continue
        gap = scene.document.text[string.outer.end : max(string.outer.end, noun.start)]
        misread = noun.pos == "PROPN" and (gap != " " or not noun.text.islower())
        if noun.start >= string.outer.end and not misread and not _PARTED.search(gap):
            return noun
    return None


def _last_kept(scene: Scene, behind: tuple[Token, ...], end: int) -> int:
    for token in behind:
        gap = scene.document.text[end : token.start].strip()
        if gap in _BREAKS or token.dep == "cc":
            break
        end = token.end
    return end


def goes_on(scene: Scene, string: QuotedString, ends: Sequence[int]) -> bool:
    """Whether a phrase behind the closing mark belongs to the words inside, comma or not.

    Where the comma closes what another one opens (*“level, if a little steep,” and has water*),
    the clause goes on as the parse says.
    """
    behind = scene.between(string.outer.end, string.outer.end + 40)
    said = string.parts[-1].of(scene.document.text).rstrip()
    if ends and len(behind) > 1 and behind[0].lower == "so" and behind[1].lower == "that":
        return True
    if ends and "," in said[:-1] and len(behind) > 1 and behind[0].pos == "CCONJ":
        return behind[1].tag in FINITE
    if ends and behind and _is_its_object(scene, string, behind[0]):
        return True
    return bool(behind) and behind[0].pos == "ADP" and behind[0].lower not in {"as", "after"}


def _is_its_object(scene: Scene, string: QuotedString, opening: Token) -> bool:
    """*had “earned, not spent,” its surplus*: whether a verb in the marks governs what follows."""
    document = scene.document
    noun = document.head(opening) if opening.dep in {"det", "poss", "amod"} else opening
    return noun.dep == "dobj" and string.outer.contains(document.head(noun).span)
