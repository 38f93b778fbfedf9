"""Rules and their expressions: what the codes RUL stand for."""

from __future__ import annotations

from proposer.codes.code import Code

CODES: dict[str, Code] = {
    "RUL101": Code(
        "A sign that no expression has",
        "Or a text without its closing quote.",
        bad="when: voice.traffic == 'heavy",
        good="when: voice.traffic == 'heavy'",
    ),
    "RUL102": Code(
        "An expression that cannot be read",
        "It breaks off, or goes on where it should have ended.",
        bad="when: users > 10 and",
        good="when: users > 10 and internet.backup",
    ),
    "RUL103": Code(
        "An expression is too long or too deep",
        "Name its parts under `let`.",
        bad="demand: {call-paths: ((((((…))))))}",
        good=("let: {erlangs: users * 0.056}\ndemand: {call-paths: erlang_b_lines(erlangs, 1 %)}"),
    ),
    "RUL104": Code(
        "An unknown unit in an expression",
        "Amounts are compared in known units.",
        bad="when: internet.down > 10 Gpbs",
        good="when: internet.down > 10 Gbps",
    ),
    "RUL105": Code(
        "An unknown function",
        "Only the functions of the catalog's format are there.",
        bad="demand: {seats: roundup(users)}",
        good="demand: {seats: ceil(users)}",
    ),
    "RUL106": Code(
        "Arguments that do not fit",
        "Too few, too many, or of the wrong kind.",
        bad="demand: {did-numbers: round_up(users)}",
        good="demand: {did-numbers: round_up(users, 20)}",
    ),
    "RUL107": Code(
        "A brace without its partner",
        "Braces in sentences hold expressions.",
        bad='because: "{users people cannot work when the line is down."',
        good='because: "{users} people cannot work when the line is down."',
    ),
    "RUL110": Code(
        "An unknown name in an expression",
        "It is neither a question, a built-in name, a table nor a `let`.",
        bad="when: voice.seets > 0",
        good="when: voice.seats > 0",
    ),
    "RUL111": Code(
        "Units that disagree",
        "Two numbers in different units are compared or calculated with.",
        bad="when: internet.down > 10 %",
        good="when: internet.down > 10 Mbps",
    ),
    "RUL112": Code(
        "A choice that can never be",
        "The question has no such answer.",
        bad="when: voice.traffic == 'hevy'",
        good="when: voice.traffic == 'heavy'",
    ),
    "RUL113": Code(
        "A number, flag or text in the wrong place",
        "Conditions are flags, demands are numbers or grades.",
        bad="when: users",
        good="when: users > 0",
    ),
    "RUL114": Code(
        "A table that cannot be looked up",
        "It has no such key, or is used without one.",
        bad="let: {erlangs: users * busy_hour_erlangs}",
        good='let: {erlangs: "users * busy_hour_erlangs[voice.traffic]"}',
    ),
    "RUL115": Code(
        "A name that has no meaning in this scope",
        "Site answers are read in `for: site` rules only.",
        bad=("for: account\nwhen: users > 100"),
        good=("for: account\nwhen: total(users) > 100"),
    ),
    "RUL116": Code(
        "A name that is taken",
        "A `let` of that name would hide an answer, a table or what is demanded.",
        bad="let: {users: voice.seats}",
        good="let: {seated: voice.seats}",
    ),
    "RUL117": Code(
        "A name that is ambiguous",
        "Two demands of the rule have it, and a sentence cannot tell which is meant.",
        bad=('demand:\n  internet: {down: 10 Mbps}\n  backup: {down: 5 Mbps}\nbecause: "{down} at all times."'),
        good=(
            "let: {spare: 5 Mbps}\n"
            "demand:\n"
            "  internet: {down: 10 Mbps}\n"
            "  backup: {down: spare}\n"
            'because: "{spare} at all times."'
        ),
    ),
    "RUL201": Code(
        "A rule's sentence lacks an answer",
        "The rule applies, but its sentence names an answer that nobody gave.",
        bad=(
            "when: internet.backup\n"
            'because: "{users} people cannot work when the line is down."    # nobody said how many'
        ),
        good=('when: internet.backup and known(users)\nbecause: "{users} people cannot work when the line is down."'),
    ),
    "RUL202": Code(
        "A demand that cannot be calculated",
        "A division by zero, or numbers beyond all measure.",
        bad="demand: {call-paths: users / voice.ratio}         # the ratio may be 0",
        good=("when: voice.ratio > 0\ndemand: {call-paths: ceil(users / voice.ratio)}"),
    ),
    "RUL203": Code(
        "A condition that can never hold",
        "The rule never applies, and what it demands is missing from every quote.",
        bad="when: seats > 20 and seats < 10",
        good="when: seats > 20 or seats < 10",
    ),
    "RUL204": Code(
        "A condition that always holds",
        "It looks as if something were asked, and whatever is answered is the same.",
        bad="when: seats >= 0               # a count is never below 0",
        good="when: seats > 0",
    ),
    "RUL205": Code(
        "A branch that is never taken",
        "When the rule applies, the condition of `… if … else …` always comes out the same.",
        bad=("when: users > 10\nlet: {phones: 1 if users < 5 else users}"),
        good=("when: users > 0\nlet: {phones: 1 if users < 5 else users}"),
    ),
    "RUL206": Code(
        "A rule that forbids too much",
        "Nothing is left to sell, or nothing that meets the rule's own demand.",
        bad=(
            "# internet is all that provides internet\ndemand: {internet: {down: 10 Mbps}}\nforbid: {offering: [internet]}"
        ),
        good="demand: {internet: {down: 10 Mbps}}",
    ),
}
