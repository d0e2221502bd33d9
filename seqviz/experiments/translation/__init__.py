"""Train an encoder-decoder net on pairs of sequences."""
