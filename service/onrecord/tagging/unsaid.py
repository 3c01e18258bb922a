"""What was not said: denied, withheld, asked by the article itself, or only supposed."""

from __future__ import annotations

from collections.abc import Sequence
from itertools import pairwise

from onrecord.document.tree import AUXILIARIES, FINITE, SUBJECTS, Token
from onrecord.lexicon.cues import CueClass
from onrecord.lexicon.grammar import ABLE, WHETHER
from onrecord.tagging.control import done_by_object
from onrecord.tagging.in_view import gainsaid, in_view
from onrecord.tagging.occasions import takes_to
from onrecord.tagging.roles import DONE, REACHES, first_to
from onrecord.tagging.scope import Scope

_NOR = frozenset({"nor", "neither"})
_NO = frozenset({"no", "not", "never"})
_NOBODY = frozenset({"nobody", "none", "neither", "no"})
_KEEPS_FROM = {
    "to": frozenset(
        {"yet", "still", "fail", "unable", "unwilling", "reluctant", "omit", "neglect", "hesitate",
         "forget", "afraid", "scared", "loath", "powerless"}
    ),
    "of": frozenset({"short"}),
    "from": frozenset({"refrain", "shy", "shrink", "back", "abstain"}),
    "than": frozenset({"rather"}),
}  # fmt: skip
"""Words before the verb that say that it was not done, by the word between: *has yet to say*."""
_AVOIDS = frozenset({"avoid", "without", "resist"})
_WILLING = frozenset(
    {"able", "willing", "prepared", "ready", "want", "wish", "choose", "dare", "bother", "care"}
)
"""Who is not so, or does not, has not said it: *was not willing to say*."""
_ON_CONDITION = WHETHER | {"unless", "lest"}
_ONCE = frozenset({"until", "once"})
_NOW = frozenset({"VBZ", "VBP"})
_INTENDS = frozenset({"hope", "plan", "intend", "aim", "prepare"})
_ONLY_WISHED = frozenset({"want", "wish", "hope", "mean"})
_OPENS = frozenset({"mark", "advmod"})
_SUPPOSING = frozenset({"had", "were", "should"})
_ASKS_FOR_MORE = frozenset({"why", "when", "how", "where"})
"""*Why did she say that …?* takes for granted that she did."""
_PUT_TO = frozenset({"ask", "press", "question", "quiz", "challenge", "tell", "warn", "remind"})
"""What is done to somebody who then speaks."""
_SHARES = frozenset({"conj", "xcomp"})
_REFUSES = frozenset({"refuse", "decline", "fail"})
_LONGEST_CLIMB = 4


def negated(scope: Scope, verb: Token, classes: frozenset[CueClass] = frozenset()) -> bool:
    """Whether it was not said, or denied; who does not deny it has not said it either."""
    children = list(scope.document.children(verb))
    if CueClass.DENY in classes:
        return True
    by_not = any(c.dep == "neg" or _is_nor(verb, c) for c in children)
    by_not = by_not or _is_after_nor(scope, verb) or _is_at_no_time(scope, verb)
    subjects = (c for c in children if c.dep == "nsubj" and scope.same(c, verb))
    by_nobody = any(_is_nobody(scope, subject) for subject in subjects)
    return by_not or by_nobody or gainsaid(scope, verb) or _is_kept_back(scope, verb)


def held_back(scope: Scope, verb: Token) -> bool:
    """*did not give an assurance*, *refused to give one*."""
    refused = verb.dep == "xcomp" and scope.document.head(verb).lemma in _REFUSES
    return refused or negated(scope, verb, frozenset())


def _is_nor(verb: Token, child: Token) -> bool:
    """*Nor did she say that …*, *has neither confirmed that …*."""
    return child.lower in _NOR and child.index < verb.index


def _is_after_nor(scope: Scope, verb: Token) -> bool:
    return verb.index > 0 and scope.document.tokens[verb.index - 1].lower == "nor"


def _is_at_no_time(scope: Scope, verb: Token) -> bool:
    """*At no point did she say that …*, *Not once has he said that …*."""
    turned = _turned(scope, verb)
    if turned is None:
        return False
    before = scope.document.tokens[scope.document.subtree(verb)[0] : turned.index]
    return any(t.lower in _NO and scope.same(t, verb) for t in before)


def _is_nobody(scope: Scope, subject: Token) -> bool:
    """*Nobody*, *neither the ministry nor the company*, *no minister*; not *No 10*."""
    opening = (subject, *scope.document.children(subject))
    before = scope.document.tokens[scope.document.subtree(subject)[0] : subject.index]
    return any(token.lower == "not" for token in before[:1]) or any(
        token.lower in _NOBODY and scope.document.tokens[token.index + 1].tag != "CD"
        for token in opening
    )


def _is_kept_back(scope: Scope, verb: Token) -> bool:
    """*has yet to say*, *without saying*, *failed to say*, *was not able to say*.

    Who *did not fail to say* so has said it.
    """
    document = scope.document
    above = document.head(verb)
    if verb.dep == "conj" and verb.tag == above.tag and verb.lemma != "deny":
        # *left without saying when or explaining why*
        return not _has_subject(scope, verb) and _is_kept_back(scope, above)
    words = document.tokens[document.sentence_of(verb).first : verb.index]
    if [token.lower for token in words[-2:]] == ["no", "longer"]:
        return True
    while words and words[-1].pos == "ADV":
        words = words[:-1]
    return bool(words) and scope.same(words[-1], verb) and _keeps_from(scope, words[-2:], verb)


def _keeps_from(scope: Scope, before: Sequence[Token], verb: Token) -> bool:
    """Whether the one or two words right before a verb say that it was not done."""
    holder, joint = before[0], before[-1]
    if joint.lemma in _AVOIDS and verb.tag == "VBG":
        return not _is_denied(scope, joint)
    if joint.lower == "to" and holder.lemma in _WILLING:
        return _is_denied(scope, holder)
    keeps = holder.lemma in _KEEPS_FROM.get(joint.lower, ())
    return keeps and not _is_denied(scope, holder)


def _is_denied(scope: Scope, holder: Token) -> bool:
    """*did not want*, *was not able*, *were never ready*."""
    verbs = [holder, *([scope.document.head(holder)] if holder.pos == "ADJ" else [])]
    return any(c.dep == "neg" for verb in verbs for c in scope.document.children(verb))


def hypothetical(scope: Scope, verb: Token) -> bool:
    """Whether a modal or a purpose keeps it from having been said (*could say*, *to say that*).

    *Could not say whether* is a report: of something that was not said. *Plans to say* is none.
    """
    while _shares_auxiliary(scope, verb):
        verb = scope.document.head(verb)
    children = list(scope.document.children(verb))
    modals = {c.lemma for c in children if c.tag == "MD" and c.index < verb.index}
    unsaid = any(c.dep == "neg" for c in children) and modals <= ABLE
    if modals - {"will", "would", "wo", "'d", "’d"} and not unsaid:
        return True
    if _held_by(scope, verb, _INTENDS) or in_view(scope, verb):
        return True
    infinitive = any(c.dep == "aux" and c.lower == "to" for c in children)
    infinitive = infinitive and first_to(scope, verb) is None
    infinitive = infinitive and done_by_object(scope, verb) is None
    infinitive = infinitive and not (_is_gone_on_to(scope, verb) or takes_to(scope, verb))
    return infinitive and verb.dep in {"advcl", "acl", "relcl", "csubj", "ROOT", "pcomp"}


def _held_by(scope: Scope, verb: Token, above: frozenset[str]) -> bool:
    """*plans to say*, *wanted to say*: whether a verb is the infinitive of one of these."""
    head = scope.document.head(verb)
    to = verb.dep == "xcomp" and any(c.tag == "TO" for c in scope.document.children(verb))
    return to and head.lemma in above and head.index < verb.index and scope.same(head, verb)


def _is_gone_on_to(scope: Scope, verb: Token) -> bool:
    """*Ruiz went on to say that …*, *wrote to say that …*: she did say so.

    Not *go on television to say*.
    """
    head = scope.document.head(verb)
    if head.lemma in REACHES and head.tag in DONE and head.index < verb.index:
        return not {"neg", "dobj"} & {c.dep for c in scope.document.children(head)}
    return head.lemma == "go" and any(
        child.lower == "on" and head.index < child.index < verb.index
        for child in scope.document.children(head)
        if not any(scope.document.children(child))
    )


def _shares_auxiliary(scope: Scope, verb: Token) -> bool:
    """*The firm should delete them and say how many*: what "should" binds."""
    if verb.dep != "conj" or verb.tag != "VB" or scope.document.head(verb).tag != "VB":
        return False
    children = scope.document.children(verb)
    return not any(c.dep in {"aux", "nsubj", "nsubjpass"} for c in children)


def supposed(scope: Scope, verb: Token) -> bool:
    """Whether what a verb reports is asked, supposed or wished for, and not told.

    *Did the mayor say that …?*, *If the mayor says that …*, *wanted to say that …*, and what was
    put to somebody: *The mayor, pressed on how …, said*.
    """
    told = _is_condition(scope, verb) or _is_asked(scope, verb) or _is_wished(scope, verb)
    return told or _is_put_to(scope, verb)


def _is_condition(scope: Scope, verb: Token) -> bool:
    """*if the mayor says that …*, *until he confirms that …*, *Had she said that …, we …*."""
    clause = verb
    for _ in range(_LONGEST_CLIMB):
        for child in scope.document.children(clause):
            before = child.index < clause.index and scope.same(child, verb)
            if before and child.dep in _OPENS and _is_if(clause, child):
                return True
        if clause.dep not in _SHARES or _has_subject(scope, clause):
            break
        clause = scope.document.head(clause)
    turned = _turned(scope, clause)
    if turned is None or turned.lower not in _SUPPOSING:
        return False
    opening = scope.document.sentence_of(turned).first == turned.index
    return opening or scope.document.tokens[turned.index - 1].pos in {"PUNCT", "CCONJ"}


def _is_if(clause: Token, joint: Token) -> bool:
    to_come = joint.lower in _ONCE and clause.tag in _NOW
    return to_come or joint.lower in _ON_CONDITION


def _is_asked(scope: Scope, verb: Token) -> bool:
    """*Did the mayor say that …?*, *Is it true that she said …?*, *Who told her that …?*

    A question of the one who speaks, not one that his words hold.
    """
    document, clause = scope.document, verb
    sentence = document.sentence_of(verb)
    own = [t for t in document.tokens[sentence.first : sentence.last] if scope.same(t, verb)]
    closing = next((t for t in reversed(own) if t.pos != "SPACE"), verb)
    if closing.text[:1] != "?" or own[0].lower in _ASKS_FOR_MORE:
        return False
    while clause.dep in {"xcomp", "ccomp"} and document.head(clause).index < clause.index:
        if clause.dep == "ccomp" and document.head(clause).lemma != "be":
            break
        clause = document.head(clause)
    who = any(c.dep == "nsubj" and c.tag == "WP" for c in document.children(clause))
    return (who and clause.dep == "ROOT") or _turned(scope, clause) is not None


def _turned(scope: Scope, verb: Token) -> Token | None:
    """*Did she say*, *Is it true*: the finite verb that stands before its subject."""
    children = [c for c in scope.document.children(verb) if scope.same(c, verb)]
    subject = next((c for c in children if c.dep in SUBJECTS | {"expl"}), None)
    finite = (c for c in children if c.dep in AUXILIARIES and c.tag in FINITE)
    first = verb if verb.pos == "AUX" else next(finite, None)
    return (
        first if subject is not None and first is not None and first.index < subject.index else None
    )


def _is_wished(scope: Scope, verb: Token) -> bool:
    """*wanted to say that …*; who *did not want to say whether …* has kept it back."""
    head = scope.document.head(verb)
    wished = verb.dep == "xcomp" and head.lemma in _ONLY_WISHED and head.index < verb.index
    return wished and not _is_denied(scope, head)


def _is_put_to(scope: Scope, verb: Token) -> bool:
    """*Ruiz, pressed on how she would pay, said …*: a participle that is parsed as a finite verb.

    A comma alone never stands between a verb and its subject. Not *Crews, warned the mayor, must
    wait*, where who warns stands behind.
    """
    tokens = scope.document.tokens
    comma = verb.index - (2 if verb.index and tokens[verb.index - 1].pos == "ADV" else 1)
    if comma < 1 or tokens[comma].text != "," or verb.lemma not in _PUT_TO:
        return False
    rest = tokens[verb.index + 1 : scope.document.sentence_of(verb).last]
    asked = rest[0].tag in {"IN", "RB", "WRB", "WP", "WDT"}
    closed = asked and any(t.text == "," and n.tag in FINITE for t, n in pairwise(rest))
    subjects = (c for c in scope.document.children(verb) if c.dep in SUBJECTS)
    return closed and any(c.index == comma - 1 and c.pos != "PRON" for c in subjects)


def _has_subject(scope: Scope, verb: Token) -> bool:
    return any(c.dep in SUBJECTS for c in scope.document.children(verb))
