"""The experiments, one folder a kind: settings, training, the trained net ready to use, code to take home."""
