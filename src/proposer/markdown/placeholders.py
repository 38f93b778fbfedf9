"""Placeholders in words: `{customer}` is filled from the quote when the proposal is made."""

from __future__ import annotations

import re
from collections.abc import Mapping

WORDS: Mapping[str, str] = {
    "customer": "the customer's name",
    "provider": "the provider's name",
    "quote": "the quote's number",
    "valid_until": "the last day on which the proposal holds",
    "sites": "how many sites: `12 sites`",
    "term": "the term of the option that the proposal details: `36 months`",
    "monthly": "what that option costs a month",
    "once": "what it costs once",
}
NAMES = tuple(WORDS)
PLACEHOLDER = re.compile(r"\{([^{}\n]*)\}")
