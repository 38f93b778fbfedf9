"""Amounts, dates and counts as a reader expects them: the only place of a proposal where values become text.

Amounts are whole cents and already exact, so nothing is rounded here; shares are quantized before Babel sees them.
"""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date
from decimal import ROUND_HALF_UP, Decimal

from proposer.diagnostics import Diagnostic, Outcome

NONE = "–"
TAIL = re.compile(r"\.( \([^()]*\))$")  # a full stop before a closing remark in brackets
INCLUDED = "Included"


@dataclass(frozen=True, slots=True)
class Wording:
    """How one locale and currency write."""

    locale: str
    currency: str

    @property
    def language(self) -> str:
        """The tag of HTML's `lang`: `en-US`."""
        return self.locale.replace("_", "-")

    def money(self, cents: int) -> str:
        """`123450` → `$1,234.50`; a minus sign stands before the currency."""
        from babel.numbers import format_currency

        amount = Decimal(abs(cents)).scaleb(-2)
        text = format_currency(amount, self.currency, locale=self.locale, currency_digits=False)
        return f"−{text}" if cents < 0 else text

    def change(self, cents: int) -> str:
        """A difference, with its sign."""
        return f"+{self.money(cents)}" if cents > 0 else self.money(cents)

    def round_money(self, cents: int) -> str:
        """`123450000` → `$1,234,500`, for scales: whole units, as the caller sees to it."""
        from babel import Locale
        from babel.numbers import format_currency

        pattern = Locale.parse(self.locale).currency_formats["standard"].pattern.replace(".00", "")
        text = format_currency(abs(cents) // 100, self.currency, pattern, self.locale, currency_digits=False)
        return f"−{text}" if cents < 0 else text

    def day(self, day: date) -> str:
        """`November 23, 2026`."""
        from babel.dates import format_date

        return format_date(day, "long", locale=self.locale)

    def short_date(self, day: date) -> str:
        """`Nov 23, 2026`."""
        from babel.dates import format_date

        return format_date(day, "medium", locale=self.locale)

    def number(self, value: int) -> str:
        """`1200` → `1,200`."""
        from babel.numbers import format_decimal

        return format_decimal(value, locale=self.locale)

    def decimal(self, value: Decimal) -> str:
        """`Decimal("1052.5")` → `1,052.5`."""
        from babel.numbers import format_decimal

        return format_decimal(value, locale=self.locale)

    def percent(self, part: int, whole: int) -> str:
        """A share in whole per cent, halves away from zero; without sign."""
        share = (Decimal(abs(part)) * 100 / Decimal(whole)).quantize(Decimal(1), rounding=ROUND_HALF_UP)
        return f"{self.number(int(share))} %"


def wording(locale: str, currency: str) -> Outcome[Wording]:
    """The wording of a quote, or a diagnostic when nobody knows its locale."""
    from babel import Locale, UnknownLocaleError

    try:
        Locale.parse(locale)
    except (UnknownLocaleError, ValueError, TypeError):
        fault = Diagnostic("TPL104", f"unknown locale `{locale}`", help="write one such as `en_US` in catalog.yaml")
        return Outcome(None, (fault,))
    return Outcome(Wording(locale, currency))


def counted(number: str, one: str, many: str) -> str:
    """`1 site`, `12 sites`."""
    return f"{number} {one if number == '1' else many}"


def shorten(text: str, most: int) -> str:
    """At most so many characters: figures have fixed room, the tables beside them say all."""
    return text if len(text) <= most else text[: most - 1].rstrip() + "…"


def listed(names: Sequence[str], most: int = 6) -> str:
    """`A, B, C and 9 more`."""
    if len(names) <= most:
        return ", ".join(names)
    return f"{', '.join(names[: most - 1])} and {len(names) - most + 1} more"


def joined(reason: str, words: str) -> str:
    """`Reason: words`, whether or not the reason came as a sentence."""
    return f"{reason.rstrip('. ')}: {words}"


def sentence(text: str) -> str:
    """The text with a full stop, unless it ends a sentence already."""
    text = TAIL.sub(r"\1.", text)
    return text if not text or text[-1] in ".!?…:" else f"{text}."
