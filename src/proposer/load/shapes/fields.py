"""The kinds of value that people write: texts, names, money, per cents, days, months, flags.

Each turns what YAML gave into one exact value, or says in words what was expected.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Mapping
from dataclasses import dataclass, replace
from datetime import date
from decimal import Decimal
from typing import Annotated, TypeAlias

from pydantic import (
    BaseModel,
    BeforeValidator,
    ConfigDict,
    Field,
    GetCoreSchemaHandler,
    GetJsonSchemaHandler,
    WithJsonSchema,
)
from pydantic.json_schema import JsonSchemaValue
from pydantic_core import CoreSchema, PydanticCustomError
from pydantic_core.core_schema import no_info_before_validator_function

from proposer.load.document import kind_of
from proposer.load.remedies import Remedy, meant, unit_remedy
from proposer.model.quantities import Quantity, parse_quantity

MOST_CENTS = 100_000_000_000_00  # beyond this an amount is a slip, not a price
MOST_PIECES = 1_000_000_000
_DAY = re.compile(r"(\d{4})-(\d{2})-(\d{2})")
_WITH_SIGN = re.compile(r"(?:\$|USD) ?[\d,.]+|[\d,.]+ ?(?:\$|USD)")
_MONEY = re.compile(r"\d{1,3}(?:,\d{3})+(?:\.\d+)?|\d+(?:\.\d+)?")


class Shape(BaseModel):
    """What all shapes have in common: exact types, no unknown fields, built when first used."""

    model_config = ConfigDict(extra="forbid", frozen=True, strict=True, defer_build=True)


def fault(message: str, remedy: str | Remedy = "") -> PydanticCustomError:
    """A finding about one value; the decoder gives it its place."""
    return PydanticCustomError("fault", "{message}", {"message": message, "help": remedy})


def as_text(value: object) -> str:
    """A text that is not blank; a bare number is the text of it."""
    if isinstance(value, int | Decimal) and not isinstance(value, bool):
        return format(value, "f") if isinstance(value, Decimal) else str(value)
    if not isinstance(value, str):
        remedy = (
            "a text that starts with `{` or `[` goes in quotes"
            if isinstance(value, dict | list)
            else "put it in quotes"
        )
        raise fault(f"expected a text, got {described(value)}", remedy if value is not None else "")
    if not value.strip():
        raise fault("expected a text, got an empty one")
    return value.strip()


def described(value: object) -> str:
    """What a value is, in words."""
    return kind_of(value) if isinstance(value, str | int | Decimal | list | dict | None) else repr(value)


def as_money(value: object) -> int:
    """An amount of money as cents: `49`, `49.00`, `1,490.50`."""
    text = format(value, "f") if isinstance(value, Decimal) else str(value).strip()
    if isinstance(value, bool | None | list | dict) or not _MONEY.fullmatch(text):
        raise fault(f"expected an amount of money, got {described(value)}", _money_help(text))
    cents = Decimal(text.replace(",", "")) * 100
    if cents != cents.to_integral_value():
        raise fault(f"`{text}` has a fraction of a cent", "money has at most two decimals")
    if cents > MOST_CENTS:
        raise fault(f"`{text}` is absurdly much")
    return int(cents)


def _money_help(text: str) -> str | Remedy:
    if text.startswith("-"):
        return "write it without the sign"
    if re.fullmatch(r"[\d.,]+[eE][+-]?\d+", text):
        return "write the digits out, such as `49.00`"
    number = re.search(r"\d[\d,]*(?:\.\d+)?", text)
    if number is None:
        return "such as `49.00`"
    plain = number[0].replace(",", "")
    sure = _MONEY.fullmatch(number[0]) and _WITH_SIGN.fullmatch(text)
    return Remedy(f"write `{plain}`", expected="an amount such as `49.00`", written=text, instead=plain if sure else "")


def quantity_in(value: object, unit: str, such_as: str) -> Quantity:
    """An amount in a base unit; a bare number is in it."""
    if isinstance(value, bool | None | list | dict):
        raise fault(f"expected {such_as}, got {described(value)}")
    try:
        return parse_quantity(format(value, "f") if isinstance(value, Decimal) else str(value), unit)
    except ValueError as error:
        raise fault(f"expected {such_as}, got `{value}`", unit_remedy(str(value), unit, str(error))) from None


def as_percent(value: object) -> Decimal:
    """Between 0 and 100 per cent: `15 %`, `15`."""
    percent = quantity_in(value, "%", "a percentage such as `15 %`").amount
    if not 0 <= percent <= 100:
        raise fault(f"{value} is not between 0 % and 100 %")
    return percent


def as_day(value: object) -> date:
    """A day: `2026-07-01`."""
    match = _DAY.fullmatch(value.strip()) if isinstance(value, str) else None
    if match is None:
        raise fault(f"expected a date, got {described(value)}", "write year-month-day: `2026-07-01`")
    try:
        return date(int(match[1]), int(match[2]), int(match[3]))
    except ValueError as error:
        raise fault(f"`{value}` is not a date: {error}", "write year-month-day: `2026-07-01`") from None


def as_flag(value: object) -> bool:
    """`true` or `false`, nothing else."""
    if isinstance(value, bool):
        return value
    word = {"yes": "true", "on": "true", "y": "true", "no": "false", "off": "false", "n": "false"}.get(
        str(value).lower()
    )
    words = f"write `{word}`: in YAML 1.2 only `true` and `false` are flags, `{value}` is a text" if word else ""
    remedy = Remedy(words, word or "", "`true` or `false`", str(value), word or "")
    raise fault(f"expected `true` or `false`, got {described(value)}", remedy)


def as_count(value: object) -> int:
    """A whole number, not negative."""
    if not isinstance(value, int) or isinstance(value, bool) or value < 0:
        raise fault(f"expected a whole number, got {described(value)}", "0 or more, without a unit")
    if value > MOST_PIECES:
        raise fault(f"`{value}` is absurdly much")
    return value


def as_pieces(value: object) -> int:
    """A whole number of at least 1."""
    if as_count(value) == 0:
        raise fault("expected at least 1, got `0`")
    return as_count(value)


def as_some(value: object) -> tuple[object, ...]:
    """A list with at least one entry."""
    listed = as_list(value)
    if not listed:
        raise fault("an empty list", "name at least one")
    return listed


def as_months(value: object) -> int:
    """A contract's term in months: `36`, `36 months`, `3 years`."""
    months = quantity_in(value, "months", "a number of months such as `36`").amount
    if months != months.to_integral_value() or not 1 <= months <= 1200:
        raise fault(f"`{value}` is not a number of months", "such as `36`")
    return int(months)


def as_number(value: object) -> Decimal:
    """An exact number."""
    if isinstance(value, bool) or not isinstance(value, int | Decimal):
        raise fault(f"expected a number, got {described(value)}")
    return Decimal(value)


def as_list(value: object) -> tuple[object, ...]:
    """A list; a single value is a list of one."""
    if isinstance(value, dict) or value is None:
        raise fault(f"expected a list, got {described(value)}")
    return tuple(value) if isinstance(value, list) else (value,)


def one_of(*names: str) -> Callable[[object], str]:
    """A validator for one of some names."""

    def check(value: object) -> str:
        if isinstance(value, str) and value in names:
            return value
        remedy = meant(str(value), names)
        listed = ", ".join(f"`{name}`" for name in names)
        text = remedy.text if remedy.nearest else ""
        raise fault(f"expected one of {listed}, got {described(value)}", replace(remedy, text=text))

    return check


@dataclass(frozen=True)
class Choice:
    """One of some names, each with the words that an editor shows."""

    words: Mapping[str, str]

    def __get_pydantic_core_schema__(self, source: object, handler: GetCoreSchemaHandler) -> CoreSchema:
        return no_info_before_validator_function(one_of(*self.words), handler(source))

    def __get_pydantic_json_schema__(self, schema: CoreSchema, handler: GetJsonSchemaHandler) -> JsonSchemaValue:
        return {"enum": [*self.words], "markdownEnumDescriptions": [*self.words.values()]}


def part(name: str) -> WithJsonSchema:
    """What an editor's schema has here: a part by its name in `load.schemas.parts`."""
    return WithJsonSchema({"part": name})


Text: TypeAlias = Annotated[str, BeforeValidator(as_text), part("text")]
Pieces: TypeAlias = Annotated[int, BeforeValidator(as_pieces), part("pieces")]
Money: TypeAlias = Annotated[int, BeforeValidator(as_money), part("money")]
Percent: TypeAlias = Annotated[Decimal, BeforeValidator(as_percent), part("percent")]
Day: TypeAlias = Annotated[date, BeforeValidator(as_day), part("day")]
Flag: TypeAlias = Annotated[bool, BeforeValidator(as_flag), part("flag")]
Count: TypeAlias = Annotated[int, BeforeValidator(as_count), part("count")]
Months: TypeAlias = Annotated[int, BeforeValidator(as_months), part("term")]
Number: TypeAlias = Annotated[Decimal, BeforeValidator(as_number), part("number")]
Texts: TypeAlias = Annotated[tuple[Text, ...], BeforeValidator(as_list), part("texts")]
SomeTexts: TypeAlias = Annotated[tuple[Text, ...], BeforeValidator(as_some), part("texts")]
Terms: TypeAlias = Annotated[tuple[Months, ...], BeforeValidator(as_list), part("terms")]
Raw: TypeAlias = object  # decoded where it stands, since it depends on what other files declare


class Valid(Shape):
    """A half-open interval of days."""

    from_: Day | None = Field(None, description="The first day.")
    until: Day | None = Field(None, description="The first day that no longer counts.")

    model_config = ConfigDict(alias_generator=lambda name: name.rstrip("_"))
