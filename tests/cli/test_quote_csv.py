"""`quote --format csv`: the lines for a spreadsheet, which calculates nothing that somebody wrote."""

from __future__ import annotations

import csv
import json
from io import StringIO
from pathlib import Path

import pytest
from price_sample import NEEDS, run, small_world


def test_a_row_for_each_line_at_each_site(tmp_path: Path) -> None:
    two = NEEDS.replace(
        "seats: 10}]", 'seats: 10}, {id: b, name: "=cmd()", access: {fibre: off-net}, internet: {down: 90 Mbps}}]'
    )
    folder = small_world(tmp_path, two)
    result = run("quote", folder, "--option", "essential", "--format", "csv")
    quote = json.loads(run("quote", folder, "--option", "essential", "--json").stdout)["id"]

    assert result.exit_code == 0
    assert result.stdout.replace(quote, "QUOTE") == (
        "quote,option,term,site,site_name,line,offering,name,description,count,unit,far_end,each_monthly,monthly,once,"
        "credits,contract_value,individual_case\n"
        "QUOTE,essential,36,a,A,fibre-entrance,fibre-entrance,Fibre entrance,,1,,,,0.00,0.00,0.00,0.00,\n"
        'QUOTE,essential,36,a,A,internet,internet,Internet on fibre,"Port 100 Mbps, Rate 100 Mbps",1,,,350.00,350.00,100.00,'
        "0.00,12700.00,\n"
        "QUOTE,essential,36,a,A,seat,seat,Seat,,10,seat,,12.15,121.50,0.00,0.00,4374.00,\n"
        "QUOTE,essential,36,b,'=cmd(),fibre-entrance,fibre-entrance,Fibre entrance,,1,,,,,,,,"
        "Designed and priced case by case (off-net fibre).\n"
        'QUOTE,essential,36,b,\'=cmd(),internet,internet,Internet on fibre,"Port 100 Mbps, Rate 100 Mbps",1,,,350.00,350.00,'
        "100.00,0.00,12700.00,\n"
    )


def test_its_columns_sum_to_the_quote(tmp_path: Path) -> None:
    folder = small_world(tmp_path)
    rows = list(csv.DictReader(StringIO(run("quote", folder, "--format", "csv").stdout)))
    quote = json.loads(run("quote", folder, "--json").stdout)
    chosen = next(option for option in quote["options"] if option["id"] == quote["selected"])

    for name in ("monthly", "once", "contract_value"):
        cents = sum(int(row[name].replace(".", "")) for row in rows)
        assert f"{cents // 100}.{cents % 100:02d}" == chosen[name]


@pytest.mark.parametrize(
    "arguments", [("quote", "--format", "json"), ("quote", "--json"), ("quote", "--json", "--format", "csv")]
)
def test_json_by_either_name(tmp_path: Path, arguments: tuple[str, ...]) -> None:
    result = run(arguments[0], small_world(tmp_path), *arguments[1:])

    assert json.loads(result.stdout)["schema"].startswith("proposer-quote/")
