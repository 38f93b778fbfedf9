"""Quotes whose words would take memory or time without end, or would be something else than words."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import replace

from hostile_world import NO_TIME, SHORT, Vector
from hostile_world import proposal_samples as samples

from proposer.model.quote import Quote

GOAL = "<script>alert(1)</script>"


def named(name: str) -> Callable[[], Quote]:
    made = samples.dentist()
    return lambda: replace(made, customer=replace(made.customer, name=name))


def aiming(*goals: str) -> Callable[[], Quote]:
    made = samples.dentist()
    return lambda: replace(made, customer=replace(made.customer, goals=goals))


def many_sites() -> Quote:
    made = samples.retailer(16)
    sites = tuple(replace(made.sites[0], id=f"s{n}") for n in range(20_000))
    designs = (replace(made.chosen.designs[0], site_ids=tuple(site.id for site in sites)),)
    return replace(made, sites=sites, options=(replace(made.chosen, designs=designs),))


def long_line() -> Quote:
    made = samples.dentist()
    design = made.chosen.designs[0]
    line = replace(design.lines[0], description="fast " * 400_000)
    return replace(made, options=(replace(made.chosen, designs=(replace(design, lines=(line,)),)),))


VECTORS = (
    Vector("a name of a million letters", quote=named("x" * 1_000_000), expected=NO_TIME, shipped=True, limits=SHORT),
    Vector("a name of 200,000 words", quote=named("Lake " * 200_000), expected=NO_TIME, shipped=True, limits=SHORT),
    Vector("a name of 3,000 letters", quote=named("x" * 3_000), expected="a PDF"),
    Vector("100,000 goals", quote=aiming(*["One bill"] * 100_000), expected=NO_TIME, shipped=True, limits=SHORT),
    Vector(
        "a goal of marks above each other",
        quote=aiming("Z" + "\u0300\u0321" * 100_000),
        expected='TPL304 the brand\'s fonts have no letter for "̡" (U+0321)',
    ),
    Vector("a goal of joined signs", quote=aiming("x\u200d" * 50_000), expected=NO_TIME, shipped=True, limits=SHORT),
    Vector("a goal that turns round", quote=aiming("\u202e" * 100 + "0001$"), expected="a PDF"),
    Vector(
        "a goal of turns in turns", quote=aiming("\u2067x\u2068" * 50_000), expected=NO_TIME, shipped=True, limits=SHORT
    ),
    Vector(
        "a name with signs of control",
        quote=named("Lake\0\x07\x1b[31m\u2028side"),
        expected="a PDF",
    ),
    Vector(
        "a goal that is a script", quote=aiming(GOAL, "{{ 7 * 7 }}", "{% include '/etc/passwd' %}"), expected="a PDF"
    ),
    Vector("a goal of white space", quote=aiming(" \n\t" * 100_000), expected="a PDF"),
    Vector("20,000 sites", quote=many_sites, expected=NO_TIME, shipped=True, limits=SHORT),
    Vector("a line of two million letters", quote=long_line, expected=NO_TIME, shipped=True, limits=SHORT),
)
