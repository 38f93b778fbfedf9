"""From plain data to a shape: what pydantic found wrong, put at its place and into words.

One cause gives one finding: a misspelt field is not also a missing one.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from typing import TypeVar, get_args

from pydantic import BaseModel, ValidationError
from pydantic_core import ErrorDetails, PydanticCustomError

from proposer.diagnostics import Diagnostic, Fix, Note, Severity, nearest
from proposer.load.document import Data, Document, Path, data_at, kind_of
from proposer.load.remedies import Remedy, meant, torn_number
from proposer.load.shapes.fields import Shape

S = TypeVar("S", bound=Shape)


class Reader:
    """One document being decoded: gives its parts and gathers what is wrong with them."""

    def __init__(self, document: Document, area: str = "CAT") -> None:
        self.document = document
        self.area = area
        self.found: list[Diagnostic] = []

    def at(self, path: Path) -> Data:
        """The data at a path."""
        return data_at(self.document.data, path)

    def report(
        self, number: str, message: str, path: Path, remedy: str | Remedy = "", *, key: bool = False,
        notes: tuple[Note, ...] = (), severity: Severity = Severity.ERROR,
    ) -> None:  # fmt: skip
        """One finding. `number` is a whole code, or the digits of one in the reader's area."""
        code = self.area + number if number.isdigit() else number
        span = self.document.key_span(path) if key else self.document.span(path)
        how = remedy if isinstance(remedy, Remedy) else Remedy(remedy)
        fix = how.fix(self.document, span)
        self.found.append(Diagnostic(code, message, span, severity, how.text, notes, how.expected, how.nearest, fix))

    def torn(self, path: Path, number: str) -> bool:
        """Whether a key is the rest of a number that its comma tore in two; then that is a finding."""
        found = torn_number(self.document, path)
        if found is None:
            return False
        span, text = found
        plain = text.replace(",", "").removeprefix("$")
        if self.found and (self.found[-1].span.line, self.found[-1].span.column) == (span.line, span.column):
            del self.found[-1]  # what was said of the number's first half
        self.found.append(Diagnostic(
            self.area + number if number.isdigit() else number,
            f"the comma in `{text}` ends the number: what follows is read as a key", span,
            help=f"write `{plain}`", expected="a number without commas", fix=Fix(span, plain),
        ))  # fmt: skip
        return True

    def refuse(self, error: PydanticCustomError, path: Path, number: str = "103", *, key: bool = False) -> None:
        """A finding about one value that does not fit, as the kinds of value say it."""
        context = error.context or {}
        self.report(number, str(context.get("message")), path, context.get("help", ""), key=key)

    def mapping(self, path: Path) -> dict[str, Data]:
        """The mapping at a path; nothing is an empty one, anything else a finding."""
        data = self.at(path)
        if isinstance(data, dict):
            return data
        if data is not None:
            self.report("103", f"expected a mapping, got {kind_of(data)}", path)
        return {}

    def shape(self, kind: type[S], path: Path = ()) -> S | None:
        """The part at a path in its shape, or None with findings."""
        empty: set[Path] = set()
        data = self._stated(kind, path, empty)
        try:
            return kind.model_validate(data)
        except ValidationError as error:
            errors = error.errors(include_url=False, include_input=False)
            for found in _merged(kind, errors):
                if (*path, *found["loc"]) not in empty:
                    self._report_pydantic(kind, found, path)
            return None

    def _stated(self, kind: type[BaseModel], path: Path, empty: set[Path]) -> Data:
        """The data without fields that have a key and no value: an error in a catalog, not stated in needs."""
        data = self.at(path)
        if not isinstance(data, dict):
            return data
        stated: dict[str, Data] = {}
        for name, value in data.items():
            field = next((f for n, f in kind.model_fields.items() if name == (f.alias or n)), None)
            inner = None if field is None else field.annotation
            if value is None and field is not None:
                self._nothing((*path, name), empty, required=field.is_required())
            elif isinstance(inner, type) and issubclass(inner, BaseModel):
                stated[name] = self._stated(inner, (*path, name), empty)
            else:
                stated[name] = value
        return stated

    def _nothing(self, path: Path, empty: set[Path], *, required: bool) -> None:
        if self.area != "NED":
            empty.add(path)
            self.report("102", f"`{path[-1]}` has no value", path, "write its value, or remove the line", key=True)
        elif not required:
            message = f"`{path[-1]}` has no value and counts as not stated"
            remedy = "write its value or remove the line"
            self.report("110", message, path, remedy, key=True, severity=Severity.WARNING)

    def _report_pydantic(self, kind: type[Shape], error: ErrorDetails, path: Path) -> None:
        where = self._existing(path, error["loc"])
        name = str(error["loc"][-1]) if error["loc"] else ""
        if error["type"] == "missing":
            self.report("102", f"`{name}` is missing", where, _example(error), key=True)
        elif error["type"] == "extra_forbidden" and self.torn(where, "103"):
            return
        elif error["type"] == "extra_forbidden":
            known = _fields(kind, error["loc"][:-1])
            self.report("101", f"unknown field `{name}`", where, meant(name, known), key=True)
        else:
            context = error.get("ctx", {})
            message = str(context.get("message") or self._reworded(error, where))
            self.report("103", message, where, context.get("help", ""))

    def _reworded(self, error: ErrorDetails, where: Path) -> str:
        got = kind_of(self.at(where))
        if error["type"] in {"model_type", "dict_type", "model_attributes_type"}:
            return f"expected a mapping, got {got}"
        return error["msg"][:1].lower() + error["msg"][1:] + f", got {got}"

    def _existing(self, path: Path, location: Sequence[str | int]) -> Path:
        """The place that pydantic means: steps that are not in the data are its own."""
        for step in location:
            if (*path, step) in self.document.places:
                path = (*path, step)
        return path


def _example(error: ErrorDetails) -> str:
    return f"add `{error['loc'][-1]}: …`"


def _merged(kind: type[Shape], errors: list[ErrorDetails]) -> Iterator[ErrorDetails]:
    """Without the missing fields that stand there misspelt."""
    extras = [error["loc"] for error in errors if error["type"] == "extra_forbidden"]
    meant = {(*loc[:-1], nearest(str(loc[-1]), _fields(kind, loc[:-1]))) for loc in extras}
    return (error for error in errors if error["type"] != "missing" or error["loc"] not in meant)


def _fields(kind: type[Shape], location: Sequence[str | int]) -> list[str]:
    """The names of the fields of the shape at a location inside `kind`."""
    shape: type[BaseModel] = kind
    for step in location:
        field = next((f for n, f in shape.model_fields.items() if step in (n, f.alias)), None)
        inner = None if field is None else _shape_in(field.annotation)
        shape = inner or shape
    return [field.alias or name for name, field in shape.model_fields.items()]


def _shape_in(annotation: object) -> type[BaseModel] | None:
    if isinstance(annotation, type) and issubclass(annotation, BaseModel):
        return annotation
    return next((found for part in get_args(annotation) if (found := _shape_in(part))), None)
