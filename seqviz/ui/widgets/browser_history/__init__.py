"""One history entry for each page visited."""
