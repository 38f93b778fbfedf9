"""A long document in sections, each laid out by itself: where it is cut, and what each section is printed from.

Why: the engine holds a whole document in memory, and works on one processor. Sections need as much as the largest of
them, and are made side by side. It is cut where a page begins anyway: before annexes that grow with the sites, within
them, and behind them. So the pages are those of the document in one piece.

What stands in the margins is no part of a section: it is laid out last, on as many empty pages as there are, and laid
over them, for only then the number of pages is known.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, replace
from itertools import groupby
from pathlib import Path

from proposer.propose.content.schedule import DesignView
from proposer.propose.content.view import GROWING, Annex, PartView, ProposalView

MAIN, KNOWS = "proposal.html.j2", "view.part."  # a template that does not print the part prints the whole
MARGINS = tuple(
    f"@{side}-{place}"
    for side, places in {
        "top": ("left-corner", "left", "center", "right", "right-corner"),
        "bottom": ("left-corner", "left", "center", "right", "right-corner"),
        "left": ("top", "middle", "bottom"),
        "right": ("top", "middle", "bottom"),
    }.items()
    for place in places
)
APART = f"\n@page{{{''.join(f'{margin}{{content:none!important}}' for margin in MARGINS)}}}\n.elsewhere{{break-after:page}}\n"
BARE = "\n@page{background:none!important}html,body{background:none!important}.sheet+.sheet{break-before:page}\n"


@dataclass(frozen=True, slots=True)
class Section:
    """What is printed at once; `style` stands behind the stylesheet, and so many pages at its ends are taken away."""

    view: ProposalView
    style: str = APART
    before: int = 0
    after: int = 0


def is_cut(view: ProposalView, templates: Path) -> bool:
    """Whether a document is laid out in sections: it is long, it holds what grows, and its template knows of parts."""
    growing = any(annex.id in GROWING for annex in view.annexes)
    return view.is_long and growing and KNOWS in (templates / "proposal" / MAIN).read_text("utf-8", "replace")


def front_section(view: ProposalView, starts: Mapping[str, int]) -> Section:
    """The front, its contents with the numbers of pages; `starts` has the page that each annex begins on, the first after the front being 1."""
    ids = [annex.id for annex in view.annexes]
    steps = zip(
        ids, (starts[id_] - starts.get(before, 0) for before, id_ in zip(("", *ids), ids, strict=False)), strict=True
    )
    counted = "".join(f"@page at-{id_}{{counter-increment:page {step}}}\n" for id_, step in steps)
    part = PartView((), after=tuple(ids))
    return Section(replace(view, part=part), APART + counted, after=len(ids))


def annex_sections(view: ProposalView) -> Iterator[Section]:
    """The annexes: those that grow in pieces, the others together."""
    for grows, group in groupby(view.annexes, lambda annex: annex.id if annex.id in GROWING else ""):
        annexes = tuple(group)
        yield from _pieces(view, annexes[0]) if grows else (_section(view, annexes),)


def margins_section(view: ProposalView, pages: int) -> Section:
    """Empty pages with what stands in the margins of all."""
    return Section(replace(view, sections=(), part=PartView((), sheets=("",) * pages)), BARE)


def empty_section(view: ProposalView) -> Section:
    """An empty page, laid out as annexes are."""
    return Section(replace(view, sections=(), part=PartView((), sheets=("",))))


def _pieces(view: ProposalView, annex: Annex) -> Iterator[Section]:
    """An annex that grows, in as many sections as it has groups."""
    if annex.id == "lines":
        views = [replace(view, lines=(table,)) for table in view.lines]
    elif annex.id == "sites":
        views = [replace(view, sites=(table,)) for table in view.sites]
    else:
        views = [replace(view, designs=group) for group in _groups(view.designs)]
    for number, piece in enumerate(views):
        part = replace(annex, is_continued=number > 0, goes_on=number < len(views) - 1)
        yield _section(piece, (part,))


def _groups(designs: Sequence[DesignView]) -> list[tuple[DesignView, ...]]:
    """The designs up to the next that begins on a fresh page."""
    starts = [number for number, design in enumerate(designs) if design.is_fresh or not number]
    return [tuple(designs[at:end]) for at, end in zip(starts, (*starts[1:], None), strict=True)]


def _section(view: ProposalView, annexes: tuple[Annex, ...]) -> Section:
    here = {annex.id for annex in annexes if not annex.is_continued}
    elsewhere = tuple(annex.id for annex in view.annexes if annex.id not in here)
    return Section(replace(view, sections=(), part=PartView(annexes, before=elsewhere or ("front",))), before=1)
