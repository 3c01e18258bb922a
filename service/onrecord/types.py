"""The values that pass between the stages: frozen, made of the standard library alone.

All offsets are half-open Unicode code-point offsets into the original text of the article.
"""

from __future__ import annotations

from dataclasses import dataclass, field
from enum import StrEnum
from typing import NamedTuple, Protocol

from onrecord.deadline import NEVER, Deadline


class QuotationType(StrEnum):
    """How the words of a source are given; see `docs/glossary.md`."""

    DIRECT = "direct"
    MIXED = "mixed"
    INDIRECT = "indirect"


class SpeakerKind(StrEnum):
    """What a speaker is."""

    PERSON = "person"
    ORGANIZATION = "organization"
    DOCUMENT = "document"
    GROUP = "group"
    UNKNOWN = "unknown"


class HopRelation(StrEnum):
    """How one hop of an attribution passes the words on."""

    ACCORDING_TO = "according_to"
    SAID = "said"
    TOLD = "told"
    REPORTED = "reported"
    CITED = "cited"
    PUBLISHED = "published"


class RelationKind(StrEnum):
    """Whether a relation reports words or a state of mind."""

    SPEECH = "speech"
    THOUGHT = "thought"


class Construction(StrEnum):
    """The form of words by which a text reports what a source said."""

    CLAUSE = "clause"
    """The cue governs the reported clause: *She said that the mill would close.*"""
    TAG = "tag"
    """The cue stands after or inside what it reports: *The mill would close, she said.*"""
    COLON = "colon"
    """Cue and source stand before a colon or a comma and quoted words: *She said: "…"*"""
    ACCORDING_TO = "according_to"
    """A phrase without a verb: *according to her*, *per the memo*."""
    LABEL = "label"
    """No cue at all: *Ruiz: "…"*, *"…" — Ana Ruiz*, a turn of a transcript."""
    NOMINAL = "nominal"
    """A noun is the cue: *her claim that …*"""
    CITATION = "citation"
    """A report names whose words it hands on: *…, citing two officials*."""


class MentionKind(StrEnum):
    """The form of a mention."""

    NAME = "name"
    NOMINAL = "nominal"
    PRONOUN = "pronoun"


class Gender(StrEnum):
    """Grammatical gender as the text shows it; unknown stays unknown."""

    FEMININE = "feminine"
    MASCULINE = "masculine"
    NEUTER = "neuter"
    UNKNOWN = "unknown"


@dataclass(frozen=True, slots=True, order=True)
class TextSpan:
    """A half-open, non-empty stretch of the text.

    Raises:
        ValueError: where the span is empty or starts before the text.
    """

    start: int
    end: int

    def __post_init__(self) -> None:
        if not 0 <= self.start < self.end:
            raise ValueError(f"not a span: ({self.start}, {self.end})")

    def __len__(self) -> int:
        return self.end - self.start

    def of(self, text: str) -> str:
        """What the span cuts out of `text`."""
        return text[self.start : self.end]

    def overlaps(self, other: TextSpan) -> bool:
        """Whether the two share a character."""
        return self.start < other.end and other.start < self.end

    def contains(self, other: TextSpan) -> bool:
        """Whether `other` lies wholly inside."""
        return self.start <= other.start and other.end <= self.end


@dataclass(frozen=True, slots=True)
class QuotedString:
    """Words between quotation marks, whoever's they are.

    Attributes:
        parts: what stands inside the marks, in order; several where every paragraph of a long
            quotation re-opens the mark and only the last one closes it.
        outer: from the first opening mark to the last closing one, marks included.
        depth: 0 for outermost strings, 1 for a string inside a string, and so on.
        parent: the position of the enclosing string in the same tuple, or None.
        closed: whether the closing mark stands in the text.
        style: the family of the opening mark: `double`, `single`, `guillemet`, `low`, `cjk`,
            `ptb`, `dash`, `turn` (the words of a transcript behind a label, without marks), `block`
            (a paragraph behind a colon, without marks).
    """

    parts: tuple[TextSpan, ...]
    outer: TextSpan
    depth: int = 0
    parent: int | None = None
    closed: bool = True
    style: str = "double"


@dataclass(frozen=True, slots=True)
class TaggedRelation:
    """A relation that the trained tagger found.

    Attributes:
        source, cue: None where the text names none.
        content: its pieces in order, marks of quotation at their edges left out.
        kind: speech or thought.
        confidence: calibrated probability that source and content are right together.
        chances: calibrated probability that each span is exact, by role; the least of its
            pieces for the content; 0 where there is none.
    """

    source: TextSpan | None
    cue: TextSpan | None
    content: tuple[TextSpan, ...]
    kind: RelationKind
    confidence: float
    chances: tuple[tuple[str, float], ...]


@dataclass(frozen=True, slots=True)
class NamedSpan:
    """A named entity in the text, with its label in the OntoNotes scheme."""

    span: TextSpan
    label: str


@dataclass(frozen=True, slots=True)
class Tagging:
    """All that the trained tagger finds in a text.

    Attributes:
        relations: in order of their content.
        names: the named entities, in order of position.
        heard: by quoted string, the mean probability of its words to stand in a content.
    """

    relations: tuple[TaggedRelation, ...] = ()
    names: tuple[NamedSpan, ...] = ()
    heard: tuple[float, ...] = ()


@dataclass(frozen=True, slots=True)
class Report:
    """One report of what a source said or thought, as the tagging stage sees it.

    Attributes:
        construction: the form of words.
        cue: the reporting verb or phrase, without auxiliaries and "not"; None for labels.
        lemma: dictionary form of the cue's head word, "" for labels.
        source: the mention of who is cited, a title before a name included; None where implicit.
        content: the reported clause by the parse, without tag and "that"; empty where only
            words in quotation marks can fill it.
        reach: the stretch (the sentence, for most) inside which quoted words may be its content.
        kind: speech or thought.
        addressee: to whom.
        medium: where, or through what.
        time: when, as far as that is told of the saying itself.
        outlet: the newspaper, station or agency that was told, through which the article knows.
        negated: whether the text says that it was not said, or denies it.
        hypothetical: whether it is said not to have happened yet, or only might (*would say*).
        outer: the position of the report whose content holds this one, in the same tuple.
        evidence: the rule that found it, in a few words.
        tagged: the position of the relation of the trained tagger that agrees, or None.
    """

    construction: Construction
    cue: TextSpan | None
    lemma: str
    source: TextSpan | None
    content: tuple[TextSpan, ...]
    reach: TextSpan
    kind: RelationKind = RelationKind.SPEECH
    addressee: TextSpan | None = None
    medium: TextSpan | None = None
    time: TextSpan | None = None
    outlet: TextSpan | None = None
    negated: bool = False
    hypothetical: bool = False
    outer: int | None = None
    evidence: str = ""
    tagged: int | None = None


@dataclass(frozen=True, slots=True)
class Mention:
    """A stretch of text that could name a source.

    Attributes:
        span: the whole noun phrase up to a comma: a title before the name included.
        head: the name proper for names (title and honorific left out), else the head noun.
        kind: name, nominal or pronoun.
        speaker_kind: what it seems to name.
        name: the name without title and honorific; for others the noun phrase without article.
        title: role or affiliation that this mention gives (before the name, or in apposition).
        gender: as the form itself shows it (he, Mrs, spokeswoman, or a name's usual gender).
        plural: whether it names more than one.
        apposition: the phrase beside a name that says what it is (*Ada Quill, a nurse*).
        introduction: a second such phrase (*her aunt, Ada Quill, 46, a nurse*).
    """

    span: TextSpan
    head: TextSpan
    kind: MentionKind
    speaker_kind: SpeakerKind
    name: str
    title: str | None = None
    gender: Gender = Gender.UNKNOWN
    plural: bool = False
    apposition: TextSpan | None = None
    introduction: TextSpan | None = None


class Feature(NamedTuple):
    """One readable reason for a choice: its name, its value and what it added to the score."""

    name: str
    value: float
    contribution: float = 0.0


@dataclass(frozen=True, slots=True)
class Candidate:
    """One way to attribute one quoted string.

    Attributes:
        string: position of the quoted string.
        report: position of the report that would be its tag, or None.
        follows: position of the quoted string whose utterance it would go on, or whose speaker
            it would share, or None.
        evidence: the features with their contributions to the score.
        score: raw, the higher the better; comparable within one string only.
        spoken: whether it is somebody's speech at all.
        rule: the rule that leaves no other way or was put above the choice of the model, in words;
            "" where the model weighed it.
    """

    string: int
    report: int | None
    follows: int | None
    evidence: tuple[Feature, ...] = ()
    score: float = 0.0
    spoken: bool = True
    rule: str = ""


@dataclass(frozen=True, slots=True)
class Statement:
    """What one source is reported to have said, before the source is resolved to a speaker.

    Attributes:
        type: direct, mixed or indirect.
        parts: the content, quotation marks left out for direct ones.
        quoted: the strings in quotation marks inside it.
        report: position of its report, or None where the tag is elsewhere or nowhere.
        follows: position of the statement whose speaker it shares, where it has no own tag.
        source, cue, addressee, medium, time, negated: as in `Report`.
        scores: raw scores of the stages by name, for the calibration.
        evidence: the features that decided the attribution.
        context: whether the source stands in a sentence of its own before the quoted words, which
            tells whose they are and is no tag of theirs (*Quill was having none of it. “No.”*).
        echoes: position of the statement of the body that says the words of this headline again
            and so tells who the one named here is (*Minister: “Go”*).
        taken: the way that its first quoted string was given a source, rules included.
        apart: whether it is no quotation and makes an attribution alone (*The Courier first
            reported the merger*).
    """

    type: QuotationType
    parts: tuple[TextSpan, ...]
    quoted: tuple[TextSpan, ...] = ()
    report: int | None = None
    follows: int | None = None
    source: TextSpan | None = None
    cue: TextSpan | None = None
    addressee: TextSpan | None = None
    medium: TextSpan | None = None
    time: TextSpan | None = None
    negated: bool = False
    scores: tuple[tuple[str, float], ...] = ()
    evidence: tuple[Feature, ...] = ()
    context: bool = False
    echoes: int | None = None
    taken: Candidate | None = None
    apart: bool = False


@dataclass(frozen=True, slots=True)
class Speaker:
    """A person, body, document or group, as the article best names it.

    Attributes:
        id: `s1`, `s2`, … in order of first mention.
        name: canonical name, or the noun phrase where no name is given.
        kind: what it is.
        named: whether a name is known.
        title: role or affiliation as the article words it.
        mentions: where the article mentions it, in order.
    """

    id: str
    name: str
    kind: SpeakerKind
    named: bool
    title: str | None
    mentions: tuple[TextSpan, ...]


@dataclass(frozen=True, slots=True)
class Resolution:
    """Who is who: the speakers, and which of them each source is.

    Attributes:
        speakers: in order of first mention.
        by_source: `(source span, position in speakers, score 0 to 1)` for every source asked
            for; a source that nobody can be found for is left out.
        rules: for each of `by_source`, the rule that found the speaker, in a few words.
        rivals: for each of `by_source`, the names of a few others that it might have been, the
            likeliest first.
        names: `(source span, span of a name)` for sources that say what somebody is, where a
            name stands in apposition to them (*the mayor, Ada Quill, said*).
    """

    speakers: tuple[Speaker, ...]
    by_source: tuple[tuple[TextSpan, int, float], ...]
    rules: tuple[str, ...] = ()
    rivals: tuple[tuple[str, ...], ...] = ()
    names: tuple[tuple[TextSpan, TextSpan], ...] = ()


@dataclass(frozen=True, slots=True)
class Hop:
    """One step of an attribution: who passes the words on, and how."""

    source: TextSpan | None
    speaker: Speaker | None
    cue: TextSpan | None
    relation: HopRelation


@dataclass(frozen=True, slots=True)
class Attribution:
    """A sourced statement and the way it came, from the reader's side to the origin."""

    id: str
    content: tuple[TextSpan, ...]
    chain: tuple[Hop, ...]
    confidence: float


@dataclass(frozen=True, slots=True)
class Relation:
    """A source, its cue and the content, beliefs and intentions included (PolNeAR's view)."""

    source: TextSpan | None
    cue: TextSpan | None
    content: tuple[TextSpan, ...]
    kind: RelationKind
    confidence: float


class Way(StrEnum):
    """How a quotation can come by its speaker."""

    TAG = "tag"
    """A cue, a phrase or a label names the source."""
    FOLLOWS = "follows"
    """It has the speaker of the quotation before it."""
    UNTAGGED = "untagged"
    """Neither a tag nor a quotation before it tells whose it is."""


@dataclass(frozen=True, slots=True)
class Weighed:
    """One way of attributing a quotation, weighed against the others.

    Attributes:
        way: how it would come by its speaker.
        source, cue: of the tag, None where there is none or it names none; without a tag the one
            whom the text around the words tells of.
        follows: the id of the quotation whose speaker it would have, or None.
        chosen: whether this way was taken, by the model or by a rule.
        probability: raw, of the model, among the ways of the same quotation; 0 where a rule alone
            brought it in.
        features: what spoke for and against it.
    """

    way: Way
    source: TextSpan | None
    cue: TextSpan | None
    follows: str | None
    chosen: bool
    probability: float
    features: tuple[Feature, ...]


@dataclass(frozen=True, slots=True)
class Explanation:
    """Why one quotation got its speaker and its confidence.

    Attributes:
        rule: what a rule went by, in words; None where the model decided.
        summary: sentences for a reader.
        deciding: where the model decided, the features by which the chosen way is ahead of the next
            one, the most telling first; `contribution` is the lead that each gives. Where a rule
            did, what it went by, with a contribution of 0. Then, with a contribution of 0, whom
            the source was taken for rather than others.
        features: what spoke for and against the way that was taken.
        speech: what spoke against (above 0) and for its being somebody's speech at all.
        weighed: the ways that were weighed, the likeliest first, and last one that a rule brought
            in; none for words without quotation marks.
        resolution: the rule that found the speaker of the source, None where there is none.
        rivals: whom that rule might have found as well, the likeliest first.
        confidences: for each probability, what it starts from and what each sign added to its
            log-odds; that of the attribution (`chain`) where there is one.
    """

    rule: str | None
    summary: tuple[str, ...]
    deciding: tuple[Feature, ...]
    features: tuple[Feature, ...]
    speech: tuple[Feature, ...]
    weighed: tuple[Weighed, ...]
    resolution: str | None
    rivals: tuple[str, ...]
    confidences: tuple[tuple[str, tuple[Feature, ...]], ...]


@dataclass(frozen=True, slots=True)
class Quotation:
    """One quotation of the answer. An unattributed one has `speaker=None`.

    Attributes:
        confidence: calibrated probability that it is a quotation and the speaker is right.
        confidences: the calibrated probabilities behind it, by name (`quotation`, `speaker`).
        evidence: what spoke for and against the attribution.
        explanation: why it is so, where that was asked for.
    """

    id: str
    type: QuotationType
    parts: tuple[TextSpan, ...]
    speaker: Speaker | None
    source: TextSpan | None
    cue: TextSpan | None
    addressee: TextSpan | None
    medium: TextSpan | None
    time: TextSpan | None
    negated: bool
    attribution: str | None
    confidence: float
    confidences: tuple[tuple[str, float], ...]
    evidence: tuple[Feature, ...] = ()
    explanation: Explanation | None = None


@dataclass(frozen=True, slots=True)
class Extraction:
    """Everything found in one article.

    Attributes:
        words: how many the article has.
        model: names and versions of the models.
        unread: paragraphs whose quotation marks were left alone, for being too many.
    """

    text: str
    language: str
    quotes: tuple[Quotation, ...]
    attributions: tuple[Attribution, ...]
    speakers: tuple[Speaker, ...]
    relations: tuple[Relation, ...] = ()
    words: int = 0
    model: str = ""
    unread: int = 0


@dataclass(frozen=True, slots=True)
class Article:
    """An article as it comes in: its text, and what is known around it."""

    text: str
    title: str | None = None
    byline: str | None = None
    published_at: str | None = None
    language: str = field(default="en")


class Extractor(Protocol):
    """What turns articles into extractions: the pipeline, or what stands in for it in tests."""

    @property
    def model(self) -> str:
        """Names and versions of the models in use."""

    def extract(
        self, article: Article, deadline: Deadline = NEVER, *, explain: bool = False
    ) -> Extraction:
        """Everything found in one article; with `explain`, also why each quotation is so.

        Raises:
            InvalidArticle: where the article cannot be read.
            OutOfTime: where the deadline came first.
        """
