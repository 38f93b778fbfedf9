"""Templates that would take memory or time without end, or bring the engine down."""

from __future__ import annotations

import struct
import zlib
from collections.abc import Callable
from pathlib import Path

from hostile_world import BUSY, NO_ROOM, NO_TIME, SHORT, TOO_DEEP, Vector

ELEMENT = '<svg xmlns="http://www.w3.org/2000/svg" width="99" height="99" {}>{}</svg>'


def nested(tag: str, depth: int, style: str = "") -> str:
    return f'<{tag} style="{style}">' * depth + "x" + f"</{tag}>" * depth


def template(name: str, text: str) -> Callable[[Path], object]:
    return lambda brand: (brand.parents[1] / "proposal" / name).write_text(text, "utf-8")


def black_picture(side: int) -> bytes:
    """A PNG of so many black points on each side, which takes next to no room in its file."""

    def chunk(kind: bytes, data: bytes) -> bytes:
        return struct.pack(">I", len(data)) + kind + data + struct.pack(">I", zlib.crc32(kind + data))

    packer = zlib.compressobj(1)
    row = b"\0" * (side + 1)
    data = b"".join(packer.compress(row) for _ in range(side)) + packer.flush()
    header = struct.pack(">IIBBBBB", side, side, 8, 0, 0, 0, 0)
    return b"\x89PNG\r\n\x1a\n" + chunk(b"IHDR", header) + chunk(b"IDAT", data) + chunk(b"IEND", b"")


def picture(side: int) -> Callable[[Path], object]:
    return lambda brand: (brand / "x.png").write_bytes(black_picture(side))


VARIABLES = ":root{--a0:x;" + "".join(f"--a{n}:var(--a{n - 1}) var(--a{n - 1});" for n in range(1, 40))
USES = '<g id="u0"><rect width="1" height="1"/></g>' + "".join(
    f'<g id="u{n}">{f"""<use href="#u{n - 1}"/>""" * 10}</g>' for n in range(1, 12)
)
PATTERNS = "".join(
    f'<pattern id="p{n}" width="1" height="1"><rect width="9" height="9" fill="url(#p{n + 1})"/></pattern>'
    for n in range(200)
)
STOPS = "".join(f"#{n % 999999:06d}," for n in range(1_000_000))
ROWS = "{% for a in view.document.title %}{% for b in view.document.title %}{% for c in view.document.title %}<tr><td>x</td></tr>{% endfor %}{% endfor %}{% endfor %}"
LONG_LOOP = "{% for c in s %}" * 9 + "{% set x = c %}" + "{% endfor %}" * 9

WRITING = (
    Vector(
        "much work in a short time",
        '{% set s = "' + "x" * 40 + '" %}' + LONG_LOOP,
        "TPL502 the proposal was given up: it took more than 1 second of the processor",
        limits=BUSY,
    ),
    Vector(
        "a loop without end",
        "{% for n in range(1000000000) %}{% endfor %}",
        "TPL101 the template asks for what is not there: 'range' is undefined",
    ),
    Vector("loops in loops", '{% set s = "' + "x" * 40 + '" %}' + LONG_LOOP, NO_TIME, limits=SHORT),
    Vector("a template in itself", '{% include "x.j2" %}', TOO_DEEP, files=template("x.j2", '{% include "x.j2" %}')),
    Vector("a macro in itself", "{% macro m() %}{{ m() }}{% endmacro %}{{ m() }}", TOO_DEEP),
    Vector(
        "a template that extends itself",
        '{% include "x.j2" %}',
        TOO_DEEP,
        files=template("x.j2", '{% extends "x.j2" %}'),
    ),
    Vector("a text many times", '{{ "x" * 1000000000 }}', "TPL103 the template failed: `*` computes"),
    Vector("a text twice, forty times", '{% set x = "x" %}' + "{% set x = x ~ x %}" * 40 + "{{ x }}", NO_ROOM),
    Vector("a text with room", '{{ "{:>2000000000}".format("x") }}', NO_ROOM),
    Vector("a text with room at its side", '{{ "x".ljust(2000000000) }}', NO_ROOM),
    Vector("a power", "{{ 9 ** 999999999 }}", "TPL103 the template failed: `**` computes"),
    Vector("30,000 brackets", "{{ " + "(" * 30_000 + ")" * 30_000 + " }}", TOO_DEEP),
    Vector("30,000 loops", "{% if 1 %}" * 30_000, TOO_DEEP),
)
STYLES = (
    Vector("boxes in boxes", nested("div", 12, "display: flex"), NO_TIME, limits=SHORT),
    Vector("grids in grids", nested("div", 14, "display: grid"), NO_TIME, limits=SHORT),
    Vector(
        "variables of variables",
        "<p class=x>x</p>",
        NO_TIME,
        css=VARIABLES + "} .x { font-family: var(--a39) }",
        limits=SHORT,
    ),
    Vector(
        "a counter with room",
        "<p>x</p>",
        NO_ROOM,
        head='<style>@counter-style far { system: numeric; symbols: "0" "1"; pad: 2000000000 "x" }'
        " p::before { content: counter(a, far) }</style>",
    ),
    Vector(
        "a counter with some room",
        "<p>x</p>",
        NO_TIME,
        head='<style>@counter-style far { system: numeric; symbols: "0" "1"; pad: 60000000 "x" }'
        " p::before { content: counter(a, far) }</style>",
        limits=SHORT,
    ),
    Vector(
        "a counter far on",
        "<p>x</p>",
        "a PDF",
        css="p { counter-increment: a 2000000000 } p::before { content: counter(a, upper-roman) }",
    ),
    Vector(
        "content many times",
        "<p>x</p>",
        NO_TIME,
        css="p::before { content:" + '"xxxxxxxx" ' * 100_000 + "}",
        limits=SHORT,
    ),
    Vector(
        "strings many times",
        "<p>x</p>" * 200,
        'TPL303 the PDF engine reports: "string(a first)" is only allowed in page margins',
        css="p { string-set: a string(a) string(a) content() }",
    ),
    Vector("a vast box", "<div style='height: 1e9px'></div>", "a PDF"),
    Vector("a vast page", "<p>x</p>", "a PDF", css="@page { size: 1e9px 1e9px }"),
    Vector("a tiny page", "<p>x y z</p>" * 500, NO_TIME, css="@page { size: 1px 1px; margin: 0 }", limits=SHORT),
    Vector(
        "a vast letter",
        "<p style='font-size: 1e9px'>x</p>",
        "TPL505 the PDF engine failed: ZeroDivisionError: float division by zero",
    ),
    Vector(
        "vast gaps",
        "<p style='letter-spacing: 1e9px; word-spacing: 1e9px'>x y</p>",
        "TPL505 the PDF engine failed: OverflowError: integer 1024000000000 does not fit 'int'",
    ),
    Vector("many columns", "<div style='columns: 100000000'><p>x</p></div>", "a PDF"),
    Vector(
        "many tracks",
        "<div style='display: grid; grid-template-columns: repeat(1000000000, 1px)'>x</div>",
        NO_TIME,
        limits=SHORT,
    ),
    Vector(
        "a gradient of a million colours",
        "<p class=x>x</p>",
        NO_TIME,
        css=".x { background: linear-gradient(" + STOPS + "red) }",
        limits=SHORT,
    ),
    Vector("deep selectors", nested("p", 300), "a PDF", css=":has(p " * 12 + "p" + ")" * 12 + "{color: red}"),
    Vector("long selectors", nested("div", 200), TOO_DEEP, css="div " * 60 + "b { color: red }"),
    Vector(
        "styles in styles", "<p>x</p>", NO_TIME, css="p, p { & &, & & {" * 30 + "color: red" + "}" * 60, limits=SHORT
    ),
    Vector("sums in sums", "<p>x</p>", TOO_DEEP, css="p { width: " + "calc(1px + " * 5_000 + "1px" + ")" * 5_000 + "}"),
    Vector("floats in floats", nested("div", 16, "float: left"), "a PDF"),
    Vector("lines in lines", nested("span", 24, "display: inline-block"), "a PDF"),
    Vector("notes in notes", nested("span", 12, "float: footnote"), "a PDF"),
    Vector("100,000 brackets in a style", "<p>x</p>", TOO_DEEP, css="p { width: " + "(" * 100_000),
)
MARKUP = (
    Vector("100,000 elements in each other", nested("div", 100_000), NO_TIME, limits=SHORT),
    Vector("500 elements in each other", nested("div", 500), TOO_DEEP),
    Vector("tables in tables", "<table><tr><td>" * 14 + "x" + "</table>" * 14, "a PDF"),
    Vector("a cell over many columns", "<table><tr><td colspan=1000000000>x</table>", NO_ROOM),
    Vector("a cell over many rows", "<table><tr><td rowspan=1000000000>x</table>", "a PDF"),
    Vector("a column of many", "<table><col span=1000000000><tr><td>x</table>", NO_TIME, limits=SHORT),
    Vector("many rows", f"<table>{ROWS * 4}</table>", NO_TIME, limits=SHORT),
    Vector(
        "a million elements",
        "{% set s = view.document.title %}" + "{% for c in s %}" * 5 + "<i>x</i>" + "{% endfor %}" * 5,
        NO_TIME,
        limits=SHORT,
    ),
    Vector("a drawing of drawings", ELEMENT.format("", USES + '<use href="#u11"/>'), NO_TIME, limits=SHORT),
    Vector(
        "a drawing of itself",
        ELEMENT.format("", '<g id="a"><use href="#b"/></g><g id="b"><use href="#a"/></g><use href="#a"/>'),
        "TPL303 the PDF engine reports: Failed to render SVG image file://FOLDER/templates/brands/meridian/",
    ),
    Vector(
        "a vast drawing", ELEMENT.format('viewBox="0 0 1e-300 1e300"', '<rect width="1e300" height="1e300"/>'), "a PDF"
    ),
    Vector("a drawing of nothing", ELEMENT.format('viewBox="0 0 0 0"', '<rect width="-9" height="1e999"/>'), "a PDF"),
    Vector(
        "patterns of patterns",
        ELEMENT.format("", PATTERNS + '<rect width="99" height="99" fill="url(#p0)"/>'),
        "TPL303 the PDF engine reports: Failed to render SVG image file://FOLDER/templates/brands/meridian/",
    ),
    Vector("a long path", ELEMENT.format("", f'<path d="M0 0{" L1 1" * 500_000}"/>'), NO_TIME, limits=SHORT),
    Vector(
        "a dashed line",
        ELEMENT.format("", '<path d="M0 0 L1e9 1e9" stroke="red" stroke-dasharray="1e-9"/>'),
        "a PDF",
    ),
    Vector(
        "entities of entities",
        '<img src="x.svg" alt="x">',
        "TPL303 the PDF engine reports: Failed to load image at 'file://FOLDER/templates/brands/meridian/x.svg'",
        files=lambda brand: (brand / "x.svg").write_text(
            "<!DOCTYPE svg [<!ENTITY a0 'xxxxxxxxxx'>"
            + "".join(f"<!ENTITY a{n} '{f'&a{n - 1};' * 10}'>" for n in range(1, 12))
            + "]>"
            + ELEMENT.format("", "<text>&a11;</text>")
        ),
    ),
    Vector(
        "a picture that unfolds",
        '<img src="x.png" alt="x">',
        "TPL303 the PDF engine reports: Failed to load image at 'file://FOLDER/templates/brands/meridian/x.png'",
        files=picture(14_000),
    ),
    Vector("a picture that unfolds within bounds", '<img src="x.png" alt="x">', "a PDF", files=picture(5_000)),
)
VECTORS = (*WRITING, *STYLES, *MARKUP)
