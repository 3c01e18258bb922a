"""What the words of a name show by themselves: a station, a newspaper, several bodies."""

from __future__ import annotations

from collections.abc import Sequence

from onrecord.document.tree import Token
from onrecord.lexicon import cues
from onrecord.lexicon.forenames import is_forename
from onrecord.lexicon.people import PeopleLexicon, plain


def airs(name: Sequence[Token]) -> bool:
    """*Radio Quill*, *Kanal 6*, *Quill FM*: a name that shows a station or a newspaper."""
    shown = cues.load().of_outlets
    return any(plain(t.text) in shown for t in name) and not is_forename(name[0].text)


def are_bodies(lexicon: PeopleLexicon, name: Sequence[Token]) -> bool:
    """*Osmark Christian Schools*, but no *Ada Banks*: several bodies under one name."""
    last = plain(name[-1].text)
    several = last.endswith("s") and last[:-1] in lexicon.organization
    return several and not (len(name) == 2 and is_forename(name[0].text))
