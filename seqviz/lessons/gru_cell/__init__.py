"""The parts of the lesson on the GRU cell."""
