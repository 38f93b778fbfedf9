"""From files to immutable, typed values that know where they were written; every fault of every file at once."""
