"""Whom a description means: *the mayor*, *the company*, *the report*, *a spokesman*."""

from __future__ import annotations

from collections import defaultdict, deque
from collections.abc import Sequence
from collections.abc import Set as AbstractSet
from dataclasses import replace

from onrecord.document.tree import Document, Token
from onrecord.lexicon import people
from onrecord.lexicon.people import PeopleLexicon, plain
from onrecord.speakers import pronouns, rules
from onrecord.speakers.bearers import Bearers
from onrecord.speakers.bodies import Bodies, is_another
from onrecord.speakers.epithets import Epithets
from onrecord.speakers.figures import Figure, Found
from onrecord.speakers.lede import LEDE
from onrecord.speakers.phrasing import (
    STEM,
    Description,
    is_joint,
    is_nobody,
    noun_of,
    phrase_of,
    stems,
)
from onrecord.speakers.register import MOST_NAMESAKES, Register, others
from onrecord.speakers.salience import Salience
from onrecord.speakers.sites import Site
from onrecord.types import Gender, MentionKind, SpeakerKind, TextSpan

_OWNERS = frozenset({"NOUN", "PROPN"})
_PAST = frozenset({"former", "ex", "previous", "late", "onetime", "then"})
"""What says of a role that somebody has it no more."""


class Descriptions:
    """Links noun phrases to the figures that they describe.

    Attributes:
        bearers: who bears which role.
    """

    def __init__(self, document: Document, register: Register, salience: Salience) -> None:
        self._document = document
        self._register = register
        self._salience = salience
        self._lexicon: PeopleLexicon = people.load()
        self.bearers = Bearers(salience)
        self._nouns: dict[str, deque[Figure]] = defaultdict(lambda: deque(maxlen=MOST_NAMESAKES))
        self._spoken: set[Figure] = set()
        self._owners: dict[Figure, frozenset[str]] = {}
        self._withheld_at: tuple[Site, Figure] | None = None
        self._bodies = Bodies(document.text, register, salience)
        self._epithets = Epithets(document.text, salience)

    def withhold(self, site: Site, figure: Figure) -> None:
        """Remember whom a noun phrase of the lede means, and that the noun is said of them.

        Not where the article gives the noun to somebody else (*A judge …* / *Judge Quill*).
        """
        if self.bearers.has(noun_of(site.head)):
            return
        self._withheld_at = (site, figure)
        self.bearers.learn(figure, noun_of(site.head))
        figure.learn(site.mention.gender)

    def of_a_people(self, site: Site) -> Found | None:
        """*The Swede said*: the person last spoken of, by where he or she is from."""
        mention, text = site.mention, self._document.text
        the = text[mention.span.start : mention.head.start].strip().lower() == "the"
        if not (the and site.place.source and people.is_demonym(mention.name.lower())):
            return None
        one = replace(mention, plural=False, gender=Gender.UNKNOWN)
        ranked = pronouns.rank(one, site.place, self._salience)
        figure = next((figure for figure, _ in ranked if figure.named), None)
        return Found(figure, rules.EPITHET, "epithet") if figure else None

    def resolve(self, site: Site, barred: AbstractSet[Figure] = frozenset()) -> Found:
        """The figure that a noun phrase means; a new one where it means none so far.

        Args:
            barred: figures that an epithet there cannot mean.
        """
        description = Description(
            site, noun_of(site.head), self._document.tokens_in(site.mention.span)
        )
        body = site.mention.speaker_kind is SpeakerKind.ORGANIZATION and not site.mention.plural
        found = self._bodies.named_after(description) if body else None
        joint = site.source and is_joint(self._document, site.head)
        if found is None and not (description.new or joint):
            found = self._known(description, barred)
        elif found is None and site.place.paragraph < LEDE:
            found = self._withheld(description)
        found = found or self._new(description)
        if found.figure.kind is SpeakerKind.DOCUMENT:
            self._call(found.figure, description)
        return found

    def only_bearer(self, phrase: str) -> Figure | None:
        """*Judge rules*, in a headline whose parse is wrong: the only named one of the role."""
        named = [figure for figure in self.bearers.called(plain(phrase)) if figure.named]
        return named[0] if len(named) == 1 else None

    def _call(self, figure: Figure, description: Description) -> None:
        """*The Quill Institute report*: a document with a name in its noun phrase is called so."""
        before = description.before[description.definite :]
        proper = [token for token in before if token.pos == "PROPN"]
        known = description.definite or description.tokens[0].pos == "PROPN"
        if known and proper and not any(token.tag == "POS" for token in before):
            span = TextSpan(proper[0].start, description.site.head.end)
            figure.names[" ".join(span.of(self._document.text).split())] += 1

    def _withheld(self, description: Description) -> Found | None:
        """*A judge said*, in the lede, where only *Judge Quill* comes later."""
        if self._withheld_at is not None and self._withheld_at[0] is description.site:
            return Found(self._withheld_at[1], rules.WITHHELD, "name withheld in the lede")
        if description.tokens[0].lower not in {"a", "an"}:
            return None
        return self._unread_bearer(description)

    def _unread_bearer(self, description: Description) -> Found | None:
        """The only one who bears the role, and has not been named yet."""
        bearers = self.bearers.of(description)
        alone = len(bearers) == 1 and not bearers[0].named
        alone = alone and not self.bearers.speaks_for_another(bearers[0], description)
        return Found(bearers[0], rules.WITHHELD, "name withheld in the lede") if alone else None

    def _known(self, description: Description, barred: AbstractSet[Figure]) -> Found | None:
        mention = description.site.mention
        if mention.speaker_kind is SpeakerKind.ORGANIZATION and not mention.plural:
            known = self._repeated(description) if description.definite else None
            found = self._bodies.resolve(description)
            return known if found is None or is_another(known, found) else found
        thing = self.is_thing(description.site.head)
        if not mention.plural and self._lexicon.is_person(description.noun) and not thing:
            return (
                self._owned(description) if description.owned else self._person(description, barred)
            )
        again = description.definite or len(description.tokens) == 1
        return self._repeated(description) if again else self._owned_again(description)

    def _owned_again(self, description: Description) -> Found | None:
        """*Quill's lawyers*, after *Quill's lawyers*."""
        if not any(token.tag == "POS" for token in description.before):
            return None
        phrase = phrase_of(self._document, description)
        same = (
            f for f in self._nouns.get(description.noun, ()) if f.phrase.lower() == phrase.lower()
        )
        figure = next(same, None)
        return Found(figure, rules.SAME_NOUN, "same phrase") if figure else None

    def _owned(self, description: Description) -> Found | None:
        """*His lawyer*, after *his lawyer, Ada Quill*: the only one of whom the article says so.

        In the lede also before it: *its founder*, where *Ada Quill, the founder* comes later.
        """
        if description.site.place.paragraph < LEDE and not description.inside:
            withheld = self._unread_bearer(description)
            if withheld is not None:
                return withheld
        bearers = [f for f in self.bearers.of(description) if self._salience.mentioned(f)]
        alone = len(bearers) == 1 and bearers[0].named and not description.inside
        return Found(bearers[0], rules.SHARED_ROLE, "role of somebody") if alone else None

    def _person(self, description: Description, barred: AbstractSet[Figure]) -> Found | None:
        """By age or role, then as one spoken of before, then by an epithet."""
        aged = self.bearers.of_age(description)
        if aged is not None:
            return Found(aged, rules.ROLE, "age")
        found = self._by_role(description)
        if found is not None:
            return found
        repeated = self._repeated(description)
        if repeated is not None:
            return repeated
        return self._epithets.resolve(description, barred)

    def _by_role(self, description: Description) -> Found | None:
        """*The mayor*: who is called so; one who has yet to be named only by the bare role."""
        bearers = [f for f in self.bearers.of(description) if not self._clashes(f, description)]
        if any(token.text[0].isupper() for token in description.inside):
            lede = description.site.place.paragraph < LEDE
            bearers = [f for f in bearers if lede or self._salience.mentioned(f)]
        if not bearers:
            return None
        score = rules.ROLE if len(bearers) == 1 else rules.SHARED_ROLE
        best = self._best_bearer(bearers, description)
        return Found(best, score, "role", others(bearers, best))

    def _clashes(self, figure: Figure, description: Description) -> bool:
        """*The Democratic nominee* is none whom the text calls a *Republican nominee*."""
        if self._is_past(description) and figure.titles:
            return not any(_PAST.intersection(plain(title).split()) for title in figure.titles)
        said = {t.lower[:STEM] for t in description.inside if t.text[0].isupper()}
        borne = {
            plain(word)[:STEM]
            for title in figure.titles
            for word in title.split()
            if word[0].isupper() and not self._lexicon.is_person(plain(word))
        }
        return bool(said and borne) and said.isdisjoint(borne)

    def _is_past(self, description: Description) -> bool:
        """*The former mayor* is not the mayor."""
        return any(token.lower in _PAST for token in description.before)

    def _best_bearer(self, bearers: Sequence[Figure], description: Description) -> Figure:
        """The bearer whose title shares most words; of equal ones the last spoken of."""
        said = {plain(token.text)[:STEM] for token in description.tokens}
        shared = {
            figure: max(len(said & stems(title)) for title in [*figure.titles, ""])
            for figure in bearers
        }
        most = max(shared.values())
        return self._salience.nearest([f for f in bearers if shared[f] == most])

    def _repeated(self, description: Description) -> Found | None:
        """*The report*, after *a report*."""
        mention = description.site.mention
        figures = [
            figure
            for figure in self._nouns.get(description.noun, ())
            if figure.plural is mention.plural
            and figure.fits(mention.gender)
            and not self._is_of_others(figure, description)
            if description.site.place.quotation is not None or figure not in self._spoken
        ]
        if not figures:
            return None
        return Found(self._salience.nearest(figures), rules.SAME_NOUN, "same noun")

    def _is_of_others(self, figure: Figure, description: Description) -> bool:
        """*The mayor's spokesman* is not *a police spokesman*: nouns before theirs that differ."""
        said = _owners(description)
        known = self._owners.get(figure, frozenset())
        return bool(said and known) and said.isdisjoint(known)

    def is_thing(self, head: Token) -> bool:
        """*The Quill guide, | which gave it a star*: no person, whatever its noun is."""
        clauses = (child for child in self._document.children(head) if child.dep == "relcl")
        return any(
            token.lower == "which" and token.dep.startswith("nsubj")
            for clause in clauses
            for token in self._document.children(clause)
        )

    def is_human(self, head: Token) -> bool:
        """Whether a noun is one for a person, also one who is not to be known (*a source*)."""
        noun = noun_of(head)
        human = self._lexicon.is_person(noun) or noun in self._lexicon.veiled
        return human and not (self.is_thing(head) or is_nobody(self._document, head))

    def is_idle(self, site: Site, sources: AbstractSet[str]) -> bool:
        """*The harbour*: a thing that is no source, nor is any other called by its noun.

        Args:
            sources: dictionary forms of the nouns among the heads of the sources.
        """
        mention = site.mention
        return (
            mention.kind is MentionKind.NOMINAL
            and mention.speaker_kind is SpeakerKind.UNKNOWN
            and not (mention.plural or site.source)
            and not self.is_human(site.head)
            and plain(site.head.lemma) not in sources
        )

    def _new(self, description: Description) -> Found:
        mention, noun = description.site.mention, description.noun
        human = self.is_human(description.site.head)
        written = mention.speaker_kind is SpeakerKind.DOCUMENT
        figure = Figure(
            mention.speaker_kind,
            phrase=phrase_of(self._document, description),
            person=human and not mention.plural,
            plural=mention.plural,
        )
        if description.site.place.quotation is not None and not written:
            self._spoken.add(figure)
        if human:
            self._owners[figure] = _owners(description)
        self._register.create(figure)
        if not (description.site.source and is_joint(self._document, description.site.head)):
            self._nouns[noun].append(figure)
        return Found(figure, rules.NEW_NOUN, "unnamed")


def _owners(description: Description) -> frozenset[str]:
    """The nouns before the noun of a description (*the mayor's spokesman*: mayor)."""
    return frozenset(plain(token.text) for token in description.inside if token.pos in _OWNERS)
