"""The parts of the lesson on reading one thing after another."""
