"""The parts of the lesson on GloVe and fastText."""
