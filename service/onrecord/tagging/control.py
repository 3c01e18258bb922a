"""Whose deed an infinitive or gerund is: *criticised Vale for saying …*, *got Vale to admit …*."""

from __future__ import annotations

from onrecord.document.tree import Token
from onrecord.lexicon.people import is_utterer
from onrecord.tagging.phrases import NOMINAL
from onrecord.tagging.scope import Scope

_FOR = frozenset({"for", "into"})
_BRINGS = frozenset({"persuade", "force", "get", "compel", "convince", "induce", "oblige"})
"""Verbs that tell that somebody did it; who is urged to may not have, who is led to may wonder."""
_THINGS = frozenset({"it", "this", "that", "what", "which", "themselves", "herself", "himself"})


def done_by_object(scope: Scope, verb: Token) -> Token | None:
    """Whom the verb above has for its object, where the deed is his; None where there is none.

    Not in *pressed Vale to say*, *attacked Vale by saying*, *used a speech to say*. Of what
    somebody is accused, the accuser tells.
    """
    document = scope.document
    above = document.head(verb)
    if verb.dep == "pcomp" and above.lower in _FOR and above.dep == "prep":
        above = document.head(above)
    elif verb.dep not in {"xcomp", "advcl"} or above.lemma not in _BRINGS:
        return None
    if above.pos != "VERB" or above.index > verb.index:
        return None
    objects = (c for c in document.children(above) if c.dep == "dobj" and c.pos in NOMINAL)
    noun = next((c for c in objects if above.index < c.index < verb.index), None)
    if noun is None or not scope.same(noun, verb) or noun.lower in _THINGS:
        return None
    if verb.dep == "advcl" and document.tokens[document.subtree(noun)[1]].tag != "TO":
        return None
    return noun if noun.pos != "NOUN" or is_utterer(noun.lemma) else None
