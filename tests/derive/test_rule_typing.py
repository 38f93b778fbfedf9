"""Whole rules, typed when the catalog is loaded."""

from __future__ import annotations

from derive_samples import catalog, rule

from proposer.model.catalog import At, Rule
from proposer.model.rule_typing import rule_findings
from proposer.model.vocabulary import vocabulary

CATALOG = catalog()


def found(written: Rule) -> list[str]:
    known = vocabulary(CATALOG.questions, CATALOG.tables, CATALOG.accesses, written.at)
    findings = rule_findings(written, CATALOG.capabilities, known)
    return [f"{d.code} {d.span.column}: {d.message}" + (f" ({d.help})" if d.help else "") for d in findings]


def test_a_sound_rule_has_no_findings() -> None:
    sound = rule(
        "r",
        {"call-paths": "erlang_b_lines(load, 1 %)", "wan": {"cir": "network.cir", "service_class": "'basic'"}},
        "{users} people offer {load}: {call-paths} paths, {cir} in {service_class}, {term}.",
        when="known(users) and access.fibre in ['on-net', 'near-net'] and not site.is_hub",
        let={"load": "users * busy_hour_erlangs[voice.traffic]"},
    )
    assert found(sound) == []


def test_each_expression_must_be_what_its_place_needs() -> None:
    wrong = rule("r", {"upstream": "users", "wan": {"cir": "voice.traffic", "service_class": "'gold'"}}, when="users")
    assert found(wrong) == [
        "RUL113 1: `users` is a number, but true or false is due here",
        "RUL111 1: `users` is a number, but an amount in Mbps is due here",
        "RUL113 1: `voice.traffic` is one of light, moderate, heavy, but an amount in Mbps is due here",
        "RUL112 1: `gold` is not one of basic, premium (known here: `basic`, `premium`)",
    ]


def test_a_faulty_let_is_told_once() -> None:
    wrong = rule(
        "r", {"call-paths": "load"}, "{load} and {more}", let={"load": "usrs * 2", "more": "load + 1"}, when="load > 2"
    )
    assert found(wrong) == ["RUL110 1: there is no `usrs` here (did you mean `users`?)"]


def test_a_let_may_not_take_a_name_that_means_something() -> None:
    wrong = rule("r", {"call-paths": "users"}, let={"users": "3", "term": "12"})
    assert found(wrong) == [
        "RUL116 1: `users` already means something else (choose another: answers, tables and built-in names keep theirs)",
        "RUL116 1: `term` already means something else (choose another: answers, tables and built-in names keep theirs)",
    ]


def test_a_sentence_may_not_name_what_is_demanded_twice() -> None:
    wrong = rule("r", {"internet": {"down": "1"}, "wan": {"cir": "2"}, "backup": {}}, "{down} and {cir}")
    assert found(wrong) == []
    twice = rule("r", {"internet": {"cir": "1"}, "wan": {"cir": "2"}}, "It takes {cir}.")
    assert found(twice) == [
        "RUL117 11: `cir` is demanded more than once (name the value under `let`, and write that name)"
    ]


def test_each_scope_has_its_own_names() -> None:
    assert found(rule("r", {"lan-unis": "network.sites"}, "{cir} is {network.cir}", at=At.NETWORK)) == []
    assert (
        found(rule("r", {"service-manager": {}}, at=At.ACCOUNT, when="new and customer.new and total(users) > 3")) == []
    )
    assert found(rule("r", {"service-manager": {}}, at=At.ACCOUNT, when="users > 3 or network.cri > 3")) == [
        "RUL115 1: `users` is asked at each site, and this rule is not for a site (write `total(users)`)",
        "RUL110 14: there is no `network.cri` here (did you mean `network.cir`?)",
    ]
