"""The only package that joins stages: needs → demands → candidates → configuration → quote, and what explains them."""

from proposer.pipeline.whole import make_quote

__all__ = ["make_quote"]
