"""Who reads a proposal: which sections in which order, and how deep, from `templates/audiences.toml`."""

from __future__ import annotations

import tomllib
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from pathlib import Path

from pydantic import BaseModel, ConfigDict, NonNegativeInt, ValidationError

from proposer.diagnostics import Diagnostic, Outcome, Span, did_you_mean
from proposer.propose.edition.toml_places import place_of

NO_AUDIENCE, BAD_AUDIENCE = "TPL205", "TPL206"
FRONT = ("cover", "recommendation", "options", "today", "next", "risks")
ANNEXES = (
    "schedule",
    "lines",
    "sites",
    "network",
    "designs",
    "price",
    "services",
    "levels",
    "plan",
    "fees",
    "assumptions",
    "terms",
    "acceptance",
)


class AudienceFile(BaseModel):
    """One table of audiences.toml."""

    model_config = ConfigDict(frozen=True, extra="forbid")
    front: tuple[str, ...]
    annexes: tuple[str, ...]
    most: NonNegativeInt = 0
    prices: bool = True


@dataclass(frozen=True, slots=True)
class Audience:
    """A reader's edition. `most` is how many points a list of the front may have; 0: all of them."""

    name: str
    front: tuple[str, ...]
    annexes: tuple[str, ...]
    most: int
    prices: bool  # the list of sites shows what each costs


def audience_names(templates: Path) -> list[str]:
    """The audiences that there are, in the file's order; none where it cannot be read."""
    try:
        return list(tomllib.loads((templates / "audiences.toml").read_text("utf-8")))
    except (tomllib.TOMLDecodeError, UnicodeDecodeError, OSError):
        return []


def load_audience(templates: Path, name: str) -> Outcome[Audience]:
    """The audience of that name; every fault of its table at once."""
    file = templates / "audiences.toml"
    try:
        tables = tomllib.loads(file.read_text("utf-8"))
    except (tomllib.TOMLDecodeError, UnicodeDecodeError, OSError) as error:
        return _failed(BAD_AUDIENCE, f"the audiences cannot be read: {error}", Span(str(file)))
    if name not in tables:
        return _failed(NO_AUDIENCE, f"there is no audience `{name}`", Span(str(file)), did_you_mean(name, tables))
    try:
        said = AudienceFile.model_validate(tables[name])
    except ValidationError as error:
        return Outcome(None, tuple(_wrong(name, ".".join(map(str, d["loc"])), d["msg"], file) for d in error.errors()))
    faults = (
        *_unknown(name, "front", said.front, FRONT, file),
        *_unknown(name, "annexes", said.annexes, ANNEXES, file),
    )
    return (
        Outcome(None, faults) if faults else Outcome(Audience(name, said.front, said.annexes, said.most, said.prices))
    )


def _unknown(name: str, key: str, said: Sequence[str], known: Sequence[str], file: Path) -> Iterator[Diagnostic]:
    for section in said:
        if section not in known:
            yield _wrong(name, key, f"there is no section `{section}`", file, did_you_mean(section, known))
        elif said.count(section) > 1:
            yield _wrong(name, key, f"`{section}` stands in it twice", file)


def _wrong(name: str, key: str, message: str, file: Path, help_: str = "") -> Diagnostic:
    return Diagnostic(BAD_AUDIENCE, f"`{name}.{key}`: {message}", place_of(file, name, key), help=help_)


def _failed(code: str, message: str, place: Span, help_: str = "") -> Outcome[Audience]:
    return Outcome(None, (Diagnostic(code, message, place, help=help_),))
