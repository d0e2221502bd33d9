"""Scrolling to what a person has asked for."""
