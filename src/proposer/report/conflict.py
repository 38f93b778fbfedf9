"""Why no solution exists, in the rep's words: what cannot hold together, where it stands, what would have to change."""

from __future__ import annotations

from collections.abc import Mapping

from proposer.model.configuration import Blame, Conflict
from proposer.model.explanation import Impossible, Relaxation
from proposer.report.amounts import figure, some
from proposer.report.explanation_data import relaxation_record
from proposer.report.sheet import Block, Column, Grid, Heading, Sheet, Text

CHANGES = (
    Column(""),
    Column("Change", flexible=True),
    Column("Months", right=True),
    Column("A month", right=True),
    Column("Once", right=True),
    Column("In all", right=True),
)


def impossible_sheet(found: Impossible) -> Sheet:
    """Each conflict, then what would make a solution possible, cheapest first; without that, what is in the way."""
    first, *others = found.conflicts
    blocks = [*_causes(first, _title(first)), *([] if found.relaxations else _in_the_way(first)), *_likewise(first)]
    for conflict in others:
        blocks += [*_causes(conflict, "Nor can these hold together", rank=2), *_likewise(conflict)]
    if found.relaxations:
        blocks.append(Heading("What would make it possible, cheapest first"))
        blocks.append(Grid(CHANGES, tuple(_row(n, each) for n, each in enumerate(found.relaxations, 1))))
        blocks += [Text(_sets(each), f"{number}. ") for number, each in enumerate(found.relaxations, 1)]
    if not found.complete:
        blocks.append(Text("There may be more: the search ended at its bound on work."))
    return tuple(blocks)


def conflict_sheet(conflict: Conflict, title: str = "") -> Sheet:
    """One conflict as numbered causes, each with its place and its remedy."""
    return (*_causes(conflict, title or _title(conflict)), *_in_the_way(conflict), *_likewise(conflict))


def impossible_record(found: Impossible) -> Mapping[str, object]:
    """The conflicts and relaxations as data for JSON; the first conflict stands alone as well."""
    return {
        **conflict_record(found.conflicts[0]),
        "conflicts": [conflict_record(each)["conflict"] for each in found.conflicts],
        "relaxations": [relaxation_record(each) for each in found.relaxations],
        "complete": found.complete,
    }


def conflict_record(conflict: Conflict) -> Mapping[str, object]:
    """The conflict as data for JSON."""
    blames = [{"name": b.name, "words": b.words, "place": b.place, "change": b.change} for b in conflict.blames]
    record = {"site": conflict.site, "summary": conflict.summary, "blames": blames, "others": list(conflict.others)}
    return {"conflict": record}


def _title(conflict: Conflict) -> str:
    return "There is no solution" + (f" for {conflict.site}" if conflict.site else "")


def _causes(conflict: Conflict, title: str, rank: int = 1) -> list[Block]:
    blocks: list[Block] = [Heading(title, rank)]
    if conflict.summary and rank == 1:
        blocks.append(Text(conflict.summary))
    if "cannot hold" not in conflict.summary:
        blocks.append(Heading("These cannot hold together:" if len(conflict.blames) > 1 else "This cannot hold:"))
    return blocks + [block for number, blame in enumerate(conflict.blames, 1) for block in _blame_blocks(number, blame)]


def _in_the_way(conflict: Conflict) -> list[Block]:
    changes = [blame for blame in conflict.blames if blame.change]
    if not changes:
        return []
    many = len(changes) > 1
    heading = Heading("One of these would have to change:" if many else "This would have to change:")
    return [heading, *(Text(blame.change, "- ") for blame in changes)]


def _likewise(conflict: Conflict) -> list[Block]:
    if not conflict.others:
        return []
    return [Heading("The same at other sites:"), Text(f"{some(conflict.others)}.")]


def _row(number: int, relaxation: Relaxation) -> tuple[str, ...]:
    totals = relaxation.totals
    amounts = (figure(totals.monthly), figure(totals.once), figure(totals.contract_value))
    return (f"{number}.", "; and ".join(relaxation.words), str(totals.term), *amounts)


def _sets(relaxation: Relaxation) -> str:
    return " ".join(f"--set {_quoted(str(change))}" for change in relaxation.changes)


def _quoted(text: str) -> str:
    """As a shell takes it."""
    return f'"{text}"' if " " in text else text


def _blame_blocks(number: int, blame: Blame) -> tuple[Block, ...]:
    hang = f"{number}. "
    indent = " " * len(hang)
    place = f"  ({blame.place})" if blame.place else ""
    named = (Text(f"{blame.name}{place}", indent),) if blame.name else ()
    return (Text(blame.words, hang), *named)
