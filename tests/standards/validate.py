"""`make validate`: each sample before each judge, as a table. Ends with 1 when one of them complains.

Without options these are the samples of the gallery: every example, the torture quote and the smallest, for every brand and every reader.
"""

from __future__ import annotations

import argparse
import sys
from concurrent.futures import ProcessPoolExecutor
from functools import partial
from pathlib import Path
from tempfile import TemporaryDirectory

from judging import JUDGES
from samples import BRANDS, EXAMPLES, LOCALES, PAPERS, SMALL, TORTURE, Sample, audiences, samples

AGAIN = "again"


def judged(sample: Sample, folder: Path) -> dict[str, list[str]]:
    """What each judge complains of, and what differs when the sample is made once more."""
    try:
        data = sample.made()
    except ValueError as error:
        return {"made": [str(error)]}
    file = folder / f"{sample.name.replace(' ', '_')}.pdf"
    file.write_bytes(data)
    quoted = sample.quote
    found = {name: list(judge(file, quoted)) for name, judge in JUDGES.items()}
    return found | {AGAIN: [] if sample.made() == data else ["other bytes the second time"]}


def main() -> int:
    """Print the table; every option takes several values, `all` is all."""
    asked = _arguments()
    columns = [*JUDGES, AGAIN]
    failed = 0
    print(f"{'sample':58}" + "".join(f"{name:>10}" for name in columns))
    with TemporaryDirectory() as temporary, ProcessPoolExecutor() as pool:
        folder = Path(asked.output or temporary)
        folder.mkdir(parents=True, exist_ok=True)
        examples = asked.example or (*EXAMPLES, TORTURE, SMALL)
        asked_for = list(samples(examples, asked.brand, asked.paper, asked.audience, asked.locale))
        for sample, found in zip(asked_for, pool.map(partial(judged, folder=folder), asked_for), strict=True):
            marks = "".join(f"{len(found[name]) or 'ok':>10}" if name in found else f"{'–':>10}" for name in columns)
            print(f"{sample.name:58}{marks}", flush=True)
            complaints = [f"  {name}: {each}" for name, all_ in found.items() for each in all_]
            failed += bool(complaints)
            print("\n".join(complaints), end="\n" if complaints else "", flush=True)
    print(f"{failed} of the samples have complaints" if failed else "All samples hold.")
    return 1 if failed else 0


def _arguments() -> argparse.Namespace:
    parser = argparse.ArgumentParser(prog="make validate", description=__doc__)
    parser.add_argument(
        "example",
        nargs="*",
        help="needs files of examples/, without .yaml; `torture` and `small`; all when none is named",
    )
    for name, all_ in (("brand", BRANDS), ("paper", PAPERS), ("audience", audiences()), ("locale", LOCALES)):
        parser.add_argument(f"--{name}", nargs="+", choices=(*all_, "all"), default=[all_[0]])
    parser.set_defaults(brand=["all"], audience=["all"])
    parser.add_argument("-o", "--output", help="a folder in which the PDFs are kept")
    asked = parser.parse_args()
    for name, all_ in (("brand", BRANDS), ("paper", PAPERS), ("audience", audiences()), ("locale", LOCALES)):
        if "all" in getattr(asked, name):
            setattr(asked, name, list(all_))
    return asked


if __name__ == "__main__":
    sys.exit(main())
