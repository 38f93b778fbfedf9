"""The catalog: offerings, capabilities, bundles, promotions: what the codes CAT stand for."""

from __future__ import annotations

from proposer.codes.code import Code

CODES: dict[str, Code] = {
    "CAT101": Code(
        "An unknown field",
        "A misspelt field would be ignored, and the offering would not be what was meant.",
        bad="consumse: {port-capacity: 100 Mbps}",
        good="consumes: {port-capacity: 100 Mbps}",
    ),
    "CAT102": Code(
        "A field is missing",
        "Without it the thing cannot be sold, priced or explained.",
        bad=("# offerings/metro-ethernet/port.yaml\nname: Ethernet Port"),
        good=("name: Ethernet Port\nper: site"),
    ),
    "CAT103": Code(
        "A value of the wrong kind",
        "A text, number, date or list stands where another is due.",
        bad=("valid: {from: 2026-07-01, until: 1 January 2027}\nwhen: {new_customers: yes}"),
        good=("valid: {from: 2026-07-01, until: 2027-01-01}\nwhen: {new_customers: true}"),
    ),
    "CAT104": Code(
        "An unknown name",
        "It refers to something that no file declares.",
        bad="members: {business-intrenet: 1}",
        good="members: {business-internet: 1}",
    ),
    "CAT105": Code(
        "An ill-formed id",
        "Ids are lower-case words joined by `-`, so that every place can spell them alike.",
        bad=("Call Paths:\n  for: site"),
        good=("call-paths:\n  for: site"),
    ),
    "CAT106": Code(
        "Something is declared twice",
        "Two things of one name cannot be told apart.",
        bad=("# rules/voice.yaml and rules/more.yaml\nseats-as-asked: {for: site, …}"),
        good=("# rules/more.yaml\nseats-for-visitors: {for: site, …}"),
    ),
    "CAT107": Code(
        "A unit does not fit",
        "Mbps are not per cent; amounts are compared in one unit.",
        bad="values: [500 Mbps, 1 Gpbs]",
        good="values: [500 Mbps, 1 Gbps]",
    ),
    "CAT108": Code(
        "A range that cannot be read",
        "A range is `10..100 Mbps by 10`, and its last step reaches its end.",
        bad="100 Mbps: 10..100 Mbps by 20      # 90 is the last step",
        good="100 Mbps: 20..100 Mbps by 20",
    ),
    "CAT110": Code(
        "Characteristics that do not fit together",
        "Each value of the one named by `by` needs its list, and no other.",
        bad=(
            "port: {label: Port, values: [100 Mbps, 1 Gbps]}\n"
            "bandwidth: {label: Bandwidth, by: port, 100 Mbps: [50 Mbps]}"
        ),
        good=(
            "port: {label: Port, values: [100 Mbps, 1 Gbps]}\n"
            "bandwidth: {label: Bandwidth, by: port, 100 Mbps: [50 Mbps], 1 Gbps: [500 Mbps]}"
        ),
    ),
    "CAT111": Code(
        "A file that is none of a catalog's",
        "It would not be read at all.",
        bad="rule/voice.yaml",
        good="rules/voice.yaml",
    ),
    "CAT112": Code(
        "A file of the catalog is missing",
        "Every catalog has it.",
        bad="catalog/        # without contract.yaml",
        good="catalog/contract.yaml",
    ),
    "CAT113": Code(
        "There is no catalog",
        "The folder does not exist.",
        bad="proposer check --catalog catlog",
        good="proposer check --catalog catalog",
    ),
    "CAT114": Code(
        "Words outside of Markdown's safe part",
        "Words take paragraphs, bold, italic, lists and links; anything else would be printed as the signs that it is made of.",
        bad="in_short: Internet that is <b>yours</b>.",
        good="in_short: Internet that is **yours**.",
    ),
    "CAT115": Code(
        "An unknown placeholder",
        "Nobody could fill it, and the customer would read it.",
        bad="next_steps: [Sign by {valid_untill}.]",
        good="next_steps: [Sign by {valid_until}.]",
    ),
    "CAT120": Code(
        "A suppression without a use",
        "The finding that it excuses is gone; left there, it would hide the next one.",
        bad="members: {business-internet: 1}    # proposer: ignore[CAT104] comes next year",
        good="members: {business-internet: 1}",
    ),
    "CAT121": Code(
        "A suppression that cannot be read",
        "It names no code that there is, or does not say why; whoever comes later cannot judge it.",
        bad="hold-music: {at: site}    # proposer: ignore[CAT999]",
        good="hold-music: {at: site}    # proposer: ignore[CAT203] sold from January on",
    ),
    "CAT201": Code(
        "Nobody provides what is wanted",
        "Whoever needs it gets a conflict instead of a quote.",
        bad="demand: {hold-music: {}}          # and no offering provides it",
        good=("# offerings/advanced-voice/hold-music.yaml\nprovides: {hold-music: {}}"),
    ),
    "CAT202": Code(
        "An offering is never sold",
        "It meets no demand and nothing requires it.",
        bad="provides: {hold-music: {}}        # and no rule demands it",
        good=("# rules/voice.yaml\ndemand: {hold-music: {}}"),
    ),
    "CAT203": Code(
        "A capability is named nowhere",
        "It is a left-over.",
        bad=("# capabilities.yaml\nhold-music: {at: site, qualities: {}, label: Music on hold}    # used nowhere"),
        good=("# remove the line, or let an offering provide it\nprovides: {hold-music: {}}"),
    ),
    "CAT204": Code(
        "An entrance does not ride on its access",
        "What brings an access into a building must use it.",
        bad=(
            "# fibre: {label: Fibre, entrance: fibre-entrance}\n"
            "# offerings/metro-ethernet/fibre-entrance.yaml\n"
            "rides_on: [coax]"
        ),
        good="rides_on: [fibre]",
    ),
    "CAT205": Code(
        "A bundle's members exclude each other",
        "The bundle never holds.",
        bad="members: {business-internet: 1, dedicated-internet: 1}    # they exclude each other",
        good="members: {business-internet: 0..1, dedicated-internet: 0..1}",
    ),
    "CAT206": Code(
        "A bundle asks for more than is sold",
        "The bundle never holds.",
        bad="members: {sip-trunk: 1000..}      # at most 800 are sold at one place",
        good="members: {sip-trunk: 100..}",
    ),
    "CAT207": Code(
        "A promotion never holds, or not for its length",
        "No price book or no term is valid while it is.",
        bad="valid: {from: 2031-01-01, until: 2031-07-01}    # no price book reaches that far",
        good="valid: {from: 2026-09-01, until: 2027-01-01}",
    ),
    "CAT208": Code(
        "An offering without words",
        "The proposal would not say what it is.",
        bad=("name: Standard seat\nper: site"),
        good=("name: Standard seat\nper: site\nwords: {in_short: A phone number and a voice mailbox for one person.}"),
    ),
    "CAT209": Code(
        "A question that no rule reads",
        "Whatever is answered, the quote is the same.",
        bad=("# questions.yaml\npets: {type: flag, ask: Are there dogs?}    # read by no rule"),
        good=("# remove the question, or read it\nwhen: pets"),
    ),
    "CAT210": Code(
        "Options out of order",
        "The first option is what was asked for; the others add to it.",
        bad=("recommended: {title: Recommended, …}\nessential: {title: Essential, …}"),
        good=("essential: {title: Essential, …}\nrecommended: {title: Recommended, …}"),
    ),
    "CAT211": Code(
        "A capability is provided and never wanted",
        "Its offering is sold for something else, and this part of it has no effect on any quote.",
        bad="provides: {seats: 1, hold-music: {}}    # no rule demands hold-music",
        good="provides: {seats: 1}",
    ),
    "CAT212": Code(
        "No access can carry an offering",
        "It can never be ordered, or never on one of the accesses that it names.",
        bad=(
            "characteristics: {port: {label: Port, values: [100 Mbps]}}\n"
            "rides_on: {fibre: {port: [1 Gbps]}}    # no value is left"
        ),
        good="rides_on: {fibre: {port: [100 Mbps]}}",
    ),
    "CAT213": Code(
        "An offering is sold on no day",
        "No price book is valid while it is sold.",
        bad="sold: {until: 2020-01-01}      # the first price book begins in 2026",
        good="sold: {until: 2027-01-01}",
    ),
    "CAT214": Code(
        "A benefit that is worth nothing",
        "A bundle or promotion would be announced and take nothing off.",
        bad=("# fibre-entrance has a one-time price only\nbenefit: {percent: 10, on: [fibre-entrance]}"),
        good="benefit: {percent: 100, of: once, on: [fibre-entrance]}",
    ),
    "CAT215": Code(
        "A bundle's members cannot stand together",
        "They are sold at different places, on different days or for different terms: the bundle never holds.",
        bad=("# seat is sold in OH only, internet in PA only\nmembers: {internet: 1, seat: 5..}"),
        good="members: {internet: 1, seat: 0..}",
    ),
    "CAT216": Code(
        "A promotion that never wins",
        "A line takes one promotion of a kind, the best; another is always as good, so that this one has no effect.",
        bad=(
            "# promotions/autumn.yaml and promotions/launch.yaml, both all year\n"
            "benefit: {percent: 5, of: monthly, on: [seat]}\n"
            "benefit: {percent: 10, of: monthly, on: [seat]}"
        ),
        good=("# promotions/autumn.yaml\nbenefit: {percent: 5, of: monthly, on: [internet]}"),
    ),
    "CAT217": Code(
        "A promotion outlives what it is for",
        "It would be announced for days on which its offering, or any price, is gone.",
        bad=("# seat is sold until 2026-10-01\nvalid: {from: 2026-07-01, until: 2027-01-01}"),
        good="valid: {from: 2026-07-01, until: 2026-10-01}",
    ),
    "CAT218": Code(
        "A quality that no offering has",
        "A service is demanded or required in a quality beyond all that provide it: a conflict instead of a quote.",
        bad="requires: {internet: {class: premium}}    # all that provide internet are basic",
        good="requires: {internet: {class: basic}}",
    ),
    "CAT219": Code(
        "A bundle that never wins",
        "A line takes one bundle, the best; another holds whenever this one does and takes off as much.",
        bad=(
            "# bundles/office.yaml and bundles/large-office.yaml\n"
            "members: {internet: 1, seat: 5..}     # benefit: {percent: 10, on: [seat]}\n"
            "members: {internet: 1, seat: 20..}    # benefit: {percent: 8, on: [seat]}"
        ),
        good="members: {internet: 1, seat: 20..}    # benefit: {percent: 12, on: [seat]}",
    ),
    "CAT220": Code(
        "A group of promotions that has no place",
        "Promotions come in the order of the groups that `stacking` in pricing.yaml names.",
        bad="group: welcom                         # pricing.yaml: stacking: {groups: [welcome]}",
        good="group: welcome",
    ),
    "CAT221": Code(
        "A promotion for a bundle that a line does not take",
        "Only what a bundle takes something off takes the bundle.",
        bad=(
            "when: {bundle: office}                # bundles/office.yaml: benefit: {percent: 10, on: [seat]}\n"
            "benefit: {percent: 100, of: once, on: [internet]}"
        ),
        good="when: {bundle: office}\nbenefit: {percent: 100, of: once, on: [seat]}",
    ),
}
