"""The parts of the lesson on fastText."""
