"""A text whose pieces can be chosen."""
