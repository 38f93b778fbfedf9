"""Feature models put to flamapy, in a process of its own: models come as JSON on stdin, answers go to stdout.

It prints {"seconds": …, "verdicts": [{"void": …, "dead": […], "core": […]}, …]}; the seconds are without its imports.
"""

from __future__ import annotations

import json
import sys
from time import perf_counter
from typing import Any

from flamapy.core.models.ast import AST, ASTOperation, Node
from flamapy.metamodels.fm_metamodel.models import Constraint, Feature, FeatureModel, Relation
from flamapy.metamodels.pysat_metamodel.operations import PySATCoreFeatures, PySATDeadFeatures, PySATSatisfiable
from flamapy.metamodels.pysat_metamodel.transformations import FmToPysat


def built(model: dict[str, Any]) -> FeatureModel:
    """A model as flamapy's own objects."""
    features = {name: Feature(name) for name in model["features"]}
    for group in model["groups"]:
        children = [features[name] for name in group["children"]]
        least = 0 if group["sort"] == "optional" else 1
        most = len(children) if group["sort"] == "or" else 1
        parent = features[group["parent"]]
        parent.add_relation(Relation(parent, children, least, most))
        for child in children:
            child.parent = parent
    across = [(ASTOperation.REQUIRES, pair) for pair in model["requires"]]
    across += [(ASTOperation.EXCLUDES, pair) for pair in model["excludes"]]
    constraints = [
        Constraint(f"c{number}", AST.create_binary_operation(operation, Node(one), Node(other)))
        for number, (operation, (one, other)) in enumerate(across)
    ]
    return FeatureModel(features[model["features"][0]], constraints)


def answered(model: dict[str, Any]) -> dict[str, Any]:
    sat = FmToPysat(built(model)).transform()
    return {
        "void": not PySATSatisfiable().execute(sat).get_result(),
        "dead": sorted(PySATDeadFeatures().execute(sat).get_result()),
        "core": sorted(PySATCoreFeatures().execute(sat).get_result()),
    }


def main() -> None:
    models = json.load(sys.stdin)
    begun = perf_counter()
    verdicts = [answered(model) for model in models]
    json.dump({"seconds": perf_counter() - begun, "verdicts": verdicts}, sys.stdout)


if __name__ == "__main__":
    main()
