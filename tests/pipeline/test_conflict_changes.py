"""What a conflict says would have to change is enough, and the least that is."""

from __future__ import annotations

from pathlib import Path

import pytest
from workspaces import AS_OF, shipped

from proposer.load.needs import load_needs
from proposer.model.configuration import Conflict
from proposer.model.quote import Quote
from proposer.pipeline import make_quote

CALL_CENTRE = """
customer: {name: Test}
term: %(term)s
sites:
  - id: a
    access: {coax: on-net, fibre: %(fibre)s}
    voice: {concurrent_calls: %(calls)s}
    internet: {down: 100 Mbps, availability: %(availability)s}
"""
SAID = {"term": "36", "fibre": "refused", "calls": "20", "availability": "99 %"}


def answer(folder: Path, **changes: str) -> Quote | Conflict | None:
    (folder / "needs.yaml").write_text(CALL_CENTRE % {**SAID, **changes}, encoding="utf-8")
    needs = load_needs(folder / "needs.yaml", shipped())
    assert needs.value is not None, needs.diagnostics
    return make_quote(shipped(), needs.value, AS_OF).value


@pytest.mark.parametrize(
    ("wish", "names", "changes", "enough"),
    [
        (
            {"calls": "60"},
            ["sites.a.voice.concurrent_calls", "sites.a.access.fibre"],
            ["at most 46 calls", "accept Fibre at A"],
            [{"calls": "46"}, {"calls": "60", "fibre": "on-net"}],
        ),
        (
            {"availability": "99.99 %"},
            ["sites.a.internet.availability", "sites.a.access.fibre"],
            ["availability of at most 99.9 % instead of 99.99 %", "accept Fibre at A"],
            [{"availability": "99.9 %"}, {"availability": "99.99 %", "fibre": "near-net"}],
        ),
    ],
)
def test_each_change_is_enough(
    wish: dict[str, str], names: list[str], changes: list[str], enough: list[dict[str, str]], tmp_path: Path
) -> None:
    conflict = answer(tmp_path, **wish)
    assert isinstance(conflict, Conflict)
    assert [blame.name for blame in conflict.blames] == names
    assert [blame.change for blame in conflict.blames] == changes
    for change in enough:
        assert isinstance(answer(tmp_path, **change), Quote), change


def test_one_call_more_than_named_is_too_many(tmp_path: Path) -> None:
    assert isinstance(answer(tmp_path, calls="47"), Conflict)


def test_a_term_at_which_nothing_is_sold_there_is_named(tmp_path: Path) -> None:
    conflict = answer(tmp_path, term="60")
    assert isinstance(conflict, Conflict)
    assert ("term", "a term of 12, 24 or 36 months") in [(blame.name, blame.change) for blame in conflict.blames]
