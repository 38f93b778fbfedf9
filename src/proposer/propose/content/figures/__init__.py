"""The proposal's figures: their geometry, one file a figure, and the shapes that all are made of."""

from __future__ import annotations

from proposer.propose.content.figures.bars import Group, Stretch, bars, grouped_bars
from proposer.propose.content.figures.shapes import Figure

__all__ = ["Figure", "Group", "Stretch", "bars", "grouped_bars"]
