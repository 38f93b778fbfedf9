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
    "TPL111": Code(
        "A template prints where escaping is not enough",
        "A text of the customer could become an attribute, an address that acts, or a style.",
        bad='<a href="{{ provider.web }}">',
        good='<a href="{{ provider.web | url }}">',
    ),
    "TPL112": Code(
        "An address that a proposal does not link to",
        "A link may lead to the web, to mail, to a telephone, or within the document.",
        bad="web: javascript:alert(1)",
        good="web: https://meridian.example",
    ),
    "TPL113": Code(
        "A text is no value of a style",
        "It could end its declaration and begin another.",
        bad="red; position: fixed",
        good="#c4702b",
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
    "TPL205": Code(
        "There is no such audience",
        "Who may be named stands in templates/audiences.toml.",
        bad="proposer propose needs.yaml --audience cfo",
        good="proposer propose needs.yaml --audience executive",
    ),
    "TPL206": Code(
        "An audience is wrong",
        "It names a section that there is not, or one twice.",
        bad='[executive]\nfront = ["cover", "opptions"]',
        good='[executive]\nfront = ["cover", "options"]',
    ),
    "TPL207": Code(
        "There is no such service for signatures",
        "Anchors are known for DocuSign and Adobe; every other service finds real fields.",
        bad="proposer propose needs.yaml --esign hellosign",
        good="proposer propose needs.yaml --esign fields",
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
    "TPL311": Code(
        "A link leads where none may",
        "A reader who clicks on it would start a program or open a file.",
        bad='<a href="file:///etc/passwd">',
        good='<a href="https://meridian.example">',
    ),
    "TPL401": Code(
        "A language without words",
        "The proposal's fixed words stand in one file for each language.",
        bad="locale: fr_CA                     # and no words/fr.toml",
        good="locale: es_US                     # and words/es.toml",
    ),
    "TPL402": Code(
        "A file of words cannot be read",
        "It is no TOML, or holds something else than phrases below sections.",
        bad="[cover]\ndate = Date",
        good='[cover]\ndate = "Date"',
    ),
    "TPL403": Code(
        "A phrase is missing, or belongs to nothing",
        "Each language has the phrases that English has; one that is missing would leave a hole in the document.",
        bad='[cover]\ndaet = "Fecha"',
        good='[cover]\ndate = "Fecha"',
    ),
    "TPL404": Code(
        "A phrase fills in something else than in English",
        "What is filled in must stand in every language, or the reader is not told it.",
        bad='valid_until = "Válida hasta {fecha}"',
        good='valid_until = "Válida hasta {date}"',
    ),
    "TPL501": Code(
        "A proposal takes too much memory",
        "It is made in a process of its own, which may take so much and no more.",
        bad="p { columns: 100000000 }",
        good="p { columns: 2 }",
    ),
    "TPL502": Code(
        "A proposal takes too long to work out",
        "Its process may take so much of the processor's time for each site, many times what is usual.",
        bad="boxes in boxes: ten of `display: flex`, each in the one before",
        good="a table, or one row of boxes",
    ),
    "TPL503": Code(
        "A proposal is not ready in time",
        "A template that never ends would keep the rep waiting for ever.",
        bad='"--b: var(--a) var(--a)" and so on, thirty times',
        good="--b: var(--a)",
    ),
    "TPL504": Code(
        "The PDF engine died",
        "Its process ended without a result; nothing else is harmed.",
        bad='@counter-style far { system: numeric; symbols: "0"; pad: 2000000000 "x" }',
        good='@counter-style far { system: numeric; symbols: "0" "1"; pad: 3 "0" }',
    ),
    "TPL505": Code(
        "The PDF engine fails",
        "It met what it does not know to lay out.",
        bad="a thousand boxes, each in the one before",
        good="a few boxes in each other",
    ),
    "TPL506": Code(
        "No process for a proposal",
        "The system gives none: too many run, or its memory is full.",
        bad="ulimit -u 10",
        good="ulimit -u 1000",
    ),
    "TPL601": Code(
        "Pages cannot be drawn",
        "The gallery of samples shows each page as a picture; the package that draws them is an extra.",
        bad="proposer samples                  # without pypdfium2",
        good="pip install 'proposer[samples]'",
    ),
    "TPL602": Code(
        "There is no such example",
        "Examples are the needs files of the folder `examples`, and `torture`, which is made from one of them.",
        bad="proposer samples --example clinic",
        good="proposer samples --example clinics",
    ),
}
