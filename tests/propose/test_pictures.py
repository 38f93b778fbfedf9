"""What the figures say: the month that pays back, the largest sites, minutes of a promise, places on the map."""

from __future__ import annotations

from dataclasses import replace
from datetime import date

import proposal_samples as samples
from example_quotes import quote
from proposal_wording import SAY
from test_figures import amounts, made, view

from proposer.propose.content.figures.geography import place_of_zip, states
from proposer.propose.content.figures.shapes import Area, Figure, Line
from proposer.propose.content.pictures.amounts import against_today, by_months
from proposer.propose.content.pictures.networks import network_picture
from proposer.propose.content.pictures.services import availability, bandwidth
from proposer.propose.content.pictures.sites import map_picture


def texts(figure: Figure | None) -> list[str]:
    assert figure is not None
    return [label.text for label in figure.labels]


def test_the_price_by_month_shows_every_option_and_where_promotions_end() -> None:
    figure = by_months(quote("clinics"), SAY)
    assert figure is not None
    assert figure.words == (
        "Essential: a monthly charge of $7,022.94 from month 1 to month 2, then a monthly charge of $10,346.18 in month 3, "
        "then a monthly charge of $10,346.18 from month 4 to month 36; "
        "Recommended: a monthly charge of $7,389.44 from month 1 to month 2, then a monthly charge of $10,712.68 in month 3, "
        "then a monthly charge of $10,947.18 from month 4 to month 36; "
        "Premier: a monthly charge of $8,514.34 from month 1 to month 2, then a monthly charge of $11,866.38 in month 3, "
        "then a monthly charge of $12,010.38 from month 4 to month 36; "
        "Promotion ends after month 2; Promotion ends after month 3"
    )
    marks = [s for s in figure.shapes if isinstance(s, Line) and s.dashed]
    assert len(marks) == 2
    told = [label.y for label in figure.labels if label.text.startswith("Promotion ends")]
    assert max(told) < min(y for mark in marks for _, y in mark.points)  # no mark crosses what another one says


def test_a_price_that_never_changes_needs_no_figure() -> None:
    assert by_months(quote("over-ten-gigabit"), SAY) is None


def test_today_is_paid_back_in_the_month_that_the_sums_say() -> None:
    figure = against_today(quote("clinics"), SAY)
    assert figure is not None
    assert figure.words == "One-time charges earned back by month 10; saved in 36 months: $23,462.50"
    first = 7389_44 * 2 + 10712_68 + 16029_00  # three months and what is due once
    assert first + 10947_18 * 6 > 11840_00 * 9
    assert first + 10947_18 * 7 <= 11840_00 * 10


def test_what_never_pays_back_says_what_it_costs_more() -> None:
    figure = against_today(amounts(90_000, 50_000, 40_000), SAY)
    assert figure is not None
    assert figure.words == "more than today in 36 months: $16,700.00"
    assert figure.title == "What you have paid beyond today by the end of each month"


def test_nobody_compares_without_today_or_with_cases_unpriced() -> None:
    assert against_today(samples.three_sites(), SAY) is None
    assert against_today(samples.clinics(), SAY) is None
    assert against_today(quote("over-ten-gigabit"), SAY) is None


def test_sites_stand_by_bandwidth_and_alike_ones_together() -> None:
    figure = bandwidth(quote("clinics"), SAY)
    assert figure is not None
    assert figure.words == (
        "Harbor Avenue main clinic: 700 Mbps Internet; 3 sites: 300 Mbps Internet, 50 Mbps Private network; "
        "8 sites: 300 Mbps Internet, 10 Mbps Private network"
    )


def test_beyond_fifteen_rows_the_others_stand_together() -> None:
    found = texts(bandwidth(made("unlike"), SAY))
    assert found[-2:] == ["The other 45 sites", "1 Mbps – 45 Mbps"]
    assert found.count("60 Mbps") == 1


def test_one_site_or_none_known_needs_no_bars() -> None:
    assert bandwidth(quote("law-firm"), SAY) is None
    assert bandwidth(samples.nothing(), SAY) is None


def test_a_promise_in_minutes_a_year() -> None:
    figure = availability(quote("clinics"), SAY)
    assert figure is not None
    assert figure.words == (
        "the bar of Ethernet and dedicated internet on fibre, 99.99 % shows 52.6 minutes a year; "
        "the bar of Trunks and hosted voice, 99.99 % shows 52.6 minutes a year; "
        "the bar of Business Class on coax, 99.9 % shows 8.8 hours a year"
    )
    bars = [shape.width for shape in figure.shapes if isinstance(shape, Area)]
    assert bars[0] == bars[1] == bars[2] // 10


def test_a_level_that_promises_in_words_has_no_bar() -> None:
    made = samples.clinics()
    levels = tuple(replace(level, availability="as good as we can") for level in made.service_levels)
    assert availability(replace(made, service_levels=levels), SAY) is None


def test_single_sites_show_their_line_and_what_takes_over() -> None:
    picture = network_picture(quote("law-firm"), SAY)
    assert picture is not None
    assert picture.lead == "A second line takes over when the first is down."
    assert picture.figure.words == "Broad Street office: Fibre, 700 Mbps, LTE and 5G"
    assert len([s for s in picture.figure.shapes if isinstance(s, Line) and s.dashed]) == 2  # its key, and the line


def test_a_line_that_only_a_service_needs_is_shown_as_well() -> None:
    asked = quote("law-firm")
    lines = tuple(
        replace(line, meets=("upstream",)) if "internet" in line.meets else line
        for line in asked.chosen.designs[0].lines
    )
    designs = (replace(asked.chosen.designs[0], lines=lines), *asked.chosen.designs[1:])
    picture = network_picture(replace(asked, options=(replace(asked.chosen, designs=designs),)), SAY)
    assert picture is not None
    assert picture.figure.words == "Broad Street office: Fibre, 700 Mbps, LTE and 5G"


def test_a_second_path_into_the_building_is_a_line_of_its_own() -> None:
    picture = network_picture(quote("over-ten-gigabit"), SAY)
    assert picture is not None
    assert picture.figure.words == "Flats studio: Fibre, 40 Gbps, Diverse fibre entrance"


def test_hundreds_of_sites_are_grouped_by_how_they_are_connected() -> None:
    picture = network_picture(quote("retailer"), SAY)
    assert picture is not None
    assert picture.figure.words == (
        "390 sites: Coax, 100 Mbps, LTE and 5G; 86 sites: Coax, 300 Mbps, LTE and 5G; "
        "18 sites: Coax, 600 Mbps, LTE and 5G; 6 sites: Fibre, 400 Mbps, LTE and 5G"
    )


def test_a_mesh_joins_each_site_with_each_other() -> None:
    picture = network_picture(quote("manufacturer"), SAY)
    assert picture is not None
    assert len([s for s in picture.figure.shapes if isinstance(s, Line) and s.curved]) == 8 * 7 // 2


def test_zip_codes_lie_where_they_are() -> None:
    assert [place_of_zip(code) for code in ("", "1650", "ABCDE", "00000")] == [None] * 4
    for code, latitude, longitude in (("16501", 42.13, -80.09), ("43604", 41.66, -83.53), ("99501", 61.22, -149.88)):
        place = place_of_zip(code)
        assert place is not None
        assert abs(place[0] - latitude) < 0.05
        assert abs(place[1] - longitude) < 0.05
    assert place_of_zip("16500") == place_of_zip("16501")  # a post box's code has no area of its own


def test_every_state_has_its_outline() -> None:
    assert len(states()) == 51
    assert all(len(ring) > 3 for rings in states().values() for ring in rings)


def test_the_map_names_the_towns_and_counts_their_sites() -> None:
    picture = map_picture(quote("clinics"), SAY)
    assert picture is not None
    assert picture.left_out == ""
    assert picture.figure.words.startswith("Erie 3, ")
    named = texts(picture.figure)
    assert {"Erie", "3", "Meadville", "Warren", "Jamestown", "PA", "OH", "NY"} <= set(named)


def test_sites_in_one_town_need_no_map() -> None:
    assert map_picture(quote("school-district"), SAY) is None
    assert map_picture(quote("dentist"), SAY) is None


def test_sites_without_a_known_zip_code_are_counted() -> None:
    made = quote("clinics")
    lost = (replace(made.sites[-1], zip=""), replace(made.sites[-2], zip="96813", city="Honolulu", state="HI"))
    picture = map_picture(replace(made, sites=(*made.sites[:-2], *lost)), SAY)
    assert picture is not None
    assert picture.left_out == (
        "2 sites are not on the map: they have no ZIP code that we know, or lie too far from the others."
    )


def test_the_day_asked_for_is_marked_and_what_comes_after_it_coloured() -> None:
    plan = view("twelve-sites").plan
    assert plan is not None
    assert "You asked for Mar\u00a01,\u00a02027" in texts(plan.figure)
    late = replace(samples.clinics(), customer=replace(samples.clinics().customer, install_by=date(2027, 1, 1)))
    from proposer.propose.content.pictures.plan import plan_figure

    fills = [shape.fill for shape in plan_figure(late, SAY).shapes if isinstance(shape, Area)]
    assert fills == ["primary", "warning", "warning", "warning", "warning"]
