"""The parts of the lesson on counting words."""
