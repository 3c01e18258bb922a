"""The signs of the confidence in words that a person reads."""

from __future__ import annotations

BASE = "what holds before any sign is read"
"""The intercept of a model, in words."""

_APART = {
    "mixed, ": " (counted once more, for quoted words in a clause)",
    "indirect, ": " (counted once more, for words without marks)",
}
"""Beginnings of signs that are counted once more for a type of quotation."""

_SIGNS = {
    "a hop without a speaker": "a step of the attribution without a known speaker",
    "a mark without partner in the paragraph": "a quotation mark without partner in its paragraph",
    "article without capitals": "the article has no capitals",
    "content stands apart": "the words stand far from their verb",
    "cue: another verb than say": "the verb is another than “say”",
    "cue: no verb of speech": "the cue is no verb of speech",
    "found by the grammar alone": "the trained tagger does not have this tag",
    "free indirect": "a sentence without a tag that goes on in the voice before",
    "in the headline": "it stands in the headline",
    "indirect": "its words stand outside quotation marks",
    "is it speech": "how sure the model is that it is speech, in log-odds",
    "its quotation": "how sure its quotation is, in log-odds",
    "lead of its tag": "how sure the model is of its tag among the others, in log-odds",
    "letters misread": "letters in the article are misread",
    "marks without partner in the article": "quotation marks in the article have no partner",
    "mixed": "quoted words inside a reported clause",
    "negated": "the text says that it was not said",
    "no source": "nobody is named as its source",
    "no tag of its own": "it has the speaker of another quotation",
    "others of the same last name": "others in the article have the same last name",
    "rule of who it is": "how sure the rule is that says who the source is, in log-odds",
    "several hops": "several steps in the attribution",
    "several parts": "its words stand in several pieces",
    "source in another paragraph": "its source stands in another paragraph",
    "source several quotations back": "its source stands several quotations back",
    "source: a name": "the source is a name",
    "source: a name and more": "the source is a name and more words",
    "source: a pronoun": "the source is “he” or “she”",
    "source: it": "the source is “it”",
    "source: known to the reader": "the source is a noun with “the” or the like",
    "source: new to the reader": "the source is a noun with “a”, or a number",
    "source: the first person": "the source is “I” or “we”",
    "source: they or who": "the source is “they”, “who” or the like",
    "source: without an article": "the source is a noun without an article",
    "speaker not found": "who the source is was not found",
    "speaker without a name": "the speaker has no name",
    "starts in lower case": "its words start in lower case",
    "tagger: another cue": "the trained tagger has another cue",
    "tagger: another source": "the trained tagger has another source",
    "tagger: how sure": "how sure the trained tagger is of what it has here",
    "tagger: no source": "the trained tagger has it without a source",
    "tagger: nothing here": "the trained tagger has nothing here",
    "tagger: same cue": "the trained tagger has the same cue",
    "tagger: same source": "the trained tagger has the same source",
    "tagger: same words": "share of the words that the trained tagger has as well",
    "the tagger agrees": "the trained tagger found the report as well",
    "the tagger is silent": "the trained tagger did not find the report",
}

_FAMILIES = {
    "class: ": "the verb is one of those of the class “{}”",
    "form: ": "the form of its tag is “{}”",
    "persons near: ": "persons named shortly before the pronoun: {}",
    "rivals: ": "others that the source might have been: {}",
    "speaker: ": "the speaker is of the kind “{}”",
}


def worded(sign: str) -> str:
    """A sign in words; its own name where it has none."""
    for apart, told in _APART.items():
        if sign.startswith(apart):
            return worded(sign.removeprefix(apart)) + told
    if sign in _SIGNS:
        return _SIGNS[sign]
    for family, told in _FAMILIES.items():
        if sign.startswith(family):
            return told.format(sign.removeprefix(family))
    return sign
