"""An edition as JSON text and back: what a proposal's PDF carries beside its quote, so that it can be made again as it was.

The language is not in it: the quote has its locale, and one thing is said in one place.
"""

from __future__ import annotations

import json

from proposer.model.edition import Edition

SAID = ("brand", "paper", "audience", "esign")


def edition_to_json(edition: Edition) -> str:
    """Every word of it but the language, the usual ones too: what is usual may change."""
    return json.dumps({name: getattr(edition, name) for name in SAID}, indent=2, ensure_ascii=False) + "\n"


def edition_from_json(text: str) -> Edition | None:
    """The edition, or None where the text is none that is known here; whether its words mean something is not judged."""
    try:
        said: object = json.loads(text)
    except (ValueError, RecursionError):
        return None
    if not isinstance(said, dict) or set(said) != set(SAID):
        return None
    words = {str(name): word for name, word in said.items() if isinstance(word, str)}
    return Edition(**words) if len(words) == len(SAID) else None
