"""Parts of speech and lemmas of parsed tokens, worked out once for each kind of token.

spaCy's attribute ruler and lemmatizer look at a token's spelling, tag and dependency label, and in
a few rules at its neighbour; asked anew for every token they take a quarter of the time of a parse.
Here they are asked once, on small documents of tokens not seen before, and what they say is kept.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping, Sequence
from itertools import islice
from sys import intern
from typing import TYPE_CHECKING, Any, NamedTuple

from onrecord.document.vectors import rows_as_bytes

if TYPE_CHECKING:
    from spacy.language import Language
    from spacy.tokens import Doc

RULER, LEMMATIZER = "attribute_ruler", "lemmatizer"
COMPONENTS = (RULER, LEMMATIZER)
"""What is asked here, and need not run with the rest of the pipeline."""

MOST = 40_000
"""Tokens kept; with the next one beyond, a quarter of them are forgotten, the oldest first."""


class Attributes(NamedTuple):
    """What is told of a token: its text, Universal POS, Penn tag, dependency label, lemma."""

    text: str
    pos: str
    tag: str
    dep: str
    lemma: str


class Form(NamedTuple):
    """A token as the parser leaves it."""

    text: str
    tag: str
    dep: str


class Key(NamedTuple):
    """All that a token's attributes hang on; a neighbour only where a rule asks for it."""

    form: Form
    before: Form | None
    after: Form | None


class Kind(NamedTuple):
    """What is known of a token by its numbers: its key where it stands alone, and the rules (by
    number) that may ask for a neighbour of it."""

    alone: Key
    rules: tuple[int, ...]


class Rule(NamedTuple):
    """A rule of the ruler that looks at a token and at one neighbour."""

    token: Mapping[str, Any]
    neighbour: Mapping[str, Any]
    is_before: bool


SEPARATOR = Form(",", ",", "punct")
"""Stands between tokens that are asked for alone, so that no rule takes two for neighbours."""


class AttributeMemory:
    """The attributes of tokens. Threads must take turns."""

    def __init__(self, nlp: Language) -> None:
        """With the components that the pipeline has."""
        self._vocab = nlp.vocab
        self._components = [nlp.get_pipe(name) for name in COMPONENTS if name in nlp.pipe_names]
        self._rules = list(_rules(nlp))
        self._kinds: dict[bytes, Kind] = {}
        self._met: dict[tuple[int, bytes], bool] = {}
        self._known: dict[Key, Attributes] = {}

    def of(self, doc: Doc) -> Sequence[Attributes]:
        """The attributes of each token of a document that has tags and dependencies."""
        keys = self._keys(doc)
        found = list(map(self._known.get, keys))
        unseen = dict.fromkeys(key for key, said in zip(keys, found, strict=True) if said is None)
        told = self._ask(list(unseen)) if unseen else {}
        self._keep(told)
        return [said or told[key] for key, said in zip(keys, found, strict=True)]

    def _keys(self, doc: Doc) -> list[Key]:
        """The key of each token; where no rule looks at a neighbour, from the numbers alone."""
        numbers = rows_as_bytes(doc.to_array(["ORTH", "TAG", "DEP"]))
        kinds = self._kinds
        for place, number in enumerate(numbers):
            if number not in kinds:
                kinds[number] = self._kind(_form(doc, place))
        return [
            kind.alone if not kind.rules else self._among(numbers, place)
            for place, kind in enumerate(map(kinds.__getitem__, numbers))
        ]

    def _kind(self, form: Form) -> Kind:
        """What is to be known of a form that is seen for the first time."""
        rules = (at for at, rule in enumerate(self._rules) if _is(rule.token, form))
        return Kind(Key(form, None, None), tuple(rules))

    def _among(self, numbers: Sequence[bytes], place: int) -> Key:
        """The key of a token with the neighbours that a rule asks for."""
        kind = self._kinds[numbers[place]]
        before = after = None
        for at in kind.rules:
            is_before = self._rules[at].is_before
            beside = place - 1 if is_before else place + 1
            if 0 <= beside < len(numbers) and self._meets(at, numbers[beside]):
                neighbour = self._kinds[numbers[beside]].alone.form
                before = neighbour if is_before else before
                after = after if is_before else neighbour
        return Key(kind.alone.form, before, after) if before or after else kind.alone

    def _meets(self, rule: int, number: bytes) -> bool:
        """Whether a neighbour may meet the conditions of a rule."""
        met = self._met.get((rule, number))
        if met is None:
            met = _is(self._rules[rule].neighbour, self._kinds[number].alone.form)
            self._met[rule, number] = met
        return met

    def _ask(self, keys: Sequence[Key]) -> dict[Key, Attributes]:
        """Run the components over the tokens, each with its neighbours, separators between."""
        from spacy.tokens import Doc  # noqa: PLC0415  # spaCy takes a second to import

        forms: list[Form] = []
        places: list[int] = []
        for key in keys:
            forms += [key.before] if key.before else []
            places.append(len(forms))
            forms += [key.form, *([key.after] if key.after else []), SEPARATOR]
        doc = Doc(
            self._vocab,
            [form.text for form in forms],
            tags=[form.tag for form in forms],
            deps=[form.dep for form in forms],
            heads=list(range(len(forms))),
        )
        for component in self._components:
            doc = component(doc)
            # The lemmatizer keeps what it is asked as well, for ever; nothing is asked twice here.
            getattr(component, "cache", {}).clear()
        return {key: _attributes(doc, at, key.form) for key, at in zip(keys, places, strict=True)}

    def _keep(self, told: Mapping[Key, Attributes]) -> None:
        if len(self._known) + len(told) > MOST:
            for old in list(islice(self._known, MOST // 4)):
                del self._known[old]
            self._kinds.clear()
            self._met.clear()
        self._known.update(told)


def _form(doc: Doc, at: int) -> Form:
    token = doc[at]
    return Form(token.text, intern(token.tag_), intern(token.dep_))


def _attributes(doc: Doc, at: int, form: Form) -> Attributes:
    token = doc[at]
    lemma, tag, dep = token.lemma_.lower(), intern(token.tag_), intern(token.dep_)
    text = form.text
    return Attributes(text, intern(token.pos_), tag, dep, text if lemma == text else lemma)


def _rules(nlp: Language) -> Iterator[Rule]:
    """The rules of the pipeline's attribute ruler that look at two tokens."""
    if RULER not in nlp.pipe_names:
        return
    ruler: Any = nlp.get_pipe(RULER)
    for rule in ruler.patterns:
        for pattern in rule["patterns"]:
            if len(pattern) == 2:
                index = rule.get("index", 0) % 2
                yield Rule(pattern[index], pattern[1 - index], is_before=index == 1)


def _is(conditions: Mapping[str, Any], form: Form) -> bool:
    """Whether a token may meet the conditions; those that are not known here count as met."""
    values = {"LOWER": form.text.lower(), "TAG": form.tag, "DEP": form.dep}
    return all(_fits(conditions, name, value) for name, value in values.items())


def _fits(conditions: Mapping[str, Any], name: str, value: str) -> bool:
    wanted = conditions.get(name)
    if isinstance(wanted, str):
        return value == wanted
    if isinstance(wanted, dict) and "IN" in wanted:
        return value in wanted["IN"]
    if isinstance(wanted, dict) and "REGEX" in wanted:
        return re.search(wanted["REGEX"], value) is not None
    return True
