"""What independent programs say of a proposal's PDF: each judge gives its complaints, none when it is content."""

from __future__ import annotations

import importlib
import io
import json
import subprocess
from collections.abc import Callable, Iterator, Mapping
from pathlib import Path
from shutil import which

import jsonschema
import outloud
import pdfua
import pikepdf
from tmf648_schema import SCHEMA

from proposer.model.edition_json import edition_from_json
from proposer.model.quote import Quote
from proposer.model.quote_json import quote_from_json, quote_to_json
from proposer.model.tmf648 import quote_to_tmf648

SCHEMA_OF_TMF = jsonschema.Draft202012Validator(SCHEMA)


def judge_archive(file: Path, _quote: Quote) -> Iterator[str]:
    """PDF/A-3a, by page-validation."""
    return _page(file, "3a")


def judge_access(file: Path, _quote: Quote) -> Iterator[str]:
    """PDF/UA-1, by page-validation."""
    return _page(file, "ua1")


def _page(file: Path, profile: str) -> Iterator[str]:
    page = importlib.import_module("page")  # by name: it shares the name with many things
    report = page.validate_pdf(str(file), profile=profile)
    for failure in report.failures:
        yield f"{failure.rule_id} {failure.message}"
    if not report.is_compliant and not report.failures:
        yield "not compliant"


def judge_read_aloud(file: Path, _quote: Quote) -> Iterator[str]:
    """What a listener would stumble over, by outloud: errors and warnings."""
    result = outloud.check(str(file))
    if result.error:
        yield str(result.error)
    for found in result.findings:
        if found.severity != "info":
            yield f"{found.rule} p.{found.page} {found.message}"


def judge_ua(file: Path, _quote: Quote) -> Iterator[str]:
    """PDF/UA-1 again, by pdfua: findings of any weight."""
    for found in pdfua.validate(str(file)).findings:
        yield f"{found.rule_id} {found.message}"


def judge_syntax(file: Path, _quote: Quote) -> Iterator[str]:
    """The file's syntax, by qpdf; by its library in pikepdf where the program is not installed."""
    program = which("qpdf")
    if program:
        done = subprocess.run([program, "--check", str(file)], capture_output=True, text=True, check=False)
        if done.returncode:
            yield done.stdout + done.stderr
        return
    try:
        with pikepdf.open(file) as pdf:
            yield from pdf.check_pdf_syntax()
    except pikepdf.PdfError as error:
        yield str(error)


def judge_attachments(file: Path, quote: Quote) -> Iterator[str]:
    """Both quotes and the edition are inside, to the byte, with their relationships; ours and the edition can be read again."""
    wanted = {
        "proposer-quote.json": ("/Source", quote_to_json(quote)),
        "quote.json": ("/Data", quote_to_tmf648(quote)),
    }
    with pikepdf.open(file) as pdf:
        found = {name: pdf.attachments[name] for name in pdf.attachments}
        if set(found) != {"proposer-edition.json", *wanted}:
            yield f"attached are {sorted(found)}"
        elif edition_from_json(found["proposer-edition.json"].get_file().read_bytes().decode()) is None:
            yield "proposer-edition.json is none"
        for name, (relationship, text) in wanted.items():
            if found[name].get_file().read_bytes() != text.encode():
                yield f"{name} differs"
            if str(found[name].obj["/AFRelationship"]) != relationship:
                yield f"{name} is {found[name].obj['/AFRelationship']}"
    if quote_from_json(wanted["proposer-quote.json"][1]).value != quote:
        yield "proposer-quote.json does not read back as the quote"


def judge_exchange(_file: Path, quote: Quote) -> Iterator[str]:
    """TMF648 4.0.0, against our own schema of it."""
    for error in SCHEMA_OF_TMF.iter_errors(json.loads(quote_to_tmf648(quote))):
        yield f"{error.json_path}: {error.message}"[:200]


Judge = Callable[[Path, Quote], Iterator[str]]
JUDGES: Mapping[str, Judge] = {
    "A-3a": judge_archive,
    "UA-1": judge_access,
    "outloud": judge_read_aloud,
    "pdfua": judge_ua,
    "qpdf": judge_syntax,
    "attached": judge_attachments,
    "TMF648": judge_exchange,
}


def text_of(data: bytes) -> list[str]:
    """The words of each page, one page an entry, by pypdf."""
    from pypdf import PdfReader

    return [" ".join(page.extract_text().split()) for page in PdfReader(io.BytesIO(data)).pages]
