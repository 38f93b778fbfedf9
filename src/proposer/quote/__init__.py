"""Quote: a configuration priced line by line, with everything that the proposal says of it.

Every amount is whole cents; a site's total is the sum of its lines, an option's total the sum of its sites.
"""

from proposer.quote.lines import Pricing
from proposer.quote.options import PricedOption, quote_option
from proposer.quote.whole import Standing, whole_quote

__all__ = ["PricedOption", "Pricing", "Standing", "quote_option", "whole_quote"]
