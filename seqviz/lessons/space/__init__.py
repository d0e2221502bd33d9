"""The parts of the lesson on the space of word vectors."""
