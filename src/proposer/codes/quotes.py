"""Quotes and quote files: what the codes QUO stand for."""

from __future__ import annotations

from proposer.codes.code import Code

CODES: dict[str, Code] = {
    "QUO101": Code(
        "No price book on that day",
        "A quote needs prices that are valid.",
        bad="proposer quote needs.yaml --as-of 2001-01-01",
        good="proposer quote needs.yaml --as-of 2026-11-23",
    ),
    "QUO102": Code(
        "An unknown option",
        "The catalog's options are the only ones.",
        bad="proposer quote needs.yaml --option premium",
        good="proposer quote needs.yaml --option premier",
    ),
    "QUO103": Code(
        "A term that is not sold",
        "The catalog's terms are the only ones with prices.",
        bad="proposer quote needs.yaml --term 48",
        good="proposer quote needs.yaml --term 36",
    ),
    "QUO104": Code(
        "A question about something that there is not",
        "A site, an offering, a characteristic or one of its values is not known, so there is nothing to compare.",
        bad="proposer why-not needs.yaml wets dedicated-internet",
        good="proposer why-not needs.yaml west dedicated-internet bandwidth=500Mbps",
    ),
    "QUO105": Code(
        "A search that was ended too early",
        "`--time` or Ctrl-C ended the choice before it had found a solution, or had shown that there is none.",
        bad="proposer quote thousands-of-sites.yaml --time 0.1",
        good="proposer quote thousands-of-sites.yaml --time 30",
    ),
    "QUO111": Code(
        "A grid of prices that cannot be read",
        "It names no offering and characteristic, a range that does not end where it says, or a unit that does not fit.",
        bad="proposer price needs.yaml --grid 'dedicated-internet.bandwidth=500..2050/100 Mbps'",
        good="proposer price needs.yaml --grid 'dedicated-internet.bandwidth=500..2000/100 Mbps'",
    ),
    "QUO112": Code(
        "An offering without prices on that day",
        "It is not sold then, or the price book does not have it.",
        bad="proposer price needs.yaml --grid dedicated-internet.bandwidth --as-of 2001-01-01",
        good="proposer price needs.yaml --grid dedicated-internet.bandwidth --as-of 2026-11-23",
    ),
    "QUO113": Code(
        "A negotiated discount that falls below the floor",
        "The pricing policy says below which price nothing may be negotiated; the remedy is the most that can be given.",
        bad="proposer quote needs.yaml --discount dedicated-internet=15%",
        good="proposer quote needs.yaml --discount dedicated-internet=5%",
    ),
    "QUO114": Code(
        "A configuration that is not sold at another term",
        "It is priced there unchanged, and an offering of it has no price at that term.",
        bad="proposer price needs.yaml --terms 12,60 --unchanged",
        good="proposer price needs.yaml --terms 12,60",
    ),
    "QUO115": Code(
        "A discount on what is not quoted",
        "It takes nothing off, and nobody need approve it.",
        bad="proposer quote examples/dentist.yaml --discount ethernet-port=5%",
        good="proposer quote examples/dentist.yaml --discount business-internet=5%",
    ),
    "QUO801": Code(
        "A quote file is not JSON",
        "It was cut short, or is another file.",
        bad="proposer render needs.yaml",
        good=("proposer quote needs.yaml --json > quote.json\nproposer render quote.json"),
    ),
    "QUO802": Code(
        "A quote file of another kind",
        "It was made by another version, or is no quote.",
        bad='{"schema": "proposer-quote/0", …}',
        good='{"schema": "proposer-quote/1", …}',
    ),
    "QUO803": Code(
        "A field of a quote file is wrong",
        "It was edited by hand, or damaged.",
        bad='{"monthly": 1234.5, …}',
        good='{"monthly": "1234.50", …}',
    ),
    "QUO804": Code(
        "A quote file refers to what it does not hold",
        "It was edited by hand, or damaged.",
        bad='{"selected": "premium", "options": [{"id": "premier", …}], …}',
        good='{"selected": "premier", "options": [{"id": "premier", …}], …}',
    ),
    "QUO805": Code(
        "A PDF holds no quote",
        "It is damaged, was printed anew by another program, or is no proposal.",
        bad="proposer render brochure.pdf",
        good="proposer render Lakeside-Family-Clinics_2026-11-23.pdf",
    ),
    "QUO806": Code(
        "A PDF that does not tell how it was made",
        "`proposer-edition.json` in it was changed, or is of a later version; making another document of it unasked would be wrong.",
        bad="proposer render edited.pdf",
        good="proposer render proposer-quote.json --brand northline --paper a4",
    ),
    "QUO901": Code(
        "A line that is not named precisely",
        "Several lines of the quote fit.",
        bad="proposer why needs.yaml main/evpl",
        good="proposer why needs.yaml main/evpl-2",
    ),
    "QUO902": Code(
        "An unknown line",
        "No line of the quote has that name.",
        bad="proposer why needs.yaml main/dedicated-intrenet",
        good="proposer why needs.yaml main/dedicated-internet",
    ),
    "QUO903": Code(
        "A quote file cannot be read",
        "It is not there, or no text.",
        bad="proposer render qoute.json",
        good="proposer render quote.json",
    ),
}
