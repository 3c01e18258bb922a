"""What the tagger adds to a clause, and what it takes away."""

from __future__ import annotations

from dataclasses import replace

import pytest

from onrecord.tagging.fuse import fuse
from onrecord.tagging.scope import lay
from onrecord.types import Construction, TextSpan
from tests.build import document, span
from tests.unit.tagging.test_fuse import OPEN, RELATION, REPORT, fused

GOES_ON = [
    ("fail/VERB and/CCONJ left/VERB", "lamps fail and left", True),
    ("fail/VERB , and/CCONJ men/NOUN left/VERB", "lamps fail, and men left", False),
    ("fail/VERB and/CCONJ that/SCONJ men/NOUN left/VERB", "lamps fail and that men left", False),
    ("fail/VERB and/CCONJ denied=deny/VERB men/NOUN", "lamps fail and denied men", False),
    ("fail/VERB and/CCONJ asked=ask/VERB men/NOUN", "lamps fail and asked men", False),
    (
        "had/AUX/aux/fail fail/VERB and/CCONJ asked=ask/VERB/conj/fail men/NOUN",
        "lamps had fail and asked men",
        True,
    ),
    ("fail/VERB , blinding=blind/VERB:VBG men/NOUN", "lamps fail, blinding men", True),
    (
        "fail/VERB , a/DET row/NOUN which/PRON:WDT burns=burn/VERB",
        "lamps fail, a row which burns",
        True,
    ),
    ("fail/VERB , the/DET row/NOUN burns=burn/VERB", "lamps fail, the row burns", False),
    ("fail/VERB , citing=cite/VERB:VBG men/NOUN", "lamps fail, citing men", False),
]


@pytest.mark.parametrize(("rest", "whole", "joined"), GOES_ON)
def test_a_verb_goes_on_with_the_clause_where_the_tagger_has_it(
    rest: str, whole: str, joined: bool
) -> None:
    """Right behind "and", or as a participle that tells more; not behind a comma or "that"."""
    built = document(f"Quill/PROPN/nsubj/warned warned=warn/VERB lamps/NOUN {rest} .")
    cue, clause = span(built, "warned"), span(built, whole.partition(" fail")[0] + " fail")
    relation = replace(RELATION, cue=cue, content=(span(built, whole),))
    (report,) = fused(replace(REPORT, cue=cue, content=(clause,)), relation, built)
    assert report.content == ((span(built, whole),) if joined else (clause,))


def test_a_mark_that_closes_quoted_words_opens_no_further_ones() -> None:
    built = document(
        "Banners/NOUN/nsubj/said said=say/VERB ‘ Ships/NOUN sail/VERB ' from/ADP roofs/NOUN .",
    )
    cue, words = span(built, "said"), span(built, "Ships sail")
    relation = replace(RELATION, cue=cue, content=(span(built, "Ships sail' from roofs"),))
    (report,) = fused(replace(REPORT, cue=cue, content=(words,)), relation, built)
    assert report.content == (words,)


def test_each_clause_of_the_tagger_that_opens_with_that_is_one() -> None:
    built = document(
        "Quill/PROPN/nsubj/warned warned=warn/VERB that/SCONJ lamps/NOUN fail/VERB",
    )
    both = document(
        "Quill/PROPN/nsubj/warned warned=warn/VERB that/SCONJ lamps/NOUN fail/VERB "
        "and/CCONJ that/SCONJ men/NOUN left/VERB .",
    )
    for read, expected in ((built, ["lamps fail"]), (both, ["lamps fail", "men left"])):
        cue = span(read, "warned")
        rest = TextSpan(cue.end + 1, len(read.text.rstrip(".")))
        scope = lay(read, ())
        relation = replace(RELATION, cue=cue, content=(rest,))
        found = fuse(scope, [replace(OPEN, cue=cue)], [relation])
        assert [r.content[0].of(read.text) for r in found] == expected


def test_what_is_said_again_is_no_clause() -> None:
    """*Quill said it again, in case men left*: a comma parts the verb from the first words."""
    built = document(
        "Quill/PROPN/nsubj/said said=say/VERB it/PRON/dobj/said again/ADV , in/ADP case/NOUN "
        "men/NOUN/nsubj/left left=leave/VERB .",
    )
    cue = span(built, "said")
    rest = span(built, "it again, in case men left")
    open_ = replace(OPEN, cue=cue, lemma="say")
    (report,) = fused(open_, replace(RELATION, cue=cue, content=(rest,)), built)
    assert report.content == ()


HOLDS_A_CLAUSE = [
    # the verb of a relative clause, and one more
    (
        "a/DET lock/NOUN that/PRON:WDT would/AUX:MD hold/VERB:VB was/AUX old/ADJ",
        "say",
        True,
    ),
    ("a/DET lock/NOUN that/PRON:WDT would/AUX:MD hold/VERB:VB", "say", False),
    # a participle has no object
    ("men/NOUN named=name/VERB:VBN/acl/men it/PRON/dobj/named Lamp/PROPN", "say", True),
    ("men/NOUN named=name/VERB:VBN/acl/men Lamp/PROPN/oprd/named", "say", False),
    ("men/NOUN used=use/VERB:VBN/acl/men to/PART go/VERB:VB/xcomp/used", "say", True),
    # one recommends things as well
    (
        "a/DET lock/NOUN that/PRON:WDT would/AUX:MD hold/VERB:VB was/AUX old/ADJ",
        "recommend",
        False,
    ),
]


@pytest.mark.parametrize(("rest", "lemma", "holds"), HOLDS_A_CLAUSE)
def test_a_clause_whose_subject_the_parser_takes_for_an_object(
    rest: str, lemma: str, holds: bool
) -> None:
    built = document(f"Quill/PROPN/nsubj/said said=say/VERB/ROOT {rest} .")
    cue = span(built, "said")
    words = TextSpan(cue.end + 1, len(built.text) - 1)
    open_ = replace(OPEN, cue=cue, lemma=lemma)
    (report,) = fused(open_, replace(RELATION, cue=cue, content=(words,)), built)
    assert report.content == ((words,) if holds else ())


WITHOUT_SUBJECT = [
    ("clerk Marn, out since May, is back", True),
    # it starts further on
    ("Marn, out since May, is back", False),
    # it ends elsewhere
    ("clerk Marn, out since May", False),
]


@pytest.mark.parametrize(("seen", "whole"), WITHOUT_SUBJECT)
def test_the_subject_that_the_parse_leaves_out(seen: str, whole: bool) -> None:
    built = document(
        "Quill/PROPN/nsubj/said said=say/VERB clerk/NOUN Marn/PROPN , out/ADV since/ADP "
        "May/PROPN , is=be/AUX:VBZ back/ADV ."
    )
    cue, clause = span(built, "said"), span(built, "is back")
    relation = replace(RELATION, cue=cue, content=(span(built, seen),))
    (report,) = fused(replace(REPORT, cue=cue, content=(clause,)), relation, built)
    assert report.content == ((span(built, seen),) if whole else (clause,))


def test_a_closing_verb_may_look_like_a_noun() -> None:
    """*Lamps fail, emails show.*: right behind its source, at the end of the sentence."""
    built = document("Lamps/NOUN fail/VERB , emails/NOUN show/NOUN .")
    relation = replace(
        RELATION,
        cue=span(built, "show"),
        source=span(built, "emails"),
        content=(span(built, "Lamps fail"),),
    )
    (report,) = fuse(lay(built, ()), [], [relation])
    assert (report.construction, report.lemma) == (Construction.TAG, "show")


NOT_OF_THE_CONTENT = {
    "an apposition behind according to": (
        "According/ADP to/ADP Quill/PROPN , a/DET clerk/NOUN , lamps/NOUN fail/VERB .",
        (Construction.ACCORDING_TO, "According to", "Quill"),
        ("a clerk, lamps fail", "lamps fail", "Quill, a clerk"),
    ),
    "the source of a tag": (
        "Lamps/NOUN fail/VERB , clerk/NOUN Quill/PROPN said=say/VERB .",
        (Construction.TAG, "said", "clerk Quill"),
        ("Lamps fail, clerk Quill", "Lamps fail", "clerk Quill"),
    ),
}


@pytest.mark.parametrize(
    ("notation", "parsed", "tagged"), NOT_OF_THE_CONTENT.values(), ids=list(NOT_OF_THE_CONTENT)
)
def test_what_belongs_to_the_source_is_no_content(
    notation: str, parsed: tuple[Construction, str, str], tagged: tuple[str, str, str]
) -> None:
    built = document(notation)
    construction, cue, source = parsed[0], span(built, parsed[1]), span(built, parsed[2])
    whole, clause, named = (span(built, words) for words in tagged)
    report = replace(REPORT, construction=construction, cue=cue, source=source, content=(whole,))
    relation = replace(RELATION, cue=cue, source=named, content=(clause,))
    (found,) = fused(report, relation, built)
    assert found.content == (clause,)


COMMENTS = [
    (", although/SCONJ men/NOUN stayed=stay/VERB", ", although men stayed", True),
    (", hours/NOUN:NNS after/ADP rain/NOUN", ", hours after rain", True),
    ("– three/NUM weeks/NOUN:NNS late/ADV", " – three weeks late", True),
    (", who/PRON:WP told=tell/VERB men/NOUN", ", who told men", True),
    (", on/ADP a/DET hill/NOUN", ", on a hill", False),
    (", which/PRON:WDT burns=burn/VERB", ", which burns", False),
]


@pytest.mark.parametrize(("rest", "words", "cut"), COMMENTS)
def test_what_the_article_adds_behind_a_pause_is_left_out(rest: str, words: str, cut: bool) -> None:
    """Where the tagger has the clause without it."""
    built = document(f"Quill/PROPN/nsubj/warned warned=warn/VERB lamps/NOUN fail/VERB {rest} .")
    cue, clause = span(built, "warned"), span(built, "lamps fail")
    whole = span(built, "lamps fail" + words)
    relation = replace(RELATION, cue=cue, content=(clause,))
    (report,) = fused(replace(REPORT, cue=cue, content=(whole,)), relation, built)
    assert report.content == ((clause,) if cut else (whole,))


@pytest.mark.parametrize(("first", "taken"), [("Not/ADV so/ADV", True), ("On/ADP Tuesday", False)])
def test_words_without_a_verb_are_taken_where_they_are_all_before_a_tag(
    first: str, taken: bool
) -> None:
    """No time or place."""
    built = document(f"{first} , said=say/VERB Ada/PROPN/compound/Quill Quill/PROPN/nsubj/said .")
    words = span(built, "Not so" if taken else "On Tuesday")
    cue = span(built, "said")
    open_one = replace(REPORT, cue=cue, lemma="say", content=(), construction=Construction.COLON,
                       source=span(built, "Ada Quill"))  # fmt: skip
    relation = replace(RELATION, cue=cue, source=span(built, "Ada Quill"), content=(words,))
    (report,) = fused(open_one, relation, built)
    assert report.content == ((words,) if taken else ())


def test_a_subject_before_the_tag_is_part_of_the_clause() -> None:
    built = document(
        "Wells/NOUN , Ada/PROPN/compound/Quill Quill/PROPN/nsubj/said said=say/VERB , "
        "get/VERB:VB cleaned/VERB:VBN ."
    )
    cue, subject = span(built, "said"), span(built, "Wells")
    rest = span(built, "get cleaned")
    relation = replace(RELATION, cue=cue, content=(subject, rest))
    lost = replace(REPORT, cue=cue, source=span(built, "Ada Quill"), content=(rest,))
    (report,) = fused(lost, relation, built)
    assert report.content == (subject, rest)
