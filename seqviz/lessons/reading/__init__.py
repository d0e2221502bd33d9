"""The parts of the list of further reading."""
