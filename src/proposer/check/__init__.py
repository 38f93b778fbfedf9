"""What no single file of a catalog can know: holes, contradictions, and what can never be sold."""

from proposer.check.catalog import CHECKS, check_catalog

__all__ = ["CHECKS", "check_catalog"]
