"""Void models, dead and core features: the choice and flamapy say the same."""

from __future__ import annotations

import pytest
from feature_models import ALTERNATIVE, MANDATORY, OPTIONAL, OR, FeatureModel, Group, Verdict, derived_core
from feature_questions import Asked, verdict
from features_report import Compared, compared, flamapy_verdicts, random_models

from proposer.configure import Unsolved

MODELS = 120
PHONE = FeatureModel(
    ("phone", "screen", "plain", "colour", "radio", "short", "long", "camera", "torch"),
    (
        Group("phone", MANDATORY, ("screen",)),
        Group("screen", ALTERNATIVE, ("plain", "colour")),
        Group("phone", MANDATORY, ("radio",)),
        Group("radio", OR, ("short", "long")),
        Group("phone", OPTIONAL, ("camera",)),
        Group("phone", OPTIONAL, ("torch",)),
    ),
    requires=(("screen", "camera"), ("camera", "colour")),
    excludes=(("radio", "torch"),),
)
EXPECTED = Verdict(
    void=False,
    dead=frozenset({"plain", "torch"}),
    core=frozenset({"phone", "screen", "colour", "radio", "camera"}),
)
VOID = FeatureModel(
    ("a", "b", "c"), (Group("a", MANDATORY, ("b",)), Group("a", MANDATORY, ("c",))), excludes=(("b", "c"),)
)


@pytest.fixture(scope="module")
def both() -> Compared:
    return compared(random_models(3_000_000, MODELS))


def test_the_choice_and_flamapy_agree(both: Compared) -> None:
    assert both.differences() == []


def test_void_dead_and_core_occur_in_the_models_that_are_compared(both: Compared) -> None:
    alive = [(m, v) for m, v in zip(both.models, both.ours, strict=True) if not v.void]
    assert 0.05 * MODELS <= MODELS - len(alive) <= 0.5 * MODELS
    assert sum(bool(v.dead) for _, v in alive) >= 0.2 * MODELS
    assert sum(bool(v.core - derived_core(m)) for m, v in alive) >= 0.1 * MODELS


def test_a_model_whose_answer_is_known() -> None:
    assert verdict(PHONE) == EXPECTED
    assert flamapy_verdicts([PHONE])[0] == (EXPECTED,)


def test_in_a_void_model_all_is_dead_and_nothing_core() -> None:
    expected = Verdict(void=True, dead=frozenset(VOID.features), core=frozenset())
    assert verdict(VOID) == expected
    assert flamapy_verdicts([VOID])[0] == (expected,)


@pytest.mark.parametrize("bound", [1, 3])
def test_a_search_that_ends_at_its_bound_proves_nothing(monkeypatch: pytest.MonkeyPatch, bound: int) -> None:
    monkeypatch.setattr("proposer.configure.filling.MOST_STATES", bound)
    answer = Asked(PHONE).answer()
    assert isinstance(answer, Unsolved)
    assert not answer.proven
