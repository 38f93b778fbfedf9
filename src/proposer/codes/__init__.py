"""Every code of a finding: its title, why it matters, wrong and right. Codes are never reused.

By letters: YML reading files, CAT the catalog, RUL rules, PRC prices, NED needs, QUO quotes, TPL templates and the PDF,
OUT writing files, EDT changing the catalog. 1xx is found in one place, 2xx only by looking at the whole.
"""

from __future__ import annotations

from collections.abc import Mapping

from proposer.codes import catalog, documents, edits, files, needs, prices, quotes, rules
from proposer.codes.code import Code

__all__ = ["CODES", "Code"]

CODES: Mapping[str, Code] = {
    code: meaning
    for area in (files, catalog, rules, prices, needs, quotes, documents, edits)
    for code, meaning in area.CODES.items()
}
