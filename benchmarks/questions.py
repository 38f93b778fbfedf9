"""The question that is measured: a generated customer's, of one option at one term."""

from __future__ import annotations

import tempfile
from datetime import date
from pathlib import Path

from benchmarks.customers import catalog_of, needs_of
from proposer.configure import Question
from proposer.derive import derive
from proposer.load.catalog import load_catalog
from proposer.load.needs import load_needs
from proposer.model.catalog import Catalog
from proposer.model.needs import Needs
from proposer.pipeline.known import Known
from proposer.pipeline.solving import Request, question_for

DAY = date(2027, 3, 1)


def question_of(offerings: int, sites: int, profiles: int) -> Question:
    """The question of a customer with so many sites, of so many profiles."""
    return asked(*customer_of(offerings, sites, profiles))


def customer_of(offerings: int, sites: int, profiles: int) -> tuple[Catalog, Needs]:
    """Catalog and needs, made and loaded."""
    with tempfile.TemporaryDirectory() as aside:
        catalog = load_catalog(catalog_of(Path(aside), offerings)).value
        assert catalog is not None
        file = Path(aside, "needs.yaml")
        file.write_text(needs_of(sites, profiles), "utf-8")
        needs = load_needs(file, catalog).value
    assert needs is not None
    return catalog, needs


def asked(catalog: Catalog, needs: Needs) -> Question:
    """What is demanded, and what can be sold for it."""
    demands = derive(catalog, needs, catalog.options[:1], needs.terms[0]).value
    assert demands is not None
    return question_for(Request(Known(catalog, DAY), needs), demands, needs.terms[0], budget=True)
