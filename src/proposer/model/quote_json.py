"""A quote as JSON text and back, without loss: what `quote --json` writes, `render` reads.

Why: a sent proposal must be renderable again, to the same bytes, from one file that people can read and compare.
Fields keep the model's order, so that two quotes differ only where their values do.
"""

from __future__ import annotations

import json
from collections.abc import Iterator
from functools import cache

from pydantic import TypeAdapter, ValidationError
from pydantic_core import ErrorDetails

from proposer.diagnostics import Diagnostic, Outcome, did_you_mean
from proposer.model.quote import SCHEMA, Quote

NOT_JSON, OTHER_SCHEMA, WRONG_FIELD, UNKNOWN_REFERENCE = "QUO801", "QUO802", "QUO803", "QUO804"
SHOWN = 20  # a file of another kind fails in every field; the first few tell it all


@cache
def _adapter() -> TypeAdapter[Quote]:
    return TypeAdapter(Quote)


def quote_to_json(quote: Quote) -> str:
    """The quote as JSON: two spaces of indent, a newline at the end, amounts as texts such as `"1234.50"`."""
    return _adapter().dump_json(quote, indent=2).decode() + "\n"


def quote_from_json(text: str) -> Outcome[Quote]:
    """Read a saved quote. Anything that is not one gives diagnostics that name the path inside the file."""
    if fault := _not_a_quote(text):
        return Outcome(None, (fault,))
    try:
        quote = _adapter().validate_json(text)
    except ValidationError as error:
        return Outcome(None, tuple(_wrong_field(detail) for detail in error.errors(include_url=False)[:SHOWN]))
    except ArithmeticError:  # `Decimal` refuses such texts with an error that pydantic does not know
        return Outcome(None, (Diagnostic(WRONG_FIELD, "an amount in the quote is no number", help=AGAIN),))
    faults = (*_unknown_fields(json.loads(text), json.loads(quote_to_json(quote)), ""), *_unknown_references(quote))
    return Outcome(None if faults else quote, faults)


AGAIN = "write the quote again with `proposer quote NEEDS --json`"


def _not_a_quote(text: str) -> Diagnostic | None:
    """The fault of a text that is no JSON, or JSON of another kind or version."""
    try:
        data: object = json.loads(text)
    except json.JSONDecodeError as error:
        place = f"line {error.lineno}, column {error.colno}"
        return Diagnostic(NOT_JSON, f"the quote is not JSON: {error.msg} at {place}", help=AGAIN)
    except RecursionError:
        return Diagnostic(NOT_JSON, "the quote is nested too deeply", help=AGAIN)
    schema = data.get("schema") if isinstance(data, dict) else None
    if schema == SCHEMA:
        return None
    said = f"its schema is `{schema}`" if isinstance(schema, str) else "it names no schema"
    return Diagnostic(OTHER_SCHEMA, f"this is no quote that can be read here: {said}, expected `{SCHEMA}`", help=AGAIN)


def _wrong_field(detail: ErrorDetails) -> Diagnostic:
    path = "".join(f"[{part}]" if isinstance(part, int) else f".{part}" for part in detail["loc"]).lstrip(".")
    return Diagnostic(WRONG_FIELD, f"`{path or 'quote'}`: {_reason(detail)}", help=AGAIN)


def _reason(detail: ErrorDetails) -> str:
    return "is missing" if detail["type"] == "missing" else detail["msg"].removeprefix("Value error, ")


def _unknown_fields(said: object, known: object, path: str) -> Iterator[Diagnostic]:
    """What the text holds and the quote that was read from it does not: pydantic passes such fields over."""
    if isinstance(said, dict) and isinstance(known, dict):
        for key, value in said.items():
            if key in known:
                yield from _unknown_fields(value, known[key], f"{path}.{key}")
            else:
                message = f"`{path}.{key}`: is no field of a quote".replace("`.", "`", 1)
                yield Diagnostic(WRONG_FIELD, message, help=did_you_mean(key, known))
    elif isinstance(said, list) and isinstance(known, list):
        for index, (one, other) in enumerate(zip(said, known, strict=True)):
            yield from _unknown_fields(one, other, f"{path}[{index}]")


def _unknown_references(quote: Quote) -> Iterator[Diagnostic]:
    """What the document could not follow: a selected option or a site that the quote does not hold."""
    options = [option.id for option in quote.options]
    if quote.selected not in options:
        help_ = did_you_mean(quote.selected, options)
        yield Diagnostic(UNKNOWN_REFERENCE, f"`selected`: no option is called `{quote.selected}`", help=help_)
    sites = {site.id for site in quote.sites}
    for position, option in enumerate(quote.options):
        for design in option.designs:
            for site in design.site_ids:
                if site not in sites:
                    where = f"options[{position}].designs.{design.id}"
                    yield Diagnostic(
                        UNKNOWN_REFERENCE, f"`{where}`: no site is called `{site}`", help=did_you_mean(site, sites)
                    )
