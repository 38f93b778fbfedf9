"""What "best" means: the amount that the choice makes least, and how equals are told apart."""

from __future__ import annotations

from enum import StrEnum


class Objective(StrEnum):
    """An amount of a whole quote in cents."""

    TCV = "tcv"  # total contract value: monthly × term + one-time − credits
    MONTHLY = "monthly"
    FIRST_YEAR = "first-year"  # 12 months and the one-time charges, less credits in them
    ONE_TIME = "one-time"


OBJECTIVE_WORDS = {
    Objective.TCV: "total contract value",
    Objective.MONTHLY: "monthly charge",
    Objective.FIRST_YEAR: "cost of the first year",
    Objective.ONE_TIME: "one-time charge",
}
FIRST_YEAR = 12  # months
