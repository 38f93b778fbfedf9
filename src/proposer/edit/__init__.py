"""Changing catalog files as a careful person would: one value, one new offering, or the layout, and nothing else."""
