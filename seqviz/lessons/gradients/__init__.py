"""The parts of the lesson on gradients through time."""
