"""A brand: its colours, its two families of type, its logos, from `templates/brands/NAME/brand.toml`.

What colours and type cannot say (a rail instead of a field of colour on the cover, tinted heads of tables) stands in
`brand.css` beside it, after the proposal's own stylesheet.

Why TOML: the standard library reads it, and PyYAML stays in the one file that reads the catalog. Fonts are installed
packages (`fontpkg-…`), named here by family and weight and read from their folder; no font file stands in the repository.
"""

from __future__ import annotations

import json
import re
import tomllib
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from importlib.util import find_spec
from pathlib import Path
from typing import Literal

from pydantic import BaseModel, ConfigDict, ValidationError

from proposer.diagnostics import Diagnostic, Outcome, Span, did_you_mean
from proposer.propose.edition.toml_places import place_of

NO_BRAND, BAD_BRAND, NO_FONT = "TPL201", "TPL202", "TPL203"
COLOUR = re.compile(r"#[0-9a-fA-F]{6}")
COLOURS = (
    "ink",
    "muted",
    "line",
    "paper",
    "tint",
    "primary",
    "primary_soft",
    "on_primary",
    "on_primary_soft",
    "accent",
    "warning",
)
FAINT = (
    "0.13"  # how much of the warning's colour the mark across a draft's page has; as rgba, since opacity breaks tags
)


class FontChoice(BaseModel):
    """A family as its package calls it, and the faces that the document uses: `400`, `400 italic`."""

    model_config = ConfigDict(frozen=True, extra="forbid")
    family: str
    faces: tuple[str, ...]


class BrandFile(BaseModel):
    """What brand.toml holds."""

    model_config = ConfigDict(frozen=True, extra="forbid")
    name: str
    colours: Mapping[str, str]
    fonts: Mapping[Literal["text", "display"], FontChoice]


@dataclass(frozen=True, slots=True)
class Face:
    """One face: `family` is our own name for it (`Brand Text`), never that of an installed font."""

    family: str
    style: str
    weight: int
    file: Path


@dataclass(frozen=True, slots=True)
class Brand:
    """A brand that is complete: every colour is there and every face is a file."""

    name: str
    folder: Path
    colours: Mapping[str, str]
    faces: tuple[Face, ...]
    own_style: str  # brand.css, or nothing

    @property
    def stylesheet(self) -> str:
        """Faces and design tokens as CSS, to stand before the proposal's own; `own_style` stands after it."""
        tokens = "".join(f"--{name.replace('_', '-')}:{colour};" for name, colour in self.colours.items())
        channels = ",".join(str(int(self.colours["warning"][at : at + 2], 16)) for at in (1, 3, 5))
        faces = (
            f'@font-face{{font-family:"{face.family}";font-style:{face.style};font-weight:{face.weight};'
            f'src:url("{face.file.as_uri()}")}}\n'
            for face in self.faces
        )
        return "".join(faces) + f":root{{{tokens}--watermark:rgba({channels},{FAINT})}}\n"


def brand_names(templates: Path) -> list[str]:
    """The brands that there are."""
    return [path.parent.name for path in sorted((templates / "brands").glob("*/brand.toml"))]


def load_brand(templates: Path, name: str) -> Outcome[Brand]:
    """Read a brand; every fault of its file and every missing font at once."""
    folder = templates / "brands" / name
    file = folder / "brand.toml"
    if not re.fullmatch(r"[\w-]+", name) or not file.is_file():
        known = brand_names(templates)
        return Outcome(
            None,
            (Diagnostic(NO_BRAND, f"there is no brand `{name}`", Span(str(file)), help=did_you_mean(name, known)),),
        )
    try:
        said = BrandFile.model_validate(tomllib.loads(file.read_text("utf-8")))
    except (tomllib.TOMLDecodeError, UnicodeDecodeError, OSError) as error:
        return Outcome(None, (Diagnostic(BAD_BRAND, f"the brand cannot be read: {error}", Span(str(file))),))
    except ValidationError as error:
        return Outcome(None, tuple(_wrong(".".join(map(str, d["loc"])), d["msg"], file) for d in error.errors()))
    style = _own_style(folder / "brand.css")
    faults = (*_colour_faults(said, file), *_font_faults(said, file), *style.diagnostics)
    if faults or style.value is None:
        return Outcome(None, faults)
    return Outcome(Brand(said.name, folder.resolve(), said.colours, tuple(_faces(said)), style.value))


def _own_style(file: Path) -> Outcome[str]:
    if not file.exists():
        return Outcome("")
    try:
        return Outcome(file.read_text("utf-8"))
    except (OSError, UnicodeDecodeError) as error:
        return Outcome(
            None, (Diagnostic(BAD_BRAND, f"the brand's stylesheet cannot be read: {error}", Span(str(file))),)
        )


def _wrong(key: str, message: str, file: Path) -> Diagnostic:
    return Diagnostic(BAD_BRAND, f"`{key}`: {message}", place_of(file, *key.rpartition(".")[::2]))


def _colour_faults(said: BrandFile, file: Path) -> Iterator[Diagnostic]:
    for name in COLOURS:
        if name not in said.colours:
            yield _wrong(f"colours.{name}", "is missing", file)
    for name, colour in said.colours.items():
        if name not in COLOURS:
            yield Diagnostic(
                BAD_BRAND,
                f"`colours.{name}`: is no colour of a brand",
                place_of(file, "colours", name),
                help=did_you_mean(name, COLOURS),
            )
        elif not COLOUR.fullmatch(colour):
            yield _wrong(f"colours.{name}", f"`{colour}` is no colour; write it as `#0b4f5c`", file)


def _font_faults(said: BrandFile, file: Path) -> Iterator[Diagnostic]:
    for role in ("text", "display"):
        choice = said.fonts.get(role)
        if choice is None:
            yield _wrong(f"fonts.{role}", "is missing", file)
            continue
        known = _package_faces(choice.family)
        package = _package(choice.family).replace("_", "-")
        if not known:
            message = f"the font family `{choice.family}` is not installed"
            yield Diagnostic(
                NO_FONT, message, place_of(file, f"fonts.{role}", "family"), help=f"install the package `{package}`"
            )
        for face in choice.faces if known else ():
            if face not in known:
                message = f"`{choice.family}` has no face `{face}`"
                yield Diagnostic(
                    NO_FONT, message, place_of(file, f"fonts.{role}", "faces"), help=did_you_mean(face, known)
                )


def _package(family: str) -> str:
    return "fontpkg_" + re.sub(r"\W+", "_", family.lower())


def _package_faces(family: str) -> dict[str, Path]:
    """The static faces of an installed font package: `400 italic` → its file. The package itself is not imported."""
    spec = find_spec(_package(family))
    if spec is None or not spec.submodule_search_locations:
        return {}
    folder = Path(spec.submodule_search_locations[0])
    try:
        files = json.loads((folder / "metadata.json").read_text("utf-8"))["files"]
    except (OSError, ValueError, KeyError):
        return {}
    found = {f"{f['weight']} italic" if f["style"] == "italic" else str(f["weight"]): folder / f["path"] for f in files}
    return {face: path.resolve() for face, path in found.items() if path.is_file()}


def _faces(said: BrandFile) -> Iterator[Face]:
    for role, choice in said.fonts.items():
        files = _package_faces(choice.family)
        for face in choice.faces:
            weight, _, style = face.partition(" ")
            yield Face(f"Brand {role.title()}", style or "normal", int(weight), files[face])
