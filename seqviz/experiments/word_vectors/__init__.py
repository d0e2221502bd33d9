"""Train word vectors by any of five methods."""
