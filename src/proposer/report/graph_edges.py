"""Offerings and capabilities, and what joins them: the graph that is drawn."""

from __future__ import annotations

from collections.abc import Collection, Sequence
from dataclasses import dataclass
from fractions import Fraction

from proposer.model.catalog import Catalog


@dataclass(frozen=True, slots=True)
class Edge:
    """An offering `provides`, `consumes` or `requires` a capability."""

    offering: str
    capability: str
    word: str


@dataclass(frozen=True, slots=True)
class Graph:
    """Families with (id, name) of their offerings, capabilities as (id, label), and the edges."""

    families: tuple[tuple[str, tuple[tuple[str, str], ...]], ...]
    capabilities: tuple[tuple[str, str], ...]
    edges: tuple[Edge, ...]


def graph_of(catalog: Catalog, around: Collection[str] = ()) -> Graph:
    """The whole graph, or the edges at some ids and what stands at their ends."""
    edges = tuple(dict.fromkeys(edge for edge in _edges(catalog) if not around or _touches(edge, around)))
    ends = {end for edge in edges for end in (("o", edge.offering), ("c", edge.capability))}
    ends |= {(kind, name) for kind in "oc" for name in around}
    kept = [one for one in catalog.offerings.values() if not around or ("o", one.id) in ends]
    names = dict.fromkeys(one.family for one in kept)
    families = tuple((name, tuple((one.id, one.name) for one in kept if one.family == name)) for name in names)
    capabilities = [one for one in catalog.capabilities.values() if not around or ("c", one.id) in ends]
    across = _heights(families, edges)
    capabilities.sort(key=lambda one: (across.get(one.id, 0), one.id))
    return Graph(families, tuple((one.id, one.label) for one in capabilities), edges)


def _heights(
    families: tuple[tuple[str, tuple[tuple[str, str], ...]], ...], edges: Sequence[Edge]
) -> dict[str, Fraction]:
    """How far down the providers of each capability stand on average, so that few curves cross."""
    rows = {name: row for row, name in enumerate(name for _, offerings in families for name, _ in offerings)}
    met: dict[str, list[int]] = {}
    for edge in sorted(edges, key=lambda edge: edge.word != "provides"):
        if edge.word == "provides" or edge.capability not in met:
            met.setdefault(edge.capability, []).append(rows[edge.offering])
    return {name: Fraction(sum(found), len(found)) for name, found in met.items()}


def mermaid(graph: Graph) -> str:
    """The graph as Mermaid text."""
    lines = ["flowchart LR"]
    for family, offerings in graph.families:
        lines.append(f'  subgraph family_{family}["{family}"]')
        lines += [f'    o_{name}["{_escaped(label)}"]' for name, label in offerings]
        lines.append("  end")
    lines += [f'  c_{name}(["{_escaped(label)}"])' for name, label in graph.capabilities]
    lines += [f"  {_arrow(edge)}" for edge in graph.edges]
    return "\n".join(lines)


def _arrow(edge: Edge) -> str:
    if edge.word == "provides":
        return f"o_{edge.offering} --> c_{edge.capability}"
    return f"c_{edge.capability} -. {edge.word} .-> o_{edge.offering}"


def _edges(catalog: Catalog) -> list[Edge]:
    return [
        Edge(one.id, balance.capability, word)
        for one in catalog.offerings.values()
        for word, balances in (("provides", one.provides), ("consumes", one.consumes), ("requires", one.requires))
        for balance in balances
    ]


def _touches(edge: Edge, around: Collection[str]) -> bool:
    return edge.offering in around or edge.capability in around


def _escaped(text: str) -> str:
    return text.replace("#", "#35;").replace('"', "#quot;").replace("<", "#lt;").replace(">", "#gt;")
