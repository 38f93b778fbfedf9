"""A rep's own touches in a needs file: goals with their answers, a note, the customer's logo, annexes left out."""

from __future__ import annotations

import hashlib
from collections.abc import Iterator
from pathlib import Path as File

from pydantic_core import PydanticCustomError

from proposer.diagnostics import did_you_mean
from proposer.files import read_bounded
from proposer.load.decode import Reader
from proposer.load.document import Path
from proposer.load.shapes.fields import as_list, as_text
from proposer.load.shapes.needs import GoalShape, NeedsShape
from proposer.load.words import check_words
from proposer.model.touches import OPTIONAL, SIGNED, Touches
from proposer.pictures import LARGEST, Unfit, clean_picture

NOTE, LOGO, ANNEX = "NED124", "NED125", "NED123"
LONGEST_NOTE, MOST_LINES = 1200, 24  # letters, and lines that are not empty: half a page


def read_goals(reader: Reader, path: Path) -> dict[str, str]:
    """Each goal in the customer's words, with the rep's answer or nothing."""
    data = reader.at(path)
    if data is None:
        return {}
    try:
        goals = as_list([data] if isinstance(data, dict) and "said" in data else data)
    except PydanticCustomError as error:
        reader.refuse(error, path)
        return {}
    return dict(_goal(reader, goal, (*path, index)) for index, goal in enumerate(goals))


def _goal(reader: Reader, goal: object, path: Path) -> tuple[str, str]:
    if isinstance(goal, dict):
        where = path if path in reader.document.places else path[:-1]
        shape = reader.shape(GoalShape, where)
        return (shape.said, shape.answer) if shape else ("", "")
    try:
        return as_text(goal), ""
    except PydanticCustomError as error:
        reader.refuse(error, path)
        return "", ""


def read_touches(reader: Reader, path: Path, shape: NeedsShape, folder: File, texts: dict[str, str]) -> Touches:
    """The touches; a logo's content goes into `texts`, which the needs' digest covers."""
    note = (*path, "cover_note")
    if len(shape.cover_note) > LONGEST_NOTE:
        message = f"the note has {len(shape.cover_note):,} letters, and at most {LONGEST_NOTE:,} are printed"
        reader.report(NOTE, message, note, "shorten it: it stands before the recommendation", key=True)
    elif (lines := sum(bool(line.strip()) for line in shape.cover_note.splitlines())) > MOST_LINES:
        message = f"the note has {lines} lines, and at most {MOST_LINES} are printed"
        reader.report(NOTE, message, note, "shorten it: it stands before the recommendation", key=True)
    else:
        check_words(reader, note, block=True)
    logo = _logo(reader, (*path, "logo"), shape.logo, folder) if shape.logo else ""
    if logo:
        texts["logo"] = hashlib.sha256(logo.encode()).hexdigest()
    without = tuple(_without(reader, (*path, "proposal", "without"), shape.proposal.without))
    return Touches(shape.cover_note, logo, without)


def _without(reader: Reader, path: Path, names: tuple[str, ...]) -> Iterator[str]:
    for index, name in enumerate(names):
        where = (*path, index) if (*path, index) in reader.document.places else path
        if name in SIGNED:
            listed = ", ".join(f"`{each}`" for each in OPTIONAL)
            message = f"`{name}` cannot be left out: it is part of what the customer signs"
            reader.report(ANNEX, message, where, f"these can: {listed}")
        elif name not in OPTIONAL:
            reader.report(ANNEX, f"there is no annex `{name}`", where, did_you_mean(name, OPTIONAL))
        else:
            yield name


def _logo(reader: Reader, path: Path, name: str, folder: File) -> str:
    try:
        file = (folder / name).resolve()
        if not file.is_relative_to(folder.resolve()):
            remedy = "copy the picture beside the needs file, and name it without its folder"
            reader.report(LOGO, f"the logo `{name}` lies outside of the needs file's folder", path, remedy)
            return ""
        content = read_bounded(file, LARGEST)
    except (OSError, ValueError) as error:
        why = "is not there" if isinstance(error, FileNotFoundError) else "cannot be read"
        reader.report(LOGO, f"the logo `{name}` {why}", path, "name a PNG or JPEG file beside the needs file")
        return ""
    picture = clean_picture(content)
    if isinstance(picture, Unfit):
        reader.report(LOGO, f"the logo `{name}` {picture.message}", path, picture.help)
        return ""
    return picture
