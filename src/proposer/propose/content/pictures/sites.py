"""The sites on a map, by their ZIP codes."""

from __future__ import annotations

from dataclasses import dataclass

from proposer.model.quote import Quote, QuotedSite
from proposer.propose.content.figures import Figure
from proposer.propose.content.figures.geography import Degrees, place_of_zip
from proposer.propose.content.figures.site_map import Place, site_map
from proposer.propose.content.wording import Wording


@dataclass(frozen=True, slots=True)
class MapPicture:
    """The map, and what it says of sites that are not on it."""

    figure: Figure
    left_out: str


def map_picture(quote: Quote, say: Wording) -> MapPicture | None:
    """The map, or None where the known sites are all in one town or beside each other."""
    found = [(site, at) for site in quote.sites if (at := place_of_zip(site.zip))]
    towns = {(site.city, site.state) for site, _ in found}
    if len(towns) < 2:
        return None
    drawn = site_map(
        say.phrase("pictures.map_title"), _places(found), (say.phrase("pictures.map_site"), say.phrase("network.hub"))
    )
    if drawn.points < 2:
        return None
    return MapPicture(drawn.figure, _left_out(len(quote.sites) - len(found) + drawn.left_out, say))


def _left_out(count: int, say: Wording) -> str:
    return say.counted("pictures.map_left_out", count) if count else ""


def _places(found: list[tuple[QuotedSite, Degrees]]) -> list[Place]:
    """One place a town: its sites' ZIP codes lie close, so the first stands for all; the hub's before others."""
    towns: dict[tuple[str, str], list[tuple[QuotedSite, Degrees]]] = {}
    for site, at in found:
        towns.setdefault((site.city, site.state), []).append((site, at))
    places = []
    for (city, _), sites in towns.items():
        hub = next((at for site, at in sites if site.is_hub), None)
        places.append(Place(city or sites[0][0].name, hub or sites[0][1], len(sites), hub is not None))
    return places
