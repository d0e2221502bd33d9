"""Name the first symbol after a lag: which cell remembers how long?."""
