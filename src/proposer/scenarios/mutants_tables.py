"""Wrong tables: a cell a quarter more, of tables that a rule looks up."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from dataclasses import replace
from decimal import Decimal

from proposer.model.catalog import Catalog, Rule, Table
from proposer.scenarios.mutants_change import Change
from proposer.units import plain

MORE = Decimal("1.25")


def table_changes(catalog: Catalog) -> Iterator[Change]:
    """Each cell of each table that any rule reads; of a cell that is nothing, a quarter more is nothing."""
    rules = (*catalog.rules.values(), *(rule for option in catalog.options for rule in option.adds))
    read = frozenset(name for rule in rules for name in _tables(rule))
    for table in catalog.tables.values():
        for key, value in table.values.items() if table.id in read else ():
            if value:
                words = f"table `{table.id}` at {key}: {plain(value)} → {plain(value * MORE)}"
                wrong = replace(table, values={**table.values, key: value * MORE})
                yield Change("rule", words, table.span, _with(wrong))


def _tables(rule: Rule) -> Iterator[str]:
    """The tables that change what a rule demands, not only what it says."""
    asked = [expression for wanted in rule.demands for _, expression in wanted.qualities]
    asked += [wanted.amount for wanted in rule.demands if wanted.amount]
    for expression in (*asked, *(each for _, each in rule.let), *((rule.when,) if rule.when else ())):
        yield from expression.tables


def _with(wrong: Table) -> Callable[[Catalog], Catalog]:
    return lambda catalog: replace(catalog, tables={**catalog.tables, wrong.id: wrong})
