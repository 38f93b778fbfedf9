"""A workspace that wants to do harm, the real road through it, and how that ended."""

from __future__ import annotations

import io
import re
import shutil
import subprocess
import sys
import time
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from dataclasses import dataclass, field
from pathlib import Path

import pikepdf
from pypdf import PdfReader

from proposer.model.quote import Quote
from proposer.propose import Limits, propose

sys.path.insert(0, str(Path(__file__).parents[1] / "propose"))
import proposal_samples as proposal_samples  # noqa: PLC0414  # for the vectors beside

TEMPLATES = Path(__file__).parents[2] / "templates"
SECRET = "the-secret-of-this-machine"  # noqa: S105  # it opens nothing
SMALL = Limits(memory=700_000_000, cpu=20, wall=20)
BUSY = Limits(memory=700_000_000, cpu=1, wall=20)
SHORT = Limits(memory=700_000_000, cpu=20, wall=1)
NO_TIME = "TPL503 the proposal was given up: it was not ready within 1 second"
NO_ROOM = "TPL501 the proposal was given up: it took more than 700 MB of memory"
TOO_DEEP = "TPL505 the proposal was given up: its parts stand in each other too deeply"
BARE = """<!doctype html><html lang="en"><head><title>{{ view.document.title }}</title>
HEAD</head>
<body><h1>{{ view.document.customer }}</h1><p>A page.</p>
<ul>{% for goal in view.front.goals %}<li>{{ goal }}</li>{% endfor %}</ul>
BODY</body></html>
"""


@dataclass(frozen=True)
class Vector:
    """What is hostile: markup for the head or the body, styles, files; or the quote. `expected` says how it ends.

    In all of them FOLDER is the folder above the workspace, and SERVER a server that counts who asks it.
    """

    name: str
    body: str = ""
    expected: str = "a PDF"
    head: str = ""
    css: str = ""
    files: Callable[[Path], object] = field(default=lambda _brand: None)
    quote: Callable[[], Quote] = proposal_samples.dentist
    limits: Limits = SMALL
    shipped: bool = False  # whether the templates are those that ship


@dataclass(frozen=True)
class Ended:
    """What came of it, after how many seconds, and the PDF."""

    words: str
    seconds: float
    pdf: bytes = b""


def run(vector: Vector, folder: Path, server: str = "http://127.0.0.1:9") -> Ended:
    """Render the vector's quote with its templates, as any caller would."""
    (folder / "secret.txt").write_text(SECRET)
    (folder / "secret.svg").write_text(f'<svg xmlns="http://www.w3.org/2000/svg"><title>{SECRET}</title></svg>')
    templates = _templates(vector, folder, server)
    quote = vector.quote()
    started = time.monotonic()
    outcome = propose(quote, templates, limits=vector.limits)
    seconds = time.monotonic() - started
    told = [f"{found.code} {found.message}" for found in outcome.diagnostics]
    if outcome.value is None:
        assert told
        return Ended(_plain("; ".join(told), folder, server), seconds)
    return Ended(_plain("; ".join(("a PDF", *told)), folder, server), seconds, outcome.value)


def _plain(words: str, folder: Path, server: str) -> str:
    return words.replace(str(folder), "FOLDER").replace(server, "SERVER")


def _templates(vector: Vector, folder: Path, server: str) -> Path:
    def fill(text: str) -> str:
        return text.replace("FOLDER", str(folder)).replace("SERVER", server)

    if vector.shipped:
        return TEMPLATES
    templates = folder / "templates"
    brand = templates / "brands/meridian"
    shutil.copytree(TEMPLATES, templates, ignore=shutil.ignore_patterns("proposal"))
    look = (brand / "brand.toml").read_text("utf-8")
    (brand / "brand.toml").write_text(re.sub(r"faces = .*", 'faces = ["400"]', look), "utf-8")
    (templates / "proposal").mkdir()
    page = BARE.replace("HEAD", vector.head).replace("BODY", vector.body)
    (templates / "proposal/proposal.html.j2").write_text(fill(page), "utf-8")
    (templates / "proposal/proposal.css").write_text(
        fill(f'body {{ font-family: "Brand Text" }}\n{vector.css}'), "utf-8"
    )
    vector.files(brand)
    return templates


def everything(pdf: bytes) -> str:
    """All that a reader could get out of a PDF: the text of its pages, its objects, its attachments."""
    found = [page.extract_text() for page in PdfReader(io.BytesIO(pdf)).pages]
    with pikepdf.open(io.BytesIO(pdf)) as document:
        for thing in document.objects:
            found.append(str(thing.unparse(resolved=False), "latin-1"))
            if isinstance(thing, pikepdf.Stream):
                found.append(str(thing.read_bytes(), "latin-1"))
    return "\n".join(found)


def actions(text: str) -> set[str]:
    """The addresses and the kinds of action in what `everything` gave."""
    return set(re.findall(r"/URI \(((?:\\.|[^)\\])*)\)", text)) | set(
        re.findall(r"/S /(Launch|JavaScript|GoToR|SubmitForm)", text)
    )


@dataclass(frozen=True)
class Server:
    """A server of this machine that keeps who asked, and sends what begins with `/redirect` on to the secret."""

    address: str
    log: Path

    def asked(self) -> list[str]:
        return self.log.read_text("utf-8").splitlines() if self.log.exists() else []


@contextmanager
def serving(folder: Path) -> Iterator[Server]:
    """Why a process: a thread beside the test would make each worker start afresh, which takes longer."""
    script, log = Path(__file__).with_name("counting_server.py"), folder / "asked.log"
    command = [sys.executable, str(script), (folder / "secret.svg").as_uri(), str(log)]
    with subprocess.Popen(command, stdout=subprocess.PIPE, text=True) as process:
        assert process.stdout is not None
        try:
            yield Server(f"http://127.0.0.1:{process.stdout.readline().strip()}", log)
        finally:
            process.kill()
