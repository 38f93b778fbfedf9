"""Bundles and promotions that can never hold."""

from __future__ import annotations

from collections.abc import Iterator
from itertools import combinations

from proposer.diagnostics import Diagnostic, Note, Severity
from proposer.model.catalog import At, Bundle, Catalog


def bundle_members(catalog: Catalog) -> Iterator[Diagnostic]:
    """Members that must stand together can stand together."""
    for bundle in catalog.bundles.values():
        needed = [name for name, (least, _) in bundle.members.items() if least and name in catalog.offerings]
        if bundle.per is At.SITE:
            yield from _excluding(catalog, bundle, needed)
        for name in needed:
            count = catalog.offerings[name].count
            most = count.most if count else 1
            least = bundle.members[name][0]
            if bundle.per is At.SITE and most is not None and least > most:
                message = f"the bundle `{bundle.id}` asks for {least} of `{name}`, of which at most {most} are sold"
                yield Diagnostic("CAT206", message, bundle.members_span, help="lower the member's count")


def _excluding(catalog: Catalog, bundle: Bundle, needed: list[str]) -> Iterator[Diagnostic]:
    for one, other in combinations(needed, 2):
        if other in catalog.offerings[one].excludes or one in catalog.offerings[other].excludes:
            message = f"the bundle `{bundle.id}` can never hold: `{one}` and `{other}` exclude each other"
            note = Note(catalog.offerings[one].span, f"`{one}` is declared here")
            yield Diagnostic(
                "CAT205", message, bundle.members_span, help="make one of them optional: `0..1`", notes=(note,)
            )


def promotions_in_time(catalog: Catalog) -> Iterator[Diagnostic]:
    """A promotion holds on some day for which there is a price book, at a term that is sold."""
    for promotion in catalog.promotions.values():
        if not any(book.valid.overlaps(promotion.valid) for book in catalog.price_books):
            message = f"no price book is valid while the promotion `{promotion.id}` is"
            yield Diagnostic("CAT207", message, promotion.valid_span, Severity.WARNING, "mend its dates, or remove it")
        if promotion.months is not None and promotion.months > max(promotion.terms or catalog.terms):
            message = f"the promotion `{promotion.id}` lasts {promotion.months} months, longer than any of its terms"
            yield Diagnostic("CAT207", message, promotion.benefit_span, Severity.WARNING, "shorten it")
