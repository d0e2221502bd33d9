"""The parts of the lesson on the recurrent neuron."""
