"""Experiments (frozen configs that yield events), the store that keeps them, the runner that runs them."""
