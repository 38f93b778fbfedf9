"""A proposal's PDF is enough to make it again: it carries its quote, and how it was made."""

from __future__ import annotations

import io
import os
import subprocess
import sys
from pathlib import Path

import pikepdf
import pytest
from samples import ROOT, Sample

from proposer.model.edition import Edition
from proposer.propose import propose

QUOTE = Sample("dentist", Edition()).quote
SENT = Edition(brand="northline", paper="a4", language="es_MX", audience="executive", esign="docusign")
TEMPLATES = ROOT / "templates"


def made(edition: Edition) -> bytes:
    outcome = propose(QUOTE, TEMPLATES, edition)
    assert outcome.value is not None, outcome.diagnostics
    return outcome.value


@pytest.fixture(scope="module")
def sent() -> bytes:
    return made(SENT)


def render(folder: Path, sent: bytes, *words: str) -> subprocess.CompletedProcess[str]:
    """`proposer render` on a PDF, in a process of its own."""
    (folder / "sent.pdf").write_bytes(sent)
    command = [sys.executable, "-m", "proposer", "render", "sent.pdf", "-o", "again.pdf", "--templates", str(TEMPLATES)]
    environment = {"PATH": os.environ["PATH"], "PYTHONPATH": str(ROOT / "src")}
    return subprocess.run([*command, *words], cwd=folder, env=environment, capture_output=True, text=True, check=False)


def test_it_is_made_again_without_a_word(tmp_path: Path, sent: bytes) -> None:
    done = render(tmp_path, sent)
    assert done.returncode == 0, done.stderr
    assert (tmp_path / "again.pdf").read_bytes() == sent


def test_options_go_before_what_it_says(tmp_path: Path, sent: bytes) -> None:
    done = render(tmp_path, sent, "--brand", "meridian", "--esign", "none", "--language", "en_US")
    assert done.returncode == 0, done.stderr
    wanted = Edition(paper="a4", language="en_US", audience="executive")
    assert (tmp_path / "again.pdf").read_bytes() == made(wanted)


def test_a_pdf_from_before_editions_were_told_is_the_usual_one(tmp_path: Path, sent: bytes) -> None:
    done = render(tmp_path, changed(sent, None))
    assert done.returncode == 0, done.stderr
    assert (tmp_path / "again.pdf").read_bytes() == made(Edition(language="es_MX"))


@pytest.mark.parametrize("text", ["", "[]", "{}", '{"brand": 1, "paper": "a4", "audience": "full", "esign": ""}'])
def test_an_edition_that_cannot_be_read(tmp_path: Path, sent: bytes, text: str) -> None:
    done = render(tmp_path, changed(sent, text))
    assert done.returncode == 1
    assert done.stderr == (
        "error[QUO806]: the PDF does not tell how it was made: `proposer-edition.json` cannot be read here\n"
        " --> sent.pdf\n"
        "  = help: save `proposer-quote.json` out of the PDF, and render it with --brand, --paper, --audience and --esign\n"
        "\n1 error\n"
    )


def changed(data: bytes, text: str | None) -> bytes:
    """The PDF with another text for its edition, or none."""
    target = io.BytesIO()
    with pikepdf.open(io.BytesIO(data)) as pdf:
        del pdf.attachments["proposer-edition.json"]
        if text is not None:
            pdf.attachments["proposer-edition.json"] = text.encode()
        pdf.save(target)
    return target.getvalue()
