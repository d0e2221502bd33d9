"""A sentence read by a trained sentiment net."""
