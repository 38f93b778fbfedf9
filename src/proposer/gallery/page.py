"""The gallery's one HTML page: every sample with its pages in a row. It holds its pictures and asks nobody for anything."""

from __future__ import annotations

from base64 import b64encode
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from html import escape
from itertools import groupby


@dataclass(frozen=True, slots=True)
class Sample:
    """One proposal in the gallery: what it is made from, in which edition, where it lies, how it looks."""

    example: str
    edition: str
    file: str
    pages: int
    size: int  # bytes
    pictures: tuple[tuple[int, bytes], ...]  # of long documents only some


def gallery_page(samples: Iterable[Sample]) -> str:
    """The page; samples stand in the order given, those of one example together."""
    groups = [(example, list(group)) for example, group in groupby(samples, key=lambda sample: sample.example)]
    links = "".join(f'<a href="#{escape(example)}">{escape(example)}</a> ' for example, _ in groups)
    parts = "".join(_group(example, group) for example, group in groups)
    return (
        f'<!doctype html>\n<html lang="en"><head><meta charset="utf-8"><title>Samples</title><style>{STYLE}</style></head>'
        f"<body><header><h1>Samples</h1><nav>{links}</nav></header>{parts}</body></html>\n"
    )


def _group(example: str, group: list[Sample]) -> str:
    return f'<h2 id="{escape(example)}">{escape(example)}</h2>' + "".join(_section(sample) for sample in group)


def _section(sample: Sample) -> str:
    left_out = sample.pages - len(sample.pictures)
    some = f", {left_out} of them only in the PDF" if left_out else ""
    about = f"{sample.pages} page{'' if sample.pages == 1 else 's'}{some}, {sample.size // 1000} KB"
    pages = "".join(_pages(sample))
    title = f'<a href="{escape(sample.file)}">{escape(sample.edition)}</a>'
    return f'<section><h3>{title} <small>{about}</small></h3><div class="pages">{pages}</div></section>'


def _pages(sample: Sample) -> Iterator[str]:
    for number, picture in sample.pictures:
        data = b64encode(picture).decode("ascii")
        words = escape(f"{sample.example}, {sample.edition}, page {number}")
        yield (
            f'<a href="{escape(sample.file)}#page={number}"><img loading="lazy" alt="{words}" '
            f'src="data:image/png;base64,{data}"></a>'
        )


STYLE = """
body { margin: 0; background: #6f7478; font: 15px/1.4 system-ui, sans-serif; color: #fff }
header { position: sticky; top: 0; background: #23282c; padding: 10px 24px; display: flex; gap: 24px; align-items: baseline }
h1 { font-size: 18px; margin: 0 } nav a { color: #cfe3e6; margin-right: 10px }
h2 { margin: 28px 24px 0; font-size: 22px; scroll-margin-top: 60px } section { padding: 0 24px }
h3 { font-size: 15px; margin: 18px 0 8px } h3 a { color: #fff } small { font-weight: 400; color: #d6dadd }
.pages { display: flex; flex-wrap: wrap; gap: 12px }
.pages img { width: 300px; display: block; background: #fff; box-shadow: 0 1px 6px #0006 }
"""
