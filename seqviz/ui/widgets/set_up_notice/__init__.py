"""What was set up, shown where it is."""
