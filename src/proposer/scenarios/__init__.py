"""The catalog's own tests: needs go down the whole road, and the answer is held against what a scenario expects.

Nothing is judged that the scenario does not name. What differs comes back as words with places, never as an exception.
"""

from proposer.scenarios.coverage import Used
from proposer.scenarios.judging import Mismatch
from proposer.scenarios.running import Verdict, run_scenarios

__all__ = ["Mismatch", "Used", "Verdict", "run_scenarios"]
