"""What rules make of needs, and how each demand tells where it came from."""

from __future__ import annotations

from decimal import Decimal

from derive_samples import catalog, needs, read, rule, site, told

from proposer.derive import derive
from proposer.diagnostics import Severity
from proposer.expressions import Value
from proposer.model.catalog import At, Catalog, Option, Rule
from proposer.model.demands import Demand, Demands
from proposer.model.needs import Needs

FROM_PEOPLE = rule(
    "call-paths-from-people",
    {"call-paths": "erlang_b_lines(erlangs, 1 %)"},
    "{users} people with {voice.traffic} traffic offer {erlangs} erlangs; at 1 % blocked calls that takes {call-paths} call paths.",
    when="known(users) and not known(voice.calls)",
    let={"erlangs": "users * busy_hour_erlangs[voice.traffic]"},
    line=8,
)
AS_STATED = rule(
    "call-paths-as-stated", {"call-paths": "voice.calls"}, "You asked for {call-paths} calls at the same time.", line=2
)


def derived(rules: Catalog | Rule, said: Needs) -> Demands:
    outcome = derive(rules if isinstance(rules, Catalog) else catalog(rules), said, (), 36)
    assert outcome.diagnostics == ()
    assert outcome.value is not None
    return outcome.value


def one(rules: Catalog | Rule, said: Needs) -> Demand:
    [demand] = derived(rules, said).demands
    return demand


def test_people_become_call_paths_with_the_whole_story() -> None:
    demand = one(FROM_PEOPLE, needs(site("main", 12, users=Decimal(60))))
    assert told(demand) == "main: call-paths 9"
    cause = demand.cause
    assert (cause.rule, cause.place, cause.option) == ("call-paths-from-people", "rules/sample.yaml:8", "")
    assert cause.because == (
        "60 people with moderate traffic offer 3.36 erlangs; at 1 % blocked calls that takes 9 call paths."
    )
    assert cause.working == "erlangs = 60 × 0.056 = 3.36; call-paths = erlang_b_lines(3.36, 1 %) = 9"
    assert read(cause.facts) == [
        "sites.main.users = 60 @ needs.yaml:12",
        "sites.main.voice.traffic = moderate (assumed)",
    ]


def test_a_stated_count_beats_the_model() -> None:
    demand = one(catalog(FROM_PEOPLE, AS_STATED), needs(site("main", 12, users=Decimal(60), voice__calls=Decimal(25))))
    assert (told(demand), demand.cause.because) == ("main: call-paths 25", "You asked for 25 calls at the same time.")
    assert read(demand.cause.facts) == ["sites.main.voice.calls = 25 @ needs.yaml:12"]


def test_sites_that_say_the_same_share_the_verdict_and_keep_their_own_facts() -> None:
    found = derived(FROM_PEOPLE, needs(*(site(f"s{n}", n, users=Decimal(60)) for n in (11, 12)))).demands
    assert [(told(demand), read(demand.cause.facts)[0]) for demand in found] == [
        ("s11: call-paths 9", "sites.s11.users = 60 @ needs.yaml:11"),
        ("s12: call-paths 9", "sites.s12.users = 60 @ needs.yaml:12"),
    ]


def test_rules_come_in_the_order_of_their_ids_and_options_after_them() -> None:
    adds = (rule("a-added", {"backup": {}}, when="users >= 10"),)
    options = (Option("plain", "", ""), Option("recommended", "", "", adds))
    offered = catalog(rule("z", {"call-paths": "users"}), rule("b", {"upstream": "users * 1 Mbps"}), options=options)
    outcome = derive(offered, needs(site("main", users=Decimal(12))), options, 36)
    assert outcome.value is not None
    assert [(d.cause.rule, d.cause.option) for d in outcome.value.demands] == [
        ("b", ""),
        ("z", ""),
        ("a-added", "recommended"),
    ]


def test_a_rule_that_reads_an_answer_nobody_gave_does_not_apply() -> None:
    for unknown in (
        rule("r", {"call-paths": "voice.calls"}),
        rule("r", {"backup": {}}, when="voice.calls > 3"),
        rule("r", {"internet": {"down": "internet.down", "up": "10 Mbps"}}),
        rule("r", {"call-paths": "total"}, let={"total": "voice.calls + 1"}),
    ):
        assert derived(unknown, needs(site("main", users=Decimal(1)))) == Demands(())


def test_what_is_not_above_zero_is_not_demanded() -> None:
    nothing = rule("r", {"call-paths": "lines", "internet": {"down": "lines * 1 Mbps"}, "upstream": "lines - 5 Mbps"})
    assert derived(nothing, needs(site("main"))) == Demands(())
    part = rule("r", {"wan": {"cir": "lines * 1 Mbps", "service_class": "'basic'"}})
    assert told(one(part, needs(site("main")))) == "main: wan {'service_class': 'basic'}"


def test_qualities_are_worked_out_one_by_one_and_units_are_printed() -> None:
    down = rule(
        "r",
        {"internet": {"down": "internet.down * 1.25", "up": "20"}},
        "A quarter more than {internet.down} is {down}, {up} up.",
    )
    demand = one(down, needs(site("main", internet__down=Decimal(1000))))
    assert demand.qualities == {"down": Decimal(1250), "up": Decimal(20)}
    assert demand.cause.because == "A quarter more than 1 Gbps is 1,250 Mbps, 20 Mbps up."
    assert demand.cause.working == "down = 1 Gbps × 1.25 = 1,250 Mbps; up = 20"


def test_tables_are_read_in_base_units() -> None:
    calls = rule(
        "r", {"upstream": "users * per_call"}, "{per_call} a call.", let={"per_call": "call_bandwidth[voice.traffic]"}
    )
    demand = one(calls, needs(site("main", users=Decimal(10))))
    assert (demand.amount, demand.cause.because) == (Decimal("0.872"), "87.2 kbps a call.")
    assert demand.cause.working == "per_call = 87.2 kbps; upstream = 10 × 87.2 kbps = 872 kbps"


def test_flags_are_false_and_accesses_assumed_where_nobody_speaks() -> None:
    flags = rule(
        "r", {"backup": {}}, when="not internet.backup and access.coax == 'none' and access.wireless == 'on-net'"
    )
    assert read(one(flags, needs(site("main", access={"fibre": "on-net"}))).cause.facts) == [
        "sites.main.internet.backup = no (assumed)",
        "sites.main.access.coax = none (assumed)",
        "sites.main.access.wireless = on-net (assumed)",
    ]
    stated = rule("r", {"backup": {}}, when="access.fibre == 'on-net'")
    assert read(one(stated, needs(site("main", 7, access={"fibre": "on-net"}))).cause.facts) == [
        "sites.main.access.fibre = on-net @ needs.yaml:7"
    ]


def test_a_site_knows_the_network_the_customer_its_state_and_the_term() -> None:
    text = "network.topology == 'hub-and-spoke' and site.in_network and not site.is_hub and customer.new and term >= 36 and site.state == 'OH'"
    spoke = rule("r", {"wan": {"cir": "network.cir"}}, "{network.cir} over {term}, one of {network.sites}.", when=text)
    network: dict[str, Value] = {"topology": "hub-and-spoke", "hub": "main", "cir": Decimal(100)}
    demand = one(spoke, needs(site("main"), site("ohio", 11), network=network, customer={"new": True}))
    assert (demand.site, demand.cause.because) == ("ohio", "100 Mbps over 36 months, one of 2.")
    assert read(demand.cause.facts) == [
        "network.topology = hub-and-spoke @ needs.yaml:3",
        "network.hub = main @ needs.yaml:3",
        "customer.new = True @ needs.yaml:4",
        "term = 36 months @ needs.yaml:2",
        "sites.ohio.address.state = OH @ needs.yaml:11",
        "network.cir = 100 @ needs.yaml:3",
    ]


def test_network_rules_are_asked_once_and_only_in_a_network() -> None:
    unis = rule("r", {"lan-unis": "network.sites"}, "{cir} at {network.sites} sites.", at=At.NETWORK)
    assert derived(unis, needs(site("a"), site("b"))) == Demands(())
    demand = one(unis, needs(site("a"), site("b"), network={"topology": "any-to-any", "cir": Decimal(50)}))
    assert (told(demand), demand.cause.because) == ("-: lan-unis 2", "50 Mbps at 2 sites.")
    assert read(demand.cause.facts) == ["network.cir = 50 @ needs.yaml:3"]


def test_account_rules_look_over_all_sites_and_name_what_counted() -> None:
    person = rule(
        "r",
        {"service-manager": {}},
        "{total(users)} people.",
        at=At.ACCOUNT,
        when="total(users) > 10 and any_site(internet.backup)",
    )
    sites = (site("a", 11, users=Decimal(8)), site("b", 12, users=Decimal(7), internet__backup=True), site("c", 13))
    demand = one(person, needs(*sites))
    assert (told(demand), demand.cause.because) == ("-: service-manager", "15 people.")
    assert read(demand.cause.facts) == [
        "sites.a.users = 8 @ needs.yaml:11",
        "sites.b.users = 7 @ needs.yaml:12",
        "sites.b.internet.backup = True @ needs.yaml:12",
    ]
    assert derived(rule("r", {"call-paths": "total(voice.calls)"}, at=At.ACCOUNT), needs(*sites)) == Demands(())


def test_prohibitions_and_recommendations_carry_their_cause() -> None:
    found = derived(
        rule("r", forbid=("coax", "e-lan"), recommend="Survey {users} desks.", because="Because of {users}."),
        needs(site("main", users=Decimal(3))),
    )
    assert [(p.site, p.access, p.offering, p.cause.because) for p in found.prohibitions] == [
        ("main", "coax", "", "Because of 3."),
        ("main", "", "e-lan", "Because of 3."),
    ]
    assert [(r.site, r.text, read(r.cause.facts)) for r in found.recommendations] == [
        ("main", "Survey 3 desks.", ["sites.main.users = 3 @ needs.yaml:10"])
    ]


def test_a_sentence_that_needs_an_unknown_answer_is_an_error_told_once() -> None:
    broken = rule("r", {"call-paths": "users"}, "You have {rooms} rooms.", line=5)
    outcome = derive(catalog(broken), needs(site("a", users=Decimal(3)), site("b", users=Decimal(4))), (), 36)
    [finding] = outcome.diagnostics
    assert (finding.code, finding.severity, finding.span.place) == ("RUL201", Severity.ERROR, "rules/sample.yaml:5")
    assert finding.message == "the sentence of `r` needs `rooms`, which is not known at site `a`"
    assert finding.help == "leave it out of the sentence, or add `known(rooms)` to the rule's `when`"
    assert outcome.value == Demands(())


def test_a_demand_without_result_is_said_and_not_swallowed() -> None:
    for text, answers in (
        ("users / rooms", site("a", users=Decimal(3), rooms=Decimal(0))),
        ("erlang_b_lines(users * 1000, 1 %)", site("a", users=Decimal(300))),
    ):
        outcome = derive(catalog(rule("r", {"call-paths": text})), needs(answers), (), 36)
        [finding] = outcome.diagnostics
        assert (finding.code, finding.severity) == ("RUL202", Severity.WARNING)
        assert finding.message == f"`{text}` in `r` has no result at site `a`"
        assert finding.help == "a division by zero, or numbers beyond all measure; rule them out in `when`"
