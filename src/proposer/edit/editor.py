"""What an editor needs to know a workspace: schemas with this catalog's names, settings, and a modeline in each file."""

from __future__ import annotations

import json
from collections.abc import Mapping
from fnmatch import fnmatch
from pathlib import PurePosixPath

from proposer.load.schemas import schema_for
from proposer.model.catalog import Catalog

SCHEMAS = "schemas"
SETTINGS = ".vscode/settings.json"
EXTENSIONS = ".vscode/extensions.json"
MARK = "# yaml-language-server: $schema="
# kind of file → where such files stand in a workspace
PLACES: Mapping[str, tuple[str, ...]] = {
    "needs": ("examples/*.yaml", "needs/*.yaml"),
    "scenario": ("catalog/scenarios/**/*.yaml",),
    "offering": ("catalog/offerings/*/*.yaml",),
    "bundle": ("catalog/bundles/*.yaml",),
    "promotion": ("catalog/promotions/*.yaml",),
    "price-book": ("catalog/price-books/*.yaml",),
    "rules": ("catalog/rules/**/*.yaml",),
    **{
        name: (f"catalog/{name}.yaml",)
        for name in ("catalog", "capabilities", "questions", "tables", "pricing", "options", "contract")
    },
}


def schema_files(catalog: Catalog) -> dict[str, str]:
    """Path in the workspace → text, for the schema of each kind of file."""
    return {f"{SCHEMAS}/{kind}.json": _json(schema_for(kind, catalog)) for kind in PLACES}


def settings_files() -> dict[str, str]:
    """Path in the workspace → text, for the settings of the editor that most people use."""
    settings = {
        "yaml.schemas": {f"./{SCHEMAS}/{kind}.json": list(places) for kind, places in PLACES.items()},
        "yaml.format.enable": False,  # it would tear aligned price grids apart
        "yaml.hover": True,
        "yaml.completion": True,
        "yaml.validate": True,
        "files.eol": "\n",
        "[yaml]": {"editor.tabSize": 2, "editor.quickSuggestions": {"strings": True, "comments": False, "other": True}},
    }
    return {SETTINGS: _json(settings), EXTENSIONS: _json({"recommendations": ["redhat.vscode-yaml"]})}


def with_modeline(text: str, path: str) -> str:
    """A workspace's file with its schema named in its first line, unless a line does so already."""
    kind = kind_of(path)
    if not kind or MARK in text:
        return text
    up = "../" * (len(PurePosixPath(path).parts) - 1)
    return f"{MARK}{up}{SCHEMAS}/{kind}.json\n{text}"


def kind_of(path: str) -> str:
    """The kind of a workspace's file by its path, empty when it is none."""
    return next((kind for kind, places in PLACES.items() if any(_stands_at(path, place) for place in places)), "")


def _stands_at(path: str, place: str) -> bool:
    """Whether a path fits a pattern in which `**/` stands for any folders, or none."""
    same_depth = "**" in place or path.count("/") == place.count("/")
    return same_depth and fnmatch(path, place.replace("**/", "*"))


def _json(data: object) -> str:
    return json.dumps(data, indent=2, ensure_ascii=False) + "\n"
