"""The sentences that the program itself writes into a quote, in English, by key; everything else in it is the catalog's own.

Why one table: a quote is the same in every language, and a proposal in another one knows these sentences again by their pattern.
Whoever writes a sentence and whoever says it otherwise read it here, so neither can drift from the other.
"""

from __future__ import annotations

from collections.abc import Mapping

PHRASES: Mapping[str, str] = {
    # the plan
    "plan_survey": "Order, site survey and design",
    "plan_survey_words": "We confirm entrances, power and demarcation, and agree on dates with the contact on site.",
    "plan_building": "Construction and installation",
    "plan_building_words": "Fibre or coax is built into the building first; permits and landlords may move this date.",
    "plan_installing": "Installation and activation",
    "plan_installing_words": "Access is installed and tested, then services are turned up one by one beside what you have today.",
    "plan_acceptance": "Acceptance and start of billing",
    "plan_acceptance_words": "You test and accept each service; billing for it starts then.",
    # the sites
    "access_on_net": "on our network",
    "access_near_net": "after construction",
    "access_off_net": "through a third party",
    "access_none": "not there",
    "access_refused": "not wanted",
    "whole_account": "The whole account",
    "sites_alike": "{n} sites alike",
    "the_account": "the account",
    "some_sites": "{n} sites",
    # what options add
    "likewise_one": "{reason}; likewise at 1 more site.",
    "likewise": "{reason}; likewise at {n} more sites.",
    "not_added": "{what} cannot be added at {where}: nothing on sale there provides it.",
    "hub_circuits": "The circuits of {n} sites end here; together they may not exceed the ports.",
    # prices and their reasons
    "construction": "Construction: {access}",
    "paid_off": "Construction is paid off",
    "term": "{n}-month term",
    "volume_account": "Volume over the account",
    "volume_site": "Volume over the site",
    "bundle": "Bundle {name}",
    "negotiated": "Negotiated discount",
    "case_by_case": "Designed and priced case by case.",
    "case_by_case_over": "Designed and priced case by case ({access}).",
    "case_expired": "{reason} Its price held until {until}.",
    "case_of_account": "The whole account: {name}. {case}",
    "case_of_sites": "{names} and {n} more: {name}. {case}",
    "case_of_site": "{names}: {name}. {case}",
    # fees and usage
    "fee_pieces": "{n} × {amount}",
    "fee_share": "{percent} % of {amount}",
    "fee_share_of_part": "{percent} % of {part} % of {amount}",
    "fee_percent": "{percent} %",
    "fee_amount": "{amount}",
    "usage_basis": "{stated} {usage}, {included} included; {over} × {rate}",
    "usage": "Usage at {site}: {basis}; an estimated {sum} a month beyond the prices above.",
    "usage_within": "Usage at {site}: {basis}; nothing beyond.",
    # the contract
    "outage_example": "An outage of {n} hours of {name} at {amount} a month is credited with {percent} %, {back}.",
    "ends_within": "In months {first} to {last}: {percent} % of the monthly charges that remain in that period",
    "ends_from": "From month {first}: {percent} % of the monthly charges that remain in that period",
    "missing": "{what}: {names}",
    "missing_and_more": "{what}: {names} and {n} more",
}


def said(key: str, **values: object) -> str:
    """A sentence with its values, as a quote holds it."""
    return PHRASES[key].format(**values)
