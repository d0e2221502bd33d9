"""The parts of the lesson on training a sentiment net."""
