"""The names that a new offering uses: each must be known to the catalog."""

from __future__ import annotations

from collections.abc import Iterator

from proposer.diagnostics import did_you_mean
from proposer.edit.offering import Draft
from proposer.model.catalog import Catalog


def unknown_names(draft: Draft, catalog: Catalog) -> str:
    """What is wrong with the first name that the catalog does not know; empty when all are known."""
    return next(_unknown(draft, catalog), "")


def _unknown(draft: Draft, catalog: Catalog) -> Iterator[str]:
    if draft.family not in catalog.families:
        yield f"the catalog has no family `{draft.family}`; {did_you_mean(draft.family, catalog.families)}"
    for access in draft.accesses:
        if access not in catalog.accesses:
            yield f"the catalog has no access `{access}`; {did_you_mean(access, catalog.accesses)}"
    for capability, _ in draft.provides:
        if capability not in catalog.capabilities:
            guess = did_you_mean(capability, catalog.capabilities)
            yield f"the catalog has no capability `{capability}`; {guess}\nA new one is added to capabilities.yaml first."
    for term in draft.terms:
        if term not in catalog.terms:
            yield f"the catalog has no term of {term} months; there are {', '.join(map(str, catalog.terms))}"
