"""The arithmetic of prices: the one place where a catalog's rows become cents.

Why a layer of its own: the choice minimises what the quote shows, so both must call the same functions, and stages
never import each other.
"""

from proposer.pricing.charges import is_sold
from proposer.pricing.construction import Built
from proposer.pricing.expedite import is_expedited, standard_interval
from proposer.pricing.price_list import Deal, ItemPrice, PriceList, credits_from, months_of

__all__ = [
    "Built",
    "Deal",
    "ItemPrice",
    "PriceList",
    "credits_from",
    "is_expedited",
    "is_sold",
    "months_of",
    "standard_interval",
]
