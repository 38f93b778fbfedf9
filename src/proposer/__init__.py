"""From a customer's needs to the provably best solution, its price and its proposal."""

__version__ = "0.1.0"
