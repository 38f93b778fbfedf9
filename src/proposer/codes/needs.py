"""Needs files and sites: what the codes NED stand for."""

from __future__ import annotations

from proposer.codes.code import Code

CODES: dict[str, Code] = {
    "NED101": Code(
        "An unknown field or question",
        "What was said would be lost.",
        bad="intrenet: {down: 80 Mbps}",
        good="internet: {down: 80 Mbps}",
    ),
    "NED102": Code(
        "Something is missing",
        "A quote needs a customer's name, a term and a site with an id.",
        bad=("customer: {name: Lakeside Clinics}\nsites: [{id: main}]"),
        good=("customer: {name: Lakeside Clinics}\nterm: 36\nsites: [{id: main}]"),
    ),
    "NED103": Code(
        "A value that does not fit",
        "A number out of bounds, an unknown choice, a date that is none.",
        bad="internet: {down: -80 Mbps}",
        good="internet: {down: 80 Mbps}",
    ),
    "NED104": Code(
        "An unknown site or offering",
        "It is named, and is not there.",
        bad="network: {topology: hub-and-spoke, hub: mian}",
        good="network: {topology: hub-and-spoke, hub: main}",
    ),
    "NED105": Code(
        "An ill-formed site id",
        "Letters, digits, `-` and `_`.",
        bad="- id: Main clinic (north)",
        good=("- id: main-north\n  name: Main clinic (north)"),
    ),
    "NED106": Code(
        "Two sites of one id",
        "They could not be told apart.",
        bad="sites: [{id: main}, {id: main}]",
        good="sites: [{id: main}, {id: north}]",
    ),
    "NED108": Code(
        "A term that is not sold",
        "The catalog's terms are the only ones with prices.",
        bad="term: 48",
        good="term: 36",
    ),
    "NED109": Code(
        "A hub that does not fit its network",
        "Hub-and-spoke needs one, any-to-any has none.",
        bad="network: {topology: hub-and-spoke}",
        good="network: {topology: hub-and-spoke, hub: main}",
    ),
    "NED110": Code(
        "A field without a value",
        "It counts as not stated.",
        bad="internet: {down: }",
        good="internet: {down: 80 Mbps}",
    ),
    "NED111": Code(
        "A discount above the policy's most",
        "A rep may not give it.",
        bad="discounts: {dedicated-internet: 40 %}",
        good="discounts: {dedicated-internet: 10 %}",
    ),
    "NED112": Code(
        "A budget of nothing",
        "Nothing could be sold.",
        bad="budget: {monthly: 0}",
        good="budget: {monthly: 2500.00}",
    ),
    "NED113": Code(
        "An address that looks wrong",
        "Prices, fees and 911 depend on it.",
        bad="address: {state: Penn, zip: 1650}",
        good='address: {state: PA, zip: "16501"}',
    ),
    "NED114": Code(
        "Construction of what is not built",
        "It is the cost of bringing an access into a building that it is near to.",
        bad="access: {fibre: on-net}\nconstruction: {fibre: 12000.00}",
        good="access: {fibre: near-net}\nconstruction: {fibre: 12000.00}",
    ),
    "NED115": Code(
        "A price for what has one",
        "`icb` prices what the catalog leaves as an individual case.",
        bad="icb: [{site: main, offering: seat, monthly: 12.00, until: 2027-03-01, by: J. Ortiz}]",
        good="icb: [{site: main, offering: diverse-entrance, once: 9000.00, until: 2027-03-01, by: J. Ortiz}]",
    ),
    "NED116": Code(
        "A site that begins after the term has ended",
        "`from_month` is a month of the contract.",
        bad="term: 36\nsites: [{id: main, from_month: 40}]",
        good="term: 36\nsites: [{id: main, from_month: 4}]",
    ),
    "NED117": Code(
        "Growth that is none",
        "`growth` states counts and numbers that rise in a month of the contract, after the site's first and within the term.",
        bad="sites: [{id: main, users: 60, growth: {13: {users: 40}}}]",
        good="sites: [{id: main, users: 40, growth: {13: {users: 60}}}]",
    ),
    "NED118": Code(
        "Expediting to no day",
        "What is to be sooner is judged by the day on which it is wanted.",
        bad="expedite: true",
        good="install_by: 2027-03-01\nexpedite: true",
    ),
    "NED120": Code(
        "A header that cannot be read",
        "A CSV's first line names its columns as the needs file names its fields.",
        bad="id,adress.city,internet.down",
        good="id,address.city,internet.down",
    ),
    "NED121": Code(
        "A ragged row",
        "It has more or fewer cells than the header; values would slip into the wrong columns.",
        bad=("id,address.city,internet.down\nnorth,Erie"),
        good=("id,address.city,internet.down\nnorth,Erie,100 Mbps"),
    ),
    "NED122": Code(
        "A file that is not CSV",
        "Mostly a double quote that is never closed.",
        bad=('id,name\nnorth,"Erie'),
        good=('id,name\nnorth,"Erie"'),
    ),
    "NED123": Code(
        "An annex that cannot be left out",
        "There is none of that name, or it is part of what the customer signs.",
        bad="proposal: {without: [terms]}",
        good="proposal: {without: [plan]}",
    ),
    "NED124": Code(
        "A cover note that cannot be printed as it stands",
        "It takes paragraphs, bold, italic, lists, links and the known placeholders, and at most 1,200 letters in 24 lines.",
        bad="cover_note: Dear Dana, see <u>page 2</u>.",
        good="cover_note: Dear Dana, see **page 2**.",
    ),
    "NED125": Code(
        "A logo that cannot be taken",
        "It is a PNG or JPEG of at most 4 MB and 16 million pixels, beside the needs file.",
        bad="logo: logo.svg",
        good="logo: logo.png",
    ),
}
