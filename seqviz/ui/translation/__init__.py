"""Nets that translate, as pages show them."""
