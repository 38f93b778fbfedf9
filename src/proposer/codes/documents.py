"""Templates and the PDF: what the codes TPL stand for."""

from __future__ import annotations

from proposer.codes.code import Code

CODES: dict[str, Code] = {
    "TPL001": Code("There are no templates", "The folder does not exist."),
    "TPL101": Code("A template names what is not there", "Templates print what the quote holds, and nothing else."),
    "TPL102": Code("A template cannot be read", "Its syntax is broken."),
    "TPL103": Code("A template does what it may not", "Templates cannot compute or reach out."),
    "TPL104": Code("An unknown locale", "Amounts and dates are written as a locale does."),
    "TPL201": Code("There is no such brand", "The folder of brands does not hold it."),
    "TPL202": Code("A brand file is wrong", "Its colours, fonts or files do not fit."),
    "TPL203": Code("A font is missing", "Fonts come as locked packages."),
    "TPL301": Code("Pango is missing", "PDF files are set with it; everything else works without."),
    "TPL302": Code("A document reaches outside", "Nothing is read from the system or the network."),
    "TPL303": Code("A style is ignored", "The PDF engine does not know it; the page would not look as meant."),
    "TPL304": Code("A sign that no font has", "It would be printed as an empty box."),
}
