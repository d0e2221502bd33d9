"""The parts of the lesson on exploding gradients and clipping."""
