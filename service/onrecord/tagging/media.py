"""Where, or through what, words were put: *in a statement*, *on a call*, *outside court*."""

from __future__ import annotations

from collections.abc import Iterator

from onrecord.document.tree import Token
from onrecord.lexicon.cues import CueLexicon
from onrecord.lexicon.grammar import ARTICLES
from onrecord.tagging.carriers import (
    LEADING,
    PLACED,
    POSTS,
    PUTS,
    SAYS,
    TALKS,
    before_a_time,
    carries,
    is_named,
)
from onrecord.tagging.joined import parts
from onrecord.tagging.name_words import TIMES
from onrecord.tagging.outlets import Outlets
from onrecord.tagging.phrases import hyphenated, mention_span
from onrecord.tagging.roles import object_of
from onrecord.tagging.scope import Scope
from onrecord.types import TextSpan

SOUGHT = frozenset({"contact", "reach", "approach", "interview", "quote", "ask", "question"})
"""What an outlet does to have somebody's words (*contacted by the Courier, Ruiz said*)."""
_PUT_ON = POSTS | SAYS | TALKS
_PARTNER = frozenset({"to", "with", "for", "in"})
_WITH = frozenset({"with", "to", "of", "in", "by"})
_LETTERS = frozenset({"letter", "note", "card", "message", "text", "email", "e-mail", "mail"})
"""What one writes to a paper as to anybody (*in a letter to the paper*)."""
_CALLS = frozenset({"call", "conversation", "talk", "chat", "meeting", "exchange"})
"""What one has with a person as often as with an outlet, whose name has no article then."""
_PAGES = frozenset({"page", "column", "edition", "issue", "article", "interview"})
"""What an outlet has (*in the pages of the daily*)."""


def medium(scope: Scope, verb: Token, lexicon: CueLexicon) -> TextSpan | None:
    """The phrase that names where, or through what, the words of a cue were put."""
    for clause, child in parts(scope, verb):
        found = (
            _carried(scope, child, clause, lexicon)
            or _used(scope, clause, child, lexicon)
            or _placed(scope, child, lexicon)
        )
        joined = verb.dep == "conj" and clause is not verb
        if found and not (joined and _is_place(scope, child, lexicon)):
            return found
    return (
        _fronted(scope, verb, lexicon)
        or _behind_source(scope, verb, lexicon)
        or _behind_marks(scope, verb, lexicon)
        or _online(scope, verb)
        or _in_which(scope, verb, lexicon)
    )


def _in_which(scope: Scope, verb: Token, lexicon: CueLexicon) -> TextSpan | None:
    """*posted a video | in which she says …*: what the relative clause is of.

    Not *citing a log in which a clerk says …*, which hands the words on, nor *calls in which, she
    says, …*.
    """
    noun = scope.document.head(verb)
    if verb.dep != "relcl" or noun.lemma not in lexicon.medium or not scope.same(noun, verb):
        return None
    first = scope.document.subtree(verb)[0]
    opening = scope.document.tokens[first : first + 3]
    led = [t.lower for t in opening[:2]] == ["in", "which"] and opening[-1].text != ","
    above = scope.document.head(noun)
    cited = above.tag == "VBG" and above.lemma in lexicon.citing
    if not led or cited or noun.index > first:
        return None
    phrase = mention_span(scope, noun)
    end = scope.document.tokens[first - 1].end
    return TextSpan(phrase.start, min(phrase.end, end))


def _behind_marks(scope: Scope, verb: Token, lexicon: CueLexicon) -> TextSpan | None:
    """*called it “a farce” | in a letter*: the phrase that the parser hangs on the quoted words.

    Not *“exaggerated” it | through a trick*, of which any noun would do.
    """
    document = scope.document
    for quoted in document.children(verb):
        if quoted.dep not in {"dobj", "oprd", "attr"} or scope.same(quoted, verb):
            continue
        for child in document.children(quoted):
            behind = scope.same(child, verb) and child.lower in {"in", "on", "at"}
            if behind and (found := _carried(scope, child, verb, lexicon)):
                return found
    return None


def _online(scope: Scope, verb: Token) -> TextSpan | None:
    """*posted online that …*."""
    behind = scope.document.tokens[verb.index + 1 : verb.index + 2]
    said = verb.lemma in POSTS | SAYS and bool(behind) and scope.same(behind[0], verb)
    return behind[0].span if said and behind[0].lower == "online" else None


def _behind_source(scope: Scope, verb: Token, lexicon: CueLexicon) -> TextSpan | None:
    """*said Ada Quill, in a letter*: the phrase that the parser hangs on her."""
    document = scope.document
    for noun in document.children(verb):
        if noun.dep != "nsubj" or noun.index < verb.index:
            continue
        for child in document.children(noun):
            set_off = document.tokens[child.index - 1].text == "," and child.lower == "in"
            if set_off and child.index > noun.index:
                return _carried(scope, child, verb, lexicon)
    return None


def _is_place(scope: Scope, preposition: Token, lexicon: CueLexicon) -> bool:
    """*stood at the gate and insisted …*: where one was is no medium of what one went on to say."""
    noun = object_of(scope, preposition)
    return noun is not None and noun.lemma in lexicon.venue - lexicon.medium


def appearance(
    scope: Scope, verb: Token, source: Token | None, lexicon: CueLexicon
) -> TextSpan | None:
    """*Ruiz, speaking at a rally, said*: the phrase that goes with another verb of speaking."""
    for clause in beside(scope, verb, source):
        for child in scope.document.children(clause) if clause.lemma in PUTS else ():
            found = _carried(scope, child, clause, lexicon) if scope.same(child, verb) else None
            if found:
                return found
    return None


def beside(scope: Scope, verb: Token, source: Token | None) -> Iterator[Token]:
    """The clauses that tell what the source did when it put the words."""
    for above in (verb, source):
        for clause in scope.document.children(above) if above is not None else ():
            if clause.dep in {"advcl", "relcl", "acl"}:
                yield clause


def outlet(scope: Scope, span: TextSpan | None, outlets: Outlets) -> TextSpan | None:
    """*in an interview with the Courier*: the outlet inside a medium."""
    if span is None:
        return None
    for token in scope.document.tokens_in(span):
        preposition = scope.document.head(token)
        if token.dep != "pobj" or preposition.lower not in _WITH:
            continue
        carrier = scope.document.head(preposition).lemma
        pages = preposition.lower not in {"of", "in"} or carrier in _PAGES
        if carrier in _LETTERS:
            continue
        if carrier in _CALLS and not (outlets.has(token) or _has_article(scope, token)):
            continue
        if pages and outlets.hears(token) and not _is_bare(scope, token):
            return mention_span(scope, outlets.name(token))
    return None


def _has_article(scope: Scope, name: Token) -> bool:
    return any(child.lower in ARTICLES for child in scope.document.children(name))


def _is_bare(scope: Scope, noun: Token) -> bool:
    """*told me by radio*: a way, no outlet."""
    return noun.text.islower() and not any(
        child.index < noun.index for child in scope.document.children(noun)
    )


def spoken_to(scope: Scope, verb: Token, source: Token | None, outlets: Outlets) -> TextSpan | None:
    """*Speaking to the Courier, Ruiz said*; *Ruiz, who spoke to the Courier, said*: the outlet.

    So it is in *Reached by the Courier, Ruiz said*.
    """
    for preposition in _partners(scope, verb, source):
        noun = object_of(scope, preposition)
        if noun is not None and scope.same(noun, verb) and outlets.hears(noun):
            return mention_span(scope, outlets.name(noun))
    return None


def _partners(scope: Scope, verb: Token, source: Token | None) -> Iterator[Token]:
    """The prepositions behind which stands who is spoken to, or who asked for the words."""
    for clause in beside(scope, verb, source):
        for preposition in scope.document.children(clause):
            speaks = clause.lemma in TALKS and preposition.lower in _PARTNER
            sought = clause.lemma in SOUGHT and preposition.dep == "agent"
            if speaks or sought:
                yield preposition


def _fronted(scope: Scope, verb: Token, lexicon: CueLexicon) -> TextSpan | None:
    """*In one of the letters, a manager wrote: …*: the phrase that opens the sentence."""
    sentence = scope.document.sentence_of(verb)
    first = scope.document.tokens[sentence.first]
    if first.pos != "ADP" or first.index >= verb.index or not scope.same(first, verb):
        return None
    return _carried(scope, first, verb, lexicon) if verb.dep == "ROOT" else None


def _carried(scope: Scope, child: Token, clause: Token, lexicon: CueLexicon) -> TextSpan | None:
    if child.lower not in LEADING or not (
        child.dep in {"prep", "mark", "advmod"} or _is_no_agent(child, clause)
    ):
        return None
    if child.lower == "in" and (writing := _writing(scope, child)) is not None:
        return TextSpan(child.start, writing.end)
    noun = object_of(scope, child)
    named = before_a_time(scope, child, noun) if noun is not None else None
    if named is not None:
        return TextSpan(child.start, named.end) if clause.lemma in _PUT_ON else None
    if noun is not None:
        noun = _dated(scope, noun) or noun
    if noun is None or not carries(scope, child, noun, clause, lexicon):
        return None
    phrase = mention_span(scope, noun)
    start = min(child.start, phrase.start)
    short = next((t for t in scope.document.tokens_in(phrase) if t.text == "X."), None)
    if short is not None:
        # *wrote on X.*: the parser takes the full stop for that of a short form.
        return TextSpan(start, short.start + 1)
    end = max(phrase.end, hyphenated(scope, noun)[1], _listed_to(scope, noun))
    return TextSpan(start, _sent_to(scope, clause, end))


def _listed_to(scope: Scope, noun: Token) -> int:
    """*posted on Perch, Plaza and Quill*: where the last of several names ends."""
    document, last = scope.document, noun
    while is_named(last):
        joined = (c for c in document.children(last) if c.dep == "conj" and is_named(c))
        further = next((c for c in joined if c.index > last.index), None)
        if further is None:
            break
        between = document.tokens[last.index + 1 : further.index]
        if not all(t.text == "," or t.dep == "cc" or is_named(t) for t in between):
            break
        last = further
    return last.end


def _dated(scope: Scope, day: Token) -> Token | None:
    """*in a circular | dated Monday*: the noun where the parser takes the day for it."""
    dated, noun = scope.document.tokens[day.index - 1], scope.document.tokens[day.index - 2]
    is_so = day.index > 1 and dated.lower == "dated" and dated.head == day.index
    return noun if is_so and scope.document.label_of(day) in TIMES else None


def _is_no_agent(child: Token, clause: Token) -> bool:
    """*said by telephone*: the parser takes the way for who did it, though the verb is active."""
    return child.dep == "agent" and clause.tag != "VBN"


def _writing(scope: Scope, preposition: Token) -> Token | None:
    """*warned in writing that …*, which the parser takes for a verb."""
    children = scope.document.children(preposition)
    return next(
        (c for c in children if c.lower == "writing" and c.start == preposition.end + 1), None
    )


def _sent_to(scope: Scope, clause: Token, end: int) -> int:
    """*wrote in a note to clients*: "to" right behind belongs to the note."""
    for child in scope.document.children(clause):
        if child.dep in {"prep", "dative"} and child.lower == "to" and child.start == end + 1:
            noun = object_of(scope, child)
            return mention_span(scope, noun).end if noun is not None else end
    return end


def _placed(scope: Scope, child: Token, lexicon: CueLexicon) -> TextSpan | None:
    """*said outside court* where the parser takes "outside" for an adjective."""
    before = scope.document.tokens[child.index - 1]
    if child.dep not in {"dobj", "npadvmod"} or child.lemma not in lexicon.conveying:
        return None
    return TextSpan(before.start, child.end) if before.lower in PLACED else None


def _used(scope: Scope, clause: Token, child: Token, lexicon: CueLexicon) -> TextSpan | None:
    """*She used her Chirper platform to …*: the name of what was used."""
    if clause.lemma not in {"use", "take"} or child.dep != "dobj":
        return None
    if child.lemma not in lexicon.medium:
        return None
    names = [c for c in scope.document.children(child) if c.dep == "compound" and is_named(c)]
    if not names:
        return mention_span(scope, child)
    first, last = scope.document.subtree(names[-1])
    return scope.document.span_of(min(first, names[0].index), last)
