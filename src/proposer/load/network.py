"""The network that the sites are to form: its topology, its hub, and the answers to its questions."""

from __future__ import annotations

from collections.abc import Iterable

from proposer.load.answers import questions_at, scope_facts
from proposer.load.decode import Reader
from proposer.load.document import Path, kind_of
from proposer.load.remedies import meant
from proposer.load.shapes.needs import TOPOLOGIES
from proposer.model.catalog import At, Catalog
from proposer.model.needs import Fact
from proposer.model.vocabulary import NO_TOPOLOGY


def read_network(reader: Reader, path: Path, catalog: Catalog) -> dict[str, Fact]:
    """The network's facts; `topology` is always among them, `hub` when it is named."""
    facts = scope_facts(reader, path, At.NETWORK, questions_at(catalog.questions, At.NETWORK))
    written = reader.mapping(path)
    topology = _topology(reader, path)
    span = reader.document.key_span(path) if written else reader.document.span(())
    facts["topology"] = topology or Fact("topology", NO_TOPOLOGY, NO_TOPOLOGY, span, is_default=True)
    hub = _named(reader, (*path, "hub"))
    if hub is not None:
        facts["hub"] = hub
    if topology is None and written and "topology" not in written:
        reader.report(
            "102", "`topology` is missing", path, "add `topology: hub-and-spoke` or `topology: any-to-any`", key=True
        )
    if topology is not None and topology.value == "hub-and-spoke" and hub is None:
        reader.report(
            "109", "a hub-and-spoke network needs its hub", path, "add `hub: …` with the id of a site", key=True
        )
    if topology is not None and topology.value == "any-to-any" and hub is not None:
        reader.report(
            "109",
            "an any-to-any network has no hub",
            (*path, "hub"),
            "remove it, or write `topology: hub-and-spoke`",
            key=True,
        )
    return facts


def check_hub(reader: Reader, path: Path, hub: Fact | None, sites: Iterable[str]) -> None:
    """The hub is one of the sites."""
    known = list(sites)
    if hub is not None and hub.value not in known:
        reader.report("104", f"there is no site `{hub.value}`", (*path, "hub"), meant(str(hub.value), known))


def _topology(reader: Reader, path: Path) -> Fact | None:
    fact = _named(reader, (*path, "topology"))
    if fact is None or fact.value in (*TOPOLOGIES, NO_TOPOLOGY):
        return fact
    reader.report("103", f"unknown topology `{fact.value}`", (*path, "topology"), meant(fact.text, TOPOLOGIES))
    return Fact("topology", NO_TOPOLOGY, fact.text, fact.span)


def _named(reader: Reader, path: Path) -> Fact | None:
    data = reader.at(path)
    if data is None:
        return None
    if isinstance(data, bool | list | dict):
        reader.report("103", f"expected a name, got {kind_of(data)}", path)
        return None
    return Fact(str(path[-1]), str(data), reader.document.written(path), reader.document.span(path))
