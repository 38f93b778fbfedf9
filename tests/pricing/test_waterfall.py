"""The waterfall, step by step: amount, rate, words and the line where each step is written."""

from __future__ import annotations

from decimal import Decimal

from price_samples import bundle, deal, flat, grid, negotiated, piece, priced, promotion, volume

from proposer.model.quote import PriceStep, UnitPrice

FACTORS = {12: Decimal(1), 36: Decimal("0.9")}
TRUNK = priced("trunk", volume((22, 2000), (99, 1700), (None, 1500), factors=FACTORS))
VOICE = bundle("voice", "10", ["trunk"], {"trunk": (1, None)})


def test_all_six_steps_in_order() -> None:
    prices = deal(
        TRUNK,
        term=36,
        promotions=[promotion("autumn", "15", "trunk")],
        discounts=[negotiated("trunk", "5")],
    )

    assert prices.price(piece("trunk"), 1, VOICE).monthly == UnitPrice(
        1111,
        (
            PriceStep("list", 0, 2000, 2000, "", "List price at 12 months", "book.yaml:1"),
            PriceStep("term", 2000, -200, 1800, "−10 %", "36-month term", "book.yaml:1"),
            PriceStep("volume", 1800, -270, 1530, "23 to 99", "Volume over the account", "book.yaml:2"),
            PriceStep("bundle", 1530, -153, 1377, "−10 %", "Bundle Voice", "voice.yaml:4"),
            PriceStep("promotion", 1377, -207, 1170, "−15 %", "Autumn", "autumn.yaml:3"),  # 206.55
            PriceStep("negotiated", 1170, -59, 1111, "−5 %", "Negotiated discount", "needs.yaml:8"),  # 58.50
        ),
    )


def test_the_policy_declares_the_order() -> None:
    order = ("list", "negotiated", "promotion", "bundle", "volume", "term")
    prices = deal(
        priced("line", flat(1005)),
        waterfall=order,
        promotions=[promotion("autumn", "50", "line")],
        discounts=[negotiated("line", "10")],
    )

    monthly = prices.price(piece("line"), 0, bundle("office", "20", ["line"], {})).monthly

    assert monthly is not None
    assert [(s.step, s.before, s.change, s.after) for s in monthly.steps] == [
        ("list", 0, 1005, 1005),
        ("negotiated", 1005, -101, 904),  # 100.50
        ("promotion", 904, -452, 452),
        ("bundle", 452, -90, 362),  # 90.40
    ]


def test_a_step_that_changes_nothing_is_not_told() -> None:
    prices = deal(priced("line", flat(2500, line=7)), term=36)

    assert prices.price(piece("line")).monthly == UnitPrice(
        2500, (PriceStep("list", 0, 2500, 2500, "", "List price at 12 months", "book.yaml:7"),)
    )


def test_what_is_included_costs_nothing_and_says_so() -> None:
    prices = deal(priced("entrance", once=flat(0, line=3)))

    assert prices.price(piece("entrance")).once == UnitPrice(
        0, (PriceStep("list", 0, 0, 0, "", "List price at 12 months", "book.yaml:3"),)
    )


def test_the_term_step_names_the_cell_of_the_quoted_term() -> None:
    prices = deal(priced("line", grid(["term"], {("12",): 30000, ("36",): 25000})), term=36)

    monthly = prices.price(piece("line")).monthly

    assert monthly is not None
    assert monthly.steps == (
        PriceStep("list", 0, 30000, 30000, "", "List price at 12 months", "book.yaml:1"),
        PriceStep("term", 30000, -5000, 25000, "−16.7 %", "36-month term", "book.yaml:2"),
    )


def test_a_dearer_term_is_told_as_more() -> None:
    prices = deal(priced("line", grid(["term"], {("12",): 1000, ("24",): 1250})), term=24)

    monthly = prices.price(piece("line")).monthly

    assert monthly is not None
    assert monthly.steps[1] == PriceStep("term", 1000, 250, 1250, "+25 %", "24-month term", "book.yaml:2")


def test_where_the_list_term_is_not_sold_the_quoted_one_is_the_list() -> None:
    prices = deal(priced("line", grid(["term"], {("36",): 900, ("60",): 800}), terms=(36, 60)), term=60)

    assert prices.price(piece("line")).monthly == UnitPrice(
        800, (PriceStep("list", 0, 800, 800, "", "List price at 60 months", "book.yaml:2"),)
    )


def test_halves_of_a_cent_round_up_the_discount() -> None:
    prices = deal(priced("line", flat(125)), discounts=[negotiated("line", "10")])

    monthly = prices.price(piece("line")).monthly

    assert monthly is not None
    assert (monthly.steps[1].change, monthly.net) == (-13, 112)  # 12.5 cents; to the even cent it would be 12


def test_the_negotiated_discount_leaves_one_time_charges_alone() -> None:
    prices = deal(priced("line", flat(1000), flat(5000)), discounts=[negotiated("line", "10")])

    price = prices.price(piece("line"), 0, bundle("office", "20", ["line"], {}))

    assert (price.monthly_net, price.once and price.once.net) == (720, 5000)


def test_another_offering_s_benefits_do_not_count() -> None:
    prices = deal(
        priced("line", flat(1000)),
        priced("other", flat(1000)),
        promotions=[promotion("autumn", "15", "other")],
        discounts=[negotiated("other", "5")],
    )

    assert (prices.price(piece("line")).monthly_net, prices.price(piece("other")).monthly_net) == (1000, 807)
