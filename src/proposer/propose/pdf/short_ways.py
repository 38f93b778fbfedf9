"""Shorter ways through the PDF engine's busiest functions, for the plain case that most calls are; the result is the same.

Why: a warm document spends a fifth of its time in questions that the engine answers in full generality each time: what a
property is that no style sets, which lengths a box has, what its font is, what refers to its pages. What is not plain goes the engine's own way.
A test compares bytes with and without, and one knows each replaced function by its digest, so that another engine's is looked at.
"""

from __future__ import annotations

import sys
from collections.abc import Callable, Iterator, Mapping
from contextlib import contextmanager
from functools import lru_cache
from types import FunctionType
from typing import Protocol

LINES = ("border_top", "border_right", "border_bottom", "border_left", "outline")
SIDES = ("top", "right", "bottom", "left")
LENGTHS = (
    *(f"{kind}_{side}" for kind in ("margin", "padding") for side in SIDES),
    *(f"{most}{axis}" for most in ("", "min_", "max_") for axis in ("width", "height")),
)
BORDERS = tuple(f"border_{side}_width" for side in SIDES)
OWN_RULES = {"position", "float", "display", "page"}  # what these are worth follows from others
PROPAGATED = "text_decoration_"


class Style(Protocol):
    """A style of the engine: its values by their names, worked out when they are asked for; and what is kept here."""

    cascaded: Mapping[str, object]
    parent_style: Style | None
    plain_lengths: Mapping[str, object] | None
    font_description: object
    font_key: str

    def __getitem__(self, key: str, /) -> object: ...
    def __setitem__(self, key: str, value: object, /) -> None: ...


class Box(Protocol):
    """A box that is laid out."""

    style: Style


class Pages(Protocol):
    """A PDF with its pages."""

    pages: Mapping[str, list[object]]
    kept_references: tuple[int, object]


class Key(Protocol):
    """What the engine calls for the key of a style's font."""

    def __call__(self, style: Style, include_size: bool = False) -> str:  # noqa: FBT001  # as the engine calls it
        """The key, with or without the size."""


@contextmanager
def short_ways() -> Iterator[None]:
    """Take them while this lasts; for use where the engine is loaded."""
    import pydyf
    import tinycss2
    from weasyprint.css import ComputedStyle
    from weasyprint.draw.color import get_color
    from weasyprint.formatting_structure import boxes
    from weasyprint.layout.percent import resolve_percentages
    from weasyprint.text import line_break

    in_full: tuple[tuple[FunctionType, object], ...] = (
        (ComputedStyle.__missing__, unset_property(ComputedStyle.__missing__)),
        (boxes.Box.is_in_normal_flow, in_normal_flow(boxes.Box.is_in_normal_flow)),
        (resolve_percentages, used_lengths(resolve_percentages)),
        (get_color, used_color(get_color)),
        (line_break.get_font_description, kept_description(line_break.get_font_description)),
        (line_break._font_style_cache_key, kept_key(line_break._font_style_cache_key)),
        (tinycss2.parse_one_declaration, kept_declaration(tinycss2.parse_one_declaration)),
    )
    places = [
        (place, function, shorter)
        for function, shorter in in_full
        for place in (ComputedStyle, boxes.Box, tinycss2, *_modules())
        if getattr(place, function.__name__, None) is function
    ]
    references = pydyf.PDF.page_references
    try:
        for place, function, shorter in places:
            setattr(place, function.__name__, shorter)
        pydyf.PDF.page_references = kept_references(references.fget)
        yield
    finally:
        pydyf.PDF.page_references = references
        for place, function, _ in places:
            setattr(place, function.__name__, function)


def _modules() -> Iterator[object]:
    """The engine's, each of which has the names that it imported."""
    return (module for name, module in list(sys.modules.items()) if name.startswith("weasyprint."))


def unset_property(in_full: Callable[[Style, str], object]) -> Callable[[Style, str], object]:
    """A property that nothing sets for an element is its parent's, or the initial one; a line without a style has no width."""
    from weasyprint.css import INHERITED, INITIAL_NOT_COMPUTED, INITIAL_VALUES
    from weasyprint.css.computed_values import PHYSICAL_FUNCTIONS
    from weasyprint.css.functions import check_math

    plain = {key for key in INITIAL_VALUES if key not in OWN_RULES and not key.startswith(PROPAGATED)}
    inherited = plain & set(INHERITED)
    initial = {key: INITIAL_VALUES[key] for key in plain - inherited - set(INITIAL_NOT_COMPUTED)}
    initial = {key: value for key, value in initial.items() if not check_math(value)}
    widths = {f"{line}_width": f"{line}_style" for line in LINES}
    logical = {
        key: frozenset(named(block="ttb", inline=inline) for inline in ("ltr", "rtl"))
        for key, named in PHYSICAL_FUNCTIONS.items()
    }  # other names for the same, one of which a style may have set

    def __missing__(style: Style, key: str) -> object:  # noqa: N807  # the engine's classes have no types
        set_here = style.cascaded
        if key in set_here or (key in logical and not set_here.keys().isdisjoint(logical[key])):
            return in_full(style, key)
        if key in initial:
            value = style[key] = initial[key]
            return value
        if key in widths and style[widths[key]] == "none":
            style[key] = 0
            return 0
        if key in inherited and style.parent_style is not None:
            value = style.parent_style[key]
            if value.__class__ is str or not check_math(value):
                style[key] = value
                return value
        return in_full(style, key)

    return __missing__


def in_normal_flow(in_full: Callable[[Box], bool]) -> Callable[[Box], bool]:
    """What neither floats nor is placed is in the normal flow."""

    def is_in_normal_flow(box: Box) -> bool:
        return (box.style["float"] == "none" and box.style["position"] == "static") or in_full(box)

    return is_in_normal_flow


def used_lengths(in_full: Callable[[Box, object], None]) -> Callable[[Box, object], None]:
    """Lengths in pixels are used as they are, whatever a box stands in; they are worked out once for a style."""
    from weasyprint.layout.percent import adjust_box_sizing

    def resolve_percentages(box: Box, containing_block: object) -> None:
        style = box.style
        if not hasattr(style, "plain_lengths"):
            style.plain_lengths = _plain_lengths(style)
        if style.plain_lengths is None:
            in_full(box, containing_block)
            return
        box.__dict__.update(style.plain_lengths)
        collapse = style["border_collapse"] == "collapse"
        for width in BORDERS:
            if not (collapse and hasattr(box, width)):  # what borders of a table have become is there already
                setattr(box, width, style[width])
        if style["box_sizing"] != "content-box":
            adjust_box_sizing(box, "width")
            adjust_box_sizing(box, "height")

    return resolve_percentages


def _plain_lengths(style: Style) -> dict[str, object] | None:
    """The lengths of a style by the names of a box; None where one is a share of something, or has to be worked out."""
    lengths: dict[str, object] = {}
    for name in LENGTHS:
        match style[name]:
            case "auto":
                lengths[name] = 0 if name.startswith("min_") else "auto"
            case object(unit="px", value=pixels):
                lengths[name] = pixels
            case _:
                return None
    return lengths


def used_color(in_full: Callable[[Style, str], object]) -> Callable[[Style, str], object]:
    """A colour is the one that was set, unless that is a word."""

    def get_color(style: Style, key: str) -> object:
        value = style[key]
        return in_full(style, key) if value.__class__ is str else value

    return get_color


def kept_description(in_full: Callable[[Style], object]) -> Callable[[Style], object]:
    """The font of a style, worked out once: the engine's text layouts copy it."""

    def get_font_description(style: Style) -> object:
        if not hasattr(style, "font_description"):
            style.font_description = in_full(style)
        return style.font_description

    return get_font_description


def kept_key(in_full: Key) -> Key:
    """What tells a style's font and size from others, worked out once."""

    def font_style_cache_key(style: Style, include_size: bool = False) -> str:  # noqa: FBT001  # as the engine has it
        if not include_size:
            return in_full(style)
        if not hasattr(style, "font_key"):
            style.font_key = in_full(style, include_size=True)
        return style.font_key

    return font_style_cache_key


def kept_declaration(in_full: Callable[[str], object]) -> Callable[[str], object]:
    """One declaration for each text: elements with the same one share their styles, such as all that are in another language."""
    return lru_cache(1_000)(in_full)


def kept_references(in_full: Callable[[Pages], object]) -> property:
    """What refers to the pages of a PDF, put together once for as many as there are: each tag of its structure asks for it."""

    def page_references(pdf: Pages) -> object:
        count = len(pdf.pages["Kids"])
        if not hasattr(pdf, "kept_references") or pdf.kept_references[0] != count:
            pdf.kept_references = count, in_full(pdf)
        return pdf.kept_references[1]

    return property(page_references)
