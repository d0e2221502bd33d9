"""Does the order of the words matter?."""
