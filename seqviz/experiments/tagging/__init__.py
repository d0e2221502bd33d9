"""Label words, read from one end or from both."""
