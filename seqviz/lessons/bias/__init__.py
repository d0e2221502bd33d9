"""The parts of the lesson on bias in word vectors."""
