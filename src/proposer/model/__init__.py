"""The values that stages share: immutable, resolved, and each with the place where it was written."""
