"""The named peers of the choice: the same question as one whole model, given to CP-SAT and to HiGHS.

`program` is the model as plain numbers, `places`, `whole` and `costs` write a question in it, and `cpsat` and `highs` are
programs that solve it, each in a process of its own, for their libraries cannot share one. Every variant that could be of
use at every place is a whole number; all couplings are rows. What is left out makes it easier for the peers, never harder:

- that every piece is there for the sake of a need (they may order more, to reach a tier or a bundle; the most pieces that
  a need could ask for bound their numbers, though);
- that whole circuits fit the hub's ports one by one; their sum must fit the ports' sum;
- what has no price, an individual case, which generated customers can do without.

So a peer's least value is never above the engine's, and their bounds hold for the engine's answer only from below.
"""
