"""The parts of the gate inspector."""
