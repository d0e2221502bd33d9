"""The parts of the lesson on where recurrent nets are used."""
