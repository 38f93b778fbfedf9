"""The same quote gives the same bytes, whoever makes the document, where and when."""

from __future__ import annotations

import hashlib
import io
import os
import re
import shutil
import subprocess
import sys
from pathlib import Path

import pikepdf
import pytest
from samples import ROOT, Sample

from proposer.model.edition import Edition
from proposer.model.quote_json import quote_to_json

SAMPLE = Sample("dentist", Edition())
SURROUNDINGS: dict[str, dict[str, str]] = {
    "time zone": {"TZ": "Pacific/Kiritimati"},
    "locale": {"LC_ALL": "C", "LANG": "de_DE.UTF-8", "LANGUAGE": "tr"},
    "user": {"HOME": "/nonexistent", "USER": "nobody", "LOGNAME": "nobody", "XDG_CACHE_HOME": "/nonexistent/cache"},
    "hash seed": {"PYTHONHASHSEED": "4242"},
    "terminal": {"NO_COLOR": "1", "CI": "true", "COLUMNS": "40", "SOURCE_DATE_EPOCH": "1"},
}


@pytest.fixture(scope="module")
def made() -> bytes:
    return SAMPLE.made()


def rendered(folder: Path, surroundings: dict[str, str], clock: str = "") -> bytes:
    """The sample's quote through `proposer render`, in another process and folder."""
    (folder / "quote.json").write_text(quote_to_json(SAMPLE.quote), "utf-8")
    command = [sys.executable, "-m", "proposer", "render", "quote.json", "-o", "made.pdf"]
    done = subprocess.run(
        [*(["faketime", clock] if clock else []), *command],
        cwd=folder,
        env={"PATH": os.environ["PATH"], "PYTHONPATH": str(ROOT / "src"), **surroundings},
        capture_output=True,
        text=True,
        check=False,
    )
    assert done.returncode == 0, done.stderr
    return (folder / "made.pdf").read_bytes()


@pytest.mark.parametrize("name", SURROUNDINGS)
def test_surroundings_change_nothing(made: bytes, tmp_path: Path, name: str) -> None:
    assert digest(rendered(tmp_path, SURROUNDINGS[name])) == digest(made)


@pytest.mark.skipif(shutil.which("faketime") is None, reason="needs the program faketime")
def test_the_clock_changes_nothing(made: bytes, tmp_path: Path) -> None:
    assert digest(rendered(tmp_path, {}, "2031-05-06 07:08:09")) == digest(made)


def test_every_date_in_the_file_is_the_quotes(made: bytes) -> None:
    """What a clock would leave behind: the dates of the document, its metadata and its attachments."""
    with pikepdf.open(io.BytesIO(made)) as pdf:
        plain = pdf.Root.Metadata.read_bytes() + repr(pdf.docinfo).encode()
        plain += b"".join(repr(pdf.attachments[name].get_file().obj).encode() for name in pdf.attachments)
    found = re.findall(rb"D:(\d{8})|Date>(\d{4}-\d\d-\d\d)", plain)
    assert len(found) >= 6
    assert {(one or other).replace(b"-", b"") for one, other in found} == {b"20261123"}


def test_a_proposal_makes_itself_again(made: bytes, tmp_path: Path) -> None:
    (tmp_path / "sent.pdf").write_bytes(made)
    command = [sys.executable, "-m", "proposer", "render", "sent.pdf", "-o", "again.pdf"]
    environment = {"PATH": os.environ["PATH"], "PYTHONPATH": str(ROOT / "src")}
    done = subprocess.run(command, cwd=tmp_path, env=environment, capture_output=True, text=True, check=False)
    assert done.returncode == 0, done.stderr
    assert digest((tmp_path / "again.pdf").read_bytes()) == digest(made)


def test_a_pdf_without_a_quote(tmp_path: Path) -> None:
    with pikepdf.new() as pdf:
        pdf.add_blank_page()
        pdf.save(tmp_path / "brochure.pdf")
    (tmp_path / "cut.pdf").write_bytes(b"%PDF-1.7\n%cut")
    told = {}
    for name in ("brochure.pdf", "cut.pdf"):
        command = [sys.executable, "-m", "proposer", "render", name, "-o", "again.pdf"]
        environment = {"PATH": os.environ["PATH"], "PYTHONPATH": str(ROOT / "src")}
        done = subprocess.run(command, cwd=tmp_path, env=environment, capture_output=True, text=True, check=False)
        assert done.returncode == 1
        told[name] = done.stderr.strip().splitlines()[0]
    assert told == {
        "brochure.pdf": "error[QUO805]: the PDF holds no quote: no `proposer-quote.json` is attached",
        "cut.pdf": "error[QUO805]: the PDF holds no quote: it is damaged",
    }


def digest(data: bytes) -> str:
    return hashlib.sha256(data).hexdigest()
