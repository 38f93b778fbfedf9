"""The templates: what they may print and where, how they become HTML, and what is checked of them without a quote."""
