"""A text with what was changed in it marked."""
