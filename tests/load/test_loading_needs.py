from __future__ import annotations

from datetime import date
from decimal import Decimal
from pathlib import Path

import pytest
from load_fixtures import loaded_tiny, rendered

from proposer.diagnostics import Outcome
from proposer.load.needs import load_needs
from proposer.model.catalog import At
from proposer.model.needs import Needs

NEEDS = """\
customer: {name: Lakeside Clinics, contact: {name: Dana Reyes}}
goals: [Patients reach a nurse]
today: {provider: Regional Telco, monthly: "6,120.00", contract_ends: 2027-03-31}
term: [36, 12]
budget: {monthly: 7500.00}
network: {topology: hub-and-spoke, hub: main, cir: 1 Gbps}
discounts: {seat: 5 %}
defaults:
  access: {fibre: near-net}
  traffic: heavy
  internet: {down: 200}
sites:
  - id: main
    address: {city: Erie, state: pa, zip: 01234}
    access: {fibre: on-net}
    internet.down: 0.5 Gbps
  - {id: west-clinic, urgent: true}
"""


def loaded(folder: Path, text: str = NEEDS, **files: str) -> Outcome[Needs]:
    folder.mkdir(exist_ok=True)
    for name, content in files.items():
        (folder / f"{name}.csv").write_text(content, "utf-8")
    (folder / "needs.yaml").write_text(text, "utf-8")
    return load_needs(folder / "needs.yaml", loaded_tiny())


def needs_of(folder: Path, text: str = NEEDS, **files: str) -> Needs:
    outcome = loaded(folder, text, **files)
    assert [found.message for found in outcome.diagnostics] == []
    assert outcome.value is not None
    return outcome.value


def messages(folder: Path, text: str, **files: str) -> list[tuple[str, str]]:
    return [(found.message, found.help) for found in loaded(folder, text, **files).diagnostics]


def test_the_frame(tmp_path: Path) -> None:
    needs = needs_of(tmp_path)
    assert (needs.customer, needs.contact.name, needs.goals) == (
        "Lakeside Clinics",
        "Dana Reyes",
        ("Patients reach a nurse",),
    )
    assert (needs.today.monthly, needs.today.contract_ends) == (612000, date(2027, 3, 31))
    assert (needs.terms, needs.budget_monthly, needs.hub) == ((12, 36), 750000, "main")
    assert [(discount.offering, discount.percent) for discount in needs.discounts] == [("seat", Decimal(5))]


def test_facts_are_in_base_units_with_words_and_places(tmp_path: Path) -> None:
    needs = needs_of(tmp_path)
    fact = needs.sites[0].facts["internet.down"]
    assert (fact.value, fact.text, fact.is_default) == (Decimal(500), "0.5 Gbps", False)
    assert fact.span.line == 16
    assert needs.facts[At.NETWORK]["cir"].value == Decimal(1000)
    assert needs.facts[At.NETWORK]["topology"].value == "hub-and-spoke"


def test_defaults_are_merged_key_by_key(tmp_path: Path) -> None:
    main, west = needs_of(tmp_path).sites
    assert (main.access["fibre"].value, west.access["fibre"].value) == ("on-net", "near-net")
    assert (main.facts["traffic"].value, west.facts["traffic"].span.line) == ("heavy", 10)
    assert west.facts["internet.down"].value == Decimal(200)
    assert (west.name, main.name) == ("West clinic", "Main")
    assert (main.address.state, main.address.zip) == ("PA", "01234")


def test_defaults_of_questions_are_facts_that_nobody_said(tmp_path: Path) -> None:
    main = needs_of(tmp_path).sites[0]
    assert (main.facts["seats"].value, main.facts["seats"].is_default) == (Decimal(0), True)
    assert (main.facts["urgent"].value, main.facts["urgent"].span.file) == (False, "questions.yaml")


def test_the_digest_knows_no_line_ends(tmp_path: Path) -> None:
    unix, windows = needs_of(tmp_path / "a"), needs_of(tmp_path / "b", NEEDS.replace("\n", "\r\n"))
    assert unix.digest == windows.digest
    assert unix.digest != needs_of(tmp_path / "c", NEEDS.replace("Erie", "Eire")).digest


def test_everything_is_said_at_once(tmp_path: Path) -> None:
    text = """\
custmer: {name: A}
term: 36 weeks
budget: {monthly: "$7,500"}
sites:
  - {id: a, access: {fiber: on-net}, internet: {down: lots}}
  - {id: b, access: {fibre: onnet}, intenet: {down: 5, up: 6}}
"""
    assert messages(tmp_path, text) == [
        ("expected a number of months such as `36`, got `36 weeks`", "unit `weeks` does not fit; expected months, month, years"),
        ("expected an amount of money, got `$7,500`", "write `7500`"),
        ("unknown field `custmer`", "did you mean `customer`?"),
        ("unknown access `fiber`", "did you mean `fibre`?"),
        ("expected an amount such as `10 Mbps`, got `lots`", "expected a number with a unit such as `10 Mbps`"),
        ("expected one of `on-net`, `near-net`, `off-net`, `none`, `refused`, got `onnet`", "did you mean `on-net`?"),
        ("unknown question `intenet`", "did you mean `internet`?"),
    ]  # fmt: skip


@pytest.mark.parametrize(
    ("field", "message", "remedy"),
    [
        ("internet: 500 Mbps", "`internet` holds several answers, and none is named here", "such as `internet: {down: …}`"),
        ("seats: 85 people", "expected a whole number, got `85 people`", "unit `people` does not fit; expected a number without a unit"),
        ("seats: 5000", "`5000` is too much: `seats` is at most 1000", ""),
        ("internet: {down: 10 %}", "expected an amount such as `10 Mbps`, got `10 %`", "unit `%` does not fit; expected kbps, Mbps, Gbps"),
        ("seats: [1, 2]", "expected a whole number, got a list", ""),
        ("adress: {city: Erie}", "unknown question `adress`", "did you mean `address`?"),
        ("address: {citty: Erie}", "unknown field of an address `citty`", "did you mean `city`?"),
        ("internet.down: 99999999999999999999", "expected an amount such as `10 Mbps`, got `99999999999999999999`", "at most 15 digits"),
    ],
)  # fmt: skip
def test_answers_that_do_not_fit(tmp_path: Path, field: str, message: str, remedy: str) -> None:
    text = f"customer: {{name: A}}\nterm: 36\nsites:\n  - id: a\n    {field}\n"
    assert messages(tmp_path, text) == [(message, remedy)]


@pytest.mark.parametrize(
    ("network", "expected"),
    [
        ("{cir: 5 Mbps}", [("`topology` is missing", "add `topology: hub-and-spoke` or `topology: any-to-any`")]),
        ("{topology: star, hub: a}", [("unknown topology `star`", "known here: `any-to-any`, `hub-and-spoke`")]),
        ("{topology: any-to-any, hub: a}", [("an any-to-any network has no hub", "remove it, or write `topology: hub-and-spoke`")]),
    ],
)  # fmt: skip
def test_networks_that_do_not_fit(tmp_path: Path, network: str, expected: list[tuple[str, str]]) -> None:
    text = f"customer: {{name: A}}\nterm: 36\nnetwork: {network}\nsites: [{{id: a}}]\n"
    assert messages(tmp_path, text) == expected


def test_a_misspelt_field_is_not_also_a_missing_one(tmp_path: Path) -> None:
    text = "customer: {nmae: A}\nterms: 36\nsites: [{ids: a}]\n"
    assert messages(tmp_path, text) == [
        ("unknown field `terms`", "did you mean `term`?"),
        ("unknown question `nmae`", "did you mean `name`?"),
        ("unknown question `ids`", "did you mean `id`?"),
    ]


@pytest.mark.parametrize("text", ["- a\n- b\n", "just words\n", "12\n"])
def test_what_is_no_needs_file(tmp_path: Path, text: str) -> None:
    ((message, remedy),) = messages(tmp_path, text)
    assert message.startswith("expected a mapping, got ")
    assert remedy == "a needs file begins with `customer:` and `sites:`"


def test_files_that_cannot_be_read(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.chdir(tmp_path)
    Path("folder").mkdir()
    Path("excel.yaml").write_bytes("customer: {name: A}".encode("utf-16"))
    Path("empty.yaml").touch()
    Path("clinics.yaml").write_text(NEEDS, "utf-8")
    catalog = loaded_tiny()
    found = [
        each
        for name in ("clinic.yaml", "folder", "excel.yaml", "empty.yaml", "nowhere/x.yaml")
        for each in load_needs(Path(name), catalog).diagnostics
    ]
    assert (
        rendered(tuple(found), tmp_path)
        == """\
error[YML101]: there is no file `clinic.yaml`
 --> clinic.yaml
  = help: did you mean `clinics.yaml`?

error[YML102]: `folder` is a folder, and a file was expected
 --> folder
  = help: name the file inside it

error[YML103]: the file is UTF-16, not UTF-8
 --> excel.yaml
  = help: save it as UTF-8 (in Excel: “CSV UTF-8”)

error[YML104]: the file is empty
 --> empty.yaml:1:1
  = help: an empty file says nothing: fill or delete it

error[YML101]: there is no file `nowhere/x.yaml`
 --> nowhere/x.yaml
  = help: there is no folder `nowhere` either; check the path

5 errors
"""
    )


def test_nothing_at_all(tmp_path: Path) -> None:
    assert messages(tmp_path, "customer: {name: A}\nterm: 36\n") == [
        ("there is no site", "add `sites:` with at least `- id: main`")
    ]
