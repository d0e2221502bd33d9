"""How long a step takes, as an experiment that can be repeated and kept."""
