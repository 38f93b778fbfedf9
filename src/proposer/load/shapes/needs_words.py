"""What demands and offerings meet in, what a rep may state, and the tables of rules."""

from __future__ import annotations

from typing import Annotated

from pydantic import Field

from proposer.load.shapes.fields import Choice, Number, Raw, Shape, Text, part

Place = Annotated[
    str,
    Choice({
        "site": "Balanced at each site.",
        "network": "Balanced over the customer's network.",
        "account": "Balanced over the customer.",
    }),
]  # fmt: skip
AnswerType = Annotated[
    str,
    Choice({
        "count": "A whole number of 0 or more.",
        "number": "An amount in a unit: `500 Mbps`.",
        "choice": "One of the names under `of`.",
        "flag": "`true` or `false`; nobody asked means `false`.",
        "text": "Any words.",
    }),
]  # fmt: skip


class CapabilityShape(Shape):
    """A service with qualities, or an amount."""

    at: Place = Field(description="Where what is provided meets what is demanded.")
    qualities: Annotated[Raw, part("qualities")] = Field(
        None,
        description="A service: quality → unit (more is better) or grades, the lowest first; `{}` for none. "
        "One provider must meet all of them.",
    )
    amount: Text | None = Field(None, description="An amount: its unit, such as `calls` or `Mbps`. Amounts add up.")
    label: Text = Field(description="What customers and reps read.")


class QuestionShape(Shape):
    """One thing that a rep may state."""

    type: AnswerType = Field(description="What kind of answer it takes.")
    unit: Annotated[Text, part("unit")] = Field("", description="The unit of a number.")
    of: Annotated[Raw, part("choices")] = Field(None, description="The choices: name → what the rep reads.")
    default: Annotated[Raw, part("scalar")] = Field(None, description="What holds when nobody answers.")
    least: Annotated[Raw, part("scalar")] = Field(None, description="The least that can be stated.")
    most: Annotated[Raw, part("scalar")] = Field(None, description="The most that can be stated.")
    ask: Text = Field(description="The words to ask.")
    why: Text = Field("", description="Why it is asked; shown as help.")


class TableShape(Shape):
    """A named, sourced lookup."""

    unit: Text = Field("", description="The unit of the numbers.")
    source: Text = Field(description="Where the numbers come from.")
    values: dict[str, Number] = Field(description="Name → number.")
