"""Train a net to predict a text symbol by symbol."""
