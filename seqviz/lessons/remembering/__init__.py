"""The parts of the lesson on remembering."""
