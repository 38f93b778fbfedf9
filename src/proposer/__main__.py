"""`python -m proposer`."""

from proposer.cli import main

main()
