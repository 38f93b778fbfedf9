"""What demands and offerings meet in, what a rep may state, and the tables of rules."""

from __future__ import annotations

from typing import Annotated

from pydantic import BeforeValidator

from proposer.load.shapes.fields import Number, Raw, Shape, Text, one_of

PLACES = ("site", "network", "account")
TYPES = ("count", "number", "choice", "flag", "text")


class CapabilityShape(Shape):
    """A service with qualities, or an amount."""

    at: Annotated[str, BeforeValidator(one_of(*PLACES))]
    qualities: Raw = None
    amount: Text | None = None
    label: Text


class QuestionShape(Shape):
    """One thing that a rep may state."""

    type: Annotated[str, BeforeValidator(one_of(*TYPES))]
    unit: Text = ""
    of: Raw = None
    default: Raw = None
    least: Raw = None
    most: Raw = None
    ask: Text
    why: Text = ""


class TableShape(Shape):
    """A named, sourced lookup."""

    unit: Text = ""
    source: Text
    values: dict[str, Number]
