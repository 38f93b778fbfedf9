"""The graph as SVG: offerings on the left by family, capabilities on the right, curves between them."""

from __future__ import annotations

from html import escape

from proposer.report.graph_edges import Edge, Graph

WIDE, BOX, ROW = 900, 300, 26
DRAWN = {
    "provides": 'stroke="#1f5fa8"',
    "consumes": 'stroke="#b3541e" stroke-dasharray="6 3"',
    "requires": 'stroke="#55606b" stroke-dasharray="2 3"',
}


def svg(graph: Graph) -> str:
    """The picture, with a title and a description for those who hear it."""
    parts, left = _offerings(graph)
    right = {name: 50 + ROW * row for row, (name, _) in enumerate(graph.capabilities)}
    tall = max([60, *left.values(), *right.values()]) + 2 * ROW
    curves = [_curve(edge, left[edge.offering], right[edge.capability]) for edge in graph.edges]
    parts += [_box(WIDE - BOX, right[name], label, "#eef6ee") for name, label in graph.capabilities]
    counted = f"{len(left)} offerings, {len(right)} capabilities, {len(graph.edges)} links"
    head = (
        f'<svg xmlns="http://www.w3.org/2000/svg" role="img" viewBox="0 0 {WIDE} {tall}" width="{WIDE}" height="{tall}"'
        ' font-family="sans-serif" font-size="12">'
    )
    named = f"<title>Offerings and capabilities</title>\n<desc>{counted}.</desc>"
    return "\n".join([head, named, _legend(), *curves, *parts, "</svg>"])


def _offerings(graph: Graph) -> tuple[list[str], dict[str, int]]:
    parts: list[str] = []
    places: dict[str, int] = {}
    top = 50
    for family, offerings in graph.families:
        parts.append(f'<text x="4" y="{top + 15}" font-weight="bold">{escape(family)}</text>')
        for row, (name, label) in enumerate(offerings, 1):
            places[name] = top + ROW * row
            parts.append(_box(0, places[name], label, "#eaf1fa"))
        top += ROW * (len(offerings) + 1) + 8
    return parts, places


def _box(x: int, y: int, label: str, fill: str) -> str:
    short = label if len(label) <= 42 else f"{label[:41]}…"
    box = f'<rect x="{x + 1}" y="{y}" width="{BOX - 2}" height="{ROW - 4}" rx="4" fill="{fill}" stroke="#8895a3"/>'
    return f'{box}<text x="{x + 8}" y="{y + 15}">{escape(short)}</text>'


def _curve(edge: Edge, left: int, right: int) -> str:
    start, end, middle = BOX, WIDE - BOX, WIDE // 2
    y, to = left + ROW // 2 - 2, right + ROW // 2 - 2
    said = escape(f"{edge.offering} {edge.word} {edge.capability}")
    return f'<path d="M{start} {y} C{middle} {y} {middle} {to} {end} {to}" fill="none" {DRAWN[edge.word]}><title>{said}</title></path>'


def _legend() -> str:
    return "\n".join(
        f'<path d="M{x} 20 h36" {look}/><text x="{x + 44}" y="24">{word}</text>'
        for x, (word, look) in zip((4, 154, 304), DRAWN.items(), strict=True)
    )
