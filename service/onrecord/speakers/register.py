"""The names of an article and the figures that bear them, found by any part of the name."""

from __future__ import annotations

from collections import Counter, defaultdict
from collections.abc import Iterable, Sequence
from collections.abc import Set as AbstractSet

from onrecord.speakers import rules
from onrecord.speakers.figures import MOST_RIVALS, Figure, Found
from onrecord.speakers.names import (
    Words,
    body,
    ends_in_place,
    head_of,
    initials,
    is_firm,
    nickname,
    person,
    same_body,
    same_person,
    spelled_in,
    unowned,
    words,
)
from onrecord.speakers.salience import Salience
from onrecord.types import Gender, Mention, SpeakerKind

SHORTEST_WORD = 4
"""Letters below which the first word of a body's name reads as an acronym of its own (*U.N.*)."""

MOST_NAMESAKES = 40
"""Bearers of one word that are kept; more than any article has, and few enough to go through."""

Index = dict[str, list[Figure]]


class Register:
    """Figures by full name, by surname, by forename, by the words and initials of a body."""

    def __init__(self) -> None:
        self.figures: list[Figure] = []
        self.impersonal: list[Figure] = []
        """Those with a name that are no persons."""
        self._full: dict[Words, Figure] = {}
        self._surname: Index = defaultdict(list)
        self._forename: Index = defaultdict(list)
        self._relatives: Index = defaultdict(list)
        self._first: Index = defaultdict(list)
        self._last: Index = defaultdict(list)
        self._initials: Index = defaultdict(list)
        self._run_together: Index = defaultdict(list)

    def enter(self, name: str, kind: SpeakerKind, kin: AbstractSet[str] = frozenset()) -> Figure:
        """The figure of a name of several words; a new one where no known one can be it.

        Args:
            kin: names of whose bearers the article says that this one is a relative.
        """
        key = words(name)
        figure = self._full.get(key) or self._same(key, kind, kin)
        if figure is None:
            figure = Figure(kind, key, person=kind is SpeakerKind.PERSON)
            self._append(figure)
            self._index(figure, nickname(name))
        self._full[key] = figure
        if len(key) > len(figure.words):
            figure.words = key
        return figure

    def create(self, figure: Figure) -> Figure:
        """Enter a figure that no name leads to, or one of one word."""
        if len(figure.words) == 1:
            self._full[figure.words] = figure
            if figure.person:
                _add(self._surname, figure.words[0], figure)
        self._append(figure)
        return figure

    def _append(self, figure: Figure) -> None:
        self.figures.append(figure)
        if figure.words and not figure.person:
            self.impersonal.append(figure)

    def is_known(self, word: str) -> bool:
        """Whether a word is the forename or the surname of anybody."""
        return bool(self._forename.get(word) or self._surname.get(word))

    def relate(self, figure: Figure, surname: str) -> None:
        """*Ada Quill and her husband, Tom*: *Mr Quill* is he, where no other Quill can be."""
        _add(self._relatives, surname, figure)

    def relative(self, surname: str, gender: Gender) -> Figure | None:
        """The one relative of the bearers of a surname who has a gender that none of them has."""
        if gender is Gender.UNKNOWN:
            return None
        known = {f for f in self._relatives.get(surname, ()) if f.gender is gender}
        borne = any(f.gender is gender and not f.presumed for f in self.bearers(surname))
        return known.pop() if len(known) == 1 and not borne else None

    def define(self, acronym: str, name: str) -> None:
        """*World Health Organization (WHO)*: enter what an acronym is said to mean."""
        meant = self._full.get(words(name))
        letters = acronym.lower()
        if meant and _is_acronym(acronym) and initials(words(name)).endswith(letters):
            self._full.setdefault((letters,), meant)

    def bearers(self, surname: str) -> list[Figure]:
        """Persons of a surname."""
        return self._surname.get(surname, [])

    def bodies(self, noun: str) -> list[Figure]:
        """Bodies whose name ends in the noun (*the authority*: *Lindholt Port Authority*)."""
        return [figure for figure in self._last.get(noun, []) if not figure.name.isupper()]

    def begun_by(self, word: str) -> Figure | None:
        """*Quillan*, of the headline: the only firm whose name goes on after it (*Quillan Foods*).

        *Osmark* is neither *Osmark State Radio* nor *Osmark Council*: those end in what they are.
        """
        firms = [f for f in self._first.get(word, []) if is_firm(f.words) and not f.place]
        return firms[0] if len(firms) == 1 else None

    def find(self, mention: Mention, salience: Salience, token: int) -> Found | None:
        """Whom a name is of: by the full name, else by a part of it.

        Args:
            salience: what has been spoken of so far.
            token: where the mention stands.
        """
        key = words(mention.name)
        if not key:
            return None
        figure = self._full.get(key)
        alone = len(self.bearers(key[0])) < 2 and (figure is None or figure.fits(mention.gender))
        if figure is not None and (len(key) > 1 or alone):
            return Found(figure, rules.FULL_NAME if len(key) > 1 else rules.ONLY_NAME, "name")
        if mention.name.startswith("@"):
            return self._handle(mention.name)
        return self._by_part(key[0], mention, salience, token) if len(key) == 1 else None

    def _by_part(self, word: str, mention: Mention, salience: Salience, token: int) -> Found | None:
        """A surname or forename, the short form of a body's name, or its acronym."""
        bodies = [] if mention.plural else self._bodies(word, salience)
        if not (bodies and _has_article(mention)):
            found = self._person(word, mention, salience, token)
            if found is not None:
                return found
        if bodies:
            return Found(salience.nearest(bodies), rules.SHORT_FORM, "short form of a name")
        if _is_acronym(mention.name) and (meant := self._initials.get(word)):
            return Found(salience.nearest(meant), rules.ACRONYM, "acronym")
        return None

    def _person(self, word: str, mention: Mention, salience: Salience, token: int) -> Found | None:
        relative = self.relative(word, mention.gender)
        if relative is not None:
            return Found(relative, rules.SHARED_SURNAME, "surname of a relative")
        bearers = [f for f in self.bearers(word) if f.fits(mention.gender)]
        if bearers:
            score = rules.SURNAME if len(bearers) == 1 else rules.SHARED_SURNAME
            figure = likeliest(bearers, mention.gender, salience, token)
            return Found(figure, score, "surname", others(bearers, figure))
        called = [f for f in self._forename.get(word, []) if f.fits(mention.gender)]
        if called:
            figure = likeliest(called, mention.gender, salience, token)
            return Found(figure, rules.FORENAME, "forename", others(called, figure))
        return None

    def _bodies(self, word: str, salience: Salience) -> list[Figure]:
        """Bodies that a single word can stand for: their last word, or their first.

        The first word alone is a short form only of what has been named in full before:
        *Osmark* is not *Osmark State Radio*, *Castor* after *Castor Pharma* is.
        """
        if last := [f for f in self._last.get(word, []) if not ends_in_place(f.words)]:
            return last
        if len(word) < SHORTEST_WORD:
            return []
        return [figure for figure in self._first.get(word, []) if salience.mentioned(figure)]

    def _handle(self, handle: str) -> Found | None:
        """*@CoachBrisk*: the one figure whose surname, or whole name, the handle holds."""
        letters = handle.lower().strip("@_").replace("_", "")
        ends = (letters[start:] for start in range(len(letters) - SHORTEST_WORD + 1))
        bearers = self._run_together.get(letters) or next(
            (self.bearers(end) for end in ends if self.bearers(end)), []
        )
        bearers = bearers or [f for f in self.figures if spelled_in(handle, f.words)]
        return Found(bearers[0], rules.HANDLE, "handle") if len(bearers) == 1 else None

    def _same(self, key: Words, kind: SpeakerKind, kin: AbstractSet[str]) -> Figure | None:
        """The figure that already bears another form of a full name."""
        if kind is SpeakerKind.ORGANIZATION:
            bodies = self._first.get(body(key)[0], []) + self._last.get(body(key)[-1], [])
            longer = (figure for figure in bodies if same_body(figure.words, key))
            return self._full.get(body(key)) or next(longer, None)
        bearers = (f for f in self.bearers(person(key)[-1]) if kin.isdisjoint(f.words))
        return next((figure for figure in bearers if same_person(figure.words, key)), None)

    def _index(self, figure: Figure, nick: str | None) -> None:
        key = figure.words
        _add(self._run_together, "".join(body(key)).replace("&", ""), figure)
        if figure.kind in {SpeakerKind.PERSON, SpeakerKind.UNKNOWN}:
            name = person(key)
            _add(self._surname, name[-1], figure)
            for forename in {name[0], nick or name[0]}:
                _add(self._forename, forename, figure)
        if figure.kind is not SpeakerKind.PERSON:
            name = body(key)
            self._full.setdefault(name, figure)
            _add(self._first, name[0], figure)
            for noun in {name[-1], head_of(name)}:
                _add(self._last, noun, figure)
            for letters in {initials(name), initials(unowned(name))}:
                _add(self._initials, letters, figure)


def likeliest(figures: Sequence[Figure], gender: Gender, salience: Salience, token: int) -> Figure:
    """Of namesakes: those of the gender, those near by, the one spoken of most, the last one.

    News calls the main figure by the surname alone and tells the others by their forenames.
    """
    if len(figures) == 1:
        return figures[0]
    sure = [f for f in figures if gender is not Gender.UNKNOWN and f.gender is gender] or figures
    sure = salience.near(sure, token) or sure
    counts = {figure: (len(figure.mentions), figure.expected) for figure in sure}
    most = max(counts.values())
    return salience.nearest([figure for figure in sure if counts[figure] == most])


def others(figures: Sequence[Figure], chosen: Figure) -> tuple[Figure, ...]:
    """Those that were not chosen, a few."""
    return tuple(figure for figure in figures if figure is not chosen)[:MOST_RIVALS]


def weigh(mentions: Iterable[Mention]) -> dict[Words, SpeakerKind]:
    """The kind that most mentions of each name seem to have."""
    votes: dict[Words, Counter[SpeakerKind]] = defaultdict(Counter)
    for mention in mentions:
        votes[words(mention.name)][mention.speaker_kind] += 1
    return {key: count.most_common(1)[0][0] for key, count in votes.items()}


def _add(index: Index, word: str, figure: Figure) -> None:
    if len(index[word]) < MOST_NAMESAKES:
        index[word].append(figure)


def _has_article(mention: Mention) -> bool:
    """*The Courier*: something before the name that is no title and no form of address."""
    plain = mention.title is None and mention.gender is Gender.UNKNOWN
    return plain and len(mention.span) > len(mention.head)


def _is_acronym(name: str) -> bool:
    """Whether a name has the form of an acronym, by textacy's rules."""
    from textacy.extract.acros import is_acronym  # noqa: PLC0415  # takes seconds to import

    return bool(is_acronym(name))
