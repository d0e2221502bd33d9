"""Word vectors: how they are trained, and the space they span."""
