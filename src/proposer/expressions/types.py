"""What an expression can be: a number in a unit, a flag, or a text of certain choices; and a table of numbers."""

from __future__ import annotations

from dataclasses import dataclass
from decimal import Decimal
from typing import Literal, TypeAlias

Value: TypeAlias = Decimal | str | bool
Kind: TypeAlias = Literal["number", "flag", "text"]


@dataclass(frozen=True, slots=True)
class Type:
    """A number in base unit `unit` (empty: a plain count), a flag, or a text; `choices` empty is any text."""

    kind: Kind
    unit: str = ""
    choices: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class TableType:
    """A lookup `name[key]`; the key's choices are those that the table holds."""

    key: Type
    value: Type


FLAG = Type("flag")
COUNT = Type("number")
TEXT = Type("text")
