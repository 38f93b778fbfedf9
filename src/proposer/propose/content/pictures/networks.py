"""The topology: a hub with its spokes, a mesh, or each site's way to the internet and what takes over."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from proposer.model.quote import Quote, QuoteDesign, QuotedSite
from proposer.propose.content.figures import Figure
from proposer.propose.content.figures.network import Access, Node, internet, mesh, spokes
from proposer.propose.content.pictures.lines import (
    BACKUP,
    INTERNET,
    NETWORK,
    SECOND_PATH,
    UPSTREAM,
    homes,
    meeting,
    rate_of,
)
from proposer.propose.content.wording import Wording

MOST_BOXES = 15
COMMITTED = "cir"  # the characteristic that says how much of a connection is promised
NETWORKS = {"hub-and-spoke": "network.hub_and_spoke", "any-to-any": "network.any_to_any"}  # with the key of its words


@dataclass(frozen=True, slots=True)
class NetworkPicture:
    """The figure, and the sentence above it."""

    figure: Figure
    lead: str


def network_picture(quote: Quote, say: Wording) -> NetworkPicture | None:
    """The network between the sites; where there is none, their lines to the internet; None where there is neither."""
    kind = quote.customer.network
    if kind not in NETWORKS or len(quote.sites) < 2:
        return _internet(quote, say)
    hub = next((site for site in quote.sites if site.is_hub), None) if kind == "hub-and-spoke" else None
    nodes = _nodes(quote, hub, say)
    title = say.phrase(NETWORKS[kind])
    network = say.phrase("network.private")
    centre = _centre(quote, hub, say) if hub else None
    figure = mesh(title, network, nodes) if kind == "any-to-any" else spokes(title, network, centre, nodes)
    return NetworkPicture(figure, say.phrase(f"{NETWORKS[kind]}_words"))


def _centre(quote: Quote, hub: QuotedSite, say: Wording) -> tuple[str, Node]:
    node = _site_nodes(quote, [hub], say)[0]
    return say.phrase("network.hub_with", link=node.link) if node.link else say.phrase("network.hub"), node


def _nodes(quote: Quote, hub: QuotedSite | None, say: Wording) -> list[Node]:
    """A box for each site; of many sites, one for each design: hundreds of boxes would say nothing."""
    others = [site for site in quote.sites if site is not hub]
    if len(others) <= MOST_BOXES:
        return _site_nodes(quote, others, say)
    counted = [(d, len(d.site_ids) - (hub is not None and hub.id in d.site_ids)) for d in quote.chosen.designs]
    kinds = [(design, count) for design, count in counted if count > 0]
    made = [Node(_group(design, say), say.counted("numbers.sites", n), _link([design], say)) for design, n in kinds]
    return _largest(made, kinds) + [Node(*rest, "") for rest in _rest(kinds, say)]


def _group(design: QuoteDesign, say: Wording) -> str:
    """What a design's sites are called together; a single one goes by its name."""
    return design.title if len(design.site_ids) == 1 else say.quoted(design.title, "sites_alike", "whole_account")


def _largest(made: list[Node], kinds: Sequence[tuple[QuoteDesign, int]]) -> list[Node]:
    if len(made) <= MOST_BOXES:
        return made
    order = sorted(range(len(made)), key=lambda at: -kinds[at][1])[: MOST_BOXES - 1]
    return [made[at] for at in sorted(order)]


def _rest(kinds: Sequence[tuple[QuoteDesign, int]], say: Wording) -> list[tuple[str, str]]:
    """What the last box says of the kinds that have none of their own."""
    counts = sorted((count for _, count in kinds), reverse=True)
    rest = counts[MOST_BOXES - 1 :] if len(counts) > MOST_BOXES else []
    return [(say.counted("pictures.more_kinds", len(rest)), say.counted("numbers.sites", sum(rest)))] if rest else []


def _site_nodes(quote: Quote, sites: Sequence[QuotedSite], say: Wording) -> list[Node]:
    designs = homes(quote)
    return [Node(site.name, _city(site), _link(designs.get(site.id, []), say)) for site in sites]


def _city(site: QuotedSite) -> str:
    return ", ".join(part for part in (site.city, site.state) if part)


def _link(designs: Sequence[QuoteDesign], say: Wording) -> str:
    """The line that connects a site to the network, or nothing: another service must not pass for it."""
    lines = [line for design in designs for line in design.lines]
    ends = [line for line in lines if line.far_end]
    linked = ends or [line for line in lines if NETWORK in line.meets and line.characteristics]
    if not linked:
        return ""
    rate = linked[0].characteristics.get(COMMITTED)
    return say.phrase("network.committed", rate=rate) if rate else linked[0].description or linked[0].name


def _internet(quote: Quote, say: Wording) -> NetworkPicture | None:
    rows = _access_rows(quote, say)
    if not any(row.first or row.second for row in rows):
        return None
    figure = internet(
        say.phrase("pictures.internet_title"),
        say.phrase("pictures.internet"),
        rows,
        (say.phrase("pictures.line_first"), say.phrase("pictures.line_second")),
    )
    backed = any(row.first and row.second for row in rows)
    lead = [say.phrase("pictures.internet_lead")] if len(quote.sites) > 1 else []
    return NetworkPicture(figure, " ".join([*lead, *([say.phrase("pictures.backup_lead")] if backed else [])]))


def _access_rows(quote: Quote, say: Wording) -> list[Access]:
    """A row for each site with a line; of many sites, one for all that are connected alike."""
    designs = homes(quote)
    rows = [_access(site, designs.get(site.id, [])) for site in quote.sites]
    if len(rows) <= MOST_BOXES:
        return [row for row in rows if row.first or row.second]
    found: dict[tuple[str, str], list[Access]] = {}
    for row in rows:
        if row.first or row.second:
            found.setdefault((row.first, row.second), []).append(row)
    alike = sorted(found.values(), key=lambda group: -len(group))
    shown = alike[:MOST_BOXES] if len(alike) <= MOST_BOXES else alike[: MOST_BOXES - 1]
    rest = sum(map(len, alike[len(shown) :]))
    more = say.counted("pictures.more_kinds", len(alike) - len(shown))
    last = [Access(say.counted("numbers.sites", rest), more, "", "")] if rest else []
    return [_together(group, say) for group in shown] + last


def _together(alike: Sequence[Access], say: Wording) -> Access:
    """What stands for sites that are connected alike; one alone stands for itself."""
    first = alike[0]
    return first if len(alike) == 1 else Access(say.counted("numbers.sites", len(alike)), "", first.first, first.second)


def _access(site: QuotedSite, designs: Sequence[QuoteDesign]) -> Access:
    """A site's line, and what takes over: another line, or a second path of the same."""
    second = _line(designs, BACKUP) or _line(designs, SECOND_PATH)
    first = _line(designs, INTERNET) or _line(designs, UPSTREAM)
    return Access(site.name, _city(site), first, second)


def _line(designs: Sequence[QuoteDesign], capability: str) -> str:
    """A line in short: the cable and the rate, `Fibre, 700 Mbps`."""
    for design in designs:
        for line in meeting(design, capability):
            rate = rate_of(line)
            parts = (line.access.partition(" (")[0] or line.name, str(rate) if rate else "")
            return ", ".join(part for part in parts if part)
    return ""
