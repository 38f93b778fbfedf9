"""Explanations as records for JSON: amounts as texts, differences worked out."""

from __future__ import annotations

from collections.abc import Mapping

from proposer.model.explanation import Change, Comparison, LineChange, LineState, Relaxation, Totals
from proposer.money import cents_to_text


def comparison_record(comparison: Comparison) -> Mapping[str, object]:
    """The totals before and after, and each line that differs."""
    return {
        "option": comparison.option,
        "before": totals_record(comparison.before),
        "after": totals_record(comparison.after),
        "changes": [_change(change) for change in comparison.changes],
    }


def relaxation_record(relaxation: Relaxation) -> Mapping[str, object]:
    """What to change, in words and as `--set` takes it, and what it then costs."""
    return {
        "words": list(relaxation.words),
        "set": [str(change) for change in relaxation.changes],
        "changes": [_field(change) for change in relaxation.changes],
        "totals": totals_record(relaxation.totals),
    }


def totals_record(totals: Totals) -> Mapping[str, object]:
    """What an option costs."""
    return {
        "term": totals.term,
        "monthly": cents_to_text(totals.monthly),
        "once": cents_to_text(totals.once),
        "first_year": cents_to_text(totals.first_year),
        "contract_value": cents_to_text(totals.contract_value),
    }


def _field(change: Change) -> Mapping[str, str]:
    return {"path": change.path, "value": change.value}


def _change(change: LineChange) -> Mapping[str, object]:
    return {
        "sites": list(change.sites),
        "offering": change.offering,
        "name": change.name,
        "before": _state(change.before),
        "after": _state(change.after),
        "monthly": cents_to_text(change.monthly),
        "once": cents_to_text(change.once),
        "contract_value": cents_to_text(change.contract_value),
        "why": list(change.why),
    }


def _state(state: LineState | None) -> Mapping[str, object] | None:
    if state is None:
        return None
    return {
        "description": state.description,
        "pieces": state.pieces,
        "monthly": cents_to_text(state.monthly),
        "once": cents_to_text(state.once),
        "contract_value": cents_to_text(state.contract_value),
        "individual_case": state.individual_case,
    }
