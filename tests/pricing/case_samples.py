"""Cases of pricing as files: prices, benefits and needs in, what a person worked out by hand beside what the quote says.

A case's catalog is `base/` with its own `prices`, `bundles`, `promotions` and parts of `pricing`; what it needs is sold by the
offerings there. Only what a case expects is compared; that lines, sites, months and totals agree is asked of every case.
"""

from __future__ import annotations

import re
import shutil
from dataclasses import dataclass
from datetime import date
from decimal import Decimal
from pathlib import Path

import yaml

from proposer.load.catalog import load_catalog
from proposer.load.files import read_yaml
from proposer.load.needs import load_needs
from proposer.load.yaml import parse_yaml
from proposer.model.catalog import Catalog
from proposer.model.quantities import parse_quantity
from proposer.model.quote import Fee, Quote, QuoteLine, QuoteOption, UnitPrice
from proposer.money import grouped
from proposer.pipeline import make_quote
from proposer.pricing.early_termination import exposure
from proposer.quote.months import monthly_charges
from proposer.quote.outages import credit_for

HERE = Path(__file__).parent
AS_OF = date(2026, 3, 1)
Data = dict[str, object]


@dataclass(frozen=True)
class Case:
    name: str
    file: str
    data: Data

    @property
    def expected(self) -> Data:
        return part(self.data, "expect")

    def quoted(self, folder: Path) -> tuple[Catalog, Quote]:
        """The quote of a case, through the whole road, and the catalog that it is of."""
        catalog = catalog_of(self.data, folder)
        needs_file = folder / "needs.yaml"
        write(needs_file, {"customer": {"name": "Test"}, **part(self.data, "needs")})
        needs = load_needs(needs_file, catalog)
        assert needs.value is not None, needs.diagnostics
        quote = make_quote(catalog, needs.value, date.fromisoformat(str(self.data.get("as_of", AS_OF)))).value
        assert isinstance(quote, Quote), quote
        return catalog, quote


def cases() -> list[Case]:
    found = []
    for path in sorted((HERE / "cases").glob("*.yaml")):
        data = read(path)
        found += [Case(name, path.stem, part(data, name)) for name in data]
    return [*found, *_cases_of_the_page()]


def _cases_of_the_page() -> list[Case]:
    """The blocks of docs/pricing.md, each by its number."""
    page = (HERE.parents[1] / "docs" / "pricing.md").read_text("utf-8")
    found = []
    for number, block in enumerate(re.findall(r"```yaml\n(.*?)```", page, re.DOTALL), 1):
        document = parse_yaml(block, "pricing.md").value
        assert document is not None
        assert isinstance(document.data, dict)
        found.append(Case(f"block {number}", "docs/pricing.md", dict(document.data)))
    return found


def catalog_of(data: Data, folder: Path) -> Catalog:
    catalog = folder / "catalog"
    shutil.copytree(HERE / "base", catalog)
    book = {"name": "Book", "valid": {"from": "2026-01-01", "until": "2027-01-01"}, "prices": data["prices"]}
    write(catalog / "price-books" / "book.yaml", book)
    for kind in ("bundles", "promotions"):
        for name, benefit in part(data, kind).items():
            write(catalog / kind / f"{name}.yaml", benefit)
    write(catalog / "pricing.yaml", {**read(catalog / "pricing.yaml"), **part(data, "pricing")})
    loaded = load_catalog(catalog)
    assert loaded.value is not None, loaded.diagnostics
    assert not loaded.diagnostics
    return loaded.value


def read(path: Path) -> Data:
    document = read_yaml(path, path.name)
    assert document.value is not None, document.diagnostics
    assert isinstance(document.value.data, dict)
    return dict(document.value.data)


class Writer(yaml.SafeDumper):
    """Writes exact decimals as they were written."""


Writer.add_representer(
    Decimal, lambda writer, number: writer.represent_scalar("tag:yaml.org,2002:float", f"{number:f}")
)


def write(path: Path, data: object) -> None:
    path.parent.mkdir(exist_ok=True)
    path.write_text(yaml.dump(data, Dumper=Writer, sort_keys=False, allow_unicode=True), "utf-8")


def part(data: Data, name: str) -> Data:
    found = data.get(name, {})
    assert isinstance(found, dict)
    return found


def said(option: QuoteOption, catalog: Catalog, asked: Data) -> Data:
    """An option as a case writes it: amounts as people write them. Outages and ends are those that the case asks for."""
    return {
        "outages": {
            place: {
                length: grouped(_credit(option, catalog, place, length))
                for length in part(part(asked, "outages"), place)
            }
            for place in part(asked, "outages")
        },
        "ended_after": {month: grouped(_due(option, catalog, int(month))) for month in part(asked, "ended_after")},
        "term": option.term,
        "monthly": grouped(option.monthly),
        "once": grouped(option.once),
        "credits": grouped(option.credit_total),
        "contract_value": grouped(option.contract_value),
        "first_year": grouped(option.first_year),
        "usage": {each.site: f"{each.basis} = {grouped(each.monthly)}" for each in option.usage},
        "fees": {fee.id: _fee(fee) for fee in option.fees},
        "changes": [f"{each.name}: {each.now} until {each.day}, then {each.after}" for each in option.fee_changes],
        "open": list(option.individual_cases),
        "months": [
            f"{stretch.first} to {stretch.last}: {grouped(stretch.monthly)}"
            + (f" and {grouped(stretch.once)} once" if stretch.once else "")
            for stretch in option.schedule
        ],
        "invoices": [
            f"{month}: {grouped(stretch.invoiced)}"
            for stretch in option.schedule
            for month in range(stretch.first, stretch.last + 1)
            if stretch.invoiced
        ],
        "lines": {
            site: {line.id: _line(line) for line in design.lines}
            for design in option.designs
            for site in design.site_ids
        },
    }


def _credit(option: QuoteOption, catalog: Catalog, place: str, length: str) -> int:
    """What an outage of a line, `a/router`, is credited with."""
    site, _, offering = place.partition("/")
    (line,) = [
        line
        for design in option.designs
        for line in design.lines
        if site in design.site_ids and line.offering == offering
    ]
    level = catalog.service_levels[catalog.offerings[offering].service_level or ""]
    return credit_for(line.monthly, int(parse_quantity(length, "minutes").amount), level.outages)


def _due(option: QuoteOption, catalog: Catalog, month: int) -> int:
    """What is due when the contract ends after a month."""
    charges, instalments = monthly_charges(option), monthly_charges(option, construction=True)
    return exposure(charges, instalments, month, catalog.contract.early_termination)


def _fee(fee: Fee) -> str:
    between = f", {grouped(fee.least)} to {grouped(fee.most)}" if fee.least != fee.most else ""
    return f"{fee.basis} = {grouped(fee.monthly)}{between}"


def _line(line: QuoteLine) -> Data:
    return {
        "count": line.count,
        "monthly": grouped(line.monthly),
        "once": grouped(line.once),
        "contract_value": grouped(line.contract_value),
        "steps": _steps(line.monthly_unit),
        "once_steps": _steps(line.once_unit),
        "credits": [f"{credit.when}: {grouped(credit.monthly)}" for credit in line.credits],
        "case": line.individual_case,
        "remarks": line.remarks,
        **line.characteristics,
    }


def _steps(price: UnitPrice | None) -> list[str]:
    """`list 20.00`, `promotion -3.00`: what each step of the price of one piece adds."""
    return [f"{step.step} {grouped(step.change)}" for step in price.steps] if price else []


def within(expected: object, found: object) -> object:
    """The part of what was found that is expected, to be compared whole."""
    if isinstance(expected, dict) and expected and isinstance(found, dict):
        return {name: within(each, found.get(name)) for name, each in expected.items()}
    return found
