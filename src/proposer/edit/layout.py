"""How each kind of file is laid out: the order of its keys, and where its grids stand.

The order is the one in which the shapes declare their fields, so that there is one place to change it.
"""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field
from functools import cache
from pathlib import Path, PurePosixPath

from proposer.content import MARK
from proposer.load.document import Data
from proposer.load.folder import SCENARIOS
from proposer.load.shapes.fields import Shape
from proposer.load.shapes.needs import NeedsShape
from proposer.load.shapes.needs_words import CapabilityShape, QuestionShape, TableShape
from proposer.load.shapes.offerings import BundleShape, OfferingShape, PromotionShape, WordsShape
from proposer.load.shapes.policy import ContractShape, PricingShape
from proposer.load.shapes.prices import OfferingPriceShape, PriceBookShape
from proposer.load.shapes.provider import CatalogShape
from proposer.load.shapes.rules import OptionShape, RuleShape
from proposer.load.shapes.scenarios import ExpectShape, ScenarioShape

MERGE = "<<"
AXES = "by"  # the key that names the axes of a price grid


@dataclass(frozen=True)
class Layout:
    """What is known of one mapping: its keys in order (none: as written), the mappings in it, whether it is a grid.

    `grid` is `rows` where every list is one, `axes` where lists are rows when the axes are named (see AXES).
    """

    keys: tuple[str, ...] = ()
    inside: Mapping[str, Layout] = field(default_factory=dict)
    each: Layout | None = None
    grid: str = ""

    def below(self, key: str | int) -> Layout:
        """The layout of what stands at a key."""
        return self.inside.get(str(key)) or self.each or UNKNOWN

    def is_grid(self, data: Mapping[str, object]) -> bool:
        """Whether a mapping's lists are rows below each other."""
        return self.grid == "rows" or (self.grid == "axes" and AXES in data)

    def rank(self, key: str) -> int:
        """Where a key goes; unknown ones are last."""
        return self.keys.index(key) if key in self.keys else len(self.keys)


UNKNOWN = Layout()


@cache
def layouts() -> Mapping[str, Layout]:
    """The layouts by the first part of a file's path in its catalog; `needs` for the files of customers."""
    needs = _of(NeedsShape)
    rules = Layout(each=_of(RuleShape))
    grid = Layout(grid="axes")
    prices = Layout(each=_of(OfferingPriceShape, monthly=grid, once=grid))
    questions = Layout(each=Layout(each=_of(QuestionShape)))
    return {
        "needs": needs,
        SCENARIOS: _of(ScenarioShape, each=Layout(grid="rows"), needs=needs, expect=_of(ExpectShape)),
        "offerings": _of(OfferingShape, words=_of(WordsShape)),
        "bundles": _of(BundleShape),
        "promotions": _of(PromotionShape),
        "price-books": _of(PriceBookShape, prices=prices),
        "rules": rules,
        "catalog.yaml": _of(CatalogShape),
        "pricing.yaml": _of(PricingShape),
        "contract.yaml": _of(ContractShape),
        "options.yaml": Layout(each=_of(OptionShape, adds=rules)),
        "capabilities.yaml": Layout(each=_of(CapabilityShape)),
        "tables.yaml": Layout(each=_of(TableShape)),
        "questions.yaml": questions,
    }


def place_in_catalog(path: Path) -> str:
    """Where a file stands in the catalog around it, such as `rules/seats.yaml`; empty outside of one."""
    whole = path.absolute()
    folder = next((each for each in whole.parents if (each / MARK).is_file()), None)
    return whole.relative_to(folder).as_posix() if folder else ""


def layout_of(place: str, data: Data) -> Layout:
    """The layout of a file: by its place in a catalog, else by what its keys say that it is."""
    top = PurePosixPath(place).parts[0] if place else ""
    if found := layouts().get(top):
        return found
    keys = set(data) if isinstance(data, dict) else set()
    if {"needs", "expect"} <= keys:
        return layouts()[SCENARIOS]
    return layouts()["needs"] if {"customer", "term"} <= keys else UNKNOWN


def _of(shape: type[Shape], **inside: Layout) -> Layout:
    """A mapping with the fields of a shape; a merge comes first, since its keys may be said anew."""
    fields = (entry.alias or name for name, entry in shape.model_fields.items())
    return Layout((MERGE, *fields), inside)
