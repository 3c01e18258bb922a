"""Who is who over a whole article: every mention to its figure, every source to its speaker.

One pass in reading order. Full names are entered beforehand, so that a surname in the headline
finds its bearer in the third paragraph; everything else looks back.
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import replace

from onrecord.document.tree import Document
from onrecord.lexicon.grammar import FIRST_PERSON
from onrecord.speakers import binding, pairs, pronouns, rules, wording
from onrecord.speakers.descriptions import Descriptions
from onrecord.speakers.exchanges import Exchange
from onrecord.speakers.figures import Figure, Found
from onrecord.speakers.interviewed import Labels
from onrecord.speakers.kin import Kin
from onrecord.speakers.lede import withheld
from onrecord.speakers.phrases import Phrases
from onrecord.speakers.places import Layout
from onrecord.speakers.register import Register
from onrecord.speakers.roster import Roster
from onrecord.speakers.salience import Salience
from onrecord.speakers.sites import Site
from onrecord.speakers.voices import Voices
from onrecord.types import Gender, Mention, MentionKind, Resolution, SpeakerKind, TextSpan

_RELATIVE = frozenset({"who", "whom", "which", "that"})

_THIRD = frozenset({Gender.MASCULINE, Gender.FEMININE})


def resolve(
    document: Document,
    mentions: Sequence[Mention],
    sources: Sequence[TextSpan | None],
    quoted: Sequence[TextSpan] = (),
    uttered: Mapping[TextSpan, TextSpan] | None = None,
) -> Resolution:
    """The speakers of an article, and which of them each source is.

    Args:
        document: the article.
        mentions: what could be a source, in order of position.
        sources: the spans that statements have as their source.
        quoted: outermost strings in quotation marks, marks included; pronouns outside them do
            not reach inside.
        uttered: words in quotation marks -> the source that utters them, so far as it is known.
    """
    layout = Layout(document, mentions, sources, quoted)
    reading = _Reading(document, mentions, layout, uttered or {})
    return reading.resolution()


def _is_known(figure: Figure) -> bool:
    """Whether a figure is of interest though it says nothing."""
    return figure.named and figure.kind in {SpeakerKind.PERSON, SpeakerKind.ORGANIZATION}


class _Reading:
    """One article being read."""

    def __init__(
        self,
        document: Document,
        mentions: Sequence[Mention],
        layout: Layout,
        uttered: Mapping[TextSpan, TextSpan],
    ) -> None:
        self._document = document
        self._layout = layout
        self._register = Register()
        self._salience = Salience()
        self._descriptions = Descriptions(document, self._register, self._salience)
        self._roster = Roster(document, mentions, self._register, self._descriptions.bearers)
        self._found: dict[Site, Found] = {}
        self._worded: dict[str, Figure] = {}
        self._phrased: set[Figure] = set()
        self._beside = binding.pronouns_beside(document, layout)
        self._labels = Labels(document, layout.spans)
        self._voices = Voices(uttered, self._layout)
        self._meant: dict[Site, Found] = {}
        self._exchange = Exchange(document, self._salience)
        self._phrases = Phrases(document)
        self._named: list[Site] = []
        self._kin = Kin(document, layout, self._found, self._named)

    def resolution(self) -> Resolution:
        """Read the article from the first mention to the last."""
        self._roster.enter()
        self._introduce()
        for site in self._layout.sites:
            self._read(site)
        sources = {s: found for s in self._layout.spans if (found := self._source(s))}
        cited = {found.figure for found in sources.values()}
        figures = sorted(
            (f for f in self._register.figures if f in cited or (f.mentions and _is_known(f))),
            key=lambda figure: min(span.start for span in figure.mentions),
        )
        numbers = {figure: number for number, figure in enumerate(figures)}
        return Resolution(
            speakers=tuple(figure.speaker(number + 1) for figure, number in numbers.items()),
            by_source=tuple((s, numbers[f.figure], f.score) for s, f in sources.items()),
            rules=tuple(found.rule for found in sources.values()),
            rivals=tuple(tuple(f.name for f in found.rivals) for found in sources.values()),
            names=tuple(self._layout.named()),
        )

    def _introduce(self) -> None:
        """Enter whom the lede speaks of without a name."""
        pair = withheld(self._document, self._layout.sites)
        if pair is None:
            return
        site, named = pair
        found = self._register.find(named.mention, self._salience, named.head.index)
        if found is not None:
            self._descriptions.withhold(site, found.figure)

    def _read(self, site: Site) -> None:
        if self._descriptions.is_idle(site, self._layout.nouns):
            return
        found = self._resolve(site)
        if found is None:
            return
        self._found[site] = found
        figure, mention = found.figure, site.mention
        figure.add(mention)
        figure.heads = figure.heads or not site.place.paragraph
        if mention.kind is MentionKind.NAME:
            self._roster.learn(figure, mention)
            self._named.append(site)
        elif mention.gender in _THIRD and self._shows(site, found):
            figure.learn(mention.gender, presumed=True)
        spoke = site.source or pairs.answers_charge(self._document, site)
        self._salience.note(figure, site.place._replace(source=spoke))
        self._exchange.note(figure, site)

    def _shows(self, site: Site, found: Found) -> bool:
        """Whether a pronoun shows a gender: *his* may be of another, where more fit it."""
        alone = all(rival.gender is not Gender.UNKNOWN for rival in found.rivals)
        return found.score >= rules.PRONOUN_CLEAR and (site.place.personal or alone)

    def _resolve(self, site: Site) -> Found | None:
        mention = site.mention
        if site.source and self._labels.is_answer(mention.span):
            return self._labels.meant(self._register.figures, mention.span)
        if mention.kind is MentionKind.NAME:
            return self._name(site)
        if mention.kind is MentionKind.PRONOUN:
            return self._pronoun(site)
        named = self._layout.described(mention.span.start)
        if named is not None:
            return Found(self._name(named).figure, rules.APPOSITION, "apposition")
        return self._kin.of(site) or self._descriptions.resolve(site, self._barred(site))

    def _name(self, site: Site) -> Found:
        known = self._meant.get(site)
        found = known or self._register.find(site.mention, self._salience, site.head.index)
        found = (
            self._exchange.going_on(site, found) or found or self._descriptions.of_a_people(site)
        )
        return found or Found(self._roster.figure(site.mention), rules.ONLY_NAME, "name")

    def _pronoun(self, site: Site) -> Found | None:
        """Whom a pronoun stands for; *it*, *they* and *I* are asked of sources alone."""
        mention, cited = site.mention, site.source
        form = mention.name.lower()
        if form in _RELATIVE:
            return self._antecedent(site)
        if form in FIRST_PERSON:
            return self._first_person(site) if cited else None
        charged = pairs.answers_charge(self._document, site)
        if not (cited or charged or mention.gender in _THIRD):
            return None
        if known := self._announced(site) or self._exchange.replying(site):
            return known
        one = self._described(site) or self._exchange.answered(site) or self._speaking(site)
        barred = {*binding.apart(self._document, self._layout, self._found, site), one}
        barred.update(pairs.apart(self._document, self._layout, self._salience, site))
        if charged:
            barred.update(binding.above(self._document, self._layout, self._found, site))
        reads = cited and self._document.head(site.head).lemma == "read"
        found = pronouns.resolve(mention, site.place, self._salience, barred, reads)
        return found or pronouns.surname(mention, site.place, self._salience, barred)

    def _announced(self, site: Site) -> Found | None:
        """*Asked when she would leave, Ada Quill laughed*: the subject that the clause leads to."""
        named = binding.name_behind(self._document, self._layout, site)
        gender = site.mention.gender
        if named is None or gender not in _THIRD:
            return None
        if named.mention.gender is Gender.UNKNOWN:
            # *Asked if he would go, Quill laughed*: no other Quill, such as his sister.
            shown = replace(named.mention, gender=gender)
            meant = self._register.find(shown, self._salience, named.head.index)
            if meant is not None:
                self._meant[named] = meant
        figure = self._name(named).figure
        if not (figure.person and figure.fits(gender)):
            return None
        return Found(figure, rules.PRONOUN_CLEAR, "pronoun before its name")

    def _speaking(self, site: Site) -> Figure | None:
        """Who utters the words that a pronoun stands in: *he* in there is somebody else."""
        source = self._voices.of(site.place.quotation)
        speaker = None if source is None else self._layout.site(source)
        if speaker is None or speaker.place.quotation is not None:
            return None
        found = self._found.get(speaker)
        if found is None and speaker.mention.kind is MentionKind.NAME:
            found = self._register.find(speaker.mention, self._salience, speaker.head.index)
        return found.figure if found else None

    def _barred(self, site: Site) -> frozenset[Figure]:
        """Whom an epithet does not mean: who speaks of it, subjects above it and names below."""
        if not self._descriptions.is_human(site.head):
            return frozenset()
        speaking = self._speaking(site)
        barred = set(binding.above(self._document, self._layout, self._found, site))
        below = binding.named_below(self._document, self._layout, site)
        barred.update(self._name(named).figure for named in below)
        return frozenset(barred if speaking is None else barred | {speaking})

    def _described(self, site: Site) -> Figure | None:
        """*Ada Quill, her last apprentice*: whom the words around a pronoun are said of."""
        named = self._beside.get(site.head.index)
        if named is None:
            return None
        found = self._register.find(named.mention, self._salience, named.head.index)
        return found.figure if found else None

    def _antecedent(self, site: Site) -> Found | None:
        """The noun that the relative clause belongs to."""
        before = binding.described_by(self._document, self._layout, site)
        found = self._found.get(before) or self._resolve(before) if before else None
        return Found(found.figure, rules.RELATIVE, "relative clause") if found else None

    def _first_person(self, site: Site) -> Found | None:
        """Inside a quotation its speaker; outside, the writer."""
        speaking, byline = self._salience.speaking, self._document.byline
        if site.place.quotation is not None:
            if speaking is None:
                return None
            return Found(speaking, rules.FIRST_PERSON, "first person in a quotation")
        if not byline:
            return None
        writer = self._register.enter(byline, SpeakerKind.PERSON)
        writer.names[byline] += 1
        return Found(writer, rules.FIRST_PERSON, "first person")

    def _source(self, span: TextSpan) -> Found | None:
        """Whom a source is of: the unnamed by the words of their first, *A:* nobody if unnamed."""
        labelled = self._labels.meant(self._register.figures, span, read=True)
        if labelled is not None or self._labels.is_answer(span):
            return labelled
        span = self._labels.in_full.get(span, span)
        site = self._layout.site(span)
        said = self._utterer(span, site) if site is not None else None
        if said is not None:
            return said
        if site is None or site not in self._found:
            return self._by_words(span)
        found = self._found[site]
        figure = found.figure
        if site.mention.kind is MentionKind.NOMINAL and figure not in self._phrased:
            self._phrased.add(figure)
            figure.phrase = self._phrases.of(site, span)
        return found

    def _utterer(self, span: TextSpan, site: Site) -> Found | None:
        """*“I said no,” Quill told them*: *I* inside a quotation is who utters it."""
        if site.mention.name.lower() != "i" or site.place.quotation is None:
            return None
        outer = self._voices.around(span)
        if outer is None or outer.overlaps(span) or self._layout.in_quotation(outer):
            return None
        said = self._source(outer)
        return said and Found(said.figure, rules.FIRST_PERSON, "first person in a quotation")

    def _by_words(self, span: TextSpan) -> Found:
        """A speaker made from the words of a source that no mention matches."""
        phrase, joint = self._phrases.alone(span), self._layout.is_joint(span)
        bearer = self._descriptions.only_bearer(phrase)
        if bearer is not None:
            bearer.mentions.append(span)
            return Found(bearer, rules.SHARED_ROLE, "role")
        figure = self._worded.get(phrase.lower())
        if figure is None:
            kind = SpeakerKind.GROUP if joint else wording.kind(phrase)
            figure = self._register.create(Figure(kind, phrase=phrase, plural=joint))
            figure.names.update([phrase] if joint else [])
            self._worded[phrase.lower()] = figure
        figure.mentions.append(span)
        return Found(figure, rules.WORDS_ALONE, "names joined" if joint else "words alone")
