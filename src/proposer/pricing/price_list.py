"""The price of an item in one deal: the waterfall, for one piece, in exact cents.

The deal fixes what does not depend on the choice: date, term, book, promotions, negotiated discounts. What does
depend on it, the quantity counted for volume tiers and the bundle that holds, are arguments.
"""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field, replace

from proposer.model.catalog import Bundle, Promotion
from proposer.model.configuration import Item
from proposer.model.needs import CasePrice, Discount
from proposer.model.objective import FIRST_YEAR, Objective
from proposer.model.phrases import said
from proposer.model.prices import STATE, Charge, Expedite, OfferingPrice, PriceBook, PricingPolicy
from proposer.model.quote import Credit, PriceStep, UnitPrice
from proposer.pricing.charges import tier_of
from proposer.pricing.construction import Built, built
from proposer.pricing.expedite import is_expedited, with_expedite
from proposer.pricing.promotions import MONTHLY, ONCE, Offer, credits_of
from proposer.pricing.waterfall import Charged, Discounts, run


@dataclass(frozen=True, slots=True)
class Deal:
    """What holds for every line of one quote at one term."""

    term: int
    book: PriceBook
    policy: PricingPolicy
    promotions: tuple[Promotion, ...]  # those that hold on the day, for this customer and term
    discounts: Mapping[str, Discount]
    cases: tuple[CasePrice, ...] = ()  # individual cases that have a price; items name them by number


@dataclass(frozen=True, slots=True)
class ItemPrice:
    """The price of one piece, or with `whole` of all pieces of a line. `contract_value` is over the term, with one-time charge and credits, in cents; `first_year`
    over twelve months, or the term where that is shorter.
    """

    monthly: UnitPrice | None
    once: UnitPrice | None
    credits: tuple[Credit, ...]
    individual_case: str | None
    contract_value: int
    first_year: int = 0
    whole: bool = False
    construction: Built | None = None  # in all sums above, and a line of its own in the quote

    def times(self, count: int) -> int:
        """How many times it makes the price of a line of so many pieces."""
        return 1 if self.whole else count

    def worth(self, objective: Objective) -> int:
        """The amount that an objective counts, in cents."""
        match objective:
            case Objective.TCV:
                return self.contract_value
            case Objective.MONTHLY:
                return self.monthly_net
            case Objective.FIRST_YEAR:
                return self.first_year
            case Objective.ONE_TIME:
                net = self.once.net if self.once else 0
                built = self.construction.once if self.construction else None
                return net + (built.net if built else 0)

    @property
    def monthly_net(self) -> int:
        """Cents a month for one piece; zero without a monthly charge."""
        net = self.monthly.net if self.monthly else 0
        built = self.construction.monthly if self.construction else None
        return net + (built.net if built else 0)


@dataclass(slots=True)
class PriceList:
    """All prices of one deal; asks the book once for each distinct question."""

    deal: Deal
    _known: dict[tuple[Item, int, str], ItemPrice] = field(default_factory=dict)
    _irregular: dict[str, bool] = field(default_factory=dict)

    def price(self, item: Item, monthly_tier: int = 0, bundle: Bundle | None = None) -> ItemPrice:
        """The price of one piece of an item at a volume tier, with a bundle or none; its count matters only where the book
        prices all pieces of a line together.
        """
        key = (item, monthly_tier, bundle.id if bundle else "")
        if key not in self._known:
            self._known[key] = _price(self.deal, item, monthly_tier, bundle)
        return self._known[key]

    def is_by_line(self, offering: str) -> bool:
        """Whether the price of a line is not its count times that of a piece."""
        price = self.deal.book.prices.get(offering)
        return price is not None and price.is_by_line

    def graduated(self, offering: str) -> Charge | None:
        """The monthly charge of an offering whose pieces are priced one after the other over a site or the account."""
        price = self.deal.book.prices.get(offering)
        return price.monthly if price is not None and price.graduated_over else None

    def is_stepped(self, offering: str) -> bool:
        """Whether the price of one piece says nothing of that of several: by the line, or graduated."""
        return self.is_by_line(offering) or self.graduated(offering) is not None

    def expedite(self, offering: str) -> Expedite | None:
        """What it takes to install an offering sooner, where that can be had."""
        price = self.deal.book.prices.get(offering)
        return price.expedite if price else None

    def tier(self, offering: str, quantity: int) -> int:
        """The index of the tier of an offering's monthly charge for a counted quantity; 0 without tiers."""
        monthly = self.deal.book.prices[offering].monthly
        return tier_of(monthly, quantity) if monthly and monthly.tiers else 0

    def goes_by_state(self, offering: str) -> bool:
        """Whether the state of the site bears on an offering's price."""
        price = self.deal.book.prices.get(offering)
        promoted = any(promotion.states for promotion in self.deal.promotions if offering in promotion.on)
        return promoted or (price is not None and any(STATE in charge.by for charge in price.charges))

    def is_levelled(self, offering: str) -> bool:
        """Whether something after the bundle's step could make equal what was not: a lasting promotion, a discount."""
        lasting = (p for p in self.deal.promotions if offering in p.on and p.charge == MONTHLY and p.months is None)
        return offering in self.deal.discounts or any(lasting)

    def is_irregular(self, offering: str) -> bool:
        """Whether what is cheaper by itself may be dearer in a bundle: promotions depend on the bundle or compete in
        months, or pieces are priced together.
        """
        if offering not in self._irregular:
            promotions = [promotion for promotion in self.deal.promotions if offering in promotion.on]
            limited = sum(promotion.months is not None for promotion in promotions)
            competing = limited > 1 or any(promotion.bundle for promotion in promotions)
            self._irregular[offering] = competing or self.is_stepped(offering)
        return self._irregular[offering]


def _price(deal: Deal, item: Item, tier: int, bundle: Bundle | None) -> ItemPrice:
    book_price = deal.book.prices[item.offering]
    pieces = item.count if book_price.is_by_line else 1
    monthly = Charged(MONTHLY, book_price.monthly, item, deal.term, tier, pieces) if book_price.monthly else None
    once = Charged(ONCE, book_price.once, item, deal.term, 0, pieces) if book_price.once else None
    if reason := _open_reason(book_price, [charged for charged in (monthly, once) if charged]):
        return _case(deal, item, reason)
    promotions = [p for p in deal.promotions if _is_for(p, item, bundle) and (p.limit is None or tier == 0)]
    discounts = Discounts(bundle, promotions, deal.discounts.get(item.offering))
    monthly_price = run(monthly, deal.policy, discounts) if monthly else None
    once_price = run(once, deal.policy, Discounts(promotions=promotions)) if once else None
    if book_price.expedite and is_expedited(item):
        once_price = with_expedite(once_price, book_price.expedite, pieces)
    credits_ = _credits(deal, discounts, monthly, monthly_price) if monthly and monthly_price else ()
    return _summed(deal, item, (monthly_price, once_price, credits_), whole=book_price.is_by_line)


Parts = tuple[UnitPrice | None, UnitPrice | None, tuple[Credit, ...]]


def _summed(deal: Deal, item: Item, parts: Parts, *, whole: bool = False) -> ItemPrice:
    """The price with its sums: charges begin in the item's first month, and credits count from there."""
    late, months = item.here.from_month - 1, months_of(item, deal.term)
    construction = built(item.here.construction, deal.policy.construction, months)
    paid = [(parts[0], parts[1], credits_from(parts[2], late))]
    paid += (
        [(construction.monthly, construction.once, credits_from(construction.credits, late))] if construction else []
    )
    value, year = (
        sum(_paid(each, late, horizon) for each in paid) for horizon in (deal.term, min(deal.term, FIRST_YEAR))
    )
    return ItemPrice(parts[0], parts[1], paid[0][2], None, value, year, whole, construction)


def _paid(parts: Parts, late: int, horizon: int) -> int:
    """What is paid in the first so many months of the contract."""
    monthly, once, credits_ = parts
    off = sum(credit.within(horizon) for credit in credits_)
    first = once.net if once and late < horizon else 0
    return (monthly.net if monthly else 0) * max(0, horizon - late) + first - off


def months_of(item: Item, term: int) -> int:
    """For how many months of the contract an item is charged."""
    return max(0, term - item.here.from_month + 1)


def credits_from(credits_: Iterable[Credit], late: int) -> tuple[Credit, ...]:
    """Credits by the months of the contract, where the item begins so many months late."""
    return tuple(replace(c, first=c.first + late, months=c.months + late) if late else c for c in credits_)


def _case(deal: Deal, item: Item, reason: str) -> ItemPrice:
    """An individual case: at the price that the needs state for it, as long as that holds, or open."""
    case = deal.cases[item.here.case - 1] if item.here.case else None
    if case is None:
        return ItemPrice(None, None, (), reason, 0)
    if case.expired:
        return ItemPrice(None, None, (), said("case_expired", reason=reason, until=case.until), 0)
    words = f"Individual case, holds until {case.until}"  # who priced it is told to colleagues only
    monthly, once = (
        None
        if cents is None
        else UnitPrice(cents, (PriceStep("list", 0, cents, cents, "", words, case.span.bare_place),))
        for cents in (case.monthly, case.once)
    )
    return _summed(deal, item, (monthly, once, ()))


def _is_for(promotion: Promotion, item: Item, bundle: Bundle | None) -> bool:
    """Whether an item that takes a bundle, or none, may have a promotion."""
    here = not promotion.states or item.here.state in promotion.states
    return item.offering in promotion.on and here and promotion.bundle in ("", bundle.id if bundle else "")


def _credits(deal: Deal, discounts: Discounts, charged: Charged, price: UnitPrice) -> tuple[Credit, ...]:
    """The promotions of limited months, as credits for one piece."""
    offer = Offer(tuple(discounts.promotions), deal.policy.stacking, charged.pieces)
    if not any(promotion.months for promotion in discounts.promotions):
        return ()
    capped = MONTHLY in deal.policy.stacking.most
    without = run(charged, deal.policy, replace(discounts, promotions=())) if capped else price
    return credits_of(offer, price.net, without.net, months_of(charged.item, deal.term))


def _open_reason(price: OfferingPrice, charges: list[Charged]) -> str:
    """Why an item has no price, or an empty text."""
    if price.individual_case:
        return price.individual_case
    if all(charged.has_price for charged in charges):
        return ""
    item = charges[0].item
    if not item.access:
        return said("case_by_case")
    return said("case_by_case_over", access=f"{item.access_status} {item.access}")
