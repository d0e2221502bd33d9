"""The cells: their equations as a learner reads them, and their fast layers."""
