"""What is known of an expression before anybody has answered anything."""

from __future__ import annotations

import pytest
from expression_samples import VOCABULARY, expression, lines, sentence

from proposer.expressions import COUNT, FLAG, TEXT, TableType, Type, check_template, expect, infer

MBPS = Type("number", "Mbps")
OVER_SITES: dict[str, Type | TableType] = {"sites.users": COUNT, "sites.backup": FLAG, "cir": MBPS}


@pytest.mark.parametrize(
    ("text", "type_"),
    [
        ("users", COUNT),
        ("2 * 3", COUNT),
        ("internet.down * users", MBPS),
        ("2 * internet.down", MBPS),
        ("internet.down / 10 Mbps", COUNT),
        ("internet.down + 10", MBPS),
        ("-internet.down", MBPS),
        ("internet.down > 10 Gbps and internet.down < 20", FLAG),
        ("users * busy_hour_erlangs[voice.traffic]", Type("number", "erlangs")),
        ("erlang_b_lines(users * busy_hour_erlangs[voice.traffic], 1 %)", COUNT),
        ("max(internet.down, 100, 1 Gbps)", MBPS),
        ("round_up(internet.down, 100 Mbps)", MBPS),
        ("'basic' if internet.backup else 'premium'", Type("text", choices=("basic", "premium"))),
        ("site.state if internet.backup else 'OH'", TEXT),
        ("site.state == 'OH'", FLAG),
        ("voice.traffic in ['light', 'heavy']", FLAG),
        ("known(voice.seats)", FLAG),
        ("term >= 36", FLAG),
    ],
)
def test_what_an_expression_will_be(text: str, type_: Type) -> None:
    inferred = infer(expression(text), VOCABULARY)
    assert (inferred.value, lines(inferred.diagnostics)) == (type_, [])


@pytest.mark.parametrize(
    ("text", "finding"),
    [
        ("voice.saets > 3", "RUL110 0–11 there is no `voice.saets` here (did you mean `voice.seats`?)"),
        ("voice.traffic == heavy", "RUL110 17–22 there is no `heavy` here (texts stand in quotes: `'heavy'`)"),
        ("users-term", "RUL110 0–10 there is no `users-term` here (to subtract, write spaces: `users - term`)"),
        ("known(voice.seat)", "RUL110 6–16 there is no `voice.seat` here (did you mean `voice.seats`?)"),
        ("internet.down > 10 %", "RUL111 0–20 an amount in Mbps cannot be compared with an amount in %"),
        ("internet.down == 36 months", "RUL111 17–26 an amount in Mbps cannot be compared with an amount in months"),
        ("internet.down + users", "RUL111 0–21 an amount in Mbps cannot be added to a number"),
        ("users / internet.down", "RUL111 0–21 a number cannot be divided by an amount in Mbps"),
        (
            "internet.down * 10 %",
            "RUL111 0–20 an amount in Mbps cannot be multiplied by an amount in % (to take a share, multiply by a fraction: `* 0.1` is 10 %)",
        ),
        ("max(internet.down, users)", "RUL111 19–24 an amount in Mbps and a number do not go together"),
        ("erlang_b_lines(internet.down, 1 %)", "RUL111 15–28 an amount in Mbps is no load in erlangs"),
        ("erlang_b_lines(users, 0.01)", "RUL106 22–26 the share of blocked calls is in % (write `1 %`)"),
        (
            "voice.traffic == 'heavvy'",
            "RUL112 17–25 `heavvy` is not one of light, moderate, heavy (did you mean `heavy`?)",
        ),
        (
            "voice.traffic in ['heavvy']",
            "RUL112 18–26 `heavvy` is not one of light, moderate, heavy (did you mean `heavy`?)",
        ),
        ("voice.traffic == 3", "RUL113 17–18 one of light, moderate, heavy cannot be compared with a number"),
        ("users and internet.backup", "RUL113 0–5 `users` is a number, but true or false is due here"),
        ("not users", "RUL113 4–9 `users` is a number, but true or false is due here"),
        ("voice.traffic + 1", "RUL113 0–13 `voice.traffic` is one of light, moderate, heavy, but a number is due here"),
        ("1 if internet.backup else 'a'", "RUL113 0–29 this is a number or one of a; it must be of one kind"),
        (
            "busy_hour_erlangs * 2",
            "RUL114 0–17 `busy_hour_erlangs` is a table (write what to look up: `busy_hour_erlangs[…]`)",
        ),
        ("busy_hours[voice.traffic]", "RUL114 0–25 there is no table `busy_hours` (did you mean `busy_hour_erlangs`?)"),
        (
            "speeds[voice.traffic]",
            "RUL114 7–20 the table `speeds` has no value for `heavy` (known here: `light`, `moderate`)",
        ),
        ("speeds[site.state]", "RUL114 7–17 `site.state` can be any text, which no table holds"),
        ("total(users)", "RUL115 0–12 `total` looks over all sites, and this rule is for one site"),
    ],
)
def test_what_cannot_be_meant(text: str, finding: str) -> None:
    inferred = infer(expression(text), VOCABULARY)
    assert lines(inferred.diagnostics) == [finding]


def test_all_that_is_wrong_is_told_at_once() -> None:
    inferred = infer(expression("usrs > 3 and voice.traffic == 'none'"), VOCABULARY)
    assert lines(inferred.diagnostics) == [
        "RUL110 0–4 there is no `usrs` here (did you mean `users`?)",
        "RUL112 30–36 `none` is not one of light, moderate, heavy (known here: `heavy`, `light`, `moderate`)",
    ]


@pytest.mark.parametrize(
    ("text", "found"),
    [
        ("total(users) > 100 and any_site(backup)", []),
        (
            "users > 3",
            ["RUL115 0–5 `users` is asked at each site, and this rule is not for a site (write `total(users)`)"],
        ),
        (
            "backup",
            ["RUL115 0–6 `backup` is asked at each site, and this rule is not for a site (write `any_site(backup)`)"],
        ),
        (
            "sites.users > 1",
            ["RUL115 0–11 `sites.users` is asked at each site, and this rule is not for a site (write `total(users)`)"],
        ),
        ("total(usrs)", ["RUL110 6–10 no site is asked for `usrs` (did you mean `users`?)"]),
        ("total(backup)", ["RUL113 6–12 `backup` is true or false, but a number is due here"]),
    ],
)
def test_rules_for_the_account_look_over_all_sites(text: str, found: list[str]) -> None:
    assert lines(infer(expression(text), OVER_SITES).diagnostics) == found


@pytest.mark.parametrize(
    ("text", "wanted", "found"),
    [
        ("500", MBPS, []),
        ("users", Type("number", "calls"), []),
        ("users", MBPS, ["RUL111 0–5 `users` is a number, but an amount in Mbps is due here"]),
        ("users", FLAG, ["RUL113 0–5 `users` is a number, but true or false is due here"]),
        (
            "users * busy_hour_erlangs[voice.traffic]",
            Type("number", "calls"),
            [
                "RUL111 0–40 `users * busy_hour_erlangs[voice.traffic]` is a number of erlangs, but a number of calls is due here"
            ],
        ),
        ("'premium'", Type("text", choices=("basic", "premium")), []),
        (
            "premium",
            Type("text", choices=("basic", "premium")),
            ["RUL110 0–7 there is no `premium` here (texts stand in quotes: `'premium'`)"],
        ),
        (
            "'premum'",
            Type("text", choices=("basic", "premium")),
            ["RUL112 0–8 `premum` is not one of basic, premium (did you mean `premium`?)"],
        ),
        (
            "site.state",
            Type("text", choices=("basic",)),
            ["RUL112 0–10 `site.state` is a text, but one of basic is due here"],
        ),
    ],
)
def test_what_a_place_in_the_file_needs(text: str, wanted: Type, found: list[str]) -> None:
    assert lines(expect(expression(text), VOCABULARY, wanted).diagnostics) == found


def test_sentences_are_typed_too() -> None:
    assert lines(check_template(sentence("{users} people, {usrs} of them, {internet.down + users}"), VOCABULARY)) == [
        "RUL110 17–21 there is no `usrs` here (did you mean `users`?)",
        "RUL111 33–54 an amount in Mbps cannot be added to a number",
    ]
