"""The parts of the lesson on what bags of words cannot do."""
