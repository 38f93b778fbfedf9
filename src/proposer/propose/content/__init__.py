"""What a proposal says: the quote as strings, rows and figures, so that a template has nothing to compute."""
