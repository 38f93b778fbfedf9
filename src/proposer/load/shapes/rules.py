"""Rules, and the options that add to them."""

from __future__ import annotations

from typing import Annotated

from pydantic import BeforeValidator, Field

from proposer.load.shapes.fields import Raw, Shape, Text, Texts, one_of

Scope = Annotated[str, BeforeValidator(one_of("site", "network", "account"))]
Formula = Text


class ForbidShape(Shape):
    """What must not be used where the rule holds."""

    access: Texts = ()
    offering: Texts = ()


class RuleShape(Shape):
    """Needs to demands, or a prohibition, or a recommendation, with the sentence that a customer may read."""

    for_: Scope = Field(alias="for")
    when: Raw = None
    let: dict[str, Formula] = Field(default_factory=dict)
    demand: Raw = None
    forbid: ForbidShape | None = None
    recommend: Text | None = None
    because: Text


class OptionShape(Shape):
    """One of the solutions side by side."""

    title: Text
    in_short: Text = ""
    adds: Raw = None
