"""`catalog.yaml` → provider, families, accesses, levels of service."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass

from proposer.load.declared import Declared
from proposer.load.decode import Reader
from proposer.load.ids import check_id
from proposer.load.outages import outages_in_words, read_outages
from proposer.load.shapes.provider import CatalogShape, ServiceLevelShape
from proposer.load.words import check_words
from proposer.model.catalog import Access
from proposer.model.provider import Family, Provider, ServiceLevel


@dataclass(frozen=True, slots=True)
class Frame:
    """The parts of a catalog that stand in `catalog.yaml`."""

    provider: Provider
    currency: str
    locale: str
    terms: tuple[int, ...]
    families: Mapping[str, Family]
    accesses: Mapping[str, Access]
    service_levels: Mapping[str, ServiceLevel]


def read_frame(reader: Reader, declared: Declared) -> Frame | None:
    """Decode `catalog.yaml`."""
    shape = reader.shape(CatalogShape)
    if shape is None:
        return None
    for path in [
        (field, name) for field in ("families", "accesses", "service_levels") for name in reader.mapping((field,))
    ]:
        check_id(reader, path[1], path)
    if len(set(shape.terms)) < len(shape.terms) or not shape.terms:
        reader.report("103", "each term stands once, and there is at least one", ("terms",), "such as `[12, 24, 36]`")
    for name in shape.service_levels:
        check_words(reader, ("service_levels", name, "words"), block=True)
    for name, access in shape.accesses.items():
        if access.entrance is not None:
            declared.refers(reader, "offering", access.entrance, ("accesses", name, "entrance"))
    return Frame(
        provider=Provider(**dict(shape.provider)),
        currency=shape.currency,
        locale=shape.locale,
        terms=tuple(sorted(set(shape.terms))),
        families={id_: Family(id_, part.name, part.in_short) for id_, part in shape.families.items()},
        accesses={
            id_: Access(id_, part.label, part.entrance, part.assumed, reader.document.key_span(("accesses", id_)))
            for id_, part in shape.accesses.items()
        },
        service_levels={id_: _level(reader, id_, part) for id_, part in shape.service_levels.items()},
    )


def _level(reader: Reader, id_: str, part: ServiceLevelShape) -> ServiceLevel:
    outages = read_outages(reader, ("service_levels", id_, "outages"), part.outages)
    return ServiceLevel(
        id_, part.title, part.availability, part.repair, tuple(part.objectives.items()),
        (*outages_in_words(outages), *part.credits.items()), part.words, outages,
    )  # fmt: skip
