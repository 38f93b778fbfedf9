"""How much of the catalog its scenarios use, as one page for a browser that needs nothing beside it."""

from __future__ import annotations

from collections.abc import Sequence
from html import escape

from proposer.report.scenario_text import Usage

_STYLE = """\
body { font: 15px/1.5 system-ui, sans-serif; max-width: 60rem; margin: 2rem auto; padding: 0 1rem; color: #12233d; }
table { border-collapse: collapse; width: 100%; }
td, th { padding: .3rem .6rem; text-align: left; border-bottom: 1px solid #d8dee8; }
td.figure { text-align: right; font-variant-numeric: tabular-nums; }
.bar { background: #e6eaf1; height: .7rem; border-radius: .35rem; overflow: hidden; }
.bar div { background: #1f7a4d; height: 100%; }
code { font-size: 13px; color: #44546a; }
"""


def coverage_page(usages: Sequence[Usage]) -> str:
    """The whole page."""
    rows = "\n".join(_row(usage) for usage in usages)
    lists = "\n".join(_unused(usage) for usage in usages if usage.unused)
    return (
        '<!doctype html>\n<html lang="en">\n<head>\n<meta charset="utf-8">\n'
        f"<title>What the scenarios use</title>\n<style>\n{_STYLE}</style>\n</head>\n<body>\n"
        "<h1>What the scenarios use of the catalog</h1>\n"
        f"<table>\n<tr><th>Kind</th><th></th><th>Used</th><th>Of</th><th></th></tr>\n{rows}\n</table>\n"
        f"{lists}\n</body>\n</html>"
    )


def _row(usage: Usage) -> str:
    bar = (
        f'<div class="bar" role="img" aria-label="{usage.percent} %"><div style="width: {usage.percent}%"></div></div>'
    )
    figures = "".join(f'<td class="figure">{text}</td>' for text in (f"{usage.count:,}", f"{usage.total:,}"))
    return (
        f'<tr><td>{_title(usage)}</td><td width="50%">{bar}</td>{figures}<td class="figure">{usage.percent} %</td></tr>'
    )


def _unused(usage: Usage) -> str:
    rows = "\n".join(
        f"<tr><td>{escape(name)}</td><td><code>{escape(place)}</code></td></tr>" for name, place in usage.unused
    )
    return f"<h2>{_title(usage)} that no scenario uses</h2>\n<table>\n{rows}\n</table>"


def _title(usage: Usage) -> str:
    return escape(usage.kind.replace("_", " ").capitalize())
