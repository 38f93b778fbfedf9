"""Quote → figures: what each figure of the proposal shows, from what the quote holds."""

from __future__ import annotations

from dataclasses import dataclass

from proposer.model.quote import Quote
from proposer.propose.content.figures import Figure
from proposer.propose.content.pictures.amounts import against_today, by_months
from proposer.propose.content.pictures.networks import NetworkPicture, network_picture
from proposer.propose.content.pictures.services import availability, bandwidth
from proposer.propose.content.pictures.sites import MapPicture, map_picture
from proposer.propose.content.wording import Wording

__all__ = ["MapPicture", "NetworkPicture", "Pictures", "pictures"]


@dataclass(frozen=True, slots=True)
class Pictures:
    """The figures; None where there is nothing to show."""

    network: NetworkPicture | None
    months: Figure | None
    today: Figure | None
    bandwidth: Figure | None
    map: MapPicture | None
    availability: Figure | None


def pictures(quote: Quote, say: Wording) -> Pictures:
    """All figures that the quote gives rise to, apart from those that stand with their rows."""
    return Pictures(
        network=network_picture(quote, say),
        months=by_months(quote, say),
        today=against_today(quote, say),
        bandwidth=bandwidth(quote, say),
        map=map_picture(quote, say),
        availability=availability(quote, say),
    )
