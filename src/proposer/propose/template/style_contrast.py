"""Whether what a stylesheet prints on a ground of its own can be read there: rules that set both colours, by a brand's palette.

What a rule leaves to others, one colour of the two, is not known without a page, and not judged.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from pathlib import Path

import tinycss2
import tinycss2.color4
from tinycss2 import ast

from proposer.diagnostics import Diagnostic, Severity, Span
from proposer.propose.edition.brand import Brand
from proposer.propose.template.contrast import FAINT, LEAST, REMEDY, contrast, shown

GROUNDS = ("background", "background-color")


def style_contrast_faults(brand: Brand, file: Path) -> Iterator[Diagnostic]:
    """The rules of a stylesheet whose text is too faint on their ground, each where it sets the text's colour."""
    palette = {"--" + name.replace("_", "-"): colour for name, colour in brand.colours.items()}
    rules = tinycss2.parse_stylesheet(file.read_text("utf-8"), skip_comments=True, skip_whitespace=True)
    whose = "" if file.parent.resolve() == brand.folder else f" in the brand `{brand.folder.name}`"
    for text, ground in _pairs(rules):
        colours = _colour(text.value, palette), _colour(ground.value, palette)
        if colours[0] and colours[1] and (ratio := contrast(colours[0], colours[1])) < LEAST:
            words = " on ".join(f"`{tinycss2.serialize(said.value).strip()}`" for said in (text, ground))
            place = Span(str(file), text.source_line, text.source_column)
            message = f"{words} has a contrast of {shown(ratio)}{whose}, and text needs {LEAST}"
            yield Diagnostic(FAINT, message, place, Severity.WARNING, help=REMEDY)


def _pairs(nodes: Sequence[ast.Node]) -> Iterator[tuple[ast.Declaration, ast.Declaration]]:
    """Colour and ground of every rule that sets both, in other rules too; of several the last holds."""
    last: dict[str, ast.Declaration] = {}
    for node in nodes:
        if isinstance(node, ast.Declaration):
            last["background" if node.lower_name in GROUNDS else node.lower_name] = node
        elif isinstance(node, ast.QualifiedRule | ast.AtRule) and node.content is not None:
            yield from _pairs(tinycss2.parse_blocks_contents(node.content, skip_comments=True, skip_whitespace=True))
    if "color" in last and "background" in last:
        yield last["color"], last["background"]


def _colour(value: Sequence[ast.Node], palette: Mapping[str, str]) -> str:
    """The one colour that a value names, as `#rrggbb`; empty where there is none or several, or others show through."""
    found = [colour for node in value if (colour := _known(node, palette)) is not None]
    return found[0] if len(found) == 1 else ""


def _known(node: ast.Node, palette: Mapping[str, str]) -> str | None:
    """A node's colour; empty where it paints what is not known here, None where it paints nothing."""
    if isinstance(node, ast.FunctionBlock) and node.lower_name == "var":
        name = next((part.value for part in node.arguments if isinstance(part, ast.IdentToken)), "")
        return palette.get(name, "")
    colour = tinycss2.color4.parse_color(node)
    if colour is None:
        return "" if isinstance(node, ast.FunctionBlock | ast.URLToken) else None
    if isinstance(colour, str) or colour.alpha < 1 or colour.space != "srgb":
        return ""
    return "#" + "".join(f"{round(share * 255):02x}" for share in colour.coordinates)
