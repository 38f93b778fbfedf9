"""The exit codes; 0 says that something was read and nothing was found."""

FINDINGS = 1  # findings, or no valid configuration
FAULT = 2  # wrong usage, output that cannot be written, an interrupt, a fault of the program
