"""The file of a new offering: its keys in the order in which the format names them."""

from __future__ import annotations

import json
import re
from dataclasses import dataclass

from proposer.load.yaml import parse_yaml

Pair = tuple[str, str]  # a name and what it is given


@dataclass(frozen=True, slots=True)
class Draft:
    """What is said of a new offering before it has a file."""

    id: str
    family: str
    name: str
    in_short: str
    per: str = "site"
    accesses: tuple[str, ...] = ()
    characteristics: tuple[Pair, ...] = ()  # name → values, such as `100..500 Mbps by 100`
    count: tuple[str, str, str, str] | None = None  # unit, units, least, most (may be empty)
    provides: tuple[Pair, ...] = ()  # capability → an amount, or `quality: value` set apart by commas, or nothing
    monthly: str = ""
    once: str = ""
    terms: tuple[int, ...] = ()

    @property
    def file(self) -> str:
        """Where it goes in the catalog's folder."""
        return f"offerings/{self.family}/{self.id}.yaml"


def offering_text(draft: Draft) -> str:
    """The whole file."""
    lines = [f"name: {scalar(draft.name)}", f"per: {draft.per}"]
    if draft.accesses:
        lines.append(f"rides_on: [{', '.join(draft.accesses)}]")
    if draft.characteristics:
        lines.append("characteristics:")
        lines += [_characteristic(name, values) for name, values in draft.characteristics]
    if draft.count:
        lines.append(f"count: {_count(draft.count)}")
    if draft.provides:
        lines.append(f"provides: {{{', '.join(f'{name}: {_given(value)}' for name, value in draft.provides)}}}")
    return "\n".join([*lines, "words:", f"  in_short: {scalar(draft.in_short)}", ""])


def scalar(text: str) -> str:
    """A text as YAML reads it back, in quotes only where it needs them; good inside of braces, too."""
    if re.fullmatch(r"[0-9]+(\.[0-9]+)?", text):
        return text
    held = parse_yaml(f"[{text}]\n", "").value
    plain = held is not None and held.data == [text] and not set(text) & set("\n\r#")
    return text if plain else json.dumps(text, ensure_ascii=False)


def _characteristic(name: str, values: str) -> str:
    label = scalar(name.replace("-", " ").replace("_", " ").capitalize())
    many = values if ".." in values and "," not in values else f"[{', '.join(map(scalar, _parts(values)))}]"
    return f"  {name}: {{label: {label}, values: {many}}}"


def _count(count: tuple[str, str, str, str]) -> str:
    unit, units, least, most = count
    above = f", most: {most}" if most else ""
    return f"{{unit: {scalar(unit)}, units: {scalar(units)}, least: {least}{above}}}"


def _given(value: str) -> str:
    """An amount as it is; qualities in braces; nothing for a service that is there or not."""
    if value and ":" not in value:
        return scalar(value)
    pairs = (part.partition(":") for part in _parts(value))
    return f"{{{', '.join(f'{name.strip()}: {scalar(given.strip())}' for name, _, given in pairs)}}}"


def _parts(text: str) -> list[str]:
    return [part.strip() for part in text.split(",") if part.strip()]
