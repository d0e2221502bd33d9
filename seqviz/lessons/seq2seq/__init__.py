"""The parts of the lesson on encoder, decoder and attention."""
