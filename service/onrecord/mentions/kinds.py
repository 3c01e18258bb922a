"""What the names of an article name: a vote over all places where each stands.

One place is weak evidence, and the entity recogniser errs often; the same name comes again with
a title, an age, a relative *who* or an article, and all of them count.
"""

from __future__ import annotations

import re
from collections import Counter, defaultdict
from collections.abc import Iterator, Mapping, Sequence

from onrecord.document.tree import Document
from onrecord.lexicon import cues
from onrecord.lexicon.forenames import is_forename
from onrecord.lexicon.people import PeopleLexicon, plain
from onrecord.mentions import conduct, shapes, wording
from onrecord.mentions.affiliations import is_of_somebody
from onrecord.mentions.names import Name
from onrecord.mentions.phrases import Phrase
from onrecord.types import SpeakerKind

PERSON, BODY, GROUP = SpeakerKind.PERSON, SpeakerKind.ORGANIZATION, SpeakerKind.GROUP
DOCUMENT, UNKNOWN = SpeakerKind.DOCUMENT, SpeakerKind.UNKNOWN

ENTITY, MOST_LABELS = 1.0, 3
"""Weight of an entity label, and how many of one label count. The rest, in the same coin:"""
TITLE, AGE, ROLE, FORENAME, DATELINE = 3.0, 3.0, 2.5, 1.5, 3.0
SURNAME, HAS, SEVERAL, GUESS, EITHER = 2.0, 2.5, 1.5, 1.2, 0.7
ALONE = 1.5
EMPLOYS, SCORE = 1.5, 2.0
LAST_WORD, ARTICLE, ACRONYM, SHAPE = 3.0, 1.5, 1.0, 0.4
KIN = 0.5
"""Share of its weight that evidence keeps between a full name and a part of it."""

_LABELS = {
    "PERSON": PERSON, "ORG": BODY, "GPE": BODY, "LOC": BODY, "FAC": BODY, "NORP": GROUP,
}  # fmt: skip

_OPENERS = frozenset(
    ["Team", "Le", "La", "Les", "Il", "El", "Los", "Las", "Der", "Das",
     "North", "South", "East", "West", "Northern", "Southern", "Eastern", "Western"]
)  # fmt: skip
"""First words of the names of bodies; of persons only surnames alone begin so (*Le Quill*)."""

_GOALS = re.compile(r"\d{1,2}(?:[-–]\d{1,2})?")

Key = tuple[str, ...]
Votes = Mapping[SpeakerKind, float]


def vote(
    document: Document, lexicon: PeopleLexicon, phrases: Sequence[Phrase]
) -> tuple[SpeakerKind, ...]:
    """What each of the names seems to name, over the whole article."""
    totals: dict[Key, dict[SpeakerKind, float]] = defaultdict(lambda: defaultdict(float))
    keys = [key(document, phrase) for phrase in phrases]
    labels = Counter(zip(keys, map(_labelled, phrases), strict=True))
    for (own, label), count in labels.items():
        totals[own].update({label: ENTITY * min(count, MOST_LABELS)} if label else {})
    for phrase, own in zip(phrases, keys, strict=True):
        for kind, weight in _evidence(document, lexicon, phrase):
            totals[own][kind] += weight
    for owner in _employers(document, lexicon, phrases):
        if owner in totals:
            totals[owner][BODY] += EMPLOYS
    bare = {own for phrase, own in zip(phrases, keys, strict=True) if phrase.bare}
    for own, total in totals.items():
        if len(own) > 1 and own[-1:] in bare and not total.get(BODY, 0) >= LAST_WORD:
            total[PERSON] += SURNAME
    for own in _of_families(totals):
        totals[own][PERSON] += SURNAME
    kin = _kin(totals)
    return tuple(_winner(totals[own], kin.get(own, {})) for own in keys)


def _employers(
    document: Document, lexicon: PeopleLexicon, phrases: Sequence[Phrase]
) -> Iterator[Key]:
    """*Quillan | CEO Ada Quill*: the names that stand before a title in capitals."""
    for phrase in phrases:
        tokens = document.tokens[phrase.name.first : phrase.name.start]
        title = (n for n, t in enumerate(tokens) if _is_of_title(lexicon, plain(t.text)))
        owner = tokens[: next(title, 0)]
        if owner:
            yield tuple(plain(t.text) for t in owner)


def _is_of_title(lexicon: PeopleLexicon, word: str) -> bool:
    return lexicon.is_title(word) or word in lexicon.modifiers or word in lexicon.person


def key(document: Document, phrase: Phrase) -> Key:
    """The words of a name by which its places are counted together."""
    tokens = document.tokens[phrase.name.start : phrase.name.last]
    return tuple(plain(t.text) for t in tokens if t.pos != "PUNCT") or (tokens[0].lower,)


def _of_families(totals: Mapping[Key, Votes]) -> tuple[Key, ...]:
    """Full names that end like that of a person: *Tom Quill*, beside *Ada Quill*."""
    full = [own for own in totals if len(own) > 1]
    surnames = Counter(own[-1] for own in full if _winner(totals[own], {}) is PERSON)
    return tuple(
        own
        for own in full
        if totals[own].get(BODY, 0) <= SURNAME
        and surnames[own[-1]] > (_winner(totals[own], {}) is PERSON)
    )


def _kin(totals: Mapping[Key, Votes]) -> dict[Key, dict[SpeakerKind, float]]:
    """Evidence that passes between *Ada Quill* and *Quill*, and from *Halden Post* to *Post*."""
    kin: dict[Key, dict[SpeakerKind, float]] = defaultdict(lambda: defaultdict(float))
    for own, votes in totals.items():
        if len(own) < 2:
            continue
        for part in dict.fromkeys([own[:1], own[-1:]]):
            if part not in totals:
                continue
            for kind, weight in votes.items():
                kin[part][kind] += KIN * weight
            for kind, weight in totals[part].items():
                kin[own][kind] += KIN * weight
    return kin


def _winner(votes: Votes, kin: Votes) -> SpeakerKind:
    kinds = sorted({*votes, *kin}, key=lambda kind: (-votes.get(kind, 0) - kin.get(kind, 0), kind))
    return kinds[0] if kinds else UNKNOWN


def _labelled(phrase: Phrase) -> SpeakerKind | None:
    return None if phrase.handle else _LABELS.get(phrase.label)


def _evidence(
    document: Document, lexicon: PeopleLexicon, phrase: Phrase
) -> Iterator[tuple[SpeakerKind, float]]:
    name, tokens = phrase.name, document.tokens
    yield from _by_words(document, lexicon, phrase)
    yield from _of_a_body(document, lexicon, name)
    yield from conduct.evidence(document, name)
    if name.titled or _has_letters(document, lexicon, name):
        yield PERSON, TITLE
    if phrase.aged:
        yield PERSON, AGE
    for role in phrase.roles:
        if role in lexicon.either:
            if role in lexicon.organization:
                trade = _is_trade(document, lexicon, phrase) or _is_firm(document, lexicon, name)
                yield BODY, ALONE if trade else EITHER
            continue
        body = role in lexicon.organization or role in cues.load().press
        known = lexicon.is_person(role) or body
        yield (BODY if body and not lexicon.is_person(role) else PERSON), ROLE if known else GUESS
    if tokens[phrase.first].lower == "the" and phrase.first == name.first - 1:
        yield BODY, ARTICLE


def _is_trade(document: Document, lexicon: PeopleLexicon, phrase: Phrase) -> bool:
    """*The ferry operator, Quill Lines,*: what a firm does, and no more said."""
    beside = phrase.apposition
    if beside is None or beside.last != beside.head + 1:
        return False
    the = document.tokens[beside.first].lower == "the"
    return the and plain(document.tokens[beside.head].lemma) in lexicon.trades


def _is_firm(document: Document, lexicon: PeopleLexicon, name: Name) -> bool:
    """*Ferry operator Quillan*: what a firm does before a name of one word, no forename."""
    before = [plain(token.lemma) for token in document.tokens[name.role : name.start]]
    trade = len(before) > 1 and before[-1] in lexicon.trades
    return (
        trade and name.last - name.start == 1 and not is_forename(document.tokens[name.start].text)
    )


def _of_a_body(
    document: Document, lexicon: PeopleLexicon, name: Name
) -> Iterator[tuple[SpeakerKind, float]]:
    """What only a body has, does or is called by."""
    if _is_dateline(document, name):
        yield BODY, DATELINE
    if _has(document, lexicon, name):
        yield BODY, HAS
    if _is_several(document, name):
        yield BODY, SEVERAL
    if _is_employer(document, lexicon, name) or _is_led(document, lexicon, name):
        yield BODY, EMPLOYS
    if _has_score(document, name):
        yield BODY, SCORE
    if is_of_somebody(document, name.role, name.start):
        yield BODY, LAST_WORD
    if _is_press(document, name):
        yield BODY, ROLE


def _has(document: Document, lexicon: PeopleLexicon, name: Name) -> bool:
    """*Quillan's shareholders*: the name owns what only bodies have."""
    after = document.tokens[name.last : name.last + 4]
    if not after or after[0].tag != "POS":
        return False
    nouns = [token for token in after[1:] if token.pos in {"NOUN", "PROPN", "ADJ"}]
    return any(plain(token.lemma) in lexicon.had for token in nouns[:2])


def _is_employer(document: Document, lexicon: PeopleLexicon, name: Name) -> bool:
    """*A former Quillan engineer*: the name stands before a noun for one of its people."""
    last = document.tokens[name.last - 1]
    noun = document.head(last)
    near = last.dep == "compound" and last.index < noun.index <= last.index + 2
    return near and noun.tag == "NN" and lexicon.is_person(plain(noun.lemma))


def _is_led(document: Document, lexicon: PeopleLexicon, name: Name) -> bool:
    """*The chief executive of Quillan*: the name completes a rank."""
    if name.first < 2 or document.tokens[name.first - 1].lower != "of":
        return False
    rank = plain(document.tokens[name.first - 2].lemma)
    return rank in lexicon.ranks and rank not in lexicon.gendered


def _has_score(document: Document, name: Name) -> bool:
    """*Quillan 2 Osmark 1*, *Quillan 3–2 Osmark*: a number right behind the name of a club."""
    after = document.tokens[name.last : name.last + 1]
    return bool(after) and _GOALS.fullmatch(after[0].text) is not None


def _has_letters(document: Document, lexicon: PeopleLexicon, name: Name) -> bool:
    """*Ada Quill MP*, *Tom Vane OBE*: letters behind a name, which may have been taken for it."""
    around = document.tokens[max(name.last - 1, name.start + 1) : name.last + 1]
    return any(t.text.isupper() and plain(t.text) in lexicon.post_nominal for t in around)


def _is_press(document: Document, name: Name) -> bool:
    """*The daily Quillan*, *the Quillan news agency*: a noun for an outlet; *Reuters*: known."""
    lexicon, tokens = cues.load(), document.tokens
    before = tokens[name.first - 1].lower if name.first else ""
    after = [token.lower for token in tokens[name.last : name.last + 2]]
    agency = len(after) == 2 and after[0] in lexicon.airs and after[1] in lexicon.channel
    known = name.last == name.first + 1 and tokens[name.first].lower in lexicon.agency
    return known or before in lexicon.press or after[:1] == ["newspaper"] or agency


def _is_several(document: Document, name: Name) -> bool:
    """*Quillan have signed a striker*: the verb in the plural that British news gives a club."""
    head = document.tokens[name.last - 1]
    verb = document.tokens[name.last : name.last + 1]
    alone = head.dep == "nsubj" and not any(c.dep == "conj" for c in document.children(head))
    return alone and bool(verb) and verb[0].lower in {"have", "are", "were"}


def _is_dateline(document: Document, name: Name) -> bool:
    """*PORT ELLEN —* at the start of a paragraph, in capitals."""
    tokens = document.tokens
    first, after = tokens[name.first], tokens[name.last : name.last + 8]
    start = document.paragraphs[document.sentence_of(first).paragraph].start
    capitals = all(t.text.isupper() for t in tokens[name.start : name.last])
    return first.start == start and capitals and any(t.text in {"—", "–", "--"} for t in after)


def _by_words(
    document: Document, lexicon: PeopleLexicon, phrase: Phrase
) -> Iterator[tuple[SpeakerKind, float]]:
    """What the words of the name show by themselves."""
    tokens = document.tokens[phrase.name.start : phrase.name.last]
    first, last = tokens[0], plain(tokens[-1].text)
    if phrase.handle:
        return
    length = sum(t.pos != "PUNCT" for t in tokens)
    small = any(t.lower in {"of", "for", "and", "&"} for t in tokens)
    marks = sum(t.text in shapes.OPENING or t.text in shapes.CLOSING for t in tokens)
    if marks > 1:
        # *Bill “Doc” Quill*
        yield PERSON, TITLE
    elif length == 2 and last in lexicon.location and is_forename(first.text):
        # *Victoria Station*, *Gideon Park*: the rest decides.
        yield BODY, FORENAME
        yield PERSON, FORENAME
    elif length > 1 and (
        last in lexicon.bodies
        or wording.are_bodies(lexicon, tokens)
        or plain(first.text) in lexicon.organization
        or first.text in _OPENERS
        or wording.airs(tokens)
        or small
    ):
        yield BODY, LAST_WORD
    elif length > 1 and last in lexicon.document:
        yield DOCUMENT, LAST_WORD
    elif 1 < length <= 4 and is_forename(first.text):
        yield PERSON, FORENAME
    elif length > 1 and tokens[-1].tag == "NNPS":
        yield BODY, SHAPE
    elif 1 < length <= 3:
        yield PERSON, SHAPE
    elif shapes.is_coined(first.text) or (first.text.isupper() and 1 < len(last) <= 5):
        yield BODY, ACRONYM
