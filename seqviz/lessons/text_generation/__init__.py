"""The parts of the lesson on text generation."""
