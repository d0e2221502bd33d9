"""The parts of the lesson on reading from both ends."""
