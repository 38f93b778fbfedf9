"""Where services for electronic signatures find the places to sign: anchor texts that nobody sees, or real empty fields.

A service reads the text of the page and puts its field where an anchor stands. `s`, `n`, `t` and `d` are the signature, the
name, the title and the date; the customer signs first, the provider second.
"""

from __future__ import annotations

from collections.abc import Callable, Mapping
from dataclasses import dataclass

from proposer.diagnostics import Diagnostic, Outcome, did_you_mean

NO_SERVICE = "TPL207"
FIELDS = "fields"
ADOBE = (
    "{{{{Sig_es_:signer{party}:signature}}}}",
    "{{{{N_es_:signer{party}:fullname}}}}",
    "{{{{Ttl_es_:signer{party}:title}}}}",
    "{{{{Dte_es_:signer{party}:date}}}}",
)


def _docusign(row: int, party: int) -> str:
    r"""`\s1\`: what DocuSign's templates look for as an anchor string."""
    return f"\\{'sntd'[row]}{party}\\"


def _adobe(row: int, party: int) -> str:
    """`{{Sig_es_:signer1:signature}}`: a text tag, which Adobe Sign turns into the field."""
    return ADOBE[row].format(party=party)


ANCHORS: Mapping[str, Callable[[int, int], str]] = {"docusign": _docusign, "adobe": _adobe}


@dataclass(frozen=True, slots=True)
class Signing:
    """What stands at the four lines to fill in: anchors, the customer's and the provider's, or a field on the first; or nothing."""

    anchors: tuple[tuple[str, str], ...] = ()
    fields: bool = False


def signing_of(service: str) -> Outcome[Signing]:
    """What a service for signatures asks for, by its name; an empty one is a pen."""
    if service in ("", FIELDS):
        return Outcome(Signing(fields=service == FIELDS))
    anchor = ANCHORS.get(service)
    if anchor is None:
        message = f"there is no service for signatures `{service}`"
        return Outcome(None, (Diagnostic(NO_SERVICE, message, help=did_you_mean(service, (*ANCHORS, FIELDS))),))
    return Outcome(Signing(tuple((anchor(row, 1), anchor(row, 2)) for row in range(len(ADOBE)))))
