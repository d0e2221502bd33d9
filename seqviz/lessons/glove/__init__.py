"""The parts of the lesson on GloVe."""
