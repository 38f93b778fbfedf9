from __future__ import annotations

import re
from pathlib import Path

from proposer.codes import CODES

SOURCES = Path(__file__).parents[2] / "src" / "proposer"
CODE = re.compile(r'"((?:YML|CAT|RUL|PRC|NED|QUO|TPL|OUT|EDT)\d{3})"')


def used_in(text: str) -> set[str]:
    return set(CODE.findall(text))


def test_a_code_that_is_used_is_seen() -> None:
    assert used_in('Diagnostic("CAT104", "unknown")') == {"CAT104"}


def test_every_code_that_is_used_has_a_title_and_a_reason() -> None:
    sources = (path for path in SOURCES.rglob("*.py") if path.name != "codes.py")
    used = {code for path in sources for code in used_in(path.read_text("utf-8"))}
    assert len(used) > 60
    assert used - set(CODES) == set()
    assert all(code.title and code.why for code in CODES.values())
