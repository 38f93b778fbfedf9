"""`icb:` of a needs file: individual cases that somebody has priced."""

from __future__ import annotations

from collections.abc import Iterable, Iterator

from proposer.load.decode import Reader
from proposer.load.document import Path, kind_of
from proposer.load.remedies import meant
from proposer.load.shapes.needs import CasePriceShape
from proposer.model.catalog import Catalog
from proposer.model.needs import CasePrice


def read_cases(reader: Reader, path: Path, catalog: Catalog, sites: Iterable[str]) -> Iterator[CasePrice]:
    """The prices that could be read; each names an offering of the catalog and a site of the needs."""
    data, known = reader.at(path), frozenset(sites)
    if data is not None and not isinstance(data, list):
        remedy = "begin each with `- {site: …, offering: …}`"
        reader.report("103", f"expected a list of prices, got {kind_of(data)}", path, remedy)
    for index in range(len(data) if isinstance(data, list) else 0):
        where = (*path, index)
        shape = reader.shape(CasePriceShape, where)
        if shape is not None and _is_sound(reader, where, shape, catalog, known):
            yield CasePrice(
                shape.site or "", shape.offering, shape.monthly, shape.once, shape.until, shape.by,
                reader.document.span(where),
            )  # fmt: skip


def _is_sound(reader: Reader, path: Path, shape: CasePriceShape, catalog: Catalog, sites: frozenset[str]) -> bool:
    before = len(reader.found)
    if shape.site is not None and shape.site not in sites:
        reader.report("104", f"unknown site `{shape.site}`", (*path, "site"), meant(shape.site, sites))
    if shape.offering not in catalog.offerings:
        names = meant(shape.offering, catalog.offerings)
        reader.report("104", f"unknown offering `{shape.offering}`", (*path, "offering"), names)
    elif not _is_a_case(catalog, shape.offering):
        message = f"`{shape.offering}` has prices in the catalog"
        remedy = "`icb` prices what is an individual case; negotiate with `discounts`"
        reader.report("115", message, (*path, "offering"), remedy)
    if shape.monthly is None and shape.once is None:
        reader.report("102", "the individual case has no price", path, "add `monthly: …` or `once: …`")
    return len(reader.found) == before


def _is_a_case(catalog: Catalog, offering: str) -> bool:
    """Whether some book leaves it, or some of its orders, without a price."""
    prices = [book.prices[offering] for book in catalog.price_books if offering in book.prices]
    cells = (cell for price in prices for charge in price.charges for cell in charge.cells.values())
    return any(price.individual_case for price in prices) or any(cell.cents is None for cell in cells)
