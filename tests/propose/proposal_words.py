"""The words that the sample quotes print: provider, offerings, service levels, contract."""

from proposer.model.quote import ContractWords, LevelWords, OfferingWords, ProviderWords

PROVIDER = ProviderWords(
    name="Meridian Business",
    legal_name="Meridian Business Services, LLC",
    notice="Meridian Business is a fictional provider; all prices are illustrative.",
    phone="1-800-555-0142",
    email="proposals@meridian.example",
    web="meridian.example",
    address="100 Meridian Plaza, Springfield",
    families={
        "advanced-voice": "Advanced Voice",
        "metro-ethernet": "Metro Ethernet",
        "business-class": "Business Class",
    },
    capabilities={"internet": "Internet access"},
)


def _words(id_: str, name: str, family: str, in_short: str, level: str = "") -> OfferingWords:
    return OfferingWords(
        id_,
        name,
        family,
        in_short,
        ("Installed and tested by our own people", "One number to call, day and night"),
        (("Handover", "RJ-45 or LC"), ("Interval", "17 business days on-net")),
        level,
    )


WORDS = (
    _words(
        "dedicated-internet",
        "Ethernet Dedicated Internet",
        "metro-ethernet",
        "Internet on fibre of your own.",
        "ethernet",
    ),
    _words(
        "evpl", "Ethernet Virtual Private Line", "metro-ethernet", "A private line from a site to your hub.", "ethernet"
    ),
    _words("diverse-entrance", "Diverse Entrance", "metro-ethernet", "A second way into the building.", "ethernet"),
    _words(
        "business-internet", "Business Internet", "business-class", "Fast internet over coax, live in days.", "coax"
    ),
    _words("static-ip", "Static IP Addresses", "business-class", "Addresses that stay the same."),
    _words(
        "hosted-seat", "Hosted Voice Seat", "advanced-voice", "A phone system without a box in the closet.", "voice"
    ),
    _words("sip-trunk", "SIP Trunk", "advanced-voice", "Call paths for the phone system you own.", "voice"),
    _words("toll-free", "Toll-Free Number", "advanced-voice", "A number that your customers call free of charge."),
)

LEVELS = (
    LevelWords(
        "ethernet",
        "Ethernet services on fibre",
        "99.99 %",
        "4 hours mean time to repair",
        (("Delay one way, Priority", "23 ms"), ("Jitter, Priority", "10 ms"), ("Loss, Priority", "0.01 %")),
        (
            ("less than 5 minutes", "none"),
            ("5 minutes to 4 hours", "5 %"),
            ("4 to 8 hours", "10 %"),
            ("8 to 12 hours", "15 %"),
            ("12 to 16 hours", "20 %"),
            ("16 to 24 hours", "35 %"),
            ("24 hours or more", "50 %"),
        ),
        "Credits are a share of the monthly charge of the circuit that failed, once a month at most.",
    ),
    LevelWords(
        "coax", "Business Class on coax", "99.9 %", "Next business day", (), (), "An objective; no credits are due."
    ),
    LevelWords(
        "voice",
        "Advanced Voice",
        "99.99 %",
        "4 hours",
        (("Mean opinion score", "4.0"),),
        (("less than 4 hours", "none"), ("4 hours or more", "one day of charges for each started day")),
        "Measured at our edge.",
    ),
)

CONTRACT = ContractWords(
    assumptions=(
        "A locked, cooled space with power for the demarcation device at each site.",
        "Existing numbers can be ported; the losing provider confirms within ten business days.",
    ),
    exclusions=("Inside wiring beyond the demarcation point.", "Phones, unless a line names them."),
    open_points=("911 address of Girard clinic: street", "A current bill of Regional Telco, for porting"),
    recommendations=("A second internet access at the main clinic would protect 25 calls.",),
    terms=(
        ("Order of precedence", "This proposal, the product attachments, then the master services agreement."),
        (
            "Billing",
            "One-time charges are invoiced on acceptance of each service; monthly charges in advance from then on.",
        ),
        ("Taxes", "All charges are stated without taxes, fees and surcharges."),
    ),
    next_steps=(
        "Tell us which option you choose.",
        "Sign the acceptance page.",
        "We confirm dates within five business days.",
    ),
    early_termination=(
        "Months 1 to 12: all monthly charges that remain of the first year.",
        "Months 13 to 24: 80 % of what remains of the second year; after that 65 %.",
    ),
    fees_exclude=("Sales tax on equipment",),
    fees_note="An estimate on the day of this proposal, not binding; authorities change rates without us.",
)
