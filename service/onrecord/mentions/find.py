"""Everything in an article that could be a source: names, noun phrases, pronouns."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence

from onrecord.document.tree import Document, Token
from onrecord.lexicon import forenames, people
from onrecord.lexicon.grammar import ARTICLES
from onrecord.lexicon.people import PeopleLexicon, plain
from onrecord.mentions import kinds, nominals
from onrecord.mentions.appositions import Apposition
from onrecord.mentions.names import Name
from onrecord.mentions.phrases import Phrase, phrases
from onrecord.types import Gender, Mention, MentionKind, SpeakerKind, TextSpan

_PRONOUNS: dict[str, tuple[SpeakerKind, Gender, bool]] = {
    "he": (SpeakerKind.PERSON, Gender.MASCULINE, False),
    "she": (SpeakerKind.PERSON, Gender.FEMININE, False),
    "it": (SpeakerKind.UNKNOWN, Gender.NEUTER, False),
    "they": (SpeakerKind.UNKNOWN, Gender.UNKNOWN, True),
    "i": (SpeakerKind.PERSON, Gender.UNKNOWN, False),
    "we": (SpeakerKind.UNKNOWN, Gender.UNKNOWN, True),
    "you": (SpeakerKind.UNKNOWN, Gender.UNKNOWN, False),
    "who": (SpeakerKind.UNKNOWN, Gender.UNKNOWN, False),
}
_FORMS = {
    "him": "he", "his": "he", "himself": "he", "her": "she", "hers": "she", "herself": "she",
    "its": "it", "itself": "it", "them": "they", "their": "they", "themselves": "they",
    "me": "i", "my": "i", "mine": "i", "us": "we", "our": "we", "ours": "we", "whom": "who",
    "your": "you", "which": "it",
}  # fmt: skip
_PRONOMINAL = frozenset({"PRON", "DET"})
_ORGANS = frozenset({"ministry", "government", "parliament", "embassy", "delegation"})
"""What each state has one of, or one of each sort."""
_OF_EITHER = frozenset({"chairman", "alderman", "ombudsman", "foreman"})
"""Offices in *-man* that news gives women too (*Chairman Ada Quill*)."""


def find(document: Document) -> tuple[Mention, ...]:
    """Every noun phrase that could be a source, one a head word, in order of position."""
    lexicon = people.load()
    named = tuple(phrases(document, lexicon))
    taken = frozenset(
        index for phrase in named for index in range(phrase.name.role, phrase.name.last)
    )
    found = [
        *_names(document, lexicon, named),
        *_nominals(document, lexicon, taken),
        *_pronouns(document, taken),
    ]
    return tuple(sorted(found, key=_position))


def _position(mention: Mention) -> tuple[int, ...]:
    return mention.head.start, mention.head.end, mention.span.start, mention.span.end


def _names(
    document: Document, lexicon: PeopleLexicon, named: tuple[Phrase, ...]
) -> Iterator[Mention]:
    shared = _Shared(document, lexicon)
    for phrase, kind in zip(named, kinds.vote(document, lexicon, named), strict=True):
        name, apposition = phrase.name, _apposition(document, lexicon, phrase, kind)
        title = shared.title(phrase, _title(document, lexicon, phrase, kind, apposition))
        yield Mention(
            span=document.span_of(phrase.first, phrase.last),
            head=document.span_of(name.start, name.last),
            kind=MentionKind.NAME,
            speaker_kind=kind,
            name=_called(document, phrase, kind),
            title=title,
            gender=_gender(document, lexicon, phrase, kind),
            plural=kind is SpeakerKind.GROUP,
            apposition=_span(document, apposition),
            introduction=_span(document, phrase.introduction if apposition else None),
        )


def _span(document: Document, apposition: Apposition | None) -> TextSpan | None:
    return document.span_of(apposition.first, apposition.last) if apposition else None


def _called(document: Document, phrase: Phrase, kind: SpeakerKind) -> str:
    """The name, with the capital article that belongs to it (*told The Halden Post*).

    Of an organ of state also with whose it is (*Osmark's Foreign Ministry*).
    """
    start, tokens = phrase.name.start, document.tokens
    if kind is SpeakerKind.ORGANIZATION and (owner := _owner(document, phrase)) is not None:
        return " ".join(document.span_of(owner, phrase.name.last).of(document.text).split())
    before = tokens[start - 1] if start else tokens[0]
    if start and before.text == "The" and before.index > document.sentence_of(before).first:
        lead = tokens[before.index - 1]
        if lead.text[-1:].islower() or lead.text == ",":
            start -= 1
    end = tokens[phrase.name.last - 1].end
    return " ".join(document.text[tokens[start].start : end].split())


def _owner(document: Document, phrase: Phrase) -> int | None:
    """The name of the country or city before *'s Foreign Ministry*."""
    start, tokens = phrase.name.start, document.tokens
    if start < 2 or tokens[start - 1].tag != "POS" or phrase.name.last - start < 2:
        return None
    owner = tokens[start - 2]
    alone = owner.tag == "NNP" and (start < 3 or tokens[start - 3].tag != "NNP")
    organ = plain(tokens[phrase.name.last - 1].text) in _ORGANS
    dated = any(
        e.first <= owner.index < e.last and e.label in {"DATE", "TIME", "PERSON"}
        for e in document.entities
    )
    return owner.index if alone and organ and not dated else None


class _Shared:
    """*Senators Ada Quill and Tom Vane*: a title in the plural goes for every name after it."""

    def __init__(self, document: Document, lexicon: PeopleLexicon) -> None:
        self._tokens = document.tokens
        self._lexicon = lexicon
        self._title: str | None = None
        self._last = 0

    def title(self, phrase: Phrase, own: str | None) -> str | None:
        """The title of the next name, in the singular: its own, else one before its neighbours."""
        between = self._tokens[self._last : phrase.first]
        joined = 0 < len(between) <= 2 and all(t.lower in {",", "and", "&"} for t in between)
        self._last = phrase.last
        if own is not None:
            self._title = self._singular(own)
        elif not joined:
            self._title = None
        return own if self._title is None else self._title

    def _singular(self, title: str) -> str | None:
        """The singular of a title in the plural."""
        word = plain(title.rsplit(maxsplit=1)[-1])
        plural = word.endswith("s") and word[:-1] in self._lexicon.ranks
        return title.rstrip(".").removesuffix("s") if plural else None


def _apposition(
    document: Document, lexicon: PeopleLexicon, phrase: Phrase, kind: SpeakerKind
) -> Apposition | None:
    """The apposition, where a person is said to be a person and a body a body."""
    if phrase.apposition is None:
        return None
    noun = plain(document.tokens[phrase.apposition.head].lemma)
    body = noun in lexicon.organization
    fits = (
        (body or noun in lexicon.either or not lexicon.is_person(noun))
        if kind is SpeakerKind.ORGANIZATION
        else (kind is SpeakerKind.UNKNOWN or not body or lexicon.is_person(noun))
    )
    return phrase.apposition if fits else None


def _title(
    document: Document,
    lexicon: PeopleLexicon,
    phrase: Phrase,
    kind: SpeakerKind,
    apposition: Apposition | None,
) -> str | None:
    """The role that the words around a name give, with the party where it stands there."""
    role = _role(document, lexicon, phrase, apposition)
    if kind is SpeakerKind.PERSON:
        role = ", ".join(filter(None, [role, phrase.party])) or phrase.affiliation
    return role


def _role(
    document: Document, lexicon: PeopleLexicon, phrase: Phrase, apposition: Apposition | None
) -> str | None:
    """The role in apposition, which says most, else the one before the name."""
    tokens, name = document.tokens, phrase.name
    own = _own_role(document, lexicon, name)
    if apposition is not None and not _tells_nothing(document, apposition):
        slight = _is_slight(document, lexicon, apposition) and name.titled
        # *another witness, the postman Tom Vane*
        resumed = own is not None and apposition.last < name.role
        if not slight and not resumed:
            first = apposition.first
            if tokens[first].tag in {"DT", "PRP$"} and first + 1 < apposition.last:
                first += 1
            return document.span_of(first, apposition.last).of(document.text)
    return own


def _own_role(document: Document, lexicon: PeopleLexicon, name: Name) -> str | None:
    """The role right before a name, forms of address left out."""
    first, last = name.role, name.start
    while first < last and plain(document.tokens[first].text) in lexicon.honorifics:
        first += 1
    while first < last and plain(document.tokens[last - 1].text) in lexicon.honorifics:
        last -= 1
    return document.span_of(first, last).of(document.text) if first < last else None


def _tells_nothing(document: Document, apposition: Apposition) -> bool:
    """*Another, Ada Quill, …*; *one of them, …*: words that do not say what somebody is."""
    alone = document.tokens[apposition.head].tag == "DT"
    return alone or document.tokens[apposition.last - 1].tag == "PRP"


def _is_slight(document: Document, lexicon: PeopleLexicon, apposition: Apposition) -> bool:
    """*A Democrat*, *one of the sponsors*: no match for a title before the name."""
    if document.tokens[apposition.first].lower == "one":
        return True
    after = document.tokens[apposition.head + 1 : apposition.last]
    noun = plain(document.tokens[apposition.head].lemma)
    return noun in lexicon.slight and (not after or after[0].lower in {"of", "from"})


def _gender(
    document: Document, lexicon: PeopleLexicon, phrase: Phrase, kind: SpeakerKind
) -> Gender:
    """The gender that form of address, roles or forename show."""
    if kind is not SpeakerKind.PERSON:
        return Gender.UNKNOWN
    name, tokens = phrase.name, document.tokens
    before = [plain(token.text) for token in tokens[name.role : name.start]]
    roles = (*before, *phrase.roles)
    shown = [
        *(lexicon.honorifics.get(word, Gender.UNKNOWN) for word in before),
        *(lexicon.gender_of_noun(noun) for noun in roles if noun not in _OF_EITHER),
    ]
    shown.append(_gender_of_forename(tokens[name.start : name.last]))
    return next((gender for gender in shown if gender is not Gender.UNKNOWN), Gender.UNKNOWN)


def _gender_of_forename(name: Sequence[Token]) -> Gender:
    """Of *Ada Quill*; none of *Jean-Luc Vane*, whose parts differ, nor of *Al-Quill*."""
    first = 1
    while first + 1 < len(name) and name[first].text == "-":
        first += 2
    if first >= len(name):
        return Gender.UNKNOWN
    genders = {forenames.gender_of_forename(token.text) for token in name[:first:2]}
    return genders.pop() if len(genders) == 1 else Gender.UNKNOWN


def _nominals(
    document: Document, lexicon: PeopleLexicon, taken: frozenset[int]
) -> Iterator[Mention]:
    written = nominals.studies(document)
    for nominal in nominals.nominals(document, taken):
        span = document.span_of(nominal.first, nominal.last)
        head = document.tokens[nominal.head]
        yield Mention(
            span=span,
            head=head.span,
            kind=MentionKind.NOMINAL,
            speaker_kind=nominals.kind(document, lexicon, nominal, written),
            name=_without_article(document, span, nominal),
            gender=nominals.gender(lexicon, nominal),
            plural=head.tag in {"NNS", "NNPS"},
        )


def _without_article(document: Document, span: TextSpan, nominal: nominals.Nominal) -> str:
    start = span.start
    if nominal.last - nominal.first > 1 and document.tokens[nominal.first].lower in ARTICLES:
        start = document.tokens[nominal.first + 1].start
    return " ".join(document.text[start : span.end].split())


def _pronouns(document: Document, taken: Iterable[int]) -> Iterator[Mention]:
    for token in document.tokens:
        if token.pos not in _PRONOMINAL or token.index in taken:
            continue
        base = _FORMS.get(token.lower, token.lower)
        if token.lower == "that" and token.tag == "WDT":
            base = "it"
        if base in _PRONOUNS:
            yield _pronoun(token, base)


def _pronoun(token: Token, base: str) -> Mention:
    kind, gender, plural = _PRONOUNS[base]
    place = TextSpan(token.start, token.end)
    return Mention(place, place, MentionKind.PRONOUN, kind, token.text, None, gender, plural)
