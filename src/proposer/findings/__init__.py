"""What to do with findings before they are shown: which count, which are known already, how each is recognised again.

Pure: findings and texts in, findings out. Nothing here reads a file, prints, or knows a format.
"""
