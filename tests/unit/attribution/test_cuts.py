"""Where a clause that runs on behind quoted words ends, and what is set against a report."""

from __future__ import annotations

from onrecord.attribution.cuts import cut, is_time_or_medium, set_against
from tests.unit.attribution.scenes import document, report, scene


def behind(sentence: str) -> bool:
    seen = scene(document(sentence))
    return is_time_or_medium(seen, seen.strings[0].outer.end, len(seen.document.text))


def test_when_and_where_somebody_judged() -> None:
    assert behind("He called it “ mud ” on/ADP Sunday/PROPN .")
    assert behind("He called it “ mud ” in/ADP a letter/NOUN to schools/NOUN .")
    assert behind("He called it “ mud ” last/ADJ week/NOUN .")
    assert not behind("He called it “ mud ” by/ADP a man/NOUN of character/NOUN .")
    assert not behind("He called it “ mud ” on/ADP the road/NOUN .")
    assert not behind("He called it “ mud ” .")


def test_a_comma_and_a_verb_alone_tell_of_a_further_deed() -> None:
    built = document("She denied a “ formal ” warning/NOUN , and posted=post/VERB:VBD a picture .")
    seen = scene(built)

    end = cut(seen, seen.strings[0], len(built.text))
    assert built.text[:end].endswith("warning")


def test_a_clause_of_another_set_against_a_report() -> None:
    built = document(
        "Ida/PROPN said=say/VERB it rained , while they promised=promise/VERB:VBD it ."
    )
    against = report(built, "promised", "they", lemma="promise")

    found = set_against(scene(built, against), against)
    assert found is not None and built.text[:found].endswith("rained")
    assert set_against(scene(built), report(built, "said", "Ida")) is None
