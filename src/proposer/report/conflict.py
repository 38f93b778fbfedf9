"""Why no solution exists, in the rep's words: what cannot hold together, where it stands, what would have to change."""

from __future__ import annotations

from proposer.model.configuration import Blame, Conflict
from proposer.report.amounts import some
from proposer.report.sheet import Block, Heading, Sheet, Text


def conflict_sheet(conflict: Conflict) -> Sheet:
    """The conflict as numbered causes, each with its place and its remedy."""
    where = f" for {conflict.site}" if conflict.site else ""
    blocks: list[Block] = [Heading(f"There is no solution{where}", 1)]
    if conflict.summary:
        blocks.append(Text(conflict.summary))
    if "cannot hold" not in conflict.summary:
        blocks.append(Heading("These cannot hold together:" if len(conflict.blames) > 1 else "This cannot hold:"))
    for number, blame in enumerate(conflict.blames, 1):
        blocks += _blame_blocks(number, blame)
    changes = tuple(blame for blame in conflict.blames if blame.change)
    if changes:
        blocks.append(
            Heading("One of these would have to change:" if len(changes) > 1 else "This would have to change:")
        )
        blocks += [Text(blame.change, "- ") for blame in changes]
    if conflict.others:
        blocks.append(Heading("The same at other sites:"))
        blocks.append(Text(f"{some(conflict.others)}."))
    return tuple(blocks)


def conflict_record(conflict: Conflict) -> dict[str, object]:
    """The conflict as data for JSON."""
    blames = [{"name": b.name, "words": b.words, "place": b.place, "change": b.change} for b in conflict.blames]
    record = {"site": conflict.site, "summary": conflict.summary, "blames": blames, "others": list(conflict.others)}
    return {"conflict": record}


def _blame_blocks(number: int, blame: Blame) -> tuple[Block, ...]:
    hang = f"{number}. "
    indent = " " * len(hang)
    place = f"  ({blame.place})" if blame.place else ""
    named = (Text(f"{blame.name}{place}", indent),) if blame.name else ()
    return (Text(blame.words, hang), *named)
