"""Templates and the PDF: what the codes TPL stand for."""

from __future__ import annotations

from proposer.codes.code import Code

CODES: dict[str, Code] = {
    "TPL001": Code(
        "There are no templates",
        "The folder does not exist.",
        bad="proposer propose needs.yaml --templates tempaltes",
        good="proposer propose needs.yaml --templates templates",
    ),
    "TPL101": Code(
        "A template names what is not there",
        "Templates print what the quote holds, and nothing else.",
        bad="{{ quote.custmer.name }}",
        good="{{ quote.customer.name }}",
    ),
    "TPL102": Code(
        "A template cannot be read",
        "Its syntax is broken.",
        bad="{% if option.credits %}…",
        good="{% if option.credits %}…{% endif %}",
    ),
    "TPL103": Code(
        "A template does what it may not",
        "Templates cannot compute or reach out.",
        bad="{{ quote.__class__ }}",
        good="{{ quote.id }}",
    ),
    "TPL104": Code(
        "An unknown locale",
        "Amounts and dates are written as a locale does.",
        bad="locale: en-USA",
        good="locale: en_US",
    ),
    "TPL105": Code(
        "A saved quote's logo is none",
        "A logo goes into a quote drawn anew; what else stands there is not opened.",
        bad='"logo": "https://example.com/logo.png"',
        good='"logo": ""',
    ),
    "TPL106": Code(
        "A saved quote leaves out what it may not",
        "Some annexes are what the customer signs.",
        bad='"without": ["terms"]',
        good='"without": ["plan"]',
    ),
    "TPL201": Code(
        "There is no such brand",
        "The folder of brands does not hold it.",
        bad='brand = "meridain"',
        good='brand = "meridian"',
    ),
    "TPL202": Code(
        "A brand file is wrong",
        "Its colours, fonts or files do not fit.",
        bad=('[colors]\nink = "dark blue"'),
        good=('[colors]\nink = "#12233d"'),
    ),
    "TPL203": Code(
        "A font is missing",
        "Fonts come as locked packages.",
        bad=('[fonts]\nbody = "Barlov"'),
        good=('[fonts]\nbody = "Barlow"'),
    ),
    "TPL204": Code(
        "There is no such paper",
        "A proposal is laid out for US Letter or A4.",
        bad="proposer propose needs.yaml --paper a5",
        good="proposer propose needs.yaml --paper a4",
    ),
    "TPL301": Code(
        "Pango is missing",
        "PDF files are set with it; everything else works without.",
        bad="proposer propose needs.yaml       # on a machine without Pango",
        good="proposer doctor                   # names the one command that installs it",
    ),
    "TPL302": Code(
        "A document reaches outside",
        "Nothing is read from the system or the network.",
        bad='<img src="https://example.com/logo.png">',
        good='<img src="{{ brand.logo }}">',
    ),
    "TPL303": Code(
        "A style is ignored",
        "The PDF engine does not know it; the page would not look as meant.",
        bad="display: inline-gird",
        good="display: inline-grid",
    ),
    "TPL304": Code(
        "A sign that no font has",
        "It would be printed as an empty box.",
        bad="name: Lakeside 𓂀 Clinics",
        good="name: Lakeside Clinics",
    ),
}
