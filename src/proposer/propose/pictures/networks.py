"""The topology: a hub with its spokes, a mesh, or each site's way to the internet and what takes over."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from proposer.model.quote import Quote, QuoteDesign, QuotedSite
from proposer.propose.figure_words import said
from proposer.propose.figures import Figure
from proposer.propose.figures.network import Access, Node, internet, mesh, spokes
from proposer.propose.pictures.lines import BACKUP, INTERNET, NETWORK, homes, meeting, rate_of

MOST_BOXES = 15
COMMITTED = "cir"  # the characteristic that says how much of a connection is promised
NETWORKS = {
    "hub-and-spoke": "Every site has a private line to the hub.",
    "any-to-any": "Every site reaches every other site directly.",
}


@dataclass(frozen=True, slots=True)
class NetworkPicture:
    """The figure, and the sentence above it."""

    figure: Figure
    lead: str


def network_picture(quote: Quote) -> NetworkPicture | None:
    """The network between the sites; where there is none, their lines to the internet; None where there is neither."""
    kind = quote.customer.network
    if kind not in NETWORKS or len(quote.sites) < 2:
        return _internet(quote)
    hub = next((site for site in quote.sites if site.is_hub), None) if kind == "hub-and-spoke" else None
    nodes = _nodes(quote, hub)
    title = said("network-title", kind=said(kind))
    network = said("private-network", provider=quote.provider.name)
    centre = (said("hub"), _site_nodes(quote, [hub])[0]) if hub else None
    figure = mesh(title, network, nodes) if kind == "any-to-any" else spokes(title, network, centre, nodes)
    return NetworkPicture(figure, NETWORKS[kind])


def _nodes(quote: Quote, hub: QuotedSite | None) -> list[Node]:
    """A box for each site; of many sites, one for each design: hundreds of boxes would say nothing."""
    others = [site for site in quote.sites if site is not hub]
    if len(others) <= MOST_BOXES:
        return _site_nodes(quote, others)
    counted = [(d, len(d.site_ids) - (hub is not None and hub.id in d.site_ids)) for d in quote.chosen.designs]
    kinds = [(design, count) for design, count in counted if count > 0]
    shown = _largest([Node(design.title, counted_sites(count), _link([design])) for design, count in kinds], kinds)
    return shown + [Node(*rest, "") for rest in _rest(kinds)]


def _largest(made: list[Node], kinds: Sequence[tuple[QuoteDesign, int]]) -> list[Node]:
    if len(made) <= MOST_BOXES:
        return made
    order = sorted(range(len(made)), key=lambda at: -kinds[at][1])[: MOST_BOXES - 1]
    return [made[at] for at in sorted(order)]


def _rest(kinds: Sequence[tuple[QuoteDesign, int]]) -> list[tuple[str, str]]:
    """What the last box says of the kinds that have none of their own."""
    counts = sorted((count for _, count in kinds), reverse=True)
    rest = counts[MOST_BOXES - 1 :] if len(counts) > MOST_BOXES else []
    return [(said("more-kinds", count=str(len(rest))), counted_sites(sum(rest)))] if rest else []


def counted_sites(count: int) -> str:
    """`1 site`, `12 sites`."""
    return said("one-site") if count == 1 else said("many-sites", count=str(count))


def _site_nodes(quote: Quote, sites: Sequence[QuotedSite]) -> list[Node]:
    designs = homes(quote)
    return [Node(site.name, _city(site), _link(designs.get(site.id, []))) for site in sites]


def _city(site: QuotedSite) -> str:
    return ", ".join(part for part in (site.city, site.state) if part)


def _link(designs: Sequence[QuoteDesign]) -> str:
    """The line that connects a site to the network, or nothing: another service must not pass for it."""
    lines = [line for design in designs for line in design.lines]
    ends = [line for line in lines if line.far_end]
    linked = ends or [line for line in lines if NETWORK in line.meets and line.characteristics]
    if not linked:
        return ""
    rate = linked[0].characteristics.get(COMMITTED)
    return said("committed", rate=rate) if rate else linked[0].description or linked[0].name


def _internet(quote: Quote) -> NetworkPicture | None:
    rows = _access_rows(quote)
    if not any(row.first or row.second for row in rows):
        return None
    figure = internet(said("internet-title"), said("internet"), rows, (said("line-first"), said("line-second")))
    backed = any(row.first and row.second for row in rows)
    lead = [said("internet-lead")] if len(quote.sites) > 1 else []
    return NetworkPicture(figure, " ".join([*lead, *([said("backup-lead")] if backed else [])]))


def _access_rows(quote: Quote) -> list[Access]:
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
    more = said("more-kinds", count=str(len(alike) - len(shown)))
    return [_together(group) for group in shown] + ([Access(counted_sites(rest), more, "", "")] if rest else [])


def _together(alike: Sequence[Access]) -> Access:
    """What stands for sites that are connected alike; one alone stands for itself."""
    first = alike[0]
    return first if len(alike) == 1 else Access(counted_sites(len(alike)), "", first.first, first.second)


def _access(site: QuotedSite, designs: Sequence[QuoteDesign]) -> Access:
    return Access(site.name, _city(site), _line(designs, INTERNET), _line(designs, BACKUP))


def _line(designs: Sequence[QuoteDesign], capability: str) -> str:
    """A line in short: the cable and the rate, `Fibre, 700 Mbps`."""
    for design in designs:
        for line in meeting(design, capability):
            rate = rate_of(line)
            parts = (line.access.partition(" (")[0] or line.name, str(rate) if rate else "")
            return ", ".join(part for part in parts if part)
    return ""
