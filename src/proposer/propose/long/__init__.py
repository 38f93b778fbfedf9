"""Proposals of many sites: laid out in sections, side by side, and merged into one document."""
