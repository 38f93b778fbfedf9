"""Nothing that has no order of its own changes a quote: sites in the needs, keys in the catalog's files, hash seed, threads."""

from __future__ import annotations

import os
import random
import shutil
import subprocess
import sys
from dataclasses import replace
from pathlib import Path

import pytest
import yaml
from example_quotes import AS_OF, EXAMPLES, ROOT, catalog, lines_by_site, needs, quote, quote_of

from proposer.load.catalog import load_catalog
from proposer.model.catalog import Catalog
from proposer.model.quote import Quote, QuoteLine, QuoteOption

OF_KEYS = ("offerings", "price-books", "bundles", "promotions")  # folders whose files are maps without an order


@pytest.mark.parametrize("example", EXAMPLES)
def test_sites_may_be_listed_in_any_order(example: str) -> None:
    asked = needs(example)
    sites = random.Random(example).sample(asked.sites, len(asked.sites))  # noqa: S311 - nothing secret

    assert substance(quote_of(catalog(), replace(asked, sites=tuple(sites)))) == substance(quote(example))


def test_keys_in_the_catalog_s_files_may_stand_in_any_order(tmp_path: Path) -> None:
    turned = turned_catalog(tmp_path / "catalog", seed=1)

    for example in ("clinics", "law-firm", "manufacturer", "over-ten-gigabit"):
        assert substance(quote_of(turned, needs(example))) == substance(quote(example)), example


def turned_catalog(folder: Path, seed: int) -> Catalog:
    """A copy of the catalog with the keys of its files shuffled."""
    dice = random.Random(seed)  # noqa: S311 - nothing secret
    shutil.copytree(ROOT / "catalog", folder)
    changed = 0
    for file in sorted(file for name in OF_KEYS for file in (folder / name).rglob("*.yaml")):
        text = file.read_text("utf-8")
        root = yaml.compose(text)
        shuffle(root, dice)
        file.write_text(yaml.serialize(root, width=10_000, allow_unicode=True), "utf-8")
        changed += list(yaml.safe_load(text)) != list(yaml.safe_load(file.read_text("utf-8")))
    assert changed > 40, "hardly anything was shuffled"
    loaded = load_catalog(folder)
    assert loaded.value is not None, loaded.diagnostics
    return loaded.value


def shuffle(node: yaml.Node | None, dice: random.Random) -> None:
    """Every map below a node in another order."""
    if isinstance(node, yaml.MappingNode):
        dice.shuffle(node.value)
        for key, value in node.value:
            shuffle(key, dice)
            shuffle(value, dice)
    elif isinstance(node, yaml.SequenceNode):
        for each in node.value:
            shuffle(each, dice)


def substance(quoted: Quote) -> dict[str, object]:
    """What is sold where at which price, and how well that is proven."""
    return {option.id: (*figures(option), sold(option)) for option in quoted.options}


def figures(option: QuoteOption) -> tuple[object, ...]:
    proof = option.proof
    money = (
        option.monthly,
        option.once,
        option.credit_total,
        option.contract_value,
        option.first_year,
        option.fees_monthly,
    )
    return option.term, money, (proof.proven, proof.gap, proof.kinds, proof.packages)


def sold(option: QuoteOption) -> dict[str, list[tuple[object, ...]]]:
    return {site: sorted(map(line_of, lines)) for site, lines in lines_by_site(option).items()}


def line_of(line: QuoteLine) -> tuple[object, ...]:
    sums = line.monthly, line.once, line.credit_total
    return (
        line.id,
        line.count,
        sorted(line.characteristics.items()),
        line.access,
        line.access_status,
        line.far_end,
        sums,
    )


def test_neither_hash_seed_nor_threads_change_a_byte() -> None:
    """The example whose choice asks the solver, as a rep would quote it."""
    assert len({quoted_by_command(seed, threads) for seed, threads in (("0", "1"), ("1", "2"), ("2", "1"))}) == 1


def quoted_by_command(seed: str, threads: str) -> bytes:
    file = ROOT / "examples" / "school-district.yaml"
    command = [sys.executable, "-m", "proposer", "quote", str(file), "--json", "--as-of", AS_OF.isoformat()]
    variables = {"PYTHONHASHSEED": seed, "OMP_NUM_THREADS": threads, "OPENBLAS_NUM_THREADS": threads}
    done = subprocess.run(command, env={**os.environ, **variables}, capture_output=True, check=True)
    assert done.stdout.startswith(b"{")
    return done.stdout
