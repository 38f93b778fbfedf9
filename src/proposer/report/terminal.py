"""A sheet as a terminal shows it best, drawn by rich (imported nowhere else, and only when somebody watches)."""

from __future__ import annotations

from io import StringIO

from rich.box import SIMPLE_HEAD
from rich.console import Console, RenderableType
from rich.padding import Padding
from rich.table import Table
from rich.text import Text as Styled

from proposer.report.plain import LEAST
from proposer.report.sheet import Block, Grid, Heading, Sheet, Text

ROOM = 3  # columns between two cells


def terminal_text(sheet: Sheet, width: int, *, color: bool) -> str:
    """The sheet as text with the terminal's colours, or without."""
    console = Console(
        file=StringIO(),
        width=width,
        force_terminal=color,
        color_system="standard" if color else None,
        legacy_windows=False,
        highlight=False,
    )
    with console.capture() as drawn:
        for block in sheet:
            console.print(_drawn(block, width))
    return "\n".join(line.rstrip() for line in drawn.get().splitlines()).strip("\n")


def _drawn(block: Block, width: int) -> RenderableType:
    if isinstance(block, Heading):
        return Padding(Styled(block.text, style="bold" if block.rank == 2 else "bold cyan"), (1, 0, 0, 0))
    if isinstance(block, Text):
        return _hanging(block)
    return _table(block, width)


def _hanging(text: Text) -> RenderableType:
    if not text.hang:
        return Styled(text.text)
    grid = Table.grid(padding=0)
    grid.add_column(no_wrap=True)
    grid.add_column()
    grid.add_row(Styled(text.hang), Styled(text.text))
    return grid


def _table(grid: Grid, width: int) -> Table:
    """Columns stand close together where figures would be cut off otherwise."""
    titled = any(column.title for column in grid.columns)
    padding = (0, 0) if _least_width(grid) > width else (0, 1)
    table = Table(box=SIMPLE_HEAD, show_header=titled, pad_edge=False, padding=padding)
    for column in grid.columns:
        table.add_column(column.title, justify="right" if column.right else "left", no_wrap=not column.flexible)
    for row in grid.rows:
        table.add_row(*(Styled(text) for text in row))
    if grid.totals:
        table.add_section()
    for row in grid.totals:
        table.add_row(*(Styled(text, style="bold") for text in row))
    return table


def _least_width(grid: Grid) -> int:
    """What the table takes with room around its cells, its flexible columns as narrow as can be read."""
    rows = [tuple(column.title for column in grid.columns), *grid.rows, *grid.totals]
    widest = [max(len(row[index]) for row in rows) for index in range(len(grid.columns))]
    sizes = zip(grid.columns, widest, strict=True)
    return sum(min(LEAST, size) if column.flexible else size for column, size in sizes) + ROOM * len(widest)
