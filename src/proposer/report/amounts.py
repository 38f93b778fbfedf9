"""Amounts, counts and days as a rep reads them aloud. No locale's library: these texts are for terminals."""

from __future__ import annotations

from datetime import date

SIGNS = {"USD": "$", "EUR": "€", "GBP": "£"}


def figure(cents: int) -> str:
    """`-123450` → `−1,234.50`."""
    sign = "−" if cents < 0 else ""
    return f"{sign}{abs(cents) // 100:,}.{abs(cents) % 100:02d}"


def money(cents: int, currency: str) -> str:
    """`$1,234.50`, or `1,234.50 CAD` where the sign is not known."""
    sign = SIGNS.get(currency)
    if sign is None:
        return f"{figure(cents)} {currency}"
    return f"−{sign}{figure(-cents)}" if cents < 0 else f"{sign}{figure(cents)}"


def counted(count: int, one: str, many: str = "") -> str:
    """`1 site`, `12 sites`."""
    return f"{count:,} {one if count == 1 else many or one + 's'}"


def day(when: date) -> str:
    """`23 Nov 2026`, in every locale the same."""
    months = ("Jan", "Feb", "Mar", "Apr", "May", "Jun", "Jul", "Aug", "Sep", "Oct", "Nov", "Dec")
    return f"{when.day} {months[when.month - 1]} {when.year}"


def some(names: tuple[str, ...], most: int = 8) -> str:
    """A few names, and how many more there are."""
    more = len(names) - most
    listed = ", ".join(names[:most])
    return f"{listed} and {more:,} more" if more > 0 else listed
