"""Who is cited: from a reporting verb to the mention of its source."""

from __future__ import annotations

from onrecord.document.tree import ADNOMINAL, ANY_SUBJECT, RELATIVE_TAGS, Token
from onrecord.lexicon import cues
from onrecord.lexicon.cues import CueClass, CueLexicon
from onrecord.lexicon.grammar import ARTICLES
from onrecord.lexicon.people import is_utterer
from onrecord.tagging import outer
from onrecord.tagging.agents import behind_deed, publication
from onrecord.tagging.control import done_by_object
from onrecord.tagging.copies import copied
from onrecord.tagging.cues import Cue
from onrecord.tagging.datelines import body_start
from onrecord.tagging.handles import handle
from onrecord.tagging.phrases import NOMINAL
from onrecord.tagging.roles import behind_according, first_to, object_of
from onrecord.tagging.scope import Scope
from onrecord.tagging.subjects import is_told_in_headline
from onrecord.tagging.whose import whose_words
from onrecord.tagging.within import within

_SHARES_SUBJECT = frozenset({"conj", "xcomp", "advcl", "pcomp", "prep", "dep", "ccomp"})
_SUBJECTLESS = frozenset({"advmod", "npadvmod", "nmod", "dep", "dobj", "attr"})
_NAMING = NOMINAL | {"DET", "ADJ", "X"}
"""What a subject may be read as that names somebody."""
_ASKING = frozenset({"who", "what", "which"})
_TO_SOMEBODY = frozenset({"tell", "inform", "remind", "assure", "notify"})
_PARTS = frozenset({"some", "several", "many", "most", "another", "neither"})
"""What one names as many of a group by as are meant, besides numbers."""
_LONGEST_CLIMB = 5
_LONGEST_SUBJECT = 8
_SPEAKS_IN_PASSIVE = frozenset({"quote", "draw"})
BESIDE = frozenset({"advcl", "acl", "relcl", "conj"})
"""Dependencies of a verb that says how another one came to be known."""


def find(scope: Scope, verb: Token) -> Token | None:
    """Head token of the source of `verb`, or None where the text names none."""
    token: Token = verb
    closing = handle(scope, verb) or _closing(scope, verb) or _asking(scope, verb)
    closing = closing or within(scope, verb)
    closing = (
        closing or copied(scope, verb) or whose_words(scope, verb) or outer.beside(scope, verb)
    )
    if closing is not None:
        return closing
    for _ in range(_LONGEST_CLIMB):
        if is_passive(scope, token):
            # *He was quoted (as saying)*, *asked, she said*: the subject of the passive speaks.
            if token is not verb or verb.lemma in _SPEAKS_IN_PASSIVE:
                return _own(scope, token, verb)
            return _agent(scope, token) or publication(scope, token)
        subject = _own(scope, token, verb)
        joined = verb.dep == "conj" and verb.tag != "VBG"
        doer = None if subject is not None or joined else done_by_object(scope, token)
        if subject is not None or doer is not None:
            return doer or _antecedent(scope, subject, token)
        if token.dep in ADNOMINAL:
            head = first_to(scope, token) or scope.document.head(token)
            return head if scope.same(head, verb) else None
        if token.dep not in _SHARES_SUBJECT or not scope.same(scope.document.head(token), verb):
            break
        token = scope.document.head(token)
    found = _fronted(scope, token, verb) or _of_the_clause_before(scope, verb)
    return found or _inverted(scope, verb)


def _asking(scope: Scope, verb: Token) -> Token | None:
    """*Asked by the Courier whether …, she said no*: who asks."""
    bound = any(c.dep in ANY_SUBJECT or c.dep == "aux" for c in scope.document.children(verb))
    return _agent(scope, verb) if verb.tag == "VBN" and not bound else None


def _of_the_clause_before(scope: Scope, verb: Token) -> Token | None:
    """*Minister quits over accord, says she was …*: headlines join clauses by a comma alone."""
    before, behind = None, False
    for child in scope.document.children(verb):
        if child.dep == "ccomp":
            before = child if child.index < verb.index else before
            behind = behind or child.index > verb.index
    if before is None or not behind or verb.tag != "VBZ" or verb.dep != "ROOT":
        return None
    return _own(scope, before, verb)


def signed(scope: Scope, cue: Cue, lexicon: CueLexicon) -> Token | None:
    """*They listed their reasons in a petition signed by 900 people: …*: the petition.

    What others have signed holds their words. Where a verb of saying stands, it is the medium.
    """
    if CueClass.SAY in cue.classes or CueClass.SHOW not in cue.classes:
        return None
    document = scope.document
    for child in document.children(cue.verb):
        noun = object_of(scope, child) if child.dep == "prep" and child.lower == "in" else None
        if noun is None or noun.lemma not in lexicon.document:
            continue
        if any(c.dep == "acl" and c.lemma == "sign" for c in document.children(noun)):
            return noun
    return None


def quoted(scope: Scope, verb: Token) -> Token | None:
    """*quotes Ruiz as saying*: who is quoted."""
    objects = (c for c in scope.document.children(verb) if c.dep == "dobj" and c.pos in NOMINAL)
    return next((c for c in objects if scope.same(c, verb)), None)


def quoted_by(scope: Scope, verb: Token) -> Token | None:
    """*Ruiz was quoted by the Courier as saying …*: the Courier, for *quoted* and for *saying*."""
    preposition = scope.document.head(verb)
    quotes = scope.document.head(preposition) if preposition.lower == "as" else verb
    if quotes.lemma != "quote" or not is_passive(scope, quotes):
        return None
    agent = _agent(scope, quotes) or publication(scope, quotes) or _behind_by(scope, verb)
    return agent if agent is not None and scope.same(agent, verb) else None


def _behind_by(scope: Scope, verb: Token) -> Token | None:
    """*Ruiz was quoted as saying by the Courier*: "by" hangs on the nearer verb."""
    nouns = (object_of(scope, c) for c in scope.document.children(verb) if c.lower == "by")
    return next((noun for noun in nouns if noun is not None), None)


def is_asked(scope: Scope, verb: Token) -> bool:
    """*Asked whether …, she replied*; *was asked what …*: nobody is named who asks."""
    opens = scope.document.sentence_of(verb).first == verb.index
    if (verb.tag != "VBN" and not opens) or _agent(scope, verb) is not None:
        return False
    children = list(scope.document.children(verb))
    if any(child.dep in {"auxpass", "nsubjpass"} for child in children):
        return True
    return not any(child.dep in {"aux", "nsubj"} for child in children)


def is_passive(scope: Scope, verb: Token) -> bool:
    """Whether the verb stands in the passive voice."""
    passive = any(c.dep in {"auxpass", "nsubjpass"} for c in scope.document.children(verb))
    return passive or is_told_in_headline(scope.document, verb)


def _own(scope: Scope, token: Token, verb: Token) -> Token | None:
    """The subject among the children, in the voice of `verb`; the nearest where there are two."""
    subjects = [
        child
        for child in scope.document.children(token)
        if child.dep in ANY_SUBJECT
        and _is_nominal(child)
        and any(map(str.isalnum, child.text))
        and scope.same(child, verb)
    ]
    nearest = min(
        subjects,
        key=lambda s: (s.index > verb.index, abs(s.index - verb.index)),
        default=None,
    )
    return _in_the_body(scope, nearest, verb) if nearest is not None else None


def _is_nominal(subject: Token) -> bool:
    """Whether a subject is a noun, also where the parser takes it for a verb (*Gate logs show*)."""
    misread = subject.tag == "VBZ" and subject.dep == "nsubj"
    return misread or subject.pos in _NAMING


def _in_the_body(scope: Scope, subject: Token, verb: Token) -> Token:
    """The subject proper where the parser takes the dateline, or a bare article, for it.

    *ASHBY — A judge said …*: the judge. *The will said …*: the noun that looks like an auxiliary.
    """
    document = scope.document
    begin = body_start(scope, document.sentence_of(verb))
    if subject.start < begin:
        first, last = document.subtree(subject)
        beside = (t for t in document.tokens[first:last] if t.start >= begin)
        return next((t for t in beside if t.dep == "appos" and t.pos in NOMINAL), subject)
    if subject.lower in ARTICLES and subject.index + 2 == verb.index:
        return document.tokens[subject.index + 1]
    return subject


def _agent(scope: Scope, verb: Token) -> Token | None:
    """*was told by X*, *was told to go by X*: the object of "by"."""
    for act in scope.document.children(verb):
        for by in behind_deed(scope, act)[:1]:
            return object_of(scope, by)
    for child in scope.document.children(verb):
        if child.dep == "agent":
            return next((c for c in scope.document.children(child) if c.dep == "pobj"), None)
    return None


def _antecedent(scope: Scope, subject: Token | None, verb: Token) -> Token | None:
    """*Ruiz, who said*: the noun that the relative clause belongs to; *asked who pays*: none."""
    if subject is None or subject.tag not in RELATIVE_TAGS:
        return subject
    if (cited := outer.according(scope, subject)) is not None:
        return cited
    clause = verb
    for _ in range(_LONGEST_CLIMB):
        if clause.dep == "relcl":
            return behind_according(scope, _one_of(scope, scope.document.head(clause), subject))
        if clause.dep not in _SHARES_SUBJECT:
            break
        clause = scope.document.head(clause)
    before = scope.document.tokens[max(0, subject.index - 1)]
    if before.pos in {"NOUN", "PROPN"} and scope.same(before, verb):
        return before
    return None if subject.lower in _ASKING else subject


def _one_of(scope: Scope, noun: Token, relative: Token) -> Token:
    """*one of the officials, who said …*: the one, where a comma stands before the pronoun."""
    document = scope.document
    of = document.head(noun)
    part = document.head(of)
    counted = part.tag == "CD" or part.lower in _PARTS
    comma = document.tokens[max(0, relative.index - 1)].text == ","
    return part if of.lower == "of" and noun.dep == "pobj" and counted and comma else noun


def _fronted(scope: Scope, clause: Token, verb: Token) -> Token | None:
    """A noun that the parser hung on the verb as something else.

    After an inverted verb (*said Ruiz*) it is the next noun; else the first noun of the clause
    that stands before the verb.
    """
    children = [
        child
        for child in scope.document.children(clause)
        if child.dep in _SUBJECTLESS
        and child.pos in {"PROPN", "NOUN", "PRON"}
        and scope.same(child, verb)
    ]
    after = [c for c in children if c.index > clause.index and _touches(scope, verb, c)]
    before = [c for c in children if c.index < clause.index and c.dep != "dobj"]
    if after and scope.follows_words(verb):
        return after[0]
    return before[0] if before else None


def _touches(scope: Scope, verb: Token, noun: Token) -> bool:
    first, _ = scope.document.subtree(noun)
    return first <= verb.index + 1 and noun.index - verb.index <= 8


def _inverted(scope: Scope, verb: Token) -> Token | None:
    """*“…,” said her rival Ana Ruiz, who is 91, “and …”*: the noun right behind the verb.

    The parser may take it for the subject of the words that follow.
    """
    document = scope.document
    if verb.lemma not in cues.load().tag or not scope.follows_words(verb):
        return None
    near = document.tokens[verb.index + 1 : verb.index + 1 + _LONGEST_SUBJECT]
    held = [t for t in near if t.pos in NOMINAL and scope.same(t, verb) and t.dep in ANY_SUBJECT]
    return next((t for t in held if document.subtree(t)[0] == verb.index + 1), None)


def _closing(scope: Scope, verb: Token) -> Token | None:
    """*…, reported the Courier.*: behind a comma, verb and source alone close the sentence.

    The parser takes the source for an object there, and the verb for a second one of the clause.
    """
    document = scope.document
    children = list(document.children(verb))
    if verb.tag not in {"VBD", "VBZ"} or verb.lemma in _TO_SOMEBODY:
        return None
    if verb.lemma not in cues.load().tag:
        return None
    comma = verb.index > 0 and document.tokens[verb.index - 1].text == ","
    if not comma or verb.dep not in {"ROOT", "conj"}:
        return None
    noun = next((c for c in children if c.dep == "dobj"), None)
    if noun is None or any(c.dep in ANY_SUBJECT for c in children):
        return None
    if noun.pos != "PROPN" and not is_utterer(noun.lemma):
        return None
    first, last = document.subtree(noun)
    rest = document.tokens[last : document.sentence_of(verb).last]
    closes = first == verb.index + 1 and not any(map(str.isalnum, "".join(t.text for t in rest)))
    return noun if closes and scope.same(noun, verb) else None
