"""Which words are whose: candidates for every quoted string, the choice, statements, chains."""

from onrecord.attribution.assemble import assemble
from onrecord.attribution.candidates import candidates, left_out
from onrecord.attribution.chains import Chain, chains
from onrecord.attribution.decide import Decision, decide
from onrecord.attribution.echoes import AGAIN
from onrecord.attribution.grounds import BESIDE, FREE, GOES_ON, POINT, construction, grounds
from onrecord.attribution.hops import Link
from onrecord.attribution.rank import Ranker, load
from onrecord.attribution.scene import Scene

__all__ = [
    "AGAIN",
    "BESIDE",
    "FREE",
    "GOES_ON",
    "POINT",
    "Chain",
    "Decision",
    "Link",
    "Ranker",
    "Scene",
    "assemble",
    "candidates",
    "chains",
    "construction",
    "decide",
    "grounds",
    "left_out",
    "load",
]
