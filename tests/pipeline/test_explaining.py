"""Why not, what if, what instead, and relaxations: each answer is what a quote of the changed needs says as well."""

from __future__ import annotations

from pathlib import Path

import pytest
from workspaces import AS_OF, ROOT, shipped

from proposer.load.changes import changed
from proposer.load.needs import load_needs
from proposer.model.configuration import Conflict
from proposer.model.explanation import Change, Comparison
from proposer.model.needs import Needs
from proposer.model.quote import Quote
from proposer.pipeline import make_quote
from proposer.pipeline.explaining import Wish, impossible, instead, what_if, why_not
from proposer.pipeline.known import Known

KNOWN = Known(shipped(), AS_OF)
OFFICE = """
customer: {name: Test}
term: 36
budget: {monthly: 2000}
sites:
  - id: a
    name: Elm Street
    address: {state: PA}
    access: {coax: on-net, fibre: near-net}
    users: 12
    internet: {down: 100 Mbps}
    seats: {standard: 10}
"""


def needs_of(folder: Path, text: str) -> Needs:
    (folder / "needs.yaml").write_text(text, "utf-8")
    needs = load_needs(folder / "needs.yaml", shipped())
    assert needs.value is not None, needs.diagnostics
    return needs.value


def example(name: str) -> Needs:
    needs = load_needs(ROOT / "examples" / f"{name}.yaml", shipped()).value
    assert needs is not None
    return needs


def quoted(needs: Needs, option: str | None = None) -> Quote:
    quote = make_quote(shipped(), needs, AS_OF, selected=option).value
    assert isinstance(quote, Quote)
    return quote


def with_changes(needs: Needs, *changes: Change) -> Needs:
    outcome = changed(needs, shipped(), changes)
    assert outcome.value is not None, outcome.diagnostics
    return outcome.value


def conflict_of(needs: Needs) -> Conflict:
    conflict = make_quote(shipped(), needs, AS_OF).value
    assert isinstance(conflict, Conflict)
    return conflict


def test_relaxations_of_the_impossible_example_keep_their_promise() -> None:
    needs = example("impossible")
    found = impossible(KNOWN, needs, conflict_of(needs))
    assert [[str(change) for change in each.changes] for each in found.relaxations] == [
        ["sites.call-centre.voice.concurrent_calls=46"],
        ["sites.call-centre.access.fibre=on-net"],
        ["sites.call-centre.access.fibre=near-net"],
    ]
    for relaxation in found.relaxations:
        option = quoted(with_changes(needs, *relaxation.changes), "essential").chosen
        promised = relaxation.totals
        assert (option.monthly, option.once, option.contract_value) == (
            promised.monthly, promised.once, promised.contract_value,
        )  # fmt: skip
    costs = [each.totals.contract_value / each.totals.term for each in found.relaxations]
    assert costs == sorted(costs)


def test_a_relaxed_number_is_the_greatest_that_will_do() -> None:
    needs = example("impossible")
    assert conflict_of(with_changes(needs, Change("sites.call-centre.voice.concurrent_calls", "47")))


def test_two_changes_where_one_is_not_enough(tmp_path: Path) -> None:
    text = OFFICE.replace("    seats: {standard: 10}", "    internet: {down: 100 Mbps, availability: 99.99 %}")
    text = text.replace("    internet: {down: 100 Mbps}\n", "").replace("fibre: near-net", "fibre: none")
    needs = needs_of(tmp_path, text.replace("monthly: 2000", "monthly: 50"))
    found = impossible(KNOWN, needs, conflict_of(needs))
    assert found.relaxations
    for relaxation in found.relaxations:
        assert len(relaxation.changes) == 2
        assert quoted(with_changes(needs, *relaxation.changes), "essential")
        for spared in relaxation.changes:
            rest = [change for change in relaxation.changes if change is not spared]
            assert conflict_of(with_changes(needs, *rest))


def test_a_short_budget_is_raised_to_exactly_enough(tmp_path: Path) -> None:
    needs = needs_of(tmp_path, OFFICE.replace("monthly: 2000", "monthly: 250"))
    found = impossible(KNOWN, needs, conflict_of(needs))
    raised = next(each for each in found.relaxations if each.changes[0].path == "budget.monthly")
    enough = round(float(raised.changes[0].value) * 100)
    assert raised.totals.monthly <= enough
    assert conflict_of(with_changes(needs, Change("budget.monthly", f"{(enough - 1) / 100:.2f}")))
    fewer = next(each for each in found.relaxations if each.changes[0].path == "sites.a.seats.standard")
    assert fewer.totals.monthly <= 25000


def test_the_same_change_is_made_wherever_the_same_stands_in_the_way(tmp_path: Path) -> None:
    site = "  - {{id: {0}, access: {{coax: on-net, fibre: refused}}, voice: {{concurrent_calls: 60}}}}\n"
    sites = "".join(site.format(each) for each in "abc")
    needs = needs_of(tmp_path, f"customer: {{name: T}}\nterm: 36\nsites:\n{sites}")
    found = impossible(KNOWN, needs, conflict_of(needs))
    opened = next(each for each in found.relaxations if ".access." in each.changes[0].path)
    assert [change.path for change in opened.changes] == [f"sites.{each}.access.fibre" for each in "abc"]
    assert opened.words[0].startswith("accept Fibre at A and 2 more sites")


def test_every_minimal_conflict_is_found(tmp_path: Path) -> None:
    text = """
customer: {name: T}
term: 36
sites:
  - id: a
    access: {coax: on-net, fibre: refused}
    voice: {concurrent_calls: 60}
    internet: {down: 100 Mbps, availability: 99.99 %}
"""
    needs = needs_of(tmp_path, text)
    found = impossible(KNOWN, needs, conflict_of(needs), every=True)
    assert {frozenset(blame.name for blame in conflict.blames) for conflict in found.conflicts} == {
        frozenset({"sites.a.voice.concurrent_calls", "sites.a.access.fibre"}),
        frozenset({"sites.a.internet.availability", "sites.a.access.fibre"}),
    }


def test_why_not_is_the_price_of_the_quote_in_which_it_stands(tmp_path: Path) -> None:
    needs = needs_of(tmp_path, OFFICE)
    quote = quoted(needs, "essential")
    found = why_not(KNOWN, needs, quote, Wish("a", "dedicated-internet", {"bandwidth": "200 Mbps"})).value
    assert isinstance(found, Comparison)
    came = next(change for change in found.changes if change.offering == "dedicated-internet")
    assert came.before is None
    assert came.after is not None
    assert "200 Mbps" in came.after.description
    gone = next(change for change in found.changes if change.offering == "business-internet")
    assert gone.after is None
    assert gone.why == ("In its place: Ethernet Dedicated Internet.",)
    assert found.after.monthly - found.before.monthly == sum(change.monthly for change in found.changes)
    assert found.after.contract_value - found.before.contract_value == sum(c.contract_value for c in found.changes)


def test_why_not_of_what_stands_there_changes_nothing(tmp_path: Path) -> None:
    needs = needs_of(tmp_path, OFFICE)
    found = why_not(KNOWN, needs, quoted(needs, "essential"), Wish("a", "business-internet", {})).value
    assert isinstance(found, Comparison)
    assert found.changes == ()
    assert found.before == found.after


@pytest.mark.parametrize(
    ("site", "offering", "characteristics", "words"),
    [
        ("a", "epl", {}, "Ethernet Private Line links a site to the hub of its network, and Elm Street has no such link."),
        ("account", "pri", {}, "Primary Rate Interface is ordered for a site, not at the account."),
        ("a", "dedicated-internet", {"port": "100 Mbps", "bandwidth": "10 Gbps"},
         "Ethernet Dedicated Internet cannot be ordered with these characteristics together."),
    ],
)  # fmt: skip
def test_what_no_change_of_needs_could_bring_is_said(
    site: str, offering: str, characteristics: dict[str, str], words: str, tmp_path: Path
) -> None:
    needs = needs_of(tmp_path, OFFICE)
    found = why_not(KNOWN, needs, quoted(needs, "essential"), Wish(site, offering, characteristics)).value
    assert isinstance(found, Conflict)
    assert words in [blame.words for blame in found.blames]


def test_why_not_names_the_needs_that_forbid_it(tmp_path: Path) -> None:
    needs = needs_of(tmp_path, OFFICE.replace("fibre: near-net", "fibre: refused"))
    found = why_not(KNOWN, needs, quoted(needs, "essential"), Wish("a", "dedicated-internet", {})).value
    assert isinstance(found, Conflict)
    assert [blame.words for blame in found.blames] == [
        "Ethernet Dedicated Internet is wanted at Elm Street.",
        "Fibre is refused at Elm Street.",
    ]


@pytest.mark.parametrize(
    ("wish", "message", "help_"),
    [
        (Wish("b", "pri", {}), "unknown site `b`", "known here: `a`, `account`"),
        (Wish("a", "prii", {}), "unknown offering `prii`", "did you mean `pri`?"),
        (Wish("a", "dedicated-internet", {"ports": "1"}), "unknown characteristic `ports`", "did you mean `port`?"),
    ],
)
def test_a_wish_for_what_there_is_not_is_a_finding(wish: Wish, message: str, help_: str, tmp_path: Path) -> None:
    needs = needs_of(tmp_path, OFFICE)
    (found,) = why_not(KNOWN, needs, quoted(needs, "essential"), wish).diagnostics
    assert (found.code, found.message, found.help) == ("QUO104", message, help_)


def test_the_runner_up_is_the_best_without_the_line(tmp_path: Path) -> None:
    needs = needs_of(tmp_path, OFFICE)
    found = instead(KNOWN, needs, quoted(needs, "essential"), "a", "business-internet").value
    assert isinstance(found, Comparison)
    assert found.after.contract_value > found.before.contract_value
    assert "dedicated-internet" in {change.offering for change in found.changes if change.after}


def test_without_a_runner_up_the_conflict_says_why(tmp_path: Path) -> None:
    needs = needs_of(tmp_path, OFFICE.replace("fibre: near-net", "fibre: refused"))
    assert isinstance(instead(KNOWN, needs, quoted(needs, "essential"), "a", "business-internet").value, Conflict)


def test_what_if_is_the_difference_of_two_quotes() -> None:
    needs = example("clinics")
    other = with_changes(needs, Change("sites.west.users", "60"), Change("sites.west.internet.down", "500 Mbps"))
    before, after = quoted(needs), quoted(other)
    found = what_if(KNOWN, other, before, None).value
    assert isinstance(found, Comparison)
    assert found.after.contract_value == after.chosen.contract_value
    assert sum(change.contract_value for change in found.changes) == (
        after.chosen.contract_value - before.chosen.contract_value
    )
    internet = next(change for change in found.changes if change.offering == "business-internet")
    assert internet.sites == ("west",)
    assert "You asked for 500 Mbps down." in internet.why


@pytest.mark.parametrize(
    ("change", "message"),
    [
        (Change("sites.wets.users", "4"), "unknown site `wets`"),
        (Change("sites.west.user", "4"), "unknown question `user`"),
        (Change("sites.west.access.fiber", "on-net"), "unknown access `fiber`"),
        (Change("sites.west.access.fibre", "onnet"), "expected one of `on-net`, `near-net`, `off-net`, `none`, `refused`, got `onnet`"),
        (Change("term", "35"), "unknown term `35`"),
        (Change("budget.monthly", "-4"), "expected an amount of money, got `-4`"),
        (Change("budget.yearly", "4"), "unknown field `budget.yearly`"),
        (Change("discounts.dedicated-internet", "90 %"), "90 % is more than a rep may give"),
        (Change("sites.west.users", "{"), "`{` cannot be read"),
        (Change("customer.new", "yes"), "expected `true` or `false`, got `yes`"),
    ],
)  # fmt: skip
def test_a_change_that_does_not_fit_is_a_finding(change: Change, message: str) -> None:
    (found,) = changed(example("clinics"), shipped(), [change]).diagnostics
    assert found.message == message
    assert found.span.place == f"--set {change}"


def test_a_change_reaches_sites_of_a_csv_and_the_digest() -> None:
    needs = example("retailer")
    last = needs.sites[-1].id
    other = with_changes(needs, Change(f"sites.{last}.users", "77"), Change("customer.new", ""))
    assert other.sites[-1].facts["users"].value == 77
    assert other.digest != needs.digest
    assert with_changes(needs).digest == needs.digest
