"""`--discount`: the same as `discounts` in the needs file; who must approve, and how far it may go."""

from __future__ import annotations

import json
from pathlib import Path

import pytest
from price_sample import NEEDS, run, small_world

POLICY = ("pricing.yaml", "negotiated: {most: 15 %, approvals: [{over: 5 %, by: Sales director}]}")
STRICT_WORDS = (
    "negotiated: {most: 15 %, approvals: [{over: 5 %, by: Sales director}, {margin_below: 58 %, by: Finance}], "
    "floor: {over_cost: 30 %, of_price: 90 %}}"
)
STRICT = (*POLICY, STRICT_WORDS)


def test_it_is_the_same_as_in_the_needs_file(tmp_path: Path) -> None:
    typed = small_world(tmp_path / "typed")
    written = small_world(tmp_path / "written", NEEDS + "discounts: {internet: 8 %}\n")
    one = json.loads(run("quote", typed, "--discount", "internet=8%", "--json").stdout)
    other = json.loads(run("quote", written, "--json").stdout)

    assert (one["approval"], one["options"][0]["monthly"]) == ("Sales director", "443.50")  # 350 × 0.92 + 121.50
    steps = [each["options"][0]["designs"][0]["lines"][1]["monthly_unit"]["steps"][-1] for each in (one, other)]
    assert steps[0].pop("source") == "--discount internet=8%"
    assert steps[1].pop("source") == "needs.yaml:4"
    assert steps[0] == steps[1] == {
        "step": "negotiated", "before": "350.00", "change": "-28.00", "after": "322.00", "rate": "−8 %",
        "because": "Negotiated discount",
    }  # fmt: skip


def test_what_is_next_gives_the_same_again(tmp_path: Path) -> None:
    folder = small_world(tmp_path)
    given = ("--set", "sites.a.internet.down=80 Mbps", "--discount", "internet=8%")
    said = "--set 'sites.a.internet.down=80 Mbps' --discount internet=8% --as-of 2026-11-23"
    quoted = run("quote", folder, *given).stderr.splitlines()[-1]
    proposed = run("propose", folder, *given, "-o", str(tmp_path / "x.pdf")).stderr.splitlines()[-1]

    assert quoted.startswith(f"Next: proposer propose {folder / 'needs.yaml'} {said}, or")
    assert proposed == f"Next: proposer quote {folder / 'needs.yaml'} {said}"


def test_several_and_the_last_word_on_one(tmp_path: Path) -> None:
    arguments = ("--discount", "internet=8%", "--discount", "seat=10%", "--discount", "internet=2%")
    quote = json.loads(run("quote", small_world(tmp_path), *arguments, "--json").stdout)

    assert quote["options"][0]["monthly"] == "452.30"  # 350 × 0.98 + 10 × (12.15 − 1.22)


def test_a_discount_on_what_is_not_quoted_asks_for_nobody(tmp_path: Path) -> None:
    """15 % would be above every threshold; the seat's price is where it was."""
    no_seats = NEEDS.replace(", seats: 10", "")
    folder = small_world(tmp_path, no_seats + "discounts: {seat: 15 %}\n")
    result = run("quote", folder, "--json")
    place = f"{folder / 'needs.yaml'}:{len(no_seats.splitlines()) + 1}:19"

    assert (result.exit_code, json.loads(result.stdout)["approval"]) == (0, "")
    assert result.stderr.startswith(
        f"warning[QUO115]: the discount on `seat` bears on nothing: no option at 36 months has it\n --> {place}\n"
    )
    assert "  = help: take it out, or check its name\n" in result.stderr


def test_below_every_threshold_nobody_is_asked(tmp_path: Path) -> None:
    quote = json.loads(run("quote", small_world(tmp_path), "--discount", "internet=5%", "--json").stdout)

    assert quote["approval"] == ""


def test_the_quote_says_that_it_is_a_draft(tmp_path: Path) -> None:
    result = run("quote", small_world(tmp_path, changes=(STRICT,)), "--discount", "internet=8%")

    assert result.stdout.splitlines()[4] == "DRAFT: needs approval by Sales director, Finance."


@pytest.mark.parametrize(("threshold", "approval"), [("60 %", ""), ("60.1 %", "Finance")])
def test_a_margin_below_its_threshold_is_asked_for_without_any_discount(
    tmp_path: Path, threshold: str, approval: str
) -> None:
    """Internet is all that has a cost, 40 % of its price."""
    policy = (*POLICY, f"negotiated: {{most: 15 %, approvals: [{{margin_below: {threshold}, by: Finance}}]}}")
    quote = json.loads(run("quote", small_world(tmp_path, changes=(policy,)), "--json").stdout)

    assert quote["approval"] == approval


def test_terms_say_where_a_draft_would_be_one(tmp_path: Path) -> None:
    result = run("price", small_world(tmp_path, changes=(STRICT,)), "--discount", "internet=6%")

    assert result.stdout.splitlines()[4] == "DRAFT: needs approval by Sales director, Finance at 12, 36 months."


def test_what_if_says_who_would_have_to_approve(tmp_path: Path) -> None:
    result = run("what-if", small_world(tmp_path), "--option", "essential", "--discount", "internet=8%")
    data = run("what-if", small_world(tmp_path), "--discount", "internet=8%", "--json")

    assert result.stdout.splitlines()[:4] == [
        "What if discounts.internet were 8%",
        "==================================",
        "Option Essential would be $28.00 less a month, $1,008.00 less over 36 months. It would be a draft",
        "that needs approval by Sales director.",
    ]
    record = json.loads(data.stdout)
    assert (record["set"], record["approval"]) == (["discounts.internet=8%"], "Sales director")


@pytest.mark.parametrize(
    ("arguments", "term"),
    [
        (("quote",), 36),
        (("propose",), 36),
        (("what-if",), 36),
        (("price", "--internal"), 36),
        (("price", "--terms", "36"), 36),
        (("price", "--grid", "internet.rate=1 Gbps"), 12),
    ],
)
def test_a_price_below_its_floor_is_a_finding_where_it_was_given(
    tmp_path: Path, arguments: tuple[str, ...], term: int
) -> None:
    result = run(arguments[0], small_world(tmp_path, changes=(STRICT,)), *arguments[1:], "--discount", "internet=12%")

    assert (result.exit_code, result.stdout) == (1, "")
    assert result.stderr.lstrip() == (
        f"error[QUO113]: `internet` at 12 % off falls below its floor at {term} months\n"
        " --> --discount internet=12%\n  = help: at most 10 % there\n\n1 error\n"
    )


def test_the_needs_file_is_shown_where_it_goes_too_far(tmp_path: Path) -> None:
    folder = small_world(tmp_path, NEEDS + "discounts: {internet: 12 %}\n", (STRICT,))
    result = run("quote", folder)

    assert result.stderr.lstrip() == (
        "error[QUO113]: `internet` at 12 % off falls below its floor at 36 months\n"
        f" --> {folder / 'needs.yaml'}:4:23\n  |\n4 | discounts: {{internet: 12 %}}\n  |                       ^^^^\n"
        "  = help: at most 10 % there\n\n1 error\n"
    )


def test_where_a_bundle_has_taken_all_there_is_nothing_can_be_given(tmp_path: Path) -> None:
    result = run("quote", small_world(tmp_path, changes=(STRICT,)), "--discount", "seat=1%")

    assert result.stderr.lstrip().splitlines()[:3] == [
        "error[QUO113]: `seat` at 1 % off falls below its floor at 36 months",
        " --> --discount seat=1%",
        "  = help: none can be given there",
    ]


def test_at_the_floor_is_not_below_it(tmp_path: Path) -> None:
    assert run("quote", small_world(tmp_path, changes=(STRICT,)), "--discount", "internet=10%").exit_code == 0


def test_a_term_at_which_it_goes_too_far_says_so_and_the_others_stand(tmp_path: Path) -> None:
    """At 36 months a seat costs a tenth less, and ten dollars' cost weighs more."""
    prices = ("price-books/2026.yaml", "cost: {monthly: 40 %}", "cost: {monthly: 40 %}")
    bundle = ("bundles/office.yaml", "benefit: {percent: 10, on: [seat]}", "benefit: {percent: 1, on: [seat]}")
    promotion = ("promotions/launch.yaml", "when: {new_customers: true, terms: [36]}\nbenefit: {free_months: 2, on: [seat]}",
                 "when: {terms: [36]}\nbenefit: {percent: 5, of: monthly, on: [internet]}")  # fmt: skip
    until = ("promotions/launch.yaml", "until: 2026-07-01", "until: 2027-07-01")
    folder = small_world(tmp_path, changes=(STRICT, prices, bundle, promotion, until))
    result = run("price", folder, "--option", "essential", "--discount", "internet=8%", "--format", "csv")

    assert result.exit_code == 0
    assert [line.split(",")[:4] + line.split(",")[-1:] for line in result.stdout.splitlines()[1:]] == [
        ["12", "essential", "Essential", "516.50", ""],
        ["36", "", "", "", "`internet` at 8 % off falls below its floor at 36 months"],
    ]
    assert result.stderr.lstrip().splitlines()[0] == (
        "warning[QUO113]: `internet` at 8 % off falls below its floor at 36 months"
    )


@pytest.mark.parametrize(
    ("discount", "code", "message", "remedy"),
    [
        ("intrenet=5%", "NED101", "unknown offering `intrenet`", "did you mean `internet`?"),
        ("internet=16%", "NED103", "16 % is more than a rep may give", "at most 15 %"),
        ("internet=-1%", "NED103", "-1% is not between 0 % and 100 %", ""),
    ],
)
def test_a_discount_that_cannot_be_given(tmp_path: Path, discount: str, code: str, message: str, remedy: str) -> None:
    result = run("quote", small_world(tmp_path), "--discount", discount)

    help_ = f"  = help: {remedy}\n" if remedy else ""
    assert (result.exit_code, result.stdout) == (1, "")
    assert result.stderr == f"error[{code}]: {message}\n --> --discount {discount}\n{help_}\n1 error\n"


@pytest.mark.parametrize("discount", ["internet", "=5%", "internet=", ""])
def test_a_discount_that_is_none(tmp_path: Path, discount: str) -> None:
    result = run("quote", small_world(tmp_path), "--discount", discount)

    assert result.exit_code == 2
    assert result.stderr.splitlines()[-1] == (
        f"Error: --discount {discount}: expected OFFERING=PERCENT, such as dedicated-internet=5%"
    )
