"""The parts of the lesson on the LSTM cell."""
