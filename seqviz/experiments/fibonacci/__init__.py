"""Find the rule of a sequence of numbers."""
