"""Rules, and the options that add to them. The descriptions are what an editor shows while one types."""

from __future__ import annotations

from typing import Annotated

from pydantic import Field

from proposer.load.shapes.fields import Choice, Raw, Shape, Text, Texts, part

Scope = Annotated[
    str,
    Choice({
        "site": "Asked once for each site.",
        "network": "Asked once for the customer's network.",
        "account": "Asked once for the customer.",
    }),
]  # fmt: skip
Formula = Annotated[Text, part("expression")]


class ForbidShape(Shape):
    """What must not be used where the rule holds."""

    access: Annotated[Texts, part("accesses")] = Field((), description="Accesses that must not be used.")
    offering: Annotated[Texts, part("offerings")] = Field((), description="Offerings that must not be used.")


class RuleShape(Shape):
    """Needs to demands, or a prohibition, or a recommendation, with the sentence that a customer may read."""

    for_: Scope = Field(alias="for", description="How often the rule is asked.")
    when: Annotated[Raw, part("expression")] = Field(
        None,
        description="The condition, such as `known(users) and users >= 10`. "
        "A rule that reads an answer nobody gave does not apply.",
    )
    let: dict[str, Formula] = Field(
        default_factory=dict, description="Names for what is computed on the way: name → expression."
    )
    demand: Annotated[Raw, part("demand")] = Field(
        None, description="Capability → expression (an amount), or its qualities, each with an expression."
    )
    forbid: ForbidShape | None = Field(None, description="What must not be used where the rule holds.")
    recommend: Text | None = Field(None, description="A sentence of advice; it changes no price.")
    because: Text = Field(
        description="The sentence that the customer reads. `{…}` holds an expression, a name from `let`, or a demand's value."
    )


class OptionShape(Shape):
    """One of the solutions side by side."""

    title: Text = Field(description="What customers read above the column.")
    in_short: Text = Field("", description="One sentence: whom it is for.")
    adds: Annotated[Raw, part("adds")] = Field(
        None, description="Rules that hold for this option and those after it, by id."
    )
