"""What the program costs against named peers and limits. `make bench` runs all and writes the tables."""
