"""Texts coloured by a unit's value."""
