"""Which words are whose: candidates for every quoted string, the choice, statements, chains."""

from onrecord.attribution.assemble import assemble
from onrecord.attribution.candidates import candidates
from onrecord.attribution.chains import Chain, chains
from onrecord.attribution.decide import Decision, decide
from onrecord.attribution.hops import Link
from onrecord.attribution.rank import Ranker, load
from onrecord.attribution.scene import Scene

__all__ = [
    "Chain",
    "Decision",
    "Link",
    "Ranker",
    "Scene",
    "assemble",
    "candidates",
    "chains",
    "decide",
    "load",
]
