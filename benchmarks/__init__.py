"""Ratios: ours beside theirs, measured in one run. `make bench`, or `make bench ONLY="gru_step scrub"`."""
