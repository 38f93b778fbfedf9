"""Where catalog, templates and examples are found: a folder that was named, a workspace, or what came with the program.

A workspace is a folder with `catalog/catalog.yaml`; it is found by walking up. The caller says where from: nothing here
asks for the current folder.
"""

from __future__ import annotations

from dataclasses import dataclass
from pathlib import Path

from proposer.diagnostics import Diagnostic, Outcome, Span

MARK = "catalog.yaml"


@dataclass(frozen=True, slots=True)
class Content:
    """The two folders that a run reads, and where they were found: `named`, `workspace` or `default`."""

    catalog: Path
    templates: Path
    found: str


def packaged() -> Path:
    """The folder of the content that came with the program: inside the wheel, or the checkout it runs from."""
    inside = Path(__file__).parent / "content"
    return inside if inside.is_dir() else Path(__file__).parents[2]


def default_catalog() -> Path:
    """The shipped catalog."""
    return packaged() / "catalog"


def default_templates() -> Path:
    """The shipped templates."""
    return packaged() / "templates"


def find_workspace(start: Path) -> Path | None:
    """The nearest folder from `start` upwards that holds a catalog."""
    return next((folder for folder in (start, *start.parents) if (folder / "catalog" / MARK).is_file()), None)


def locate(start: Path, catalog: Path | None = None, templates: Path | None = None) -> Outcome[Content]:
    """The folders for a run that begins in `start`; what is named beats the workspace, which beats the default."""
    if catalog is None:
        workspace = find_workspace(start.absolute())
        folder = _shorter(workspace / "catalog", start) if workspace else default_catalog()
        found = "workspace" if workspace else "default"
    else:
        folder, found = _inside(catalog), "named"
    faults = [*_catalog_faults(folder), *(_template_faults(templates) if templates else ())]
    if faults:
        return Outcome(None, tuple(faults))
    return Outcome(Content(folder, templates or _templates_beside(folder), found))


def _inside(named: Path) -> Path:
    """A workspace may be named in place of its catalog."""
    return named / "catalog" if (named / "catalog" / MARK).is_file() else named


def _templates_beside(catalog: Path) -> Path:
    beside = catalog.absolute().parent / "templates"
    return beside if (beside / "proposal").is_dir() else default_templates()


def _shorter(path: Path, start: Path) -> Path:
    """Relative to where the user stands, when it lies below."""
    here = start.absolute()
    return path.relative_to(here) if path.is_relative_to(here) else path


def _catalog_faults(folder: Path) -> list[Diagnostic]:
    if (folder / MARK).is_file():
        return []
    what = "holds no `catalog.yaml`" if folder.is_dir() else "is not a folder" if folder.exists() else "does not exist"
    remedy = "name a catalog's folder with `--catalog DIR`, or make a workspace with `proposer init`"
    return [Diagnostic("CAT113", f"no catalog: `{folder}` {what}", Span(str(folder)), help=remedy)]


def _template_faults(folder: Path) -> list[Diagnostic]:
    if (folder / "proposal").is_dir():
        return []
    what = "holds no folder `proposal`" if folder.is_dir() else "is not a folder"
    remedy = "name the folder that holds `proposal/` and `brands/` with `--templates DIR`"
    return [Diagnostic("TPL001", f"no templates: `{folder}` {what}", Span(str(folder)), help=remedy)]
