"""The small, safe part of Markdown in which words of the catalog and a rep's note are written.

Paragraphs, **bold**, *italic*, lists, links to web, mail and telephone; and placeholders such as `{customer}`.
`faults` says at `check` time what lies outside of it; `inline_html` and `block_html` print it, and what lies outside
comes out as the plain text that it is. What they return is the only HTML that a template prints as it stands.
"""

from proposer.markdown.judging import Fault, faults
from proposer.markdown.parsing import literal
from proposer.markdown.placeholders import NAMES
from proposer.markdown.printing import Markup, block_html, inline_html

__all__ = ["NAMES", "Fault", "Markup", "block_html", "faults", "inline_html", "literal"]
