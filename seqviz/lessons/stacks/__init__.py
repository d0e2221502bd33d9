"""The parts of the lesson on layers on top of one another."""
