"""Templates and brands that reach outside: for files of the machine, for the network, for what acts."""

from __future__ import annotations

import os
from collections.abc import Callable
from pathlib import Path

from hostile_world import Vector

IMAGE = '<img src="{}" alt="x">'
SVG = '<svg xmlns="http://www.w3.org/2000/svg" xmlns:xlink="http://www.w3.org/1999/xlink" width="9" height="9">{}</svg>'


def image(name: str, address: str, told: str = "") -> Vector:
    return Vector(name, IMAGE.format(address), refused(told or address))


def refused(*addresses: str) -> str:
    return "; ".join(f"TPL302 the document asks for `{each}`, which it may not read" for each in addresses)


def linked(address: str) -> str:
    return f"TPL311 the document links to `{address}`"


def writes(name: str, text: str) -> Callable[[Path], object]:
    return lambda brand: (brand / name).write_text(text)


def links(name: str, target: str) -> Callable[[Path], object]:
    return lambda brand: (brand / name).symlink_to(brand / target)


NO_FONT = "TPL303 the PDF engine reports: Font-face 'x' cannot be loaded"
BASE = "file://FOLDER/templates/brands/meridian"
UP = "../../../secret.svg"
LARGE = "data:image/svg+xml,<svg/>" + "x" * 4_000_000

ADDRESSES = (
    image("a file", "file://FOLDER/secret.svg"),
    image("a file, in capitals", "FILE://FOLDER/secret.svg", "FILE://FOLDER/secret.svg"),
    image("a file that a program makes up", "file:///proc/self/environ"),
    image("a device", "file:///dev/zero"),
    image("above the brand's folder", UP, "file://FOLDER/secret.svg"),
    image("above it, in percents", "%2e%2e/%2e%2e/%2e%2e/secret.svg", f"{BASE}/%2e%2e/%2e%2e/%2e%2e/secret.svg"),
    image("above it, with a question", f"{UP}?logo.svg", "file://FOLDER/secret.svg?logo.svg"),
    image("a name with a zero byte", "logo.svg%00.png", f"{BASE}/logo.svg%00.png"),
    image("a share", "file://server/share/secret.svg"),
    image("a share, without its scheme", "//server/share/secret.svg", "file://server/share/secret.svg"),
    image("a share, by four slashes", "file:////server/share/secret.svg"),
    image("the network", "SERVER/logo.svg"),
    image("the network, which sends on to a file", "SERVER/redirect/logo.svg"),
    image("the network, by another name of this machine", "http://0x7f000001/logo.svg"),
    image("a secure address", "https://127.0.0.1/logo.svg"),
    image("a file server", "ftp://127.0.0.1/logo.svg"),
    image("a Java archive", "jar:file://FOLDER/secret.svg!/x"),
    image("an unknown scheme", "gopher://127.0.0.1/logo.svg"),
    Vector("a large picture in the address", IMAGE.format(LARGE), refused(LARGE[:200])),
    Vector(
        "another base",
        IMAGE.format("secret.svg"),
        refused("file://FOLDER/secret.svg"),
        head='<base href="file://FOLDER/">',
    ),
)
MARKUP = (
    Vector("a stylesheet", head='<link rel="stylesheet" href="SERVER/x.css">', expected=refused("SERVER/x.css")),
    Vector(
        "an attachment",
        head='<link rel="attachment" href="file://FOLDER/secret.txt">',
        expected=refused("file://FOLDER/secret.txt"),
    ),
    Vector(
        "a link that is an attachment",
        '<p><a rel="attachment" href="file://FOLDER/secret.txt">here</a></p>',
        refused("file://FOLDER/secret.txt"),
    ),
    Vector("an object", '<object data="file://FOLDER/secret.svg"></object>', refused("file://FOLDER/secret.svg")),
    Vector("a page as an object", '<object data="data:text/html,<script>alert(1)</script>"></object>', "a PDF"),
    Vector("an embedded file", '<embed src="file://FOLDER/secret.svg">', refused("file://FOLDER/secret.svg")),
    Vector("a frame", '<iframe src="file://FOLDER/secret.txt"></iframe>'),
    Vector("a page in a frame", '<iframe srcdoc="<img src=SERVER/x.svg>"></iframe>'),
    Vector("a picture for other screens", '<img srcset="SERVER/x.svg 2x" alt="x">'),
    Vector("a film", '<video poster="SERVER/x.svg" src="SERVER/x"></video>'),
    Vector("a button with a picture", '<input type="image" src="SERVER/x.svg">'),
    Vector("another page", head='<meta http-equiv="refresh" content="0; url=SERVER/x">'),
    Vector("a script", head='<script src="SERVER/x.js"></script><script>document.write("x")</script>'),
    Vector(
        "a picture in a drawing",
        SVG.format('<image xlink:href="file://FOLDER/secret.svg" width="9" height="9"/>'),
        refused("file://FOLDER/secret.svg"),
    ),
    Vector("a part of a file in a drawing", SVG.format('<use xlink:href="file://FOLDER/secret.svg#x"/>'), "a PDF"),
    Vector(
        "a style in a drawing",
        SVG.format("<style>@import url(SERVER/x.css);</style><rect/>"),
        "TPL303 the PDF engine reports: Failed to load inline SVG: 'ElementWrapper' object has no attribute 'fetch_url'",
    ),
    Vector("a fill in a drawing", SVG.format('<rect width="9" height="9" fill="url(SERVER/x.svg#a)"/>')),
    Vector(
        "a picture in a drawing in an address",
        IMAGE.format(
            "data:image/svg+xml,<svg xmlns='http://www.w3.org/2000/svg'>"
            "<image href='file://FOLDER/secret.svg' width='9' height='9'/></svg>"
        ),
        refused("file://FOLDER/secret.svg"),
    ),
)
STYLES = (
    Vector(
        "a style that imports",
        css='@import "SERVER/x.css";',
        expected="TPL303 the PDF engine reports: @import rule ' \"SERVER/x.css\"' not at the beginning of the the whole rule was ignored at 7:1.",
    ),
    Vector(
        "a style that imports first",
        head="<style>@import url(file://FOLDER/secret.txt);</style>",
        expected=refused("file://FOLDER/secret.txt"),
    ),
    Vector(
        "a font",
        css="@font-face { font-family: x; src: url(SERVER/x.ttf) } p { font-family: x }",
        expected=refused("SERVER/x.ttf") + "; " + NO_FONT,
    ),
    Vector(
        "a font of the machine",
        css='@font-face { font-family: x; src: local("DejaVu Sans") } p { font-family: x }',
        expected=NO_FONT,
    ),
    Vector("a background", css="p { background: url(SERVER/x.svg) }", expected=refused("SERVER/x.svg")),
    Vector(
        "a background in an attribute",
        '<p style="background: url(file://FOLDER/secret.svg)">x</p>',
        expected=refused("file://FOLDER/secret.svg"),
    ),
    Vector("a background of the page", css="@page { background: url(SERVER/x.svg) }", expected=refused("SERVER/x.svg")),
    Vector("content", css="p::before { content: url(SERVER/x.svg) }", expected=refused("SERVER/x.svg")),
    Vector(
        "a list's sign",
        "<ul><li>x</ul>",
        css="li { list-style-image: url(SERVER/x.svg) }",
        expected=refused("SERVER/x.svg"),
    ),
    Vector(
        "a border", css="p { border: 1px solid; border-image: url(SERVER/x.svg) 1 }", expected=refused("SERVER/x.svg")
    ),
    Vector("a colour profile", css="@color-profile --x { src: url(SERVER/x.icc) }", expected=refused("SERVER/x.icc")),
)
FILES = (
    Vector(
        "a link to a file", IMAGE.format("x.svg"), refused(f"{BASE}/x.svg"), files=links("x.svg", "../../../secret.svg")
    ),
    Vector(
        "a link to a folder",
        IMAGE.format("x/secret.svg"),
        refused(f"{BASE}/x/secret.svg"),
        files=links("x", "../../.."),
    ),
    Vector("a pipe", IMAGE.format("x.svg"), refused(f"{BASE}/x.svg"), files=lambda brand: os.mkfifo(brand / "x.svg")),
    Vector("a link to a device", IMAGE.format("x.svg"), refused(f"{BASE}/x.svg"), files=links("x.svg", "/dev/zero")),
    Vector(
        "a huge file",
        IMAGE.format("x.svg"),
        refused(f"{BASE}/x.svg"),
        files=lambda brand: os.truncate(os.open(brand / "x.svg", os.O_CREAT | os.O_WRONLY), 10**11),
    ),
    Vector(
        "a drawing with a picture",
        IMAGE.format("x.svg"),
        refused("file://FOLDER/secret.svg"),
        files=writes("x.svg", SVG.format('<image xlink:href="file://FOLDER/secret.svg" width="9" height="9"/>')),
    ),
    Vector(
        "a drawing with an entity of a file",
        IMAGE.format("x.svg"),
        f"TPL303 the PDF engine reports: Failed to load image at '{BASE}/x.svg'",
        files=writes(
            "x.svg", '<!DOCTYPE svg [<!ENTITY x SYSTEM "file:///etc/passwd">]>' + SVG.format("<text>&x;</text>")
        ),
    ),
    Vector(
        "a template above its folder",
        '{% include "../../secret.txt" %}',
        "TPL102 there is no template `../../secret.txt`",
    ),
    Vector("a template of the machine", '{% include "/etc/passwd" %}', "TPL102 there is no template `/etc/passwd`"),
    Vector(
        "a template that is a link",
        '{% include "x.j2" %}',
        "TPL102 there is no template `x.j2`",
        files=lambda brand: (brand.parents[1] / "proposal/x.j2").symlink_to(brand.parents[2] / "secret.txt"),
    ),
    Vector(
        "a template that is a pipe",
        '{% include "x.j2" %}',
        "TPL102 there is no template `x.j2`",
        files=lambda brand: os.mkfifo(brand.parents[1] / "proposal/x.j2"),
    ),
)
LINKS = (
    Vector("a link that acts", '<p><a href="javascript:alert(1)">x</a></p>', linked("javascript:alert(1)")),
    Vector(
        "a link that acts, in capitals", '<p><a href="JaVaScRiPt:alert(1)">x</a></p>', linked("JaVaScRiPt:alert(1)")
    ),
    Vector(
        "a link that acts, with a gap",
        '<p><a href=" java&#10;script:alert(1)">x</a></p>',
        linked("javascript:alert(1)"),
    ),
    Vector(
        "a link that opens a file",
        '<p><a href="file://FOLDER/secret.txt">x</a></p>',
        linked("file://FOLDER/secret.txt"),
    ),
    Vector("a link beside", '<p><a href="secret.txt">x</a></p>', linked(f"{BASE}/secret.txt")),
    Vector("a link to a page in itself", '<p><a href="data:text/html,x">x</a></p>', linked("data:text/html,x")),
    Vector("a link to an old script", '<p><a href="vbscript:x">x</a></p>', linked("vbscript:x")),
    Vector(
        "a link by a style",
        '<p class="x">x</p>',
        css='.x { link: url("javascript:alert(1)") }',
        expected='TPL303 the PDF engine reports: Ignored `link: url("javascript:alert(1)") ` at 7:6, unknown property.',
    ),
    Vector("a link in a drawing", SVG.format('<a href="javascript:alert(1)"><rect width="9" height="9"/></a>')),
    Vector("an area of a picture", '<map name="m"><area href="javascript:alert(1)" shape="default"></map>', "a PDF"),
    Vector("a form", '<form action="SERVER/x"><input name="a" value="b"></form>'),
)
VECTORS = (*ADDRESSES, *MARKUP, *STYLES, *FILES, *LINKS)
