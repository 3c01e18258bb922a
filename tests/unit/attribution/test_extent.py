"""How far the reported words reach around a string."""

from __future__ import annotations

from onrecord.attribution.besides import earlier_clause, further_clause
from onrecord.attribution.extent import (
    clause_around,
    closes_sentence,
    is_fragment,
)
from onrecord.document.tree import Document
from onrecord.types import Construction, Report
from tests.unit.attribution.scenes import document, label, report, scene, strings

SAID = "She/PRON/nsubj/said said=say/VERB"


def clause(built: Document, made: Report) -> str | None:
    seen = scene(built, made)
    found = clause_around(seen, seen.strings[0], made)
    return found.of(built.text) if found else None


def test_a_string_that_is_all_that_is_reported_has_no_clause_around_it() -> None:
    built = document(f"{SAID} : “ We sail . ”")
    assert clause(built, report(built, "said", "She")) is None

    built = document(f"{SAID} , “ We sail . ”")
    assert clause(built, report(built, "said", "She")) is None


def test_a_sentence_that_is_all_the_parse_gives_has_no_clause_around_it() -> None:
    built = document(
        "A sign/NOUN reading=read/VERB:VBG “ We/PRON/nsubj/sail sail/VERB/ccomp/reading ” "
        "was=be/AUX/aux/sail up/ADV/advmod/sail ."
    )
    assert clause(built, report(built, "reading", "sign", "We sail", lemma="read")) is None


def test_a_clause_by_the_parse() -> None:
    built = document(f"{SAID} that it was “ dead ” in the water .")

    made = report(built, "said", "She", "it was “dead” in the water")
    assert clause(built, made) == "it was “dead” in the water"


def test_a_clause_that_the_parse_does_not_give_starts_behind_the_tag_and_that() -> None:
    built = document(f"{SAID} that it was “ dead ” .")

    assert clause(built, report(built, "said", "She")) == "it was “dead”"


def test_addressee_and_medium_are_not_reported() -> None:
    built = document("She/PRON told=tell/VERB us that it was “ dead ” .")

    made = report(built, "told", "She", lemma="tell", addressee="us")
    assert clause(built, made) == "it was “dead”"


def test_a_medium_that_swallows_the_clause_ends_before_that() -> None:
    built = document(f"{SAID} on the call that it was “ dead ” .")

    made = report(built, "said", "She", medium="on the call that it was")
    assert clause(built, made) == "it was “dead”"


def test_denied_claims() -> None:
    built = document("She/PRON denied=deny/VERB claims=claim/NOUN that it was “ dead ” .")

    assert clause(built, report(built, "denied", "She", lemma="deny")) == "it was “dead”"


def test_described_in_a_guide_as() -> None:
    built = document("It was described=describe/VERB in/ADP a guide as/ADP “ the best ” .")

    assert clause(built, report(built, "described", None, lemma="describe")) is None


def test_a_full_stop_inside_ends_the_clause() -> None:
    built = document(f"{SAID} it was “ dead . ” So it went .")

    assert clause(built, report(built, "said", "She")) == "it was “dead.”"


def test_a_phrase_behind_a_comma_inside_the_marks_goes_on() -> None:
    built = document(
        f"{SAID} they hold/VERB “ on/ADP/prep/hold , just , ” at/ADP/prep/on sea/NOUN/pobj/at ."
    )

    assert clause(built, report(built, "said", "She")) == "they hold “on, just,” at sea"


def test_words_that_hang_on_the_string_belong_to_it() -> None:
    built = document(
        f"{SAID} a “ trail/NOUN/dobj/said ” of/ADP/prep/trail mud/NOUN/pobj/of , and left ."
    )

    assert clause(built, report(built, "said", "She")) == "a “trail” of mud"


def test_a_clause_ends_before_a_further_one() -> None:
    for rest in (
        ", and that he left",
        ", as he had claimed",
        "; it rained",
        ", adding that he left",
    ):
        built = document(f"{SAID} it was “ dead ” {rest.replace(',', ' ,').replace(';', ' ;')} .")
        made = report(built, "said", "She", f"it was “dead”{rest}")
        assert clause(built, made) == "it was “dead”"


def test_in_a_headline_as_is_the_papers_own() -> None:
    text = "Mill insists=insist/VERB it is “ safe ” as rivals fail"
    built = document(text)
    made = report(built, "insists", "Mill", "it is “safe” as rivals fail", lemma="insist")
    assert clause(built, made) == "it is “safe”"

    built = document("Rain .", text)
    made = report(built, "insists", "Mill", "it is “safe” as rivals fail", lemma="insist")
    assert clause(built, made) == "it is “safe” as rivals fail"


def test_a_tag_behind_leaves_what_stands_before_the_string() -> None:
    built = document("It was “ dead , ” she/PRON/nsubj/said said=say/VERB .")

    made = report(built, "said", "she", "It was “dead")
    assert clause(built, made) == "It was “dead,”"


def test_labels_and_other_sentences_have_no_clause() -> None:
    built = document("Ruiz/PROPN : “ We sail . ”")
    assert clause(built, label(built, "Ruiz", strings(built)[0], behind=False)) is None

    built = document(f"{SAID} no .\n“ We sail . ”")
    assert clause(built, report(built, "said", "She")) is None


def test_what_the_tag_reports_besides() -> None:
    built = document(f"{SAID} it was “ dead ” , and that he had left .")
    made = report(built, "said", "She", "it was “dead”, and that he had left")
    seen = scene(built, made)
    around = clause_around(seen, seen.strings[0], made)

    assert around is not None
    rest = further_clause(seen, around, made)
    assert rest is not None and rest.of(built.text) == "he had left"
    assert further_clause(seen, rest, made) is None


def test_a_clause_starts_behind_the_one_before() -> None:
    built = document(f"{SAID} it rained and that it was “ dead ” .")
    made = report(built, "said", "She", "it rained and that it was “dead”")
    seen = scene(built, made)

    around = clause_around(seen, seen.strings[0], made)
    assert around is not None and around.of(built.text) == "it was “dead”"
    rest = earlier_clause(seen, around, made)
    assert rest is not None and rest.of(built.text) == "it rained"


def test_that_is_not_part_of_the_clause() -> None:
    built = document(f"{SAID} that it was “ dead ” .")

    assert clause(built, report(built, "said", "She", "that it was “dead”")) == "it was “dead”"


def test_fragments_start_in_lower_case_without_a_pause_before() -> None:
    def fragment(sentence: str) -> bool:
        seen = scene(document(sentence))
        return is_fragment(seen, seen.strings[0])

    assert fragment("It was “ dead ” .")
    assert not fragment("It was “ Dead ” .")
    assert not fragment("He said : “ dead ” .")


def test_marks_that_close_a_sentence() -> None:
    def closes(words: str) -> bool:
        seen = scene(document(f"“ {words} ”"))
        return closes_sentence(seen, seen.strings[0])

    assert closes("We sail .") and closes("Why ?")
    assert not closes("We sail") and not closes("We sail ,")


def test_a_string_that_opens_its_line_before_a_colon_is_all_of_it() -> None:
    built = document("“ We sank and we won ” : Quill hails=hail/VERB late win")
    made = report(built, "hails", "Quill", "“We sank and we won”: Quill hails late", lemma="hail")

    assert clause(built, made) is None


def test_a_clause_goes_on_in_lower_case_behind_a_comma() -> None:
    built = document(f"{SAID} it took/VERB hours , “ two of them dark . ”")
    made = report(built, "said", "She", "it took hours, “two of them dark")
    assert clause(built, made) == "it took hours, “two of them dark.”"


def test_a_whole_sentence_behind_a_comma_is_all_there_is() -> None:
    built = document(f"{SAID} as it rained/VERB , “ Two of them slept . ”")
    made = report(built, "said", "She", "as it rained, “Two of them slept")
    assert clause(built, made) is None


def test_a_clause_goes_on_behind_a_comma_inside_the_marks() -> None:
    built = document(f"{SAID} it was “ dead , ” in/ADP the water .")
    made = report(built, "said", "She", "it was “dead,” in the water")
    assert clause(built, made) == "it was “dead,” in the water"


def test_it_does_not_behind_a_whole_sentence() -> None:
    built = document(f"{SAID} : “ We lost , ” in/ADP the water .")
    assert clause(built, report(built, "said", "She", "We lost,” in the water")) is None


def test_the_rest_of_a_tag_is_no_part_of_the_clause() -> None:
    built = document(f"It came , {SAID} later/ADV , but/CCONJ it was “ dead ” .")
    made = report(built, "said", "She", "It came", construction=Construction.TAG)
    assert clause(built, made) == "but it was “dead”"


def test_the_copula_behind_a_tag_is_part_of_the_clause() -> None:
    built = document(f"The boat , {SAID} , was=be/AUX “ dead ” .")
    made = report(built, "said", "She", "The boat", construction=Construction.TAG)
    assert clause(built, made) == "was “dead”"


def test_of_what_somebody_called_it_the_words_alone() -> None:
    built = document(
        "They/PRON/nsubj/regret regret/VERB/ROOT what/PRON/dobj/called it/PRON/nsubj/called "
        "called=call/VERB/ccomp/regret “ a slip ” ."
    )
    made = report(built, "called", "it", lemma="call", construction=Construction.COLON)
    assert clause(built, made) is None


def test_whom_a_judgement_is_of_is_part_of_it() -> None:
    built = document("She/PRON called=call/VERB that report/NOUN “ mud ” .")
    assert clause(built, report(built, "called", "She", lemma="call")) == "that report “mud”"

    built = document("She/PRON dismissed=dismiss/VERB that as/ADP “ mud ” .")
    assert clause(built, report(built, "dismissed", "She", lemma="dismiss")) == "that as “mud”"

    built = document("She/PRON praised=praise/VERB the mill as/ADP “ sound ” .")
    made = report(built, "praised", "She", lemma="praise", addressee="the mill")
    assert clause(built, made) == "the mill as “sound”"


def test_who_is_ordered_is_part_of_the_order() -> None:
    built = document("She/PRON urged=urge/VERB ministers/NOUN to/PART “ wait ” .")
    made = report(built, "urged", "She", "to “wait”", lemma="urge", addressee="ministers")
    assert clause(built, made) == "ministers to “wait”"

    built = document("She/PRON told=tell/VERB ministers/NOUN to/PART “ wait ” .")
    made = report(built, "told", "She", "to “wait”", lemma="tell", addressee="ministers")
    assert clause(built, made) == "to “wait”"


def test_a_preposition_alone_is_no_clause() -> None:
    built = document("She/PRON warned=warn/VERB of/ADP “ a mess ” .")
    made = report(built, "warned", "She", "of “a mess”", lemma="warn")
    assert clause(built, made) is None


def test_what_a_headline_tells_before_the_words_is_no_clause() -> None:
    body = "It rained ."
    built = document("Firm sorry/ADJ for/ADP ride/NOUN that “ went wrong ”", body)
    assert clause(built, report(built, "sorry", "Firm", lemma="sorry")) is None

    built = document("Mayor accuses=accuse/VERB Orr/PROPN of/ADP “ greed ”", body)
    made = report(built, "accuses", "Mayor", lemma="accuse")
    assert clause(built, made) == "Orr of “greed”"


def test_a_clause_ends_before_where_it_was_said() -> None:
    built = document("She/PRON blamed=blame/VERB “ the rain ” in a post .")
    made = report(built, "blamed", "She", "“the rain” in a post", lemma="blame", medium="in a post")
    assert clause(built, made) is None


def test_the_papers_word_for_what_was_said_is_no_part_of_it() -> None:
    built = document(f"{SAID} growth was “ safe ” now , a forecast/NOUN that few share .")
    made = report(built, "said", "She", "growth was “safe” now, a forecast that few share")
    assert clause(built, made) == "growth was “safe” now"


def test_a_sentence_in_marks_that_a_verb_follows_is_all_of_it() -> None:
    """*a sign reading “Dam shut” was taped to it*: the verb is that of the article."""
    built = document(
        "A sign/NOUN/nsubj/reading reading=read/VERB:VBG “ Dam/NOUN is/AUX shut ” was/AUX taped ."
    )
    made = report(built, "reading", "A sign", "Dam is shut” was taped", lemma="read")
    assert clause(built, made) is None


def test_words_that_the_parse_has_modify_a_noun_go_on_with_it() -> None:
    built = document(
        f"{SAID} clerks/NOUN “ ignored=ignore/VERB:VBN/amod/notes ” old/ADJ/amod/notes "
        "notes/NOUN/dobj/said by/ADP/prep/notes staff/NOUN/pobj/by ."
    )
    made = report(built, "said", "She", construction=Construction.COLON)
    assert clause(built, made) == "clerks “ignored” old notes by staff"


def test_who_says_it_behind_by_is_no_part_of_the_clause() -> None:
    built = document("It was condemned=condemn/VERB as/ADP “ a mess ” by/ADP the union .")
    made = report(built, "condemned", "the union", "“a mess” by the union", lemma="condemn")

    assert clause(built, made) is None
