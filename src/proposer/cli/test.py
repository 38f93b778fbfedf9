"""`proposer test`: the catalog's scenarios, how much of the catalog they use, and which faults they would notice."""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING

import click
from click.exceptions import Exit

from proposer.cli import options, scenario_options
from proposer.cli.console import Console
from proposer.cli.exits import FAULT, FINDINGS
from proposer.cli.scenario_options import Wishes

if TYPE_CHECKING:
    from proposer.model.catalog import Catalog
    from proposer.model.scenario import Scenario
    from proposer.scenarios import Verdict

EPILOG = "Example: proposer test catalog/scenarios/voice -k trunk --coverage"


@click.command(epilog=EPILOG)
@click.argument("paths", nargs=-1, type=options.FILE, metavar="[PATH]...")
@scenario_options.wishes_options
@options.catalog_option
@options.console_options
def command(console: Console, /, paths: tuple[Path, ...], catalog: Path | None, **given: object) -> None:
    """Run the scenarios of the catalog, or those in the files and folders at PATH.

    Exit code 0 says that all hold, 1 that one fails or too little is covered, 2 that there was nothing to run.
    """
    from proposer.cli.road import find_content, load_catalog

    wishes = Wishes(**given)  # type: ignore[arg-type]  # click has made them what they should be
    folder = find_content(console, catalog).catalog
    loaded = load_catalog(console, folder)
    scenarios = _chosen(console, loaded, folder, paths, wishes)
    verdicts = _run(console, loaded, scenarios, wishes.workers())
    if wishes.update:
        verdicts = _update(console, loaded, folder, scenarios, verdicts)
    code = _report(console, loaded, folder, verdicts, wishes)
    if wishes.mutate and code == 0:
        code = _mutate(console, loaded, verdicts, wishes)
    raise Exit(code)


def _chosen(
    console: Console, catalog: Catalog, folder: Path, paths: tuple[Path, ...], wishes: Wishes
) -> list[Scenario]:
    """The scenarios at the paths that the words fit; the run ends when one cannot be read or there are none."""
    from proposer.cli.road import stop
    from proposer.load.scenarios import load_scenarios

    outcome = load_scenarios(folder, catalog)
    if outcome.value is None:
        stop(console, outcome.diagnostics, folder)
    for path in paths:
        if not any(_stands_at(folder, one, path) for one in outcome.value):
            raise click.UsageError(_no_scenario(folder, path))
    found = [one for one in outcome.value if not paths or any(_stands_at(folder, one, path) for path in paths)]
    chosen = [one for one in found if wishes.fits(one.name)]
    if not chosen:
        console.error("there is no scenario to run: add one below `scenarios/` of the catalog, or ask for others")
        raise Exit(FAULT)
    return chosen


def _stands_at(folder: Path, scenario: Scenario, path: Path) -> bool:
    file = (folder / scenario.file).resolve()
    return any(file.is_relative_to(start) for start in (path.resolve(), (folder / path).resolve()))


def _no_scenario(folder: Path, path: Path) -> str:
    if path.is_file():
        return f"`{path}` is no scenario of `{folder}`; needs are quoted with `proposer quote {path}`"
    return f"there is no scenario at `{path}`; they stand below `{folder / 'scenarios'}`"


def _run(console: Console, catalog: Catalog, scenarios: list[Scenario], workers: int) -> list[Verdict]:
    from proposer.scenarios.parallel import run_on

    verdicts: list[Verdict] = []
    for verdict in run_on(catalog, scenarios, workers):
        verdicts.append(verdict)
        console.progress("Running scenarios", len(verdicts), len(scenarios))
    console.clear()
    return verdicts


def _update(
    console: Console, catalog: Catalog, folder: Path, scenarios: list[Scenario], verdicts: list[Verdict]
) -> list[Verdict]:
    """Write what was found where that is one value, and judge anew."""
    from proposer.cli.road import stop
    from proposer.files import write_whole
    from proposer.load.scenarios import load_scenarios
    from proposer.scenarios.updating import updated

    update = updated(folder, verdicts)
    for file, text in update.texts.items():
        if fault := write_whole(folder / file, text.encode()):
            stop(console, (fault,), None, FAULT)
    for change in update.changes:
        console.message(f"updated {change}")
    names = {one.name for one in scenarios}
    again = [
        one for one in load_scenarios(folder, catalog).value or () if one.file in update.texts or one.name in names
    ]
    return _run(console, catalog, again, 1) if update.texts else verdicts


def _report(console: Console, catalog: Catalog, folder: Path, verdicts: list[Verdict], wishes: Wishes) -> int:
    from proposer.cli.scenario_report import low, print_report, usages_of

    usages = usages_of(catalog, folder, verdicts) if wishes.covers() else ()
    print_report(console, folder, verdicts, usages, wishes)
    fails = any(not verdict.holds for verdict in verdicts)
    return FINDINGS if fails or (not wishes.mutate and low(console, usages, wishes.fail_under)) else 0


def _mutate(console: Console, catalog: Catalog, verdicts: list[Verdict], wishes: Wishes) -> int:
    from proposer.cli.mutate import run_mutants

    return run_mutants(
        console,
        catalog,
        verdicts,
        sample=wishes.sample,
        seed=wishes.seed,
        workers=wishes.workers(),
        as_json=wishes.style == "json",
        fail_under=wishes.fail_under,
    )
