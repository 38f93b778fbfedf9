"""One charge of a price book: absent, flat, a grid, volume tiers, or steps for all pieces of a line."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass
from decimal import Decimal
from itertools import pairwise

from pydantic_core import PydanticCustomError

from proposer.load.decode import Reader
from proposer.load.document import Data, Path, kind_of
from proposer.load.grids import GridReader
from proposer.load.money import cell_at
from proposer.load.shapes.fields import as_months
from proposer.load.shapes.prices import LINE, ChargeShape, TierShape
from proposer.model.catalog import Offering
from proposer.model.prices import Cell, Charge, Tier


@dataclass(frozen=True, slots=True)
class ChargeReader:
    """Reads the charges of one offering; without the offering its axes are taken on trust."""

    reader: Reader
    offering: Offering | None
    terms: tuple[int, ...]

    def read(self, path: Path) -> Charge | None:
        """The charge at a path; None when there is none."""
        data = self.reader.at(path)
        if data is None:
            return None
        if not isinstance(data, dict):
            return self._flat(path)
        if "by" in data:
            return self._grid(path)
        shape = self.reader.shape(ChargeShape, path)
        if shape is None:
            return None
        factors = self._factors((*path, "term_factors"))
        span = self.reader.document.key_span(path)
        by_line = shape.graduated is not None or shape.included is not None or shape.minimum is not None
        if shape.volume is not None and by_line:
            remedy = "`included`, `minimum` and `graduated` are of a line; tiers price each piece"
            self.reader.report("PRC110", "volume tiers with what holds for a whole line", path, remedy, key=True)
        if shape.graduated is not None and shape.price is not None:
            self.reader.report("PRC110", "`price` and `graduated`", path, "keep one of them", key=True)
        self._check_counting(shape, path)
        if self._is_over_places(shape, path):
            return self._over_places(shape, path, factors)
        if shape.volume is None:
            if shape.price is None and shape.graduated is None:
                remedy = "write an amount, `by: […]`, `volume: […]` or `graduated: […]`"
                self.reader.report("PRC101", "no price", path, remedy, key=True)
                return None
            if by_line:
                return self._by_line(shape, path, factors)
            assert shape.price is not None  # noqa: S101 - one of the two is there
            cell = Cell(shape.price, self.reader.document.span((*path, "price")))
            return Charge((), {(): cell}, term_factors=factors, span=span)
        tiers = tuple(self._tier(tier, (*path, "volume", index)) for index, tier in enumerate(shape.volume))
        self._check_tiers(tiers, (*path, "volume"))
        if shape.counted_over == LINE:
            return Charge(steps=tiers, all_pieces=True, term_factors=factors, span=span)
        return Charge(tiers=tiers, counted_over=shape.counted_over, term_factors=factors, span=span)

    def _check_counting(self, shape: ChargeShape, path: Path) -> None:
        """What counts pieces, and over what: only tiers count beyond a line, and only a line can be billed as more than it has."""
        counted, never_more = (*path, "counted_over"), (*path, "never_more_than_next_tier")
        if shape.volume is None and shape.graduated is None and counted in self.reader.document.places:
            remedy = "remove it: only `volume` tiers and `graduated` steps count pieces"
            self.reader.report("PRC113", "`counted_over` without tiers", counted, remedy, key=True)
        elif shape.never_more_than_next_tier and (shape.volume is None or shape.counted_over != LINE):
            remedy = "add `counted_over: line`, or remove it" if shape.volume else "remove it"
            message = "`never_more_than_next_tier` without volume tiers that count over a line"
            self.reader.report("PRC113", message, never_more, remedy, key=True)
        elif shape.volume is not None and shape.counted_over == LINE and not shape.never_more_than_next_tier:
            remedy = "add `never_more_than_next_tier: true`, so that no piece more makes the line cheaper"
            self.reader.report(
                "PRC113", "volume tiers over a line without a limit to its total", counted, remedy, key=True
            )

    def _is_over_places(self, shape: ChargeShape, path: Path) -> bool:
        """Whether graduated steps go on over a site or the account; without a word they are those of a line."""
        stated = (*path, "counted_over") in self.reader.document.places
        return shape.graduated is not None and stated and shape.counted_over != LINE

    def _over_places(self, shape: ChargeShape, path: Path, factors: dict[int, Decimal]) -> Charge:
        """Steps that go on from line to line: each piece has the price of the one that its number falls in."""
        counted, over = (*path, "counted_over"), shape.counted_over
        if path[-1] != "monthly":
            message, remedy = (
                f"one-time steps that are counted over the {over}",
                "remove `counted_over`: they are a line's",
            )
            self.reader.report("PRC114", message, counted, remedy, key=True)
        if shape.included is not None or shape.minimum is not None:
            message = f"`included` and `minimum` are of a line, and these steps are counted over the {over}"
            remedy = "write what is included as a first step at 0.00, and no `minimum`"
            self.reader.report("PRC114", message, counted, remedy, key=True)
        tiers = tuple(self._tier(s, (*path, "graduated", i)) for i, s in enumerate(shape.graduated or ()))
        self._check_tiers(tiers, (*path, "graduated"))
        span = self.reader.document.key_span(path)
        return Charge(tiers=tiers, counted_over=over, graduated=True, term_factors=factors, span=span)

    def _by_line(self, shape: ChargeShape, path: Path, factors: dict[int, Decimal]) -> Charge:
        """Steps that each price their own pieces; one price is one step."""
        steps = [self._tier(step, (*path, "graduated", i)) for i, step in enumerate(shape.graduated or ())]
        if shape.graduated is not None:
            self._check_tiers(tuple(steps), (*path, "graduated"))
        if shape.price is not None:
            steps.append(Tier(None, shape.price, self.reader.document.span((*path, "price"))))
        return Charge(
            term_factors=factors, span=self.reader.document.key_span(path),
            steps=tuple(steps), included=shape.included or 0, minimum=shape.minimum or 0,
        )  # fmt: skip

    def _flat(self, path: Path) -> Charge | None:
        cell = cell_at(self.reader, path)
        return None if cell is None else Charge((), {(): cell}, span=self.reader.document.key_span(path))

    def _grid(self, path: Path) -> Charge:
        grid = GridReader(self.reader, self.offering, self.terms, path)
        by, cells = grid.read()
        factors = self._factors((*path, "term_factors"))
        return Charge(by, cells, term_factors=factors, span=self.reader.document.key_span(path))

    def _tier(self, shape: TierShape, path: Path) -> Tier:
        return Tier(shape.to, shape.price, self.reader.document.span((*path, "price")))

    def _check_tiers(self, tiers: tuple[Tier, ...], path: Path) -> None:
        bounds = [tier.most for tier in tiers]
        if not tiers or any(most is None for most in bounds[:-1]):
            self.reader.report(
                "PRC102",
                "only the last tier is without `to`",
                path,
                "such as `[{to: 22, price: 19.00}, {price: 17.00}]`",
            )
        for index, (low, high) in enumerate(pairwise(bounds), 1):
            if low is not None and high is not None and high <= low:
                self.reader.report(
                    "PRC102",
                    f"the tier to {high} follows the one to {low}",
                    (*path, index),
                    "`to` rises from tier to tier",
                )

    def _factors(self, path: Path) -> dict[int, Decimal]:
        factors: dict[int, Decimal] = {}
        for name, factor in self.reader.mapping(path).items():
            term = term_of(self.reader, name, self.terms, (*path, name))
            if isinstance(factor, bool) or not isinstance(factor, int | Decimal) or not 0 < factor <= 10:
                self.reader.report(
                    "PRC103", f"expected a factor, got {kind_of(factor)}", (*path, name), "such as `0.9`"
                )
            elif term is not None:
                factors[term] = Decimal(factor)
        return factors


def term_of(reader: Reader, written: Data, sold: Iterable[int], path: Path) -> int | None:
    """A term as months, if the catalog has it."""
    try:
        months = as_months(written)
    except PydanticCustomError as error:
        reader.refuse(error, path, key=True)
        return None
    known = tuple(sold)
    if known and months not in known:
        listed = ", ".join(map(str, known))
        reader.report("104", f"the catalog has no term of {months} months", path, f"its terms are {listed}", key=True)
        return None
    return months
