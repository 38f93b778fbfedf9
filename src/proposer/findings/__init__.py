"""What to do with findings before they are shown: which count, which are known already, how each is recognised again."""
