"""Recurrent nets: the equations of their cells, the models, and every gate value read back."""
