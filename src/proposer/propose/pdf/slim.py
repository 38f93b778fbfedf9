"""A page's content in fewer bytes, which draws the same: lines that go on where one ended are one, and nothing is kerned by nothing.

Why: the engine draws a hairline below each cell by itself, and a table has thousands; and it writes the kerning of each letter.
"""

from __future__ import annotations

LINE = 13  # pieces: an artifact, its state, where it begins, where it ends, and all of that closed again
BEGINS, ENDS = 7, 8
SHOWN, DRAWN = b"] TJ", b"S"


def slim(pieces: list[object]) -> None:
    """Rewrite the pieces of a page's content in place."""
    kept: list[object] = []
    for piece in pieces:
        if isinstance(piece, bytes) and piece.endswith(SHOWN):
            piece = piece.replace(b">0<", b"").replace(b">0]", b">]")
        kept.append(piece)
        if piece == b"EMC" and _goes_on(kept):
            kept[ENDS - 2 * LINE] = kept[ENDS - LINE]
            del kept[-LINE:]
    pieces[:] = kept


def _goes_on(kept: list[object]) -> bool:
    """Whether the last thing drawn is a line that goes straight on from where the line before it ended, in the same ink."""
    if len(kept) < 2 * LINE or kept[ENDS + 1 - LINE] != DRAWN:
        return False
    before, line = kept[-2 * LINE : -LINE], kept[-LINE:]
    if before[:BEGINS] != line[:BEGINS] or before[ENDS + 1 :] != line[ENDS + 1 :]:
        return False
    (x, y), (turn_x, turn_y) = _place(before[BEGINS]), _place(before[ENDS])
    end_x, end_y = _place(line[ENDS])
    return _place(line[BEGINS]) == (turn_x, turn_y) and ((y == turn_y == end_y) or (x == turn_x == end_x))


def _place(piece: object) -> tuple[bytes, bytes]:
    """The two numbers of `1 2 m`; of what is no such piece, ones that are never equal to another's."""
    numbers = piece.split() if isinstance(piece, bytes) else []
    return (numbers[0], numbers[1]) if len(numbers) == 3 else (b"", b"none")
