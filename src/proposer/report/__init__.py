"""What is shown of findings, quotes and conflicts: words and tables, never decisions."""
