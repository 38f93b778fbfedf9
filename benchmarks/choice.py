"""How long one choice takes for a generated customer, and how well it is proven; one line.

python -m benchmarks.choice OFFERINGS SITES PROFILES
"""

from __future__ import annotations

import resource
import sys
import tempfile
import time
from datetime import date
from pathlib import Path

from benchmarks.customers import catalog_of, needs_of
from proposer.cli.run import prepare_process
from proposer.configure import configure
from proposer.derive import derive
from proposer.load.catalog import load_catalog
from proposer.load.needs import load_needs
from proposer.model.configuration import Configuration
from proposer.pipeline.known import Known
from proposer.pipeline.solving import Request, question_for

DAY = date(2027, 3, 1)


def main(offerings: int, sites: int, profiles: int) -> None:
    """Catalog and needs are made and loaded first; then derive, offer and configure against the processor's clock."""
    prepare_process()
    with tempfile.TemporaryDirectory() as aside:
        catalog = load_catalog(catalog_of(Path(aside), offerings)).value
        assert catalog is not None
        file = Path(aside, "needs.yaml")
        file.write_text(needs_of(sites, profiles), "utf-8")
        needs = load_needs(file, catalog).value
    assert needs is not None
    started = time.process_time()
    demands = derive(catalog, needs, catalog.options[:1], needs.terms[0]).value
    assert demands is not None
    answer = configure(question_for(Request(Known(catalog, DAY), needs), demands, needs.terms[0], budget=True))
    seconds = time.process_time() - started
    assert isinstance(answer, Configuration)
    proof = answer.proof
    gap = "proven" if proof.proven else f"gap {(proof.objective - proof.bound) / proof.objective:.4%}"
    memory = resource.getrusage(resource.RUSAGE_SELF).ru_maxrss // 1024
    print(
        f"{len(catalog.offerings)} offerings, {sites:,} sites, {proof.kinds} kinds: {seconds:.2f} s CPU, {gap}, "
        f"{proof.packages:,} packages, {proof.nodes} nodes, {memory} MB"
    )


if __name__ == "__main__":
    main(*(int(each) for each in sys.argv[1:]))
