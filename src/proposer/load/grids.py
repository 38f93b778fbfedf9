"""A grid of prices: the axes named by `by`; those before the last nest, the last runs across."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass
from functools import cached_property

from pydantic_core import PydanticCustomError

from proposer.load.characteristics import all_values
from proposer.load.decode import Reader
from proposer.load.document import Data, Path, kind_of
from proposer.load.money import cell_at
from proposer.load.remedies import meant, torn_in
from proposer.load.shapes.fields import as_months
from proposer.load.shapes.provider import STATUSES
from proposer.load.values import value_of
from proposer.model.catalog import Offering
from proposer.model.prices import ELSEWHERE, STATE, Cell

Key = tuple[str, ...]


@dataclass(frozen=True)
class GridReader:
    """Reads one grid. Without the offering (it did not load), the values of its characteristics are taken on trust."""

    reader: Reader
    offering: Offering | None
    terms: tuple[int, ...]
    path: Path

    def read(self) -> tuple[Key, dict[Key, Cell]]:
        """The axes, and the cells by the texts of their values."""
        axes = self._axes()
        cells: dict[Key, Cell] = {}
        header = self._header(axes[-1]) if axes else ()
        if not axes:
            return (), {}
        for key, path in self._walk(axes, header, (), self.path):
            cell = cell_at(self.reader, path)
            if key in cells:
                self.reader.report("PRC104", f"a second price for {', '.join(key)}", path, "keep one of them")
            elif cell is not None:
                cells[key] = cell
        return axes, cells

    @cached_property
    def _values(self) -> dict[str, tuple[str, ...]]:
        """The texts of the offering's values, by characteristic."""
        parts = self.offering.characteristics if self.offering else ()
        return {part.name: tuple(str(value) for value in all_values(part)) for part in parts}

    def _axes(self) -> Key:
        data = self.reader.at((*self.path, "by"))
        axes = tuple(str(axis) for axis in data) if isinstance(data, list) else (str(data),)
        known = (
            {"term", "access", STATE, *(part.name for part in self.offering.characteristics)}
            if self.offering
            else set()
        )
        where = (*self.path, "by")
        for index, axis in enumerate(axes):
            if self.offering and axis not in known:
                place = (*where, index) if isinstance(data, list) else where
                self.reader.report(
                    "PRC105", f"`{self.offering.id}` has no characteristic `{axis}`", place, meant(axis, known)
                )
                return ()
        if len(set(axes)) < len(axes) or not axes:
            self.reader.report(
                "PRC105", "`by` names each characteristic once", where, "such as `by: [bandwidth, term]`"
            )
            return ()
        return axes

    def _header(self, axis: str) -> tuple[str | None, ...]:
        """The values that run across, where a row is a list; None stands for one that is not known."""
        path = (*self.path, axis)
        data = self.reader.at(path)
        if data is None:
            return ()
        if not isinstance(data, list):
            self.reader.report(
                "PRC105", f"expected the values of `{axis}`, got {kind_of(data)}", path, f"such as `{axis}: [12, 24]`"
            )
            return ()
        return tuple(self._value(axis, part, (*path, index)) for index, part in enumerate(data))

    def _walk(self, axes: Key, header: tuple[str | None, ...], key: Key, path: Path) -> Iterator[tuple[Key, Path]]:
        """Each cell's key and place below `path`; `key` holds the values of the axes so far."""
        data = self.reader.at(path)
        axis = axes[len(key)]
        last = len(key) + 1 == len(axes)
        if last and isinstance(data, list):
            yield from self._across(header, key, path, data)
        elif isinstance(data, dict):
            skipped = {"by", "term_factors", axes[-1]} if path == self.path else set()
            for name in data:
                value = None if name in skipped else self._value(axis, name, (*path, name))
                if value is not None and last:
                    yield (*key, value), (*path, name)
                elif value is not None:
                    yield from self._walk(axes, header, (*key, value), (*path, name))
        else:
            remedy = f"one for each value of `{axis}`"
            self.reader.report("PRC101", f"expected prices by {axis}, got {kind_of(data)}", path, remedy)

    def _across(
        self, header: tuple[str | None, ...], key: Key, path: Path, row: list[Data]
    ) -> Iterator[tuple[Key, Path]]:
        if not header:
            self.reader.report(
                "PRC105",
                "a row of prices, and no line that says what they are for",
                path,
                "add such as `term: [12, 24]`",
            )
        elif len(row) != len(header):
            prices = f"{len(row)} price" + "s" * (len(row) != 1)
            torn = torn_in(self.reader.document.lines[self.reader.document.value_span(path).line - 1])
            plain = f"a comma ends a price: write `{torn.replace(',', '')}`, not `{torn}`"
            remedy = plain if torn else "one price for each column"
            self.reader.report("PRC106", f"{prices} in this row, and {len(header)} columns", path, remedy)
        else:
            for index, value in enumerate(header):
                if value is not None:
                    yield (*key, value), (*path, index)

    def _value(self, axis: str, written: Data, path: Path) -> str | None:
        """The text of a value on an axis, or None with a finding."""
        if self.reader.torn(path, "PRC101"):
            return None
        if axis == "term":
            return self._term(written, path)
        text = str(value_of(str(written)))
        if axis == STATE:
            return self._state(text, path)
        if axis == "access":
            known: tuple[str, ...] = STATUSES[:3]
        elif self.offering is None:
            return text
        else:
            known = self._values[axis]
        if text in known:
            return text
        self.reader.report("PRC107", f"`{written}` is no value of `{axis}`", path, meant(text, known), key=True)
        return None

    def _state(self, text: str, path: Path) -> str | None:
        if text == ELSEWHERE or re.fullmatch("[A-Z]{2}", text):
            return text
        remedy = f"two capitals, such as `OH`, or `{ELSEWHERE}`"
        self.reader.report("PRC107", f"`{text}` is not a state's postal code", path, remedy, key=True)
        return None

    def _term(self, written: Data, path: Path) -> str | None:
        try:
            months = as_months(written)
        except PydanticCustomError as error:
            self.reader.report("PRC107", str((error.context or {}).get("message")), path, "terms are months", key=True)
            return None
        if self.terms and months not in self.terms:
            remedy = f"its terms are {', '.join(map(str, self.terms))}"
            self.reader.report("PRC107", f"the catalog has no term of {months} months", path, remedy, key=True)
            return None
        return str(months)
