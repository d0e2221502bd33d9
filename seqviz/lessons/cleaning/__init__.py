"""The parts of the lesson on cleaning a text."""
