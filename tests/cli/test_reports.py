"""The tables and sentences of quote, why and conflict, whole, as a pipe gets them."""

from __future__ import annotations

from dataclasses import replace

import quote_sample as sample
from explanation_sample import RUNNER_UP

from proposer.report.conflict import conflict_record, conflict_sheet
from proposer.report.grounds import Grounds
from proposer.report.lines import find_line
from proposer.report.plain import plain_text
from proposer.report.quote_table import quote_sheet
from proposer.report.sheet import Column, Grid, Sheet
from proposer.report.terminal import terminal_text
from proposer.report.why import listing_sheet, why_sheet

QUOTE_TEXT = """\
Harbor & Sons: Dental
=====================
Quote Q-TEST, revision 1, of 23 Nov 2026; holds until 23 Dec 2026.
Price book: United States, second half of 2026. Amounts in USD, without taxes, fees and surcharges.

Options side by side
--------------------
                                        Essential  Recommended *
--------------------------  ---------------------  -------------
Per month                                  790.00         885.00
Once                                       297.00         297.00
Term                                    36 months      36 months
Total over the term                     27,297.00      30,717.00
First year                               9,477.00       9,477.00
Against today's 900.00                    −110.00         −15.00
Budget of 800.00                           within     85.00 over
Individual cases, unpriced                      1              1
Best there is               within 12.34 (0.05 %)         proven

Recommended: $885.00 a month for 36 months
==========================================
Room to grow.
+ A quarter more bandwidth.
- not added: LTE at west: no signal.

Main office
-----------
Line                   What                                      Count  Each/month  Per month   Once
---------------------  --------------------------------------  -------  ----------  ---------  -----
Business Internet      300 Mbps down, 30 Mbps up                     1      135.00     135.00  99.00
Hosted Seat, Standard                                          8 seats       20.00     160.00   0.00
Coax Entrance                                                        1           –       0.00   0.00
Diverse Entrance       Second path: individual case, A second        1        case       case   case
                       path into the building needs a survey.
---------------------  --------------------------------------  -------  ----------  ---------  -----
Together                                                                               295.00  99.00

Design B: 2 branches
--------------------
Each of 2 sites: east, west.

Line                   What                         Count  Each/month  Per month    Once
---------------------  -------------------------  -------  ----------  ---------  ------
Business Internet      300 Mbps down, 30 Mbps up        1      135.00     135.00   99.00
Hosted Seat, Standard                             8 seats       20.00     160.00    0.00
Coax Entrance                                           1           –       0.00    0.00
---------------------  -------------------------  -------  ----------  ---------  ------
One site                                                                  295.00   99.00
All 2 sites                                                               590.00  198.00

Savings
-------
- $165.00 a month less than list prices.
- Connected Office: $48.00 a month. Ten per cent off seats.
- First three months of seats free: $480.00 a month less for the first 3 months.

Individual cases: in no total until they are designed
-----------------------------------------------------
- Main office: Diverse Entrance: A second path into the building needs a survey.

Fees: an estimate as of 2026-11-23, in none of the totals above
---------------------------------------------------------------
Fee       Set by        Basis       Per month         Between
--------  ------------  ----------  ---------  --------------
911 fee   an authority  24 × $0.75      18.00  4.80 and 39.60
--------  ------------  ----------  ---------  --------------
Estimate                                18.00  4.80 and 39.60

Not binding.
Not in it: Sales tax.
911 fee: $0.75 until 2026-11-30, what follows is not known yet.

Dates
-----
- Seats in autumn ends on 2026-11-30, before this quote does (2026-12-23): order by then.
- The first invoice, if service starts on 2027-01-17: about $705.87, 15 of 31 days of the monthly
  charges and all that is due once.

Still missing
-------------
- 911 address of West: street

We suggest
----------
- Add Wi-Fi."""

CONFLICT_TEXT = """\
There is no solution for west
=============================
60 calls at the same time do not fit the coax at west.

These cannot hold together:
---------------------------
1. 60 calls at the same time are asked for
   sites.west.voice.concurrent_calls  (needs.yaml:12)
2. fibre is refused
   sites.west.access.fibre  (needs.yaml:10)

One of these would have to change:
----------------------------------
- 46 or fewer
- accept fibre

The same at other sites:
------------------------
east, north."""

WHY_TEXT = """\
main/hosted-seat-standard: Hosted Seat, Standard
================================================
8 seats, at Main office. Option Recommended, 36 months.

Why it is there
---------------
needs     sites.main.users: 8  [needs.yaml:8]
rule      seats-from-people: Eight people need a phone.  [rules/voice.yaml:8]
formula   8 × 1 = 8
demand    Seats: 8
offering  Hosted Seat, Standard.  [offerings/advanced-voice/hosted-seat-standard.yaml:1]

Price a month, each
-------------------
Step    Change  Amount  Because                               Where
------  ------  ------  ------------------------------------  -------------------------------
list             25.00  List price at 12 months               price-books/us-2026-h2.yaml:20
volume   −3.00   22.00  tier 5–22: 16 seats over the account  price-books/us-2026-h2.yaml:22
bundle   −2.00   20.00  −10 %: Connected Office               bundles/connected-office.yaml:5
------  ------  ------  ------------------------------------  -------------------------------
× 8             160.00  the whole line

credit    First three months of seats free: 160.00 less in months 1 to 3
          [promotions/free-quarter.yaml:2]
total     160.00 × 36 + 0.00 − 480.00 of credits = $5,280.00 over the term

Without it
----------
The next best is $16.00 more a month, $99.00 less once, $477.00 more over 36 months.
- main, west: Hosted Seat, Standard goes
- main, west: Hosted Seat, Unified comes (8 seats)
- account: Toll-free number at −4.00 a month"""


def why(line: str, grounds: Grounds) -> Sheet:
    place = find_line(sample.RECOMMENDED, line).value
    assert place is not None
    return why_sheet(sample.QUOTE, sample.RECOMMENDED, place, grounds, RUNNER_UP)


def test_nothing_else_serves_is_said_with_its_causes() -> None:
    place = find_line(sample.RECOMMENDED, "main/business-internet").value
    assert place is not None
    text = plain_text(why_sheet(sample.QUOTE, sample.RECOMMENDED, place, Grounds((), (), ""), sample.CONFLICT), 100)
    assert text.endswith("""\
Without it
----------
Nothing else serves: without Business Internet there is no solution.
- 60 calls at the same time are asked for
- fibre is refused""")


def test_a_quote_reads_as_tables() -> None:
    assert plain_text(quote_sheet(sample.QUOTE), 100) == QUOTE_TEXT


def test_a_conflict_reads_as_numbered_causes_and_remedies() -> None:
    assert plain_text(conflict_sheet(sample.CONFLICT), 100) == CONFLICT_TEXT


def test_a_conflict_is_data_too() -> None:
    record = conflict_record(replace(sample.CONFLICT, blames=(), others=()))
    assert record == {
        "conflict": {"site": "west", "summary": sample.CONFLICT.summary, "blames": [], "others": []},
    }


def test_a_line_is_explained_on_one_screen() -> None:
    grounds = Grounds((sample.DEMANDS[1],), (), "offerings/advanced-voice/hosted-seat-standard.yaml:1")
    text = plain_text(why("main/hosted-seat-standard", grounds), 100)
    assert text == WHY_TEXT
    assert len(text.splitlines()) <= 40


def test_an_individual_case_is_explained_by_its_reason() -> None:
    text = plain_text(why("main/diverse", Grounds((), ("Fibre: needed by x",), "")), 100)
    assert "Price: individual case\n----------------------\nA second path into the building needs a survey.\n" in text
    assert "needed    Fibre: needed by x" in text


def test_a_beginning_that_fits_one_line_is_enough() -> None:
    place = find_line(sample.RECOMMENDED, "west/h").value
    assert place is not None
    assert (place.site, place.line.id) == ("west", "hosted-seat-standard")


def test_a_line_misspelt_is_met_with_the_nearest_and_the_others_at_its_site() -> None:
    (found,) = find_line(sample.RECOMMENDED, "west/hosted-saet").diagnostics
    assert found.message == "no line of the quote is called `west/hosted-saet`"
    assert found.help == (
        "did you mean `west/hosted-seat-standard`? At `west` there are: "
        "`west/business-internet`, `west/hosted-seat-standard`, `west/coax-entrance`"
    )


def test_a_beginning_that_fits_several_lists_them() -> None:
    (found,) = find_line(sample.RECOMMENDED, "east/").diagnostics
    assert found.message == "`east/` fits 3 lines"
    assert found.help == "choose one: `east/business-internet`, `east/hosted-seat-standard`, `east/coax-entrance`"


def test_the_lines_of_a_site_are_listed() -> None:
    text = plain_text(listing_sheet(sample.RECOMMENDED, "west"), 100)
    assert [line.split()[0] for line in text.splitlines()[2:]] == [
        "west/business-internet",
        "west/hosted-seat-standard",
        "west/coax-entrance",
    ]


def test_hundreds_of_sites_stand_as_one_design() -> None:
    ids = tuple(f"store-{number}" for number in range(500))
    design = replace(sample.RECOMMENDED.designs[1], site_ids=ids, title="Design B: 500 stores")
    option = replace(sample.RECOMMENDED, designs=(design,))
    text = plain_text(quote_sheet(replace(sample.QUOTE, options=(option,))), 100)
    assert len(text.splitlines()) < 80
    assert "Each of 500 sites: store-0, store-1" in text
    assert "and 492 more." in " ".join(text.split())
    assert "All 500 sites" in text
    assert "147,500.00" in text


def test_no_line_is_wider_than_it_may_be() -> None:
    for width in (80, 100):
        assert max(len(line) for line in plain_text(quote_sheet(sample.QUOTE), width).splitlines()) <= width


def test_a_long_text_wraps_in_its_own_column() -> None:
    grid = Grid((Column("A"), Column("B", flexible=True)), (("x", "one two three four five six seven"),))
    assert plain_text((grid,), 24) == ("A  B\n-  ---------------------\nx  one two three four\n   five six seven")


def test_the_terminal_shows_the_same_words() -> None:
    plain = plain_text(quote_sheet(sample.QUOTE), 100)
    drawn = terminal_text(quote_sheet(sample.QUOTE), 100, color=False)
    words = [word for word in plain.split() if set(word) - set("-=")]
    assert sorted(words) == sorted(word for word in drawn.split() if set(word) - set("─━-="))
    assert "\x1b[" not in drawn
    assert "\x1b[" in terminal_text(quote_sheet(sample.QUOTE), 100, color=True)


def test_many_designs_are_summed_up() -> None:
    designs = tuple(
        replace(sample.RECOMMENDED.designs[1], title=f"Design {n}", site_ids=(f"a{n}", f"b{n}")) for n in range(40)
    )
    option = replace(sample.RECOMMENDED, designs=designs, monthly=2360000, once=792000)
    text = plain_text(quote_sheet(replace(sample.QUOTE, options=(option,))), 100)
    rows = [" ".join(line.split()) for line in text.splitlines()]
    assert "Business Internet: 300 Mbps down, 30 Mbps up 80 80 10,800.00 7,920.00" in rows
    assert "Hosted Seat, Standard 80 640 12,800.00 0.00" in rows
    assert "Design 7: a7 and 1 more 2 295.00 590.00 198.00" in rows
    assert rows.count("Together 23,600.00 7,920.00") == 2
    assert len(rows) < 120
