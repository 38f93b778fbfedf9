"""What this machine offers: found by looking, without importing the PDF engine."""

from __future__ import annotations

import ctypes
import os
import re
import sys
import tomllib
from collections.abc import Iterator
from contextlib import suppress
from dataclasses import dataclass
from importlib import metadata
from pathlib import Path

from proposer.content import locate, packaged

LEAST_PYTHON = (3, 11)
# what the PDF engine loads: name → how Linux, macOS and Windows call the file
LIBRARIES = {
    "GObject": ("libgobject-2.0.so.0", "libgobject-2.0.0.dylib", "libgobject-2.0-0.dll"),
    "Pango": ("libpango-1.0.so.0", "libpango-1.0.dylib", "libpango-1.0-0.dll"),
    "Pango FT2": ("libpangoft2-1.0.so.0", "libpangoft2-1.0.dylib", "libpangoft2-1.0-0.dll"),
    "HarfBuzz": ("libharfbuzz.so.0", "libharfbuzz.0.dylib", "libharfbuzz-0.dll"),
    "HarfBuzz subset": ("libharfbuzz-subset.so.0", "libharfbuzz-subset.0.dylib", "libharfbuzz-subset-0.dll"),
    "Fontconfig": ("libfontconfig.so.1", "libfontconfig.1.dylib", "libfontconfig-1.dll"),
}
BREW_FOLDERS = (Path("/opt/homebrew/lib"), Path("/usr/local/lib"))
MSYS_FOLDERS = r"C:\msys64\ucrt64\bin;C:\msys64\mingw64\bin"
# family of Linux → what installs the libraries there
INSTALLS = {
    "debian": "apt-get install -y libpango-1.0-0 libpangoft2-1.0-0 libharfbuzz-subset0",
    "fedora": "dnf install -y pango harfbuzz",
    "rhel": "dnf install -y pango harfbuzz",
    "suse": "zypper install -y libpango-1_0-0 libharfbuzz-subset0",
    "arch": "pacman -S --noconfirm pango harfbuzz",
    "alpine": "apk add pango harfbuzz-subset fontconfig",
}


@dataclass(frozen=True, slots=True)
class Result:
    """One thing that was looked at; `remedy` is a command when it is missing."""

    name: str
    good: bool
    found: str
    remedy: str = ""


def examine(catalog: Path | None, templates: Path | None) -> list[Result]:
    """Everything that a proposal needs."""
    return [_python(), _packages(), _pango(), _fonts(), *_content(catalog, templates)]


def _python() -> Result:
    version = ".".join(str(part) for part in sys.version_info[:3])
    least = ".".join(str(part) for part in LEAST_PYTHON)
    return Result("Python", sys.version_info >= LEAST_PYTHON, version, f"install Python {least} or newer")


def _packages() -> Result:
    names = [name for name in _required() if not name.startswith("fontpkg")]
    missing = [name for name in names if _version(name) is None]
    found = f"missing: {', '.join(missing)}" if missing else f"{len(names)} of {len(names)}"
    return Result("Python packages", not missing, found, _pip(missing))


def _fonts() -> Result:
    names = [name for name in _required() if name.startswith("fontpkg")]
    missing = [name for name in names if _version(name) is None]
    there = ", ".join(f"{name.removeprefix('fontpkg-')} {_version(name)}" for name in names if name not in missing)
    return Result("Fonts", not missing, f"missing: {', '.join(missing)}" if missing else there, _pip(missing))


def _pip(names: list[str]) -> str:
    return f"{sys.executable} -m pip install {' '.join(names)}"


def _required() -> list[str]:
    """The names of the packages that this one is made to stand on: as installed, else as its checkout says."""
    lines: list[str] = _declared()
    with suppress(metadata.PackageNotFoundError):
        lines = metadata.requires("proposer") or lines
    return [re.split(r"[^\w.-]", line, maxsplit=1)[0] for line in lines if "extra ==" not in line]


def _declared() -> list[str]:
    file = packaged() / "pyproject.toml"
    return tomllib.loads(file.read_text("utf-8"))["project"]["dependencies"] if file.is_file() else []


def _version(name: str) -> str | None:
    try:
        return metadata.version(name)
    except metadata.PackageNotFoundError:
        return None


def _pango() -> Result:
    missing = [name for name, files in LIBRARIES.items() if not any(_loads(file) for file in files)]
    found = f"missing: {', '.join(missing)}" if missing else ", ".join(LIBRARIES)
    return Result("Text layout", not missing, found, install_command(sys.platform, _os_release(), root=_is_root()))


def _loads(file: str) -> bool:
    return any(_opens(name) for name in _candidates(file))


def _candidates(file: str) -> Iterator[str]:
    yield file
    if sys.platform == "darwin":
        yield from (str(folder / file) for folder in BREW_FOLDERS)
    if sys.platform == "win32":
        folders = os.environ.get("WEASYPRINT_DLL_DIRECTORIES", MSYS_FOLDERS).split(";")
        yield from (str(Path(folder, file)) for folder in folders)


def _opens(name: str) -> bool:
    try:
        ctypes.CDLL(name)
    except OSError:
        return False
    return True


def install_command(platform: str, release: dict[str, str], *, root: bool) -> str:
    """The one command that brings the libraries on a system."""
    if platform == "darwin":
        return "brew install pango"
    if platform == "win32":
        return "C:\\msys64\\usr\\bin\\pacman -S --noconfirm mingw-w64-ucrt-x86_64-pango"
    families = f"{release.get('ID', '')} {release.get('ID_LIKE', '')}".lower().replace("opensuse-", "suse ").split()
    known = next((INSTALLS[family] for family in families if family in INSTALLS), INSTALLS["debian"])
    return known if root else f"sudo {known}"


def _os_release() -> dict[str, str]:
    try:
        lines = Path("/etc/os-release").read_text("utf-8").splitlines()
    except OSError:
        return {}
    pairs = (line.partition("=") for line in lines if "=" in line)
    return {key: value.strip("\"'") for key, _, value in pairs}


def _is_root() -> bool:
    return hasattr(os, "geteuid") and os.geteuid() == 0


def _content(catalog: Path | None, templates: Path | None) -> Iterator[Result]:
    outcome = locate(Path(), catalog, templates)
    if outcome.value is None:
        for fault in outcome.diagnostics:
            yield Result("Content", good=False, found=fault.message, remedy="proposer init my-workspace")
        return
    yield _catalog(outcome.value.catalog, outcome.value.found)
    yield Result(
        "Templates",
        (outcome.value.templates / "proposal").is_dir(),
        str(outcome.value.templates),
        "proposer init my-workspace",
    )


def _catalog(folder: Path, found: str) -> Result:
    try:
        from proposer.load.catalog import load_catalog
    except ImportError as error:
        return Result("Catalog", good=False, found=f"cannot be read: {error}", remedy=_pip([error.name or "proposer"]))
    outcome = load_catalog(folder)
    errors = sum(1 for diagnostic in outcome.diagnostics if diagnostic.severity.word == "error")
    offerings = len(outcome.value.offerings) if outcome.value else 0
    words = f"{folder} ({found}), {f'{errors} errors' if errors else f'{offerings} offerings'}"
    return Result("Catalog", outcome.value is not None and not errors, words, f"proposer check {folder}")
