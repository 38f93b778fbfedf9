"""What an offering provides, consumes and requires, in the words of the declared capabilities."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from decimal import Decimal

from proposer.load.characteristics import all_values
from proposer.load.declared import Declared
from proposer.load.decode import Reader
from proposer.load.document import Data, Path, kind_of
from proposer.load.remedies import meant, unit_remedy
from proposer.model.catalog import Amount, Balance, Capability, Characteristic, Quality
from proposer.model.quantities import Quantity, parse_quantity


@dataclass(frozen=True, slots=True)
class Ledger:
    """What is needed to read one offering's balances."""

    reader: Reader
    declared: Declared
    capabilities: Mapping[str, Capability]
    characteristics: Mapping[str, Characteristic]

    def read(self, path: Path, *, at_hub: bool = False) -> tuple[Balance, ...]:
        """The balances at a path; `at hub:` nests those that stand at the hub."""
        return tuple(self._read(path, at_hub=at_hub))

    def services(self, path: Path) -> tuple[Balance, ...]:
        """What must stand at the same place: services; a list names them without qualities."""
        data = self.reader.at(path)
        if isinstance(data, list | str):
            names = data if isinstance(data, list) else [data]
            known = self.declared.all_refer(self.reader, "capability", [str(name) for name in names], path)
            return tuple(Balance(name, span=self.reader.document.span(path)) for name in known)
        return self.read(path)

    def _read(self, path: Path, *, at_hub: bool) -> Iterator[Balance]:
        for name, data in self.reader.mapping(path).items():
            where = (*path, name)
            if name == "at hub":
                yield from self._read(where, at_hub=True)
            elif self.declared.refers(self.reader, "capability", name, where, key=True) and name in self.capabilities:
                yield self._balance(self.capabilities[name], data, where, at_hub=at_hub)

    def _balance(self, capability: Capability, data: Data, path: Path, *, at_hub: bool) -> Balance:
        span = self.reader.document.key_span(path)
        if capability.unit is not None:
            amount = self._number(data, capability.unit, path)
            return Balance(capability.id, amount, at_hub=at_hub, span=span)
        if not isinstance(data, dict) or (path[0] == "provides" and not data and capability.qualities):
            if data not in (None, 1, True) or (path[0] == "provides" and capability.qualities):
                remedy = f"write `{{{', '.join(f'{q.name}: …' for q in capability.qualities)}}}`"
                self.reader.report("103", f"the qualities of `{capability.id}` are due here", path, remedy, key=True)
            return Balance(capability.id, at_hub=at_hub, span=span)
        qualities = {name: self._quality(capability, name, part, (*path, name)) for name, part in data.items()}
        return Balance(capability.id, None, {n: q for n, q in qualities.items() if q is not None}, at_hub, span)

    def _quality(self, capability: Capability, name: str, data: Data, path: Path) -> Amount | None:
        quality = next((q for q in capability.qualities if q.name == name), None)
        if quality is None:
            known = [q.name for q in capability.qualities]
            remedy = meant(name, known, f"`{capability.id}` has no qualities")
            self.reader.report("104", f"`{capability.id}` has no quality `{name}`", path, remedy, key=True)
            return None
        return self._grade(quality, data, path) if quality.grades else self._number(data, quality.unit, path)

    def _grade(self, quality: Quality, data: Data, path: Path) -> Amount | None:
        text = str(data)
        characteristic = self.characteristics.get(text)
        if characteristic is not None:
            strange = [str(v) for v in all_values(characteristic) if str(v) not in quality.grades]
            if strange:
                message = f"`{text}` has the value `{strange[0]}`, which is no grade of `{quality.name}`"
                self.reader.report("107", message, path, meant(strange[0], quality.grades))
        elif text not in quality.grades:
            message = f"`{text}` is no grade of `{quality.name}` and no characteristic"
            self.reader.report("104", message, path, meant(text, [*quality.grades, *self.characteristics]))
            return None
        return text

    def _number(self, data: Data, unit: str, path: Path) -> Amount | None:
        if isinstance(data, str) and data in self.characteristics:
            self._check_characteristic(self.characteristics[data], unit, path)
            return data
        if isinstance(data, bool | None | list | dict):
            remedy = "such as `1`, or a characteristic's name"
            self.reader.report("103", f"expected an amount, got {kind_of(data)}", path, remedy)
            return None
        try:
            amount = parse_quantity(format(data, "f") if isinstance(data, Decimal) else str(data), unit).amount
        except ValueError as error:
            known = (
                meant(str(data), self.characteristics, str(error))
                if str(data)[:1].isalpha()
                else unit_remedy(str(data), unit, str(error))
            )
            self.reader.report("107", f"`{data}` is neither an amount nor a characteristic", path, known)
            return None
        if amount < 0 or (amount == 0 and path[0] == "provides"):
            self.reader.report("103", f"`{data}` is not more than 0", path, "what is drawn stands under `consumes`")
        return amount

    def _check_characteristic(self, characteristic: Characteristic, unit: str, path: Path) -> None:
        first = next(iter(all_values(characteristic)), None)
        if isinstance(first, str):
            message = f"the values of `{characteristic.name}` are names, and an amount is due"
            self.reader.report("107", message, path)
        elif isinstance(first, Quantity) and first.unit and first.unit != unit:
            self.reader.report("107", f"`{characteristic.name}` is in {first.unit}, not in {unit}", path)
