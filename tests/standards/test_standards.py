"""Every example's PDF before every judge, and against what was written down of it; some of them in other editions."""

from __future__ import annotations

from dataclasses import replace
from pathlib import Path

import pikepdf
import pytest
from golden import Golden, difference, expected, golden_of
from judging import JUDGES
from samples import EXAMPLES, SMALL, TORTURE, Sample, samples

from proposer.model.edition import Edition

EDITIONS = [
    Sample("clinics", Edition(brand="northline", paper="a4", audience="procurement"), "es_US"),
    Sample("law-firm", Edition(brand="northline", audience="technical")),
    Sample("manufacturer", Edition(paper="a4", audience="executive")),
    Sample("over-ten-gigabit", Edition(brand="northline", paper="a4"), "es_US"),
    Sample(TORTURE, Edition(brand="northline")),
    Sample(SMALL, Edition()),
    Sample("school-district", Edition(audience="technical")),
]


def complaints(sample: Sample, data: bytes, folder: Path) -> list[str]:
    file = folder / "proposal.pdf"
    file.write_bytes(data)
    return [f"{name}: {each}" for name, judge in JUDGES.items() for each in judge(file, sample.quote)]


@pytest.mark.parametrize("sample", list(samples()), ids=EXAMPLES)
def test_examples_hold(sample: Sample, tmp_path: Path) -> None:
    data = sample.made()
    assert complaints(sample, data, tmp_path) == []
    assert difference(golden_of(data), expected(sample)) == ""


@pytest.mark.parametrize("sample", EDITIONS, ids=lambda sample: sample.name)
def test_other_editions_hold(sample: Sample, tmp_path: Path) -> None:
    data = sample.made()
    assert complaints(sample, data, tmp_path) == []
    assert sample.made() == data


def test_judges_do_complain(tmp_path: Path) -> None:
    """They are shown a violation each: without the declaration, without structure, without attachments, cut short."""
    sample = Sample("dentist", Edition())
    data, spoiled = sample.made(), tmp_path / "spoiled.pdf"
    spoiled.write_bytes(data)
    with pikepdf.open(spoiled, allow_overwriting_input=True) as pdf:
        del pdf.Root["/Metadata"], pdf.Root["/StructTreeRoot"]
        for name in list(pdf.attachments):
            del pdf.attachments[name]
        pdf.save(spoiled)
    found = {name: list(judge(spoiled, sample.quote)) for name, judge in JUDGES.items() if name != "attached"}
    assert [name for name, all_ in found.items() if not all_] == ["qpdf", "TMF648"]
    spoiled.write_bytes(data[: len(data) // 2])
    assert list(JUDGES["qpdf"](spoiled, sample.quote))


def test_a_difference_is_told_in_words() -> None:
    wanted = Golden(
        2, "a" * 64, {"WeasyPrint": "70.0", "Pango": "1.50.12"}, "=== page 1 ===\nOne\n=== page 2 ===\nTwo\n"
    )
    other = {"WeasyPrint": "70.0", "Pango": "1.56.3"}
    assert difference(wanted, wanted) == ""
    assert difference(replace(wanted, text=wanted.text.replace("Two", "2"), engine=other), wanted) == (
        "other words on page 2: '2' instead of 'Two'; made with WeasyPrint 70.0 instead of 70.0, Pango 1.56.3 instead of 1.50.12"
    )
    assert difference(replace(wanted, pages=3), wanted) == (
        "3 pages instead of 2; if that is meant, write it with `make golden`"
    )
    assert difference(replace(wanted, digest="b" * 64), wanted) == (
        "the same words on as many pages, but other bytes; if that is meant, write it with `make golden`"
    )
    assert difference(replace(wanted, digest="b" * 64, engine=other), wanted) == ""  # bytes are promised for one engine
