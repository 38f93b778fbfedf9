"""A rep's own touches in a needs file: goals with answers, a note, a logo, annexes left out."""

from __future__ import annotations

import io
from pathlib import Path

import pytest
from load_fixtures import loaded_tiny
from PIL import Image
from schema_samples import underlined

from proposer.load.needs import load_needs
from proposer.model.needs import Needs
from proposer.model.touches import Touches

FRAME = "customer: {name: Lakeside Clinics}\nterm: 36\nsites: [{id: main, access: {fibre: on-net}}]\n"


def needs_of(folder: Path, words: str) -> tuple[Needs | None, list[str]]:
    file = folder / "needs.yaml"
    file.write_text(FRAME + words, "utf-8")
    outcome = load_needs(file, loaded_tiny())
    return outcome.value, [f"{d.code} {d.span.line}:{d.span.column} {d.message}" for d in outcome.diagnostics]


def picture(file: Path, colour: str = "teal") -> None:
    out = io.BytesIO()
    Image.new("RGB", (300, 100), colour).save(out, "PNG")
    file.write_bytes(out.getvalue())


def test_goals_stand_in_the_customers_words_with_or_without_an_answer(tmp_path: Path) -> None:
    words = (
        "goals:\n  - Nobody hears a busy signal\n  - {said: One bill, answer: It comes on the first of the month.}\n"
    )
    needs, found = needs_of(tmp_path, words)
    assert found == []
    assert needs is not None
    assert needs.goals == ("Nobody hears a busy signal", "One bill")
    assert needs.answers == {"One bill": "It comes on the first of the month."}
    assert underlined("needs", loaded_tiny(), FRAME + words) == []


@pytest.mark.parametrize(
    ("words", "message"),
    [
        ("goals: [{said: One bill, anwser: Yes}]\n", "NED101 4:26 unknown field `anwser`"),
        ("goals: [{answer: Yes}]\n", "NED102 4:9 `said` is missing"),
        ("goals: [[a]]\n", "NED103 4:9 expected a text, got a list"),
    ],
)
def test_goals_that_do_not_fit(tmp_path: Path, words: str, message: str) -> None:
    assert needs_of(tmp_path, words)[1] == [message]
    assert underlined("needs", loaded_tiny(), FRAME + words) != []


def test_one_goal_needs_no_list(tmp_path: Path) -> None:
    for words in ("goals: One bill\n", "goals: {said: One bill}\n"):
        needs, found = needs_of(tmp_path, words)
        assert found == []
        assert needs is not None
        assert needs.goals == ("One bill",)


def test_a_note_a_logo_and_what_is_left_out(tmp_path: Path) -> None:
    picture(tmp_path / "logo.png")
    words = (
        "cover_note: |\n  Dear {customer},\n\n  - see **page 2**\nlogo: logo.png\nproposal: {without: [plan, levels]}\n"
    )
    needs, found = needs_of(tmp_path, words)
    assert found == []
    assert needs is not None
    assert needs.touches.cover_note == "Dear {customer},\n\n- see **page 2**"
    assert needs.touches.logo.startswith("data:image/png;base64,")
    assert needs.touches.without == ("plan", "levels")
    assert underlined("needs", loaded_tiny(), FRAME + words) == []
    assert underlined("needs", loaded_tiny(), FRAME + "proposal: {without: [terms]}\n") == ["proposal.without"]


def test_needs_without_any_of_it_say_nothing(tmp_path: Path) -> None:
    needs, found = needs_of(tmp_path, "")
    assert found == []
    assert needs is not None
    assert (needs.touches, needs.goals, needs.answers) == (Touches(), (), {})


def test_another_logo_is_another_quote(tmp_path: Path) -> None:
    digests = []
    for colour in ("teal", "navy", "teal"):
        picture(tmp_path / "logo.png", colour)
        needs, _ = needs_of(tmp_path, "logo: logo.png\n")
        assert needs is not None
        digests.append(needs.digest)
    assert digests[0] == digests[2] != digests[1]


@pytest.mark.parametrize(
    ("name", "message"),
    [
        ("none.png", "the logo `none.png` is not there"),
        ("folder", "the logo `folder` cannot be read"),
        ("../needs.yaml", "the logo `../needs.yaml` lies outside of the needs file's folder"),
        ("/etc/hostname", "the logo `/etc/hostname` lies outside of the needs file's folder"),
        ("link.png", "the logo `link.png` lies outside of the needs file's folder"),
        ("needs.yaml", "the logo `needs.yaml` is neither PNG nor JPEG, whatever its name says"),
    ],
)
def test_a_logo_that_cannot_be_taken(tmp_path: Path, name: str, message: str) -> None:
    (tmp_path / "folder").mkdir()
    (tmp_path / "link.png").symlink_to("/etc/hostname")
    assert needs_of(tmp_path, f"logo: {name}\n") == (None, [f"NED125 4:7 {message}"])


def test_a_note_has_a_length(tmp_path: Path) -> None:
    found = needs_of(tmp_path, f"cover_note: {'word ' * 241}\n")[1]
    assert found == ["NED124 4:1 the note has 1,204 letters, and at most 1,200 are printed"]


def test_a_note_of_many_lines_is_refused(tmp_path: Path) -> None:
    _, found = needs_of(tmp_path, "cover_note: |\n" + "  - a\n\n" * 25)
    assert found == ["NED124 4:1 the note has 25 lines, and at most 24 are printed"]
