"""How the files are shaped, field by field: strict, frozen, nothing unknown. The one place that an editor's schema comes from."""
