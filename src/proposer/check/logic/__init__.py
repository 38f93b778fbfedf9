"""Whether a condition can hold at all: what its names can be, narrowed by each of its parts.

It errs on one side only: what it calls impossible is impossible; what it cannot judge counts as possible.
"""

from proposer.check.logic.alternatives import Atom, alternatives
from proposer.check.logic.solving import blamed, possible
from proposer.check.logic.world import World, world_of

__all__ = ["Atom", "World", "alternatives", "blamed", "possible", "world_of"]
