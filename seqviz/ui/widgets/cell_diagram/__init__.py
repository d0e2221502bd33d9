"""One cell drawn, every wire with its number."""
