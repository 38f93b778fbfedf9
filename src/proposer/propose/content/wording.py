"""Amounts, dates and counts as a reader expects them: the only place of a proposal where values become text.

Amounts are whole cents and already exact, so nothing is rounded here; shares are quantized before Babel sees them.
"""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date
from decimal import ROUND_HALF_UP, Decimal
from pathlib import Path

from proposer.diagnostics import Diagnostic, Outcome
from proposer.propose.content.quoted import DAYS, FIGURES, MONEY, PARTS, RATES, recognised
from proposer.propose.edition.words import Words, load_words

NONE = "–"
TIE = "\u00a0"  # a space at which no line ends
TAIL = re.compile(r"\.( \([^()]*\))$")  # a full stop before a closing remark in brackets


@dataclass(frozen=True, slots=True)
class Wording:
    """How one locale and currency write, and the fixed words of its language."""

    locale: str
    currency: str
    words: Words

    @property
    def language(self) -> str:
        """The tag of HTML's `lang`: `en-US`."""
        return tag_of(self.locale)

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
        """`November 23, 2026`, which stays on one line."""
        from babel.dates import format_date

        return format_date(day, "long", locale=self.locale).replace(" ", TIE)

    def short_date(self, day: date) -> str:
        """`Nov 23, 2026`."""
        from babel.dates import format_date

        return format_date(day, "medium", locale=self.locale).replace(" ", TIE)

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
        return self.share((Decimal(abs(part)) * 100 / Decimal(whole)).quantize(Decimal(1), rounding=ROUND_HALF_UP))

    def share(self, percent: Decimal) -> str:
        """`0.04 %`, with as many decimals as there are, four at most."""
        from babel.numbers import format_decimal

        return self.phrase("numbers.percent", number=format_decimal(percent, "#,##0.####", locale=self.locale))

    def phrase(self, key: str, **values: str) -> str:
        """A phrase of the fixed words with its values filled in."""
        return self.words.phrase(key, **values)

    def counted(self, key: str, n: int, **values: str) -> str:
        """A phrase in the plural form that the language has for a number, which it fills in as `n`: `12 sites`."""
        from babel import Locale

        return self.words.phrase(key, Locale.parse(self.locale).plural_form(n), n=self.number(n), **values)

    def quoted(self, text: str, *keys: str) -> str:
        """A text of the quote; where it is one of these sentences that the program wrote, as the language says it."""
        known = recognised(text, keys)
        if known is None:
            return text
        values = {name: self._value(name, said) for name, said in known.values.items()}
        return self.phrase(f"quoted.{known.key}", **values)

    def _value(self, name: str, said: str) -> str:
        """What a sentence of the quote was filled in with, as the locale writes it."""
        if name in MONEY:
            return self.money(int(Decimal(said[1:].replace(",", "")) * 100))
        if name in RATES:
            return self.rate(said)
        if name in FIGURES:
            return self.figure(said)
        return self._written_day(said) if name in DAYS else self.quoted(said, *PARTS.get(name, ()))

    def _written_day(self, said: str) -> str:
        try:
            return self.day(date.fromisoformat(said))
        except ValueError:  # a saved quote may say of itself what it likes
            return said

    def figure(self, text: str) -> str:
        """A number that the quote holds as a text, with as many decimals as it has there."""
        from babel.numbers import format_decimal

        number = Decimal(text.replace(",", ""))
        decimals = "." + "0" * len(text.partition(".")[2]) if "." in text else ""
        return format_decimal(number, f"#,##0{decimals}", locale=self.locale)

    def rate(self, text: str) -> str:
        """An amount that the quote holds without its currency, with as many decimals as it has there."""
        from babel import Locale
        from babel.numbers import format_currency

        decimals = "." + "0" * len(text.partition(".")[2]) if "." in text else ""
        pattern = Locale.parse(self.locale).currency_formats["standard"].pattern.replace(".00", decimals)
        number = Decimal(text.replace(",", ""))
        return format_currency(number, self.currency, pattern, self.locale, currency_digits=False)

    def listed(self, names: Sequence[str], most: int = 6, between: str = ", ") -> str:
        """`A, B, C and 9 more`."""
        if len(names) <= most:
            return between.join(names)
        return self.counted("lists.and_more", len(names) - most + 1, names=between.join(names[: most - 1]))

    def first(self, texts: Sequence[str], most: int) -> tuple[str, ...]:
        """The first of several points and how many more there are; all of them when `most` is 0."""
        if not most or len(texts) <= most:
            return tuple(texts)
        return (*texts[: most - 1], self.counted("lists.more", len(texts) - most + 1))

    def both(self, texts: Sequence[str]) -> str:
        """`A and B and C`."""
        first, *rest = texts
        for text in rest:
            first = self.phrase("lists.both", first=first, second=text)
        return first


def wording(locale: str, currency: str, templates: Path) -> Outcome[Wording]:
    """The wording of a quote; diagnostics when nobody knows its locale, or its language's words are not there or not whole."""
    from babel import Locale, UnknownLocaleError

    try:
        language = Locale.parse(locale).language
    except (UnknownLocaleError, ValueError, TypeError):
        fault = Diagnostic("TPL104", f"unknown locale `{locale}`", help="write one such as `en_US` in catalog.yaml")
        return Outcome(None, (fault,))
    words = load_words(templates, language)
    if words.value is None:
        return Outcome(None, words.diagnostics)
    return Outcome(Wording(locale, currency, words.value))


def tag_of(locale: str) -> str:
    """`en_US` → `en-US`, as HTML and PDF name a language."""
    return locale.replace("_", "-")


def locale_for(language: str, locale: str) -> str:
    """The locale of a language where another one was declared: `es` beside `en_US` is `es_US`; a whole locale is itself."""
    from babel import Locale, UnknownLocaleError

    language = language.replace("-", "_")
    declared, _, territory = locale.partition("_")
    if "_" in language or not territory:
        return language
    if language == declared:
        return locale
    try:
        return str(Locale.parse(f"{language}_{territory}"))
    except (UnknownLocaleError, ValueError):
        return language


def shorten(text: str, most: int) -> str:
    """At most so many characters: figures have fixed room, the tables beside them say all."""
    return text if len(text) <= most else text[: most - 1].rstrip() + "…"


def joined(reason: str, words: str) -> str:
    """`Reason: words`, whether or not the reason came as a sentence."""
    return f"{reason.rstrip('. ')}: {words}"


def sentence(text: str) -> str:
    """The text with a full stop, unless it ends a sentence already."""
    text = TAIL.sub(r"\1.", text)
    return text if not text or text[-1] in ".!?…:" else f"{text}."
