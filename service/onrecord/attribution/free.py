"""Free indirect speech: sentences without a tag that go on with what a source has said.

*The minister said the line would close. Buses would run instead.* English news marks them by
tense: a main clause in the future of the past (*would*), right behind a report in the past, with
no cue of its own and no condition, is told in the voice of that source (Leech and Short, "Style
in Fiction", chapter 10). They may go on in the next paragraph, where that takes up what was told of
(*They would leave from the square*).
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from onrecord.attribution.scene import Scene, anchor
from onrecord.document.tree import SUBJECTS, Sentence, Token
from onrecord.lexicon import cues
from onrecord.types import Feature, QuotationType, Statement, TextSpan

_MOST = 3
"""Sentences that one tag may reach."""
_WOULD = frozenset({"would", "’d", "'d"})
_OTHERWISE = frozenset({"if", "unless", "otherwise", "whether", "i", "we"})
"""What tells of a condition, of a question, or of oneself."""
_SUBJECTS = SUBJECTS | {"expl"}
_TAKES_UP = frozenset({
    "they", "it", "he", "she", "there", "that", "this", "these", "those", "both", "neither", "all",
    "none", "another", "others", "each",
})  # fmt: skip
"""Subjects that point back at what was told before."""
_TALKS = frozenset({
    "discuss", "comment", "elaborate", "speculate", "talk", "speak", "draw", "pin", "specify",
})  # fmt: skip
"""What somebody would not do who keeps silent (*She would not be drawn*)."""


_PLANS = frozenset({
    "measure", "bill", "plan", "proposal", "deal", "law", "ban", "budget", "merger", "takeover",
    "scheme", "project", "ordinance", "amendment", "rule", "policy", "program", "programme",
    "agreement", "treaty", "legislation", "act", "reform", "package", "order", "rate", "tax",
})  # fmt: skip
"""Of which the article itself tells what they would do (*The bill would ban fireworks*)."""


def free_indirect(scene: Scene, stated: Sequence[Statement]) -> Iterator[Statement]:
    """One statement for every sentence that goes on with an indirect one before it."""
    document = scene.document
    taken: set[int] = set()
    for statement in stated:
        if statement.source is None or not _is_past(scene, statement):
            continue
        number = document.tokens_in(statement.source)[0].sentence
        if document.tokens_in(statement.parts[-1])[-1].sentence != number:
            continue
        for following in _going_on(scene, statement, number):
            if following not in taken:
                taken.add(following)
                yield _statement(scene, statement, document.sentences[following])


def _going_on(scene: Scene, statement: Statement, number: int) -> Iterator[int]:
    """The sentences behind that of a statement that go on with it, into the next paragraph."""
    sentences = scene.document.sentences
    first = sentences[number].paragraph
    for following in range(number + 1, min(number + 1 + _MOST, len(sentences))):
        sentence = sentences[following]
        if sentence.paragraph > first + 1 or not _goes_on(scene, sentence):
            return
        opens = sentence.paragraph != sentences[following - 1].paragraph
        subject, told = _subject(scene, sentence), _told_of(scene, statement)
        if _is_plan(subject, told) or (opens and not _takes_up(subject, told)):
            return
        yield following


def _is_past(scene: Scene, statement: Statement) -> bool:
    """Whether the cue is in the past, and what it reports in the future of the past."""
    if statement.cue is None or statement.negated or statement.type is not QuotationType.INDIRECT:
        return False
    cue = scene.document.tokens_in(statement.cue)[0]
    inside = (t for part in statement.parts for t in scene.document.tokens_in(part))
    return cue.tag == "VBD" and any(t.lower in _WOULD for t in inside)


def _goes_on(scene: Scene, sentence: Sentence) -> bool:
    """Whether a sentence has *would* in its main clause, and neither cue, quotation nor *if*."""
    tokens = scene.document.tokens[sentence.first : sentence.last]
    span = TextSpan(tokens[0].start, tokens[-1].end)
    if tokens[-1].text == "?" or any(t.lower in _OTHERWISE for t in tokens):
        return False
    if any(string.overlaps(span) for string in scene.outermost) or _has_report(scene, span):
        return False
    return any(t.lower == "would" and _tells(scene, t) for t in tokens)


def _tells(scene: Scene, modal: Token) -> bool:
    """Whether a modal is that of the main clause, which tells what is to come.

    What would have been is no such thing, nor is what somebody would not say.
    """
    verb = scene.document.head(modal)
    if verb.dep != "ROOT":
        return False
    children = scene.document.children(verb)
    if any(c.lemma == "have" and c.dep == "aux" for c in children):
        return False
    silent = verb.lemma in _TALKS or bool(cues.load().classes(verb.lemma))
    return not (silent and any(c.dep in {"neg", "preconj"} for c in children))


def _subject(scene: Scene, sentence: Sentence) -> Token | None:
    """The subject of the main clause."""
    tokens = scene.document.tokens[sentence.first : sentence.last]
    return next((t for t in tokens if t.dep in _SUBJECTS and _is_main(scene, t)), None)


def _told_of(scene: Scene, statement: Statement) -> frozenset[str]:
    """The nouns of what was said, in dictionary form."""
    said = (t for part in statement.parts for t in scene.document.tokens_in(part))
    return frozenset(t.lemma for t in said if t.pos in {"NOUN", "PROPN"})


def _is_plan(subject: Token | None, told: frozenset[str]) -> bool:
    """Whether a sentence goes on about a plan, which the article may explain as well."""
    if subject is None:
        return False
    meant = subject.lower in {"it", "that", "this", "they"} and not told.isdisjoint(_PLANS)
    return meant or subject.lemma in _PLANS


def _takes_up(subject: Token | None, told: frozenset[str]) -> bool:
    """Whether a subject points back at what was said, or is named in it."""
    return subject is not None and (subject.lower in _TAKES_UP or subject.lemma in told)


def _has_report(scene: Scene, span: TextSpan) -> bool:
    first, last = scene.reports_from(span.start), scene.reports_from(span.end)
    reports = scene.reports[first:last]
    return any(r.content and anchor(r).overlaps(span) for r in reports)


def _is_main(scene: Scene, modal: Token) -> bool:
    return scene.document.head(modal).dep == "ROOT"


def _statement(scene: Scene, said: Statement, sentence: Sentence) -> Statement:
    whole = scene.document.span_of(sentence.first, sentence.last)
    return Statement(
        type=QuotationType.INDIRECT,
        parts=(whole,),
        source=said.source,
        evidence=(Feature("free indirect", 1.0),),
    )
