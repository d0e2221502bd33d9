"""Train a recurrent net to tell positive reviews from negative ones."""
