"""A sheet as plain aligned text of a given width: for pipes, files and mail."""

from __future__ import annotations

import textwrap

from proposer.report.sheet import Block, Column, Grid, Heading, Sheet, Text

GAP = "  "
LEAST = 16  # columns that a flexible column keeps


def plain_text(sheet: Sheet, width: int) -> str:
    """The whole sheet; parts are set apart by an empty line, sentences that follow each other are not."""
    lines: list[str] = []
    before: Block | None = None
    for block in sheet:
        if before is not None and _apart(before, block):
            lines.append("")
        lines.extend(_block(block, width))
        before = block
    return "\n".join(lines)


def _apart(before: Block, block: Block) -> bool:
    return not (isinstance(block, Text) and isinstance(before, Text | Heading)) and not isinstance(before, Heading)


def _block(block: Block, width: int) -> list[str]:
    if isinstance(block, Heading):
        return [block.text, ("=" if block.rank == 1 else "-") * min(len(block.text), width)]
    if isinstance(block, Text):
        return _wrapped(block, width)
    return _grid(block, width)


def _wrapped(text: Text, width: int) -> list[str]:
    return textwrap.wrap(
        text.text,
        width,
        initial_indent=text.hang,
        subsequent_indent=" " * len(text.hang),
        break_long_words=False,
        break_on_hyphens=False,
    )


def _grid(grid: Grid, width: int) -> list[str]:
    widths = _widths(grid, width)
    lines: list[str] = []
    if any(column.title for column in grid.columns):
        lines += _row(tuple(column.title for column in grid.columns), grid.columns, widths)
        lines.append(_rule(widths))
    for row in grid.rows:
        lines += _row(row, grid.columns, widths)
    if grid.totals:
        lines.append(_rule(widths))
    for row in grid.totals:
        lines += _row(row, grid.columns, widths)
    return lines


def _rule(widths: list[int]) -> str:
    return GAP.join("-" * size for size in widths)


def _widths(grid: Grid, width: int) -> list[int]:
    """Each column as wide as its widest text; what is too much is taken from the flexible one."""
    texts = [tuple(column.title for column in grid.columns), *grid.rows, *grid.totals]
    widths = [max(len(row[index]) for row in texts) for index in range(len(grid.columns))]
    too_much = sum(widths) + len(GAP) * (len(widths) - 1) - width
    for index, column in enumerate(grid.columns):
        if column.flexible and too_much > 0:
            widths[index] = max(min(LEAST, widths[index]), widths[index] - too_much)
    return widths


def _row(texts: tuple[str, ...], columns: tuple[Column, ...], widths: list[int]) -> list[str]:
    cells = [
        textwrap.wrap(text, max(size, 1), break_on_hyphens=False) or [""]
        for text, size in zip(texts, widths, strict=True)
    ]
    height = max(len(cell) for cell in cells)
    lines = []
    for level in range(height):
        parts = [cell[level] if level < len(cell) else "" for cell in cells]
        set_ = [
            part.rjust(size) if column.right else part.ljust(size)
            for part, column, size in zip(parts, columns, widths, strict=True)
        ]
        lines.append(GAP.join(set_).rstrip())
    return lines
