"""One small bad catalog or needs file for each code; the whole text that a user would see."""

from __future__ import annotations

from pathlib import Path

import pytest
from load_fixtures import BAD, EXPECTED, found_in, overlaid, rendered, tiny_catalog

from proposer.codes import CODES

AT_WORK = {"RUL201", "RUL202"}  # found when needs are designed
# no folder at all; and what is said of suppressions, which loading knows nothing of
ELSEWHERE = {"CAT113", "CAT120", "CAT121", *AT_WORK}


@pytest.mark.parametrize("code", sorted(path.name for path in BAD.iterdir()))
def test_bad_fixture(code: str, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    fixture = BAD / code
    monkeypatch.chdir(fixture)
    needs = Path("needs.yaml") if (fixture / "needs.yaml").exists() else None
    catalog = overlaid(fixture, tmp_path)
    found = found_in(catalog, needs)
    assert rendered(found, catalog, fixture) == (fixture / EXPECTED).read_text("utf-8")
    assert code.split("-")[0] in {each.code for each in found}  # `CAT104-scenario` is one more fixture of a code


def test_every_code_of_loading_and_checking_has_a_fixture() -> None:
    codes = {code for code in CODES if code[:3] in ("YML", "CAT", "PRC", "NED", "RUL")}
    assert codes - {path.name for path in BAD.iterdir()} == ELSEWHERE


def test_the_small_catalog_itself_is_clean(tmp_path: Path) -> None:
    assert found_in(tiny_catalog(tmp_path), None) == ()
