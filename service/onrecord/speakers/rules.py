"""How sure each rule of the resolution is: raw scores, 0 to 1, all in one place.

They rank the rules by how often they are right on annotated news; the calibration turns them
into probabilities.
"""

from __future__ import annotations

FULL_NAME = 0.99
"""The source gives the name in full."""
ONLY_NAME = 0.95
"""A name of one word that nothing fuller stands for."""
SURNAME = 0.97
"""One bearer of the surname."""
SHARED_SURNAME = 0.8
"""Several bearers; gender, forename or nearness tells them apart."""
FORENAME = 0.93
SHORT_FORM = 0.93
"""A body by a part of its name (*the Courier*)."""
ACRONYM = 0.95
HANDLE = 0.8
APPOSITION = 0.97
"""A noun phrase beside the name (*the chair, Ada Quill*)."""
ROLE = 0.9
"""A title alone (*the mayor*), borne by one person of the article."""
SHARED_ROLE = 0.7
WITHHELD = 0.6
EPITHET = 0.65
"""*The suspect*, *the 23-year-old*: the person last spoken of."""
BODY_NOUN = 0.8
"""*The agency*, where the name of one body holds the word."""
SALIENT_BODY = 0.7
"""*The company*: the body last spoken of that can be one."""
SAME_NOUN = 0.85
"""*The report*, after *a report*."""
NEW_NOUN = 0.9
"""An unnamed source that comes but once."""
PRONOUN_ALONE = 0.92
"""A pronoun that one candidate fits."""
PRONOUN_CLEAR = 0.8
"""A pronoun whose best candidate is well ahead of the next."""
PRONOUN_CLOSE = 0.55
"""A pronoun with near rivals."""
THEY_OF_ONE = 0.7
"""*They*, for a body: the people behind it may be others."""
FIRST_PERSON = 0.6
INTERVIEWED = 0.8
RELATIVE = 0.95
WORDS_ALONE = 0.5
"""A source that no mention matches."""
