"""Prices: what the codes PRC stand for."""

from __future__ import annotations

from proposer.codes.code import Code

CODES: dict[str, Code] = {
    "PRC101": Code(
        "A price that cannot be read",
        "Money has at most two decimals; a price may also be `individual case`.",
        bad="500 Mbps: [$800.00, 700.005]",
        good="500 Mbps: [800.00, 700.01]",
    ),
    "PRC102": Code(
        "Volume tiers out of order",
        "Tiers rise, and only the last has no upper end.",
        bad="volume: [{to: 9, price: 20.00}, {to: 5, price: 18.00}, {price: 15.00}]",
        good="volume: [{to: 5, price: 20.00}, {to: 9, price: 18.00}, {price: 15.00}]",
    ),
    "PRC103": Code(
        "A factor that cannot be read",
        "Factors by term are numbers above 0.",
        bad="term_factors: {12: 1, 36: 10 %}",
        good="term_factors: {12: 1, 36: 0.9}",
    ),
    "PRC104": Code(
        "Two prices for one order",
        "Which one would hold?",
        bad=("1000 Mbps: [900.00, 800.00]\n1 Gbps: [950.00, 850.00]"),
        good="1 Gbps: [950.00, 850.00]",
    ),
    "PRC105": Code(
        "A price table's axes do not fit",
        "They are characteristics of the offering, `term` or `access`.",
        bad="by: [bandwith, term]",
        good="by: [bandwidth, term]",
    ),
    "PRC106": Code(
        "A row of the wrong length",
        "There is one price for each column.",
        bad=("term: [12, 36]\n100 Mbps: [640.00]"),
        good=("term: [12, 36]\n100 Mbps: [640.00, 512.00]"),
    ),
    "PRC107": Code(
        "A price for what cannot be ordered",
        "The value is none of the offering's, or the term none of the catalog's.",
        bad="600 Mbps: [800.00, 700.00]        # the offering has 500 Mbps and 1 Gbps",
        good="500 Mbps: [800.00, 700.00]",
    ),
    "PRC108": Code(
        "An individual case with prices",
        "It is one or the other.",
        bad=("individual_case: A second path needs a survey.\nmonthly: 100.00"),
        good="individual_case: A second path needs a survey.",
    ),
    "PRC109": Code(
        "No term of sale",
        "Nobody could order it.",
        bad="auto-attendant: {monthly: 15.00}",
        good="auto-attendant: {monthly: 15.00, terms: [12, 24, 36, 60]}",
    ),
    "PRC110": Code(
        "A charge of two shapes",
        "A charge is by the piece (`price`, `volume`) or for a line (`graduated`, with `included` and `minimum`).",
        bad="monthly: {volume: [{to: 9, price: 20.00}, {price: 15.00}], minimum: 50.00}",
        good="monthly: {graduated: [{to: 9, price: 20.00}, {price: 15.00}], minimum: 50.00}",
    ),
    "PRC111": Code(
        "Billing of nothing",
        "`billed` says how often the monthly charge is invoiced.",
        bad="survey: {once: 900.00, billed: quarterly, terms: [12]}",
        good="survey: {once: 900.00, terms: [12]}",
    ),
    "PRC112": Code(
        "Expediting that is no sooner",
        "`expedite` is for installation within less than the offering's `interval`.",
        bad="# seat: interval {any: 10 business days}\nexpedite: {within: 15 business days, once: 50.00}",
        good="expedite: {within: 5 business days, once: 50.00}",
    ),
    "PRC113": Code(
        "Counting for no tier",
        "Volume tiers count pieces over the account, a site, or a line with a limit to its total; graduated steps over any of them.",
        bad="monthly: {price: 20.00, counted_over: account}",
        good="monthly: {volume: [{to: 9, price: 20.00}, {price: 15.00}], counted_over: account}",
    ),
    "PRC114": Code(
        "Graduated pieces that are not alike",
        "Steps over a site or the account price piece after piece, so nothing else may be priced by the line, and over the account no benefit may hold at some sites alone.",
        bad="monthly: {graduated: [{to: 9, price: 20.00}, {price: 15.00}], counted_over: account, minimum: 50.00}",
        good="monthly: {graduated: [{to: 9, price: 20.00}, {price: 15.00}], counted_over: account}",
    ),
    "PRC115": Code(
        "A limit that cannot be counted",
        "A promotion for the first pieces of the account is on one offering that has one monthly price, at every term, and is the only such one there.",
        bad="# seat: {monthly: {by: [term], 12: 20.00, 36: 18.00}}\nbenefit: {percent: 10, limit: 10, on: [seat]}",
        good="# seat: {monthly: 20.00, terms: [12, 36]}\nbenefit: {percent: 10, limit: 10, on: [seat]}",
    ),
    "PRC201": Code(
        "A day without a price book",
        "No quote could be made on that day.",
        bad=("# 2026.yaml\nvalid: {from: 2026-01-01, until: 2026-12-31}\n# 2027.yaml\nvalid: {from: 2027-01-01}"),
        good=(
            "# 2026.yaml: `until` is the first day that no longer counts\nvalid: {from: 2026-01-01, until: 2027-01-01}"
        ),
    ),
    "PRC202": Code(
        "Price books overlap",
        "On some days two prices would hold.",
        bad=("# 2026.yaml\nvalid: {from: 2026-01-01, until: 2027-02-01}\n# 2027.yaml\nvalid: {from: 2027-01-01}"),
        good=("# 2026.yaml\nvalid: {from: 2026-01-01, until: 2027-01-01}"),
    ),
    "PRC203": Code(
        "An offering and its prices are not there together",
        "It could not be quoted while it is sold.",
        bad="# offerings/advanced-voice/hold-music.yaml is there, and in no price book",
        good=("prices:\n  hold-music: {monthly: 5.00, terms: [12, 24, 36, 60]}"),
    ),
    "PRC204": Code(
        "A hole in a price table",
        "What can be ordered there has no price.",
        bad=(
            "# bandwidth can be 100, 200 or 300 Mbps\n"
            "by: [bandwidth, term]\n"
            "term: [12, 36]\n"
            "100 Mbps: [640.00, 512.00]\n"
            "300 Mbps: [740.00, 592.00]"
        ),
        good=("100 Mbps: [640.00, 512.00]\n200 Mbps: [690.00, 552.00]\n300 Mbps: [740.00, 592.00]"),
    ),
    "PRC205": Code(
        "A dead row in a price table",
        "What it prices cannot be ordered.",
        bad=("# a port of 100 Mbps has no bandwidth of 500 Mbps\n100 Mbps: {500 Mbps: [800.00, 700.00]}"),
        good="1 Gbps: {500 Mbps: [800.00, 700.00]}",
    ),
    "PRC206": Code(
        "A volume price that rises",
        "More pieces would cost more each.",
        bad="volume: [{to: 9, price: 20.00}, {price: 25.00}]",
        good="volume: [{to: 9, price: 20.00}, {price: 15.00}]",
    ),
    "PRC207": Code(
        "More for less",
        "A larger amount costs less than a smaller one: mostly a slip.",
        bad=("50 Mbps: [250.00]\n100 Mbps: [240.00]"),
        good=("50 Mbps: [240.00]\n100 Mbps: [250.00]"),
    ),
    "PRC208": Code(
        "A longer term that costs more",
        "Mostly a slip.",
        bad=("term: [12, 36]\n100 Mbps: [400.00, 450.00]"),
        good=("term: [12, 36]\n100 Mbps: [450.00, 400.00]"),
    ),
    "PRC209": Code(
        "A volume tier that hardly anybody would order",
        "For most of its pieces the first of the next tier cost less in total: mostly a slip.",
        bad="volume: [{to: 9, price: 20.00}, {price: 5.00}]     # 10 cost 50.00, and so many as 3 cost 60.00",
        good="volume: [{to: 9, price: 20.00}, {price: 15.00}]",
    ),
    "PRC210": Code(
        "A term that the next price book lacks",
        "From its first day on nobody could order it for so long.",
        bad=("# 2026.yaml\nseat: {monthly: 20.00, terms: [12, 36]}\n# 2027.yaml\nseat: {monthly: 21.00, terms: [12]}"),
        good=("# 2027.yaml\nseat: {monthly: 21.00, terms: [12, 36]}"),
    ),
    "PRC211": Code(
        "A price that can fall below its cost",
        "The best bundle, the best lasting promotions that go together and the largest negotiated discount leave less than the"
        " cost. Amounts off and promotional prices are set against every monthly price of the book, at each of its terms.",
        bad=(
            "# 15 % can be negotiated, a bundle takes 20 % off\nseat: {monthly: 20.00, terms: [12], cost: {monthly: 70 %}}"
        ),
        good="seat: {monthly: 20.00, terms: [12], cost: {monthly: 60 %}}",
    ),
    "PRC212": Code(
        "Usage that nobody can state",
        "`of` is a question about a site whose answer is a number.",
        bad="usage: {minutes: {of: voice.minuts, included: 200, each: 0.03}}",
        good="usage: {minutes: {of: voice.minutes, included: 200, each: 0.03}}",
    ),
}
