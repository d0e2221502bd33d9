"""The parts of the lesson on tokens and vocabularies."""
