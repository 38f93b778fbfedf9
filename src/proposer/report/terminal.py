"""A sheet as a terminal shows it best, drawn by rich (imported nowhere else, and only when somebody watches)."""

from __future__ import annotations

from io import StringIO

from rich.box import SIMPLE_HEAD
from rich.console import Console, RenderableType
from rich.padding import Padding
from rich.table import Table
from rich.text import Text as Styled

from proposer.report.sheet import Block, Grid, Heading, Sheet, Text


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
            console.print(_drawn(block))
    return "\n".join(line.rstrip() for line in drawn.get().splitlines()).strip("\n")


def _drawn(block: Block) -> RenderableType:
    if isinstance(block, Heading):
        return Padding(Styled(block.text, style="bold" if block.rank == 2 else "bold cyan"), (1, 0, 0, 0))
    if isinstance(block, Text):
        return _hanging(block)
    return _table(block)


def _hanging(text: Text) -> RenderableType:
    if not text.hang:
        return Styled(text.text)
    grid = Table.grid(padding=0)
    grid.add_column(no_wrap=True)
    grid.add_column()
    grid.add_row(Styled(text.hang), Styled(text.text))
    return grid


def _table(grid: Grid) -> Table:
    table = Table(box=SIMPLE_HEAD, show_header=any(column.title for column in grid.columns), pad_edge=False)
    for column in grid.columns:
        table.add_column(column.title, justify="right" if column.right else "left", no_wrap=not column.flexible)
    for row in grid.rows:
        table.add_row(*(Styled(text) for text in row))
    if grid.totals:
        table.add_section()
    for row in grid.totals:
        table.add_row(*(Styled(text, style="bold") for text in row))
    return table
