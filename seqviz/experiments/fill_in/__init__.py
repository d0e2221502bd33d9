"""Fill in a missing word from either side."""
