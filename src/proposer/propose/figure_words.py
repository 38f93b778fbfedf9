"""The fixed words of the figures; `{…}` is filled in by the function that asks for the figure."""

from __future__ import annotations

WORDS = {
    # the network
    "network-title": "Your network: {kind}",
    "private-network": "{provider} private network",
    "hub": "Hub",
    "hub-and-spoke": "hub and spoke",
    "any-to-any": "any to any",
    "more-kinds": "{count} more kinds of site",
    "one-site": "1 site",
    "many-sites": "{count} sites",
    "committed": "{rate} committed",
    "internet-title": "Your way to the internet",
    "internet": "Internet",
    "line-first": "Works on",
    "line-second": "Takes over",
    "internet-lead": "Every site shown has its own line to the internet.",
    "backup-lead": "A second line takes over when the first is down.",
    # the price by month
    "months-title": "What you pay a month, by part of the term",
    "one-month": "Month {first}",
    "several-months": "Months {first}–{last}",
    "credit-ends": "Promotion ends after month {last}",
    # cost against today
    "balance-title": "What you have saved against today by the end of each month",
    "saved-in-all": "saved in {months} months",
    "paid-in-all": "more than today in {months} months",
    "month": "Month {month}",
    "even": "One-time charges earned back by month {month}",
    # bandwidth
    "bandwidth-title": "Bandwidth by site",
    "bandwidth-internet": "Internet",
    "bandwidth-network": "Private network",
    "bandwidth-others": "The other {count} sites",
    "bandwidth-between": "{least} to {most}",
    # the plan
    "plan-title": "From signature to handover",
    "signature": "Signature",
    "day": "Day {day}",
    "until": "by {date}",
    "asked": "You asked for {date}",
    # the map
    "map-title": "Where your sites are",
    "map-site": "Site; the number says how many",
    "map-hub": "Hub",
    "map-left-out-one": "1 site is not on the map: it has no ZIP code that we know, or lies too far from the others.",
    "map-left-out-many": "{count} sites are not on the map: they have no ZIP code that we know, or lie too far from the others.",
    # availability
    "availability-title": "How long a service may be down in a year",
    "minutes": "{minutes} minutes a year",
    "hours-tick": "{hours} h",
    "minutes-tick": "{minutes} min",
}


def said(key: str, **parts: str) -> str:
    """A fixed text with its parts filled in."""
    return WORDS[key].format(**parts)
