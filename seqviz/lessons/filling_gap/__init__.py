"""The parts of the lesson on filling a gap, and on when reading from both ends is cheating."""
